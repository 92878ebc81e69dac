import GovDocument
import GovForms

/// Decides table 2: finds the columns of figures whose blanks were lost, and the proposals that the equations allow.
func settleRequests(_ board: inout Board, preferredColumn: Int, findings: inout [Finding]) {
  guard !board.floats.isEmpty || board.squares.contains(where: { $0.isInDoubt }) else { return }
  var plans = board.rowNames.map { planRow($0, board: board) }
  prefer(preferredColumn, in: &plans)
  let floats = plans.contains { $0.floating != nil }
  if floats, plans.contains(where: { $0.floating != nil && $0.isContradictory }) || contradictsItself(plans) {
    return openAll(plans, on: &board, because: .contradiction, findings: &findings)
  }
  var problem = makeProblem(plans)
  do {
    let solution = try solveRelaxed(&problem, allowsRelaxing: !floats)
    if !floats, breaksThroughout(plans) { return leaveDoubtful(plans, on: &board) }
    let none = WaysToSayNone(board)
    for plan in plans { apply(solution.0, plan, dropped: solution.1, none: none, to: &board, plans: plans) }
  } catch {
    if floats { return openAll(plans, on: &board, because: error, findings: &findings) }
    if case .bound = error { findings.append(boundFinding(board)) }
    leaveDoubtful(plans, on: &board)
  }
}

/// The prose says who applied (均为自然人): that column is likelier, nothing more.
private func prefer(_ column: Int, in plans: inout [RowPlan]) {
  guard column != 0 else { return }
  for plan in plans.indices where plans[plan].floating != nil {
    for reading in plans[plan].readings.indices {
      let vector = plans[plan].readings[reading].vector
      if vector[column] > 0, vector[column] == vector[totalColumn] { plans[plan].readings[reading].cost = 0 }
    }
  }
}

/// Whether a row that is printed whole breaks its own equation: then the equations cannot place the others for sure.
private func contradictsItself(_ plans: [RowPlan]) -> Bool {
  plans.contains { plan in
    plan.floating == nil && (!plan.unknown.isEmpty || plan.readings.contains { !plan.satisfies($0.vector) })
  }
}

/// Whether most rows in which anything is counted break their own equation: not a figure here and there was misread, but the columns
/// are not where they were taken to be. The equations of the columns hold in whatever order these stand.
private func breaksThroughout(_ plans: [RowPlan]) -> Bool {
  let counted = plans.filter { plan in plan.isContradictory || plan.readings.contains { $0.vector != .zero } }
  let broken = counted.count(where: \.isContradictory)
  return broken > 1 && broken * 2 > counted.count
}

// MARK: The problem

let namedRows: [Name] = ["new", "carriedIn", "resultsTotal", "carriedOut"]

/// The equations over the plans; rows that are not printed count as nothing.
func makeProblem(_ plans: [RowPlan]) -> ColumnSums {
  func options(_ name: Name) -> RowOptions? { plans.first { $0.name == name }.map(options(of:)) }
  let nothing = RowOptions(vectors: [.zero], costs: [0])
  let results = plans.filter { !namedRows.contains($0.name) }
  let everywhere = Figures7(1, 1, 1, 1, 1, 1, 1, 0)
  var problem = ColumnSums(
    new: options("new") ?? nothing, carriedIn: options("carriedIn") ?? nothing,
    resultsTotal: options("resultsTotal") ?? nothing, carriedOut: options("carriedOut") ?? nothing,
    results: results.map(options(of:)), flowMask: everywhere, sumMask: everywhere)
  if options("new") == nil || options("resultsTotal") == nil { problem.flowMask = .zero }
  if options("resultsTotal") == nil || results.isEmpty { problem.sumMask = .zero }
  for plan in plans {
    for column in plan.unknown.union(plan.squares.indices.filter { plan.squares[$0] == nil }) {
      problem.flowMask[column] = 0
      problem.sumMask[column] = 0
    }
  }
  problem.ignoreSettledColumns()
  return problem
}

private func options(of plan: RowPlan) -> RowOptions {
  RowOptions(vectors: plan.readings.map(\.vector), costs: plan.readings.map(\.cost))
}

extension ColumnSums {
  /// Takes out the columns in which nothing is open: they hold or are broken whatever is chosen.
  fileprivate mutating func ignoreSettledColumns() {
    for column in 0...totalColumn {
      let isOpen = { (row: RowOptions) in row.vectors.contains { $0[column] != row.vectors[0][column] } }
      if ![new, carriedIn, resultsTotal, carriedOut].contains(where: isOpen) { flowMask[column] = 0 }
      if !(results + [resultsTotal]).contains(where: isOpen) { sumMask[column] = 0 }
    }
  }
}

/// Solves; when a picture's page itself breaks one column, solves without that column's equations.
///
/// - Returns: The solution and the column that was left out.
private func solveRelaxed(
  _ problem: inout ColumnSums, allowsRelaxing: Bool
) throws(SearchFailure) -> (ColumnSumsSolution, Int?) {
  var failure: SearchFailure
  do { return (try solve(problem), nil) } catch { failure = error }
  guard allowsRelaxing, case .contradiction = failure else { throw failure }
  for column in 0...totalColumn where problem.flowMask[column] != 0 || problem.sumMask[column] != 0 {
    var relaxed = problem
    relaxed.flowMask[column] = 0
    relaxed.sumMask[column] = 0
    do { return (try solve(relaxed), column) } catch { failure = error }
  }
  throw .contradiction
}

// MARK: The decision

private func apply(
  _ solution: ColumnSumsSolution, _ plan: RowPlan, dropped: Int?, none: WaysToSayNone, to board: inout Board,
  plans: [RowPlan]
) {
  let results = plans.filter { !namedRows.contains($0.name) }.map(\.name)
  guard let row = namedRows.firstIndex(of: plan.name) ?? results.firstIndex(of: plan.name).map({ $0 + 4 }) else {
    return
  }
  let possible = zip(plan.readings, solution.possible[row]).filter(\.1).map(\.0)
  guard solution.best[row] < plan.readings.count else { return }
  let best = plan.readings[solution.best[row]]
  if let floating = plan.floating {
    place(floating, readings: possible, best: best, trustsTotals: board.printsTotals, on: &board)
  } else {
    for column in plan.doubts {
      decide(column, plan: plan, possible: possible, best: best, dropped: dropped, none: none, on: &board)
    }
  }
}

/// Decides a square of a picture by the readings of its row that the equations leave.
private func decide(
  _ column: Int, plan: RowPlan, possible: [RowReading], best: RowReading, dropped: Int?, none: WaysToSayNone,
  on board: inout Board
) {
  guard let square = plan.squares[column] else { return }
  let numbers = Set(possible.map { Int($0.vector[column]) })
  let choices = board.squares[square].choices
  let fitting = choices.filter { $0.number.map(numbers.contains) ?? false }
  let isProven = !plan.isContradictory || best.free != nil
  guard isProven, dropped != column else { return board.squares[square].doubt(choices) }
  if numbers.count == 1, fitting.count <= 1 {
    let number = Int(best.vector[column])
    if let choice = fitting.first {
      board.squares[square].reconcile(choice, none: none)
    } else {
      board.squares[square].infer(number, besides: choices, none: none)
    }
    return
  }
  let likeliest =
    fitting.first { $0.number == Int(best.vector[column]) }
    ?? Choice(figure: .count(Int(best.vector[column])), text: String(best.vector[column]), confidence: 0.5)
  board.squares[square].doubt([likeliest] + fitting.filter { $0 != likeliest })
}

/// Below this confidence a blank may be text that no reader saw.
private let leastSureBlank = 0.7

extension Square {
  /// Takes what no reader saw and the equations demand. Nought may be printed in several ways.
  fileprivate mutating func infer(_ number: Int, besides choices: [Choice], none: WaysToSayNone) {
    let choice = Choice(figure: .count(number), text: String(number), confidence: 0.8)
    guard number != 0 || none.isAlwaysNought else { return doubt([choice] + choices) }
    settle(choice, status: .inferred)
    alternatives = choices.map(\.figure)
  }

  /// Takes a reader's proposal that the equations confirm.
  ///
  /// To an equation a blank is nought, so none confirms a blank where a reader saw ink, or where ink may have been lost.
  mutating func reconcile(_ choice: Choice, none: WaysToSayNone) {
    let seen = entry.reading?.candidates ?? []
    let clean = seen.count { trimmed($0.text).isEmpty }
    if choice.figure == .blank, clean < seen.count || (entry.reading?.confidence ?? 1) < leastSureBlank {
      let nought = Choice(figure: .count(0), text: "0", confidence: choice.confidence)
      return doubt(clean * 2 < seen.count ? [nought, choice] : [choice, nought])
    }
    guard none.confirm(choice.figure) else { return doubt([choice]) }
    settle(choice, status: .reconciled)
  }

  private mutating func settle(_ choice: Choice, status: Status) {
    figure = choice.figure
    decision = choice.text
    self.status = status
    confidence = status == .inferred ? 0.8 : max(0.95, choice.confidence)
    alternatives = []
  }

  /// Takes the likeliest of several proposals and keeps the others as alternatives.
  mutating func doubt(_ choices: [Choice]) {
    guard let first = choices.first else {
      figure = .unreadable(entry.text)
      status = .unreadable
      confidence = 0
      return
    }
    figure = first.figure
    decision = first.text
    status = .doubtful
    confidence = min(0.9, first.confidence)
    alternatives = choices.dropFirst().map(\.figure)
  }
}

private func leaveDoubtful(_ plans: [RowPlan], on board: inout Board) {
  for plan in plans {
    for column in plan.doubts {
      if let square = plan.squares[column] { board.squares[square].doubt(board.squares[square].choices) }
    }
  }
}

func boundFinding(_ board: Board) -> Finding {
  Finding(
    .warning, .searchBound,
    "\(board.kind.rawValue): the search for the one consistent reading was given up at its bound; open figures are marked doubtful"
  )
}
