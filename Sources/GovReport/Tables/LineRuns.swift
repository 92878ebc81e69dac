import GovDocument

/// A row whose label is followed by words with numbers that are no row of figures.
struct UnreadRow {
  var run: Run
  var line: TextLine

  var finding: Finding {
    let row = run.slots.first.map { "\(run.kind.rawValue)/\($0.row.text)" } ?? run.kind.rawValue
    return Finding(
      .error, .figureUnreadable,
      "\(row): “\(brief(line.text))” stands in the place of figures; read them there", origin: line.origin)
  }
}

extension Run {
  /// What a line prints beyond the columns of the form; its first figures may stand one column off.
  var surplus: Finding? {
    guard kind != .statistics, entries.count > slots.count, let slot = slots.first else { return nil }
    return Finding(
      .warning, .unknownColumn,
      "\(kind.rawValue)/\(slot.row.text): \(entries.count) figures for \(slots.count) columns; the first are taken, compare them",
      origin: origin, figures: slots.map { "\(kind.rawValue)/\($0.row.text)/\($0.column.text)" })
  }

  /// The run as it is believed: too many figures are cut, a full or empty one is placed.
  func settled() -> Run {
    var run = self
    run.entries = Array(run.entries.prefix(slots.count))
    run.isPlaced = run.entries.count == slots.count
    return run.filledIfEmpty()
  }
}

/// The rows of the statistics with the one figure that each has: a dash for the unit and a number that only counts the rows are
/// none. Of several numbers none is the row's; they come out as lines, which are no number.
func withOneFigureEach(_ runs: [Run]) -> [Run] {
  let figures = runs.map { $0.entries.filter { !isUnitDash($0.text) } }
  let codes = lineCodes(figures)
  return runs.indices.map { index in
    var run = runs[index]
    let numbers = figures[index].dropFirst(codes[index] ? 1 : 0).filter { printsNumber($0.text) }
    if numbers.count > 1, let first = numbers.first {
      run.entries = [Entry(text: numbers.map(\.text).joined(separator: "\n"), origin: first.origin)]
    } else {
      run.entries = Array(figures[index].dropFirst(codes[index] ? 1 : 0).suffix(1))
    }
    return run
  }
}

/// For every row whether its first figure only counts the rows: the first ones of all rows with several do, from row to row.
private func lineCodes(_ figures: [[Entry]]) -> [Bool] {
  let first = figures.indices.first { figures[$0].count > 1 }
  guard let first, let start = Int(figures[first][0].text) else { return figures.map { _ in false } }
  let areCodes = figures.indices.map { figures[$0].first.flatMap { Int($0.text) } == start - first + $0 }
  let isClear = figures.indices.allSatisfy { figures[$0].count < 2 || areCodes[$0] }
  return isClear && areCodes.count { $0 } > 2 ? areCodes : figures.map { _ in false }
}
