import GovDocument

/// What a form expects where, ready to be laid over text.
struct FormPlan {
  /// What is expected in a cell: characters of a label, a figure of a few digits or none, or nothing.
  private enum Expected { case characters(Double), figure, nothing }

  let template: TableTemplate
  /// The characters of all labels.
  let characters: Double
  private let cells: [GridCell]
  private let expected: [Expected]
  let pattern: FormPattern

  init(_ template: TableTemplate) {
    self.template = template
    cells = gridCells(of: template)
    expected = template.cells.map { cell in
      switch cell.content {
      case .label(let label): .characters(Double(label.count))
      case .figure: .figure
      case .empty: .nothing
      }
    }
    characters = expected.map { if case .characters(let count) = $0 { count } else { 0 } }.reduce(0, +)
    pattern = FormPattern(template)
  }

  /// The share of the text inside that is not where the form has it; 0 when all is, and it may exceed 1.
  ///
  /// Unlike the costs of rows and columns it can be compared between forms.
  func misfit(_ cover: TextCover, xs: [Int], ys: [Int]) -> Double {
    var wrong = cells.indices.map { index in
      let cell = cells[index]
      let seen = cover.characters(
        xs[cell.column], ys[cell.row], xs[cell.column + cell.columnSpan], ys[cell.row + cell.rowSpan])
      return switch expected[index] {
      case .characters(let count): abs(seen - count)
      case .figure: max(0, seen - roomOfFigure)
      case .nothing: seen
      }
    }.reduce(0, +)
    wrong += 2 * (1..<template.rows).map { cut(row: $0, at: ys[$0], xs: xs, cover) }.reduce(0, +)
    wrong += 2 * (1..<template.columns).map { cut(column: $0, at: xs[$0], ys: ys, cover) }.reduce(0, +)
    let inside = cover.characters(xs[0], ys[0], xs[template.columns], ys[template.rows])
    return 2 * wrong / max(1, inside + characters)
  }

  /// How well the strokes inside agree with the form's inner boundaries, 0 to 1: the harmonic mean of the share of the
  /// boundaries that is drawn and the share of the strokes that is boundary.
  func agreement(_ rules: RuledStretches, xs: [Int], ys: [Int]) -> Double {
    let rows = (1..<template.rows).map { drawn(row: $0, at: ys[$0], xs: xs, rules) }
    let columns = (1..<template.columns).map { drawn(column: $0, at: xs[$0], ys: ys, rules) }
    let (wanted, seen) = (rows + columns).reduce((0, 0)) { ($0.0 + $1.wanted, $0.1 + $1.drawn) }
    let strokes = rules.inside(Area(left: xs[0], top: ys[0], right: xs[template.columns], bottom: ys[template.rows]))
    return 2 * Double(seen) / Double(max(1, wanted + max(seen, strokes)))
  }

  /// The pixels that a row boundary should have drawn, and those that are.
  private func drawn(row: Int, at y: Int, xs: [Int], _ rules: RuledStretches) -> (wanted: Int, drawn: Int) {
    pattern.pieces(ofRow: row).reduce(into: (0, 0)) { sum, piece in
      sum.0 += xs[piece + 1] - xs[piece]
      sum.1 += rules.row(y, xs[piece], xs[piece + 1])
    }
  }

  private func drawn(column: Int, at x: Int, ys: [Int], _ rules: RuledStretches) -> (wanted: Int, drawn: Int) {
    pattern.pieces(ofColumn: column).reduce(into: (0, 0)) { sum, piece in
      sum.0 += ys[piece + 1] - ys[piece]
      sum.1 += rules.column(x, ys[piece], ys[piece + 1])
    }
  }

  /// The characters through which a row boundary runs where the form draws it.
  func cut(row: Int, at y: Int, xs: [Int], _ cover: TextCover) -> Double {
    let pixels = pattern.pieces(ofRow: row).reduce(0) { $0 + cover.pixels(xs[$1], y, xs[$1 + 1], y + 1) }
    return Double(pixels) / Double(cover.textHeight)
  }

  /// The characters through which a column boundary runs where the form draws it.
  func cut(column: Int, at x: Int, ys: [Int], _ cover: TextCover) -> Double {
    let pixels = pattern.pieces(ofColumn: column).reduce(0) { $0 + cover.pixels(x, ys[$1], x + 1, ys[$1 + 1]) }
    return Double(pixels) / Double(cover.textHeight)
  }
}

/// A figure of many digits, or one broken by a narrow column, takes the room of so many Han characters.
private let roomOfFigure = 4.0
/// What it costs to leave a character out of the form, in wrong cells: titles and notes stand round it.
private let outsideCost = 0.1
/// As many characters as titles and notes beside a form have.
private let notes = 30.0
/// What a boundary gains that is drawn throughout, in wrong cells.
private let lineGain = 1.5
/// What it costs that a line runs through a row from one side of the table to the other.
private let hiddenLine = 1.0
/// What it costs that white higher than a line of text parts the text of a row throughout: below it stands another table.
private let hiddenGap = 2.0
/// What it costs that a column line runs through a cell from the top of its row to the bottom.
private let foreignLine = 0.3

// MARK: - Choosing rows and columns

extension FormPlan {
  /// A first guess at the columns, before any row is known: white that runs beside so many lines of text as the boundary has
  /// rows.
  func firstColumns(_ cover: TextCover) -> [Int]? {
    let area = cover.area
    let places = cover.valleys(ofColumnsBetween: area.top, area.bottom)
    guard let first = places.first, let last = places.last, places.count > template.columns else { return nil }
    let rows = (area.top..<area.bottom).count { cover.pixels(area.left, $0, area.right, $0 + 1) > 0 }
    let white = places.dropFirst().dropLast().map {
      1 - Double(cover.pixels($0, area.top, $0 + 1, area.bottom)) / Double(max(1, rows))
    }
    let matching = match(template.columns - 1, white.map { max(0, $0 - 0.3) }) { boundary, place in
      // Text that spans columns covers a part of them only: there is more white than the form has of the boundary.
      1 - 2 * abs((1 + pattern.columns[boundary + 1].share) / 2 - white[place])
    }
    return evenly([first] + matching.lines.map { $0.map { places[$0 + 1] } } + [last])
  }

  /// The rows of the form, when its columns are known.
  func rows(_ cover: TextCover, _ rules: RuledStretches, xs: [Int]) -> Chain? {
    let (left, right) = (xs[0], xs[template.columns])
    let starting = (0..<template.rows).map { row in
      cells.indices.filter { cells[$0].row == row && cells[$0].rowSpan == 1 }
    }
    let foreign = starting.map { row in
      rules.columnsInside(row.map { xs[cells[$0].column]..<xs[cells[$0].column + cells[$0].columnSpan] }, cover.area)
    }
    let places = merged(valleys(ofRows: cover, xs: xs), rules.horizontal)
    let across = rules.rowsAcross(from: left, to: right, below: cover.area.bottom)
    let gaps = cover.gaps(ofRowsBetween: left, right, least: cover.textHeight * 3 / 2)
    return chain(
      count: template.rows, places: places, lengths: cover.textHeight...(12 * cover.textHeight)
    ) { row, top, bottom in
      starting[row].reduce(
        hiddenLine * Double(across.count(inside: top, bottom)) + foreignLine * foreign[row].count(top, bottom)
          + hiddenGap * Double(gaps.count { $0.lowerBound > top && $0.upperBound < bottom })
      ) { sum, index in
        let cell = cells[index]
        return sum + cost(index, cover.characters(xs[cell.column], top, xs[cell.column + cell.columnSpan], bottom))
      }
    } boundary: { row, y in
      cut(row: row, at: y, xs: xs, cover) - gain(drawn(row: row, at: y, xs: xs, rules))
    } outside: { top, bottom in
      costOutside(cover.characters(left, top, right, bottom))
    }
  }

  /// What it costs to leave text above or below: much of it is another table, which is no reason to stretch this one over it.
  private func costOutside(_ characters: Double) -> Double {
    outsideCost * (min(characters, notes) + max(0, characters - notes) / 8)
  }

  /// The columns of the form, when its rows are known.
  func columns(_ cover: TextCover, _ rules: RuledStretches, ys: [Int]) -> Chain? {
    let (top, bottom) = (ys[0], ys[template.rows])
    let starting = (0..<template.columns).map { column in
      cells.indices.filter { cells[$0].column == column && cells[$0].columnSpan == 1 }
    }
    let places = merged(cover.valleys(ofColumnsBetween: top, bottom), rules.vertical)
    return chain(
      count: template.columns, places: places, lengths: cover.textHeight...max(cover.textHeight, cover.area.width)
    ) { column, left, right in
      starting[column].reduce(0) { sum, index in
        let cell = cells[index]
        return sum + cost(index, cover.characters(left, ys[cell.row], right, ys[cell.row + cell.rowSpan]))
      }
    } boundary: { column, x in
      cut(column: column, at: x, ys: ys, cover) - gain(drawn(column: column, at: x, ys: ys, rules))
    } outside: { left, right in
      cover.characters(left, top, right, bottom) * outsideCost
    }
  }

  /// Where rows may part: the valleys of the text between all columns, and those between the columns over which a boundary runs
  /// alone. Beside a label over two rows, which stands at half their height, there is none between all columns.
  private func valleys(ofRows cover: TextCover, xs: [Int]) -> [Int] {
    var places = cover.valleys(ofRowsBetween: xs[0], xs[template.columns])
    // In the order of the rows: what is near a place already there is left out, so the order counts.
    var seen: Set = [0..<template.columns]
    for stretch in (1..<template.rows).compactMap({ pattern.stretch(ofRow: $0) }) where seen.insert(stretch).inserted {
      let known = places
      places += cover.valleys(ofRowsBetween: xs[stretch.lowerBound], xs[stretch.upperBound])
        .filter { place in !known.contains { abs($0 - place) <= cover.textHeight / 2 } }
    }
    return places.sorted()
  }

  /// What a boundary gains by the part of it that is drawn.
  private func gain(_ line: (wanted: Int, drawn: Int)) -> Double {
    lineGain * Double(line.drawn) / Double(max(1, line.wanted))
  }

  /// The valleys of the text, and the places of strokes.
  private func merged(_ valleys: [Int], _ strokes: [Segment]) -> [Int] {
    guard let first = valleys.first, let last = valleys.last else { return [] }
    return Set(valleys + strokes.map(\.place).filter { $0 > first && $0 < last }).sorted()
  }

  /// 0 for a cell that holds what is expected, 1 for one that holds nothing of it or as much again; what it swallows beyond
  /// that costs more than it would outside.
  private func cost(_ index: Int, _ seen: Double) -> Double {
    let (wrong, room) =
      switch expected[index] {
      case .characters(let count): (abs(seen - count) / max(2, count), count)
      case .figure: (seen < 0.2 ? 0.1 : max(0, (seen - roomOfFigure) / roomOfFigure), roomOfFigure)
      case .nothing: (seen / 3, 0)
      }
    return min(1.5, wrong) + 2 * outsideCost * max(0, seen - 2 * room)
  }
}
