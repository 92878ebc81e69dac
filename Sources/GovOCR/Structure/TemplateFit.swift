import GovDocument

/// The known forms whose topology the lines agree with, the best first.
///
/// Lines that text strokes or a watermark seemed to draw are left out, lines too pale to be seen are put in, and a grid
/// of another shape scores low: a boundary of the form earns up to 1 for a line that is drawn exactly over the columns
/// that it should be drawn over, a line that belongs to no boundary costs what it is drawn over.
func fits(_ grid: Grid, to plans: [FormPlan]) -> [(plan: FormPlan, form: Structure)] {
  plans.compactMap { plan in align(grid, plan.template, plan.pattern).map { (plan: plan, alignment: $0) } }
    .filter { $0.alignment.score >= acceptance }.sorted { $0.alignment.score > $1.alignment.score }
    .map { ($0.plan, Structure($0.plan.template, xs: $0.alignment.xs, ys: $0.alignment.ys)) }
}

/// Tuned on drawn pictures (seed `tune`): forms score 0.8 and more, other tables 0.5 and less.
private let acceptance = 0.7

private struct Alignment {
  var xs: [Int]
  var ys: [Int]
  var score: Double
}

private func align(_ grid: Grid, _ template: TableTemplate, _ pattern: FormPattern) -> Alignment? {
  guard grid.rows > 0, grid.columns > 0, template.rows > 0, template.columns > 0,
    grid.rows <= 3 * template.rows, grid.columns <= 3 * template.columns
  else { return nil }
  var columns = alignByShare(grid, template, pattern)
  var xs = places(columns, grid.xs)
  var rows = alignPieces(grid.horizontal, grid.xs, over: xs, to: pattern.rows)
  // Knowing the rows, the columns can be told apart by where they run, and then the rows again.
  columns = alignPieces(grid.vertical.transposed(), grid.ys, over: places(rows, grid.ys), to: pattern.columns)
  xs = places(columns, grid.xs)
  rows = alignPieces(grid.horizontal, grid.xs, over: xs, to: pattern.rows)
  let boundaries = max(1, template.rows + template.columns - 2)
  return Alignment(
    xs: xs, ys: places(rows, grid.ys), score: (columns.score + rows.score) / Double(boundaries))
}

/// Matches column boundaries by the share of rows beside which they are drawn.
private func alignByShare(_ grid: Grid, _ template: TableTemplate, _ pattern: FormPattern) -> Matching {
  let drawn = grid.xs.indices.map { column in grid.vertical.map { $0[column] }.share }
  return match(template.columns - 1, Array(drawn.dropFirst().dropLast())) { boundary, line in
    1 - 1.5 * abs(pattern.columns[boundary + 1].share - drawn[line + 1])
  }
}

/// Matches boundaries by the pieces of them that are drawn.
private func alignPieces(_ lines: [[Bool]], _ from: [Int], over to: [Int], to patterns: [[Bool]]) -> Matching {
  let drawn = lines.map { pieces(of: $0, from, over: to) }
  return match(patterns.count - 2, drawn.dropFirst().dropLast().map(\.share)) { boundary, line in
    let pattern = patterns[boundary + 1]
    let same = zip(pattern, drawn[line + 1]).count { $0.0 == $0.1 }
    return Double(2 * same - pattern.count) / Double(pattern.count)
  }
}

extension [Bool] {
  /// The share of marks that are set; 0 for none at all.
  var share: Double { isEmpty ? 0 : Double(count { $0 }) / Double(count) }
}

extension [[Bool]] {
  fileprivate func transposed() -> [[Bool]] {
    (first ?? []).indices.map { column in map { $0[column] } }
  }
}

func gridCells(of template: TableTemplate) -> [GridCell] {
  template.cells.map { GridCell(row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan) }
}

/// Which boundaries of a template are drawn where.
struct FormPattern {
  /// For each of the R+1 row boundaries and each column: whether different cells meet there.
  let rows: [[Bool]]
  /// For each of the C+1 column boundaries and each row.
  let columns: [[Bool]]
  private let rowPieces, columnPieces: [[Int]]

  init(_ template: TableTemplate) {
    let owners = slotOwners(gridCells(of: template), rows: template.rows, columns: template.columns)
    rows = (0...template.rows).map { row in
      (0..<template.columns).map { row == 0 || row == template.rows || owners[row - 1][$0] != owners[row][$0] }
    }
    columns = (0...template.columns).map { column in
      (0..<template.rows).map {
        column == 0 || column == template.columns || owners[$0][column - 1] != owners[$0][column]
      }
    }
    let places = { (marks: [Bool]) in marks.indices.filter { marks[$0] } }
    (rowPieces, columnPieces) = (rows.map(places), columns.map(places))
  }

  /// The columns over which a row boundary is drawn.
  func pieces(ofRow row: Int) -> [Int] { rowPieces[row] }

  /// From the first to behind the last column over which a row boundary is drawn; `nil` for one that is not.
  func stretch(ofRow row: Int) -> Range<Int>? {
    guard let first = rowPieces[row].first, let last = rowPieces[row].last else { return nil }
    return first..<last + 1
  }

  /// The rows beside which a column boundary is drawn.
  func pieces(ofColumn column: Int) -> [Int] { columnPieces[column] }
}

/// Whether each stretch of a line over the template's columns is drawn: the greater part of it.
private func pieces(of marks: [Bool], _ from: [Int], over to: [Int]) -> [Bool] {
  zip(to, to.dropFirst()).map { left, right in
    var drawn = 0
    for (column, mark) in marks.enumerated() where mark {
      drawn += max(0, min(right, from[column + 1]) - max(left, from[column]))
    }
    return drawn * 2 > right - left
  }
}

struct Matching {
  /// For each inner boundary the inner line that it is, if any.
  var lines: [Int?]
  var score: Double
}

/// Matches boundaries to lines in order, by dynamic programming; a boundary without a line costs 1.
///
/// - Parameters:
///   - boundaries: The number of inner boundaries.
///   - lines: What leaving a line out costs, for each inner line.
///   - agreement: What a boundary gains by a line, 1 at most.
func match(_ boundaries: Int, _ lines: [Double], agreement: (Int, Int) -> Double) -> Matching {
  let (n, m) = (boundaries, lines.count)
  var best = [[Double]](repeating: [Double](repeating: 0, count: m + 1), count: n + 1)
  var step = [[Step]](repeating: [Step](repeating: .match, count: m + 1), count: n + 1)
  for i in 0...n {
    for j in 0...m where i + j > 0 {
      var choice = (score: -Double.infinity, step: Step.match)
      if i > 0, j > 0 { choice.score = best[i - 1][j - 1] + agreement(i - 1, j - 1) }
      if i > 0, best[i - 1][j] - 1 > choice.score { choice = (best[i - 1][j] - 1, .missing) }
      if j > 0, best[i][j - 1] - lines[j - 1] > choice.score { choice = (best[i][j - 1] - lines[j - 1], .leftOut) }
      (best[i][j], step[i][j]) = choice
    }
  }
  return Matching(lines: trace(step, n, m), score: best[n][m])
}

private enum Step { case match, missing, leftOut }

private func trace(_ steps: [[Step]], _ n: Int, _ m: Int) -> [Int?] {
  var lines = [Int?](repeating: nil, count: n)
  var (i, j) = (n, m)
  while i > 0 || j > 0 {
    switch steps[i][j] {
    case .match:
      (i, j) = (i - 1, j - 1)
      lines[i] = j
    case .missing: i -= 1
    case .leftOut: j -= 1
    }
  }
  return lines
}

/// The pixel places of all boundaries; those without a line stand evenly between their neighbours.
private func places(_ matching: Matching, _ lines: [Int]) -> [Int] {
  guard let first = lines.first, let last = lines.last else { return [] }
  return evenly([first] + matching.lines.map { $0.map { lines[$0 + 1] } } + [last])
}

/// Fills in what is missing between known places, evenly; the first and the last are known.
func evenly(_ known: [Int?]) -> [Int] {
  guard let first = known.first ?? nil, let last = known.last ?? nil else { return [] }
  var places: [Int] = []
  var index = 0
  while index < known.count {
    if let place = known[index] {
      places.append(place)
      index += 1
      continue
    }
    let next = known[index...].firstIndex { $0 != nil } ?? known.count - 1
    let (low, high, count) = (places.last ?? first, known[next] ?? last, next - index + 1)
    for step in 1..<max(2, count) { places.append(low + (high - low) * step / count) }
    index = next
  }
  return places
}
