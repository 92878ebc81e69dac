import GovDocument
import GovForms

/// Decides table 3: one equation per group of five.
func settleReview(_ board: inout Board, findings: inout [Finding]) {
  for floating in board.floats { placeReview(floating, on: &board, findings: &findings) }
  let none = WaysToSayNone(board)
  for equation in board.equations { reconcile(equation, none: none, on: &board) }
}

// MARK: Blanks lost

/// Places figures group by group: every split of the line among the groups in which each group can hold its share.
private func placeReview(_ floating: Board.Float, on board: inout Board, findings: inout [Finding]) {
  let strict = groupedWays(floating, board: board)
  let ways = strict.isEmpty ? placements(of: floating.entries.count, into: floating.squares.count) : strict
  guard let likeliest = ways.min(by: { reviewCost($0, floating: floating) < reviewCost($1, floating: floating) }) else {
    return
  }
  spread(floating, ways: ways, likeliest: likeliest, on: &board)
  guard strict.isEmpty else { return }
  findings.append(
    Finding(
      .error, .identityBroken,
      "review: the printed figures satisfy 总计 = sum of the outcomes in no arrangement; the page prints a contradiction",
      origin: floating.entries.first?.origin ?? .document,
      figures: floating.squares.map { "review/\(board.squares[$0].slot.row)/\(board.squares[$0].slot.column)" }))
}

/// A row that prints anything prints its total; otherwise nothing speaks for one placement.
private func reviewCost(_ way: [Int], floating: Board.Float) -> Int {
  let groups = Dictionary(grouping: way) { $0 / 5 }
  return groups.values.reduce(0) { $0 + ($1.contains { $0 % 5 == 4 } ? 0 : 1) }
}

private func groupedWays(_ floating: Board.Float, board: Board) -> [[Int]] {
  let texts = floating.entries.map(\.text)
  guard let first = floating.squares.first, let numbers = numbers(texts, square: board.squares[first]) else {
    return []
  }
  var ways: [[Int]] = [[]]
  for start in stride(from: 0, to: floating.squares.count, by: 5) {
    let width = min(5, floating.squares.count - start)
    let isLast = start + width == floating.squares.count
    ways = ways.flatMap { way in
      let rest = texts.count - way.count
      return (isLast ? rest...rest : 0...min(rest, width)).flatMap { count -> [[Int]] in
        let share = numbers[way.count..<way.count + count]
        return groupWays(Array(share), width: width).map { way + $0.map { $0 + start } }
      }
    }
  }
  return ways
}

/// The placements of one group's figures that satisfy its equation.
private func groupWays(_ numbers: [Int], width: Int) -> [[Int]] {
  placements(of: numbers.count, into: width).filter { way in
    var total = 0
    var sum = 0
    for (number, slot) in zip(numbers, way) {
      if slot == width - 1 { total = number } else { sum += number }
    }
    return total == sum
  }
}

// MARK: Readers in doubt

/// Chooses among the readers' proposals by one equation; what no reader proposed is never filled in.
///
/// One equation settles one cell. Two cells in doubt can be wrong alike (3 and 3 read as 8 and 8) and still satisfy
/// it, so then the assignment that fits is the likeliest, and doubtful.
private func reconcile(_ equation: Equation, none: WaysToSayNone, on board: inout Board) {
  let doubts = equation.squares.filter { board.squares[$0].isInDoubt }
  guard !doubts.isEmpty else { return }
  let solutions = consistent(equation, doubts: doubts, board: board)
  for (position, square) in doubts.enumerated() {
    let choices = board.squares[square].choices
    let numbers = Set(solutions.map { $0[position] })
    let fitting = choices.filter { $0.number.map(numbers.contains) ?? false }
    if fitting.count == 1, doubts.count == 1 {
      board.squares[square].reconcile(fitting[0], none: none)
    } else {
      board.squares[square].doubt(fitting.isEmpty ? choices : fitting + choices.filter { !fitting.contains($0) })
    }
  }
}

/// The assignments of the readers' proposals that satisfy an equation.
private func consistent(_ equation: Equation, doubts: [Int], board: Board) -> [[Int]] {
  let domains = doubts.map { square in
    board.squares[square].choices.compactMap(\.number).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
  }
  guard domains.reduce(1, { min($0, 10_000) * $1.count }) <= 4096 else { return [] }
  var assignments: [[Int]] = [[]]
  for domain in domains { assignments = assignments.flatMap { known in domain.map { known + [$0] } } }
  return assignments.filter { assignment in
    let value = { (square: Int) in doubts.firstIndex(of: square).map { assignment[$0] } ?? board.squares[square].number
    }
    guard let left = sum(equation.left.map(value)), let right = sum(equation.right.map(value)) else { return false }
    return left == right
  }
}

/// The sum of numbers that are all known; `nil` when one is not or the sum is out of range.
func sum(_ numbers: [Int?]) -> Int? {
  var sum = 0
  for number in numbers {
    guard let number else { return nil }
    let (next, overflows) = sum.addingReportingOverflow(number)
    if overflows { return nil }
    sum = next
  }
  return sum
}
