import GovDocument
import GovForms

/// How the equations of a report came out.
public struct IdentityTally: Sendable, Hashable {
  /// The equations whose terms are all known.
  public var checked = 0
  /// Those that hold.
  public var held = 0
  /// Those that do not.
  public var broken: Int { checked - held }
}

/// Takes every equation of a board, reports the broken ones, and marks what a picture's broken equations put in doubt.
func checkIdentities(_ board: inout Board, tally: inout IdentityTally, findings: inout [Finding]) {
  let equations = board.equations
  var broken: [(Equation, Int, Int)] = []
  for equation in equations {
    guard let left = sum(equation.left.map { board.squares[$0].number }),
      let right = sum(equation.right.map { board.squares[$0].number }), !isOpen(equation, board: board)
    else { continue }
    tally.checked += 1
    if left == right {
      tally.held += 1
    } else {
      broken.append((equation, left, right))
    }
  }
  withdrawUnproven(broken.map(\.0), on: &board)
  markSuspects(broken, on: &board)
  for (equation, left, right) in broken { findings.append(finding(equation, left: left, right: right, board: board)) }
  for equation in equations where lacksTotal(equation, on: board) {
    findings.append(totalMissing(equation, sum: 0, board: board))
  }
}

/// Whether a total is blank though every part is printed as nought: a cell that was lost moves the others, and where they
/// are all alike no sum shows it.
private func lacksTotal(_ equation: Equation, on board: Board) -> Bool {
  guard equation.left.count == 1, board.squares[equation.left[0]].figure == .blank else { return false }
  return equation.right.allSatisfy { board.squares[$0].figure == .count(0) }
}

/// Whether the equation stands on figures whose place is open: it says nothing then.
private func isOpen(_ equation: Equation, board: Board) -> Bool {
  equation.squares.contains { board.squares[$0].status == .doubtful && board.squares[$0].entry.reading == nil }
}

/// A decision that leaves one of its own equations broken is no decision.
private func withdrawUnproven(_ broken: [Equation], on board: inout Board) {
  for index in Set(broken.flatMap(\.squares)).sorted() {
    let square = board.squares[index]
    guard square.status == .reconciled || square.status == .inferred else { continue }
    board.squares[index].doubt(square.choices)
  }
}

/// In a picture, a square where a broken row meets a broken column is where a misreading would be.
private func markSuspects(_ broken: [(Equation, Int, Int)], on board: inout Board) {
  let rows = Set(broken.filter { $0.0.identity.axis == .columns }.flatMap(\.0.squares))
  for (equation, left, right) in broken where equation.identity.axis == .rows {
    for index in equation.squares where rows.contains(index) && board.squares[index].entry.reading != nil {
      guard board.squares[index].status == .read, let number = board.squares[index].number else { continue }
      let difference = equation.left.contains(index) ? right - left : left - right
      board.squares[index].status = .doubtful
      board.squares[index].confidence = 0.5
      let (implied, overflows) = number.addingReportingOverflow(difference)
      if !overflows, implied >= 0 { board.squares[index].alternatives = [.count(implied)] }
    }
  }
}

private func totalMissing(_ equation: Equation, sum: Int, board: Board) -> Finding {
  Finding(
    .warning, .totalMissing, "\(place(of: equation, on: board)): the total is blank, its parts add up to \(sum)",
    origin: origin(of: equation, on: board), figures: figures(of: equation, on: board))
}

private func place(of equation: Equation, on board: Board) -> String {
  let line = equation.identity.axis == .rows ? "column" : "row"
  return "\(board.kind.rawValue), \(line) \(equation.line): \(equation.identity.name)"
}

private func figures(of equation: Equation, on board: Board) -> [String] {
  equation.squares.map { "\(board.kind.rawValue)/\(board.squares[$0].slot.row)/\(board.squares[$0].slot.column)" }
}

private func origin(of equation: Equation, on board: Board) -> Origin {
  let entries = equation.squares.map { board.squares[$0].entry }
  return entries.first { !$0.isBlank }?.origin ?? entries[0].origin
}

private func finding(_ equation: Equation, left: Int, right: Int, board: Board) -> Finding {
  let squares = equation.squares.map { board.squares[$0] }
  let inDoubt = squares.contains { $0.isInDoubt || $0.status.isWarning }
  let (name, figures) = (place(of: equation, on: board), figures(of: equation, on: board))
  let origin = origin(of: equation, on: board)
  let total = board.squares[equation.left[0]]
  if equation.left.count == 1, total.figure == .blank, right > 0 {
    return totalMissing(equation, sum: right, board: board)
  }
  if inDoubt {
    return Finding(
      .error, .identityInDoubt,
      "\(name): \(left) on the left, \(right) on the right; the reading is in doubt, "
        + "compare the cells with the picture", origin: origin, figures: figures)
  }
  let extra = board.isExtended ? "; rows that the form does not know may account for it" : ""
  return Finding(
    equation.identity.isStatutory ? .error : .warning, .identityBroken,
    "\(name): \(left) on the left, \(right) on the right; the page itself prints this\(extra)", origin: origin,
    figures: figures)
}
