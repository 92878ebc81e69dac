import GovDocument
import GovForms

/// Leaves every placement possible: the page contradicts itself, or the search was given up.
func openAll(
  _ plans: [RowPlan], on board: inout Board, because failure: SearchFailure, findings: inout [Finding]
) {
  if case .bound = failure { findings.append(boundFinding(board)) }
  let likeliest = readingsWithoutTotals(plans, board: board)
  for (index, plan) in plans.enumerated() {
    guard let floating = plan.floating else { continue }
    openRow(floating, plan: plan, likeliest: likeliest?[index], on: &board, findings: &findings)
  }
  guard case .contradiction = failure, !plans.contains(where: { $0.floating != nil && $0.isContradictory }) else {
    return
  }
  findings.append(
    Finding(
      .error, .identityBroken,
      "\(board.kind.rawValue): no placement of the printed figures satisfies the column equations; the page prints a contradiction",
      origin: plans.first { $0.floating != nil }?.floating?.entries.first?.origin ?? .document))
}

/// The likeliest reading of every row when the agency left all totals out and the columns add up all the same; `nil`
/// when they do not.
private func readingsWithoutTotals(_ plans: [RowPlan], board: Board) -> [RowReading]? {
  var plans = plans
  for index in plans.indices {
    guard let floating = plans[index].floating else { continue }
    let parts = floating.squares.filter { board.squares[$0].slot.column != requestColumns[totalColumn] }
    plans[index].readings = strictReadings(floating.entries.map(\.text), squares: parts, board: board)
    guard !plans[index].readings.isEmpty else { return nil }
  }
  guard let solution = try? solve(makeProblem(plans)) else { return nil }
  let results = plans.filter { !namedRows.contains($0.name) }.map(\.name)
  return plans.map { plan in
    let row = namedRows.firstIndex(of: plan.name) ?? results.firstIndex(of: plan.name).map { $0 + 4 } ?? 0
    return plan.readings[min(solution.best[row], plan.readings.count - 1)]
  }
}

private func openRow(
  _ floating: Board.Float, plan: RowPlan, likeliest: RowReading?, on board: inout Board, findings: inout [Finding]
) {
  let texts = floating.entries.map(\.text)
  let columns = floating.squares.map { requestColumns.firstIndex(of: board.squares[$0].slot.column) ?? 0 }
  let ways = placements(of: texts.count, into: floating.squares.count)
  let readings = ways.map { way in
    RowReading(vector: .zero, cost: placementCost(way.map { columns[$0] }, numbers: []), placements: [way])
  }
  guard
    let likeliest = likeliest ?? plan.readings.min(by: { $0.cost < $1.cost }) ?? readings.min(by: { $0.cost < $1.cost })
  else {
    return
  }
  place(floating, readings: readings, best: likeliest, trustsTotals: false, on: &board)
  guard plan.isContradictory else { return }
  findings.append(
    Finding(
      .error, .identityBroken,
      "\(board.kind.rawValue)/\(plan.name): \(texts.map(brief).joined(separator: ", ")) satisfy "
        + "总计 = sum of the applicants in no arrangement; the page prints a contradiction or leaves the total out",
      origin: floating.entries.first?.origin ?? .document,
      figures: floating.squares.map {
        "\(board.kind.rawValue)/\(board.squares[$0].slot.row)/\(board.squares[$0].slot.column)"
      }))
}

/// Writes the likeliest placement to the squares, with every other figure that a possible placement gives them.
///
/// With `trustsTotals` a row of several zeros is taken to print its 总计, as the rows that add up to something do.
func place(
  _ floating: Board.Float, readings: [RowReading], best: RowReading, trustsTotals: Bool, on board: inout Board
) {
  let columns = floating.squares.map { requestColumns.firstIndex(of: board.squares[$0].slot.column) ?? 0 }
  let isNothing = floating.entries.allSatisfy { board.squares[floating.squares[0]].parse($0.text).number == 0 }
  let printsTotal = isNothing && floating.entries.count >= 2 && trustsTotals
  let filled = { (way: [Int]) in !printsTotal || way.contains { columns[$0] == totalColumn } }
  let ways = readings.flatMap(\.placements).filter(filled)
  let likeliest = best.placements.filter(filled).min {
    placementCost($0.map { columns[$0] }, numbers: []) < placementCost($1.map { columns[$0] }, numbers: [])
  }
  spread(floating, ways: ways, likeliest: likeliest ?? ways.first ?? [], on: &board)
}

/// Writes one way to place figures to the squares; what other ways put there becomes an alternative.
func spread(_ floating: Board.Float, ways: [[Int]], likeliest: [Int], on board: inout Board) {
  for (slot, index) in floating.squares.enumerated() {
    let blank = Entry(text: "", origin: floating.entries.first?.origin ?? board.squares[index].entry.origin)
    let chosen = likeliest.firstIndex(of: slot).map { floating.entries[$0] } ?? blank
    var figures: [Figure] = []
    for way in [likeliest] + ways {
      let text = way.firstIndex(of: slot).map { floating.entries[$0].text } ?? ""
      let figure = board.squares[index].parse(text)
      if !figures.contains(figure) { figures.append(figure) }
    }
    board.squares[index].entry = chosen
    board.squares[index].figure = figures[0]
    board.squares[index].alternatives = Array(figures.dropFirst())
    board.squares[index].status = figures.count > 1 ? .doubtful : .read
    board.squares[index].confidence = figures.count > 1 ? 1 / Double(figures.count) : 1
  }
}

extension Board {
  /// Whether rows of zeros can be taken to print their total: some row adds up to more than nothing and so shows its
  /// total, and the rows of zeros are filled in alike, the same number of cells each, at least two.
  var printsTotals: Bool {
    let numbers = floats.map { float in float.entries.map { squares[float.squares[0]].parse($0.text).number ?? 0 } }
    let zeroRows = numbers.filter { row in row.allSatisfy { $0 == 0 } }
    let lengths = Set(zeroRows.map(\.count))
    return zeroRows.count >= 2 && zeroRows.count < numbers.count && lengths.count == 1
      && lengths.allSatisfy { $0 >= 2 }
  }
}
