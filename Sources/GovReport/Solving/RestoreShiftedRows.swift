import GovDocument

/// Finds rows of table 2 that lost a blank cell, so that their figures moved left and the last squares are blank.
///
/// A row is taken for shifted only when it breaks its equation as it stands, another placement of the same figures in
/// the same order satisfies it, and every equation of the table holds once such rows are placed anew.
func restoreShiftedRows(_ board: inout Board, findings: inout [Finding]) {
  guard board.kind == .requests, board.floats.isEmpty else { return }
  var trial = board
  var shifted: [Int] = []
  for equation in board.equations where equation.identity.axis == .columns {
    let squares = equation.right + equation.left
    guard isShifted(squares, board: board) else { continue }
    let entries = squares.map { board.squares[$0].entry }.filter { !$0.isBlank }
    trial.floats.append(Board.Float(squares: squares, entries: entries))
    shifted += squares
  }
  guard !trial.floats.isEmpty else { return }
  var notes: [Finding] = []
  settleRequests(&trial, preferredColumn: 0, findings: &notes)
  guard notes.isEmpty, trial.equations.allSatisfy({ holds($0, board: trial) }) else { return }
  for index in shifted { markMoved(index, from: board, on: &trial) }
  for float in trial.floats { findings.append(finding(float, board: trial)) }
  trial.floats = []
  board = trial
}

private func isShifted(_ squares: [Int], board: Board) -> Bool {
  let entries = squares.map { board.squares[$0].entry }
  let printed = entries.filter { !$0.isBlank }
  guard squares.count == requestColumns.count, entries.allSatisfy({ $0.reading == nil }), entries.last?.isBlank == true,
    !printed.isEmpty, let total = squares.last, let sum = sum(squares.dropLast().map { board.squares[$0].number }),
    sum != board.squares[total].number
  else { return false }
  return !strictReadings(printed.map(\.text), squares: squares, board: board).isEmpty
}

private func holds(_ equation: Equation, board: Board) -> Bool {
  let left = sum(equation.left.map { board.squares[$0].number })
  return left != nil && left == sum(equation.right.map { board.squares[$0].number })
}

/// The place of a moved figure rests on the equations alone: doubtful, with what stands there in print beside it.
private func markMoved(_ index: Int, from board: Board, on trial: inout Board) {
  let printed = board.squares[index].figure
  guard trial.squares[index].figure != printed else { return }
  trial.squares[index].status = .doubtful
  trial.squares[index].confidence = 0.9
  if !trial.squares[index].alternatives.contains(printed) { trial.squares[index].alternatives.append(printed) }
}

private func finding(_ float: Board.Float, board: Board) -> Finding {
  let row = float.squares.first.map { board.squares[$0].slot.row } ?? ""
  return Finding(
    .warning, .rowShifted,
    "requests/\(row): the figures stand too far left, a blank cell was lost; they were placed where the equations "
      + "demand, compare them with the page",
    origin: float.entries.first?.origin ?? .document,
    figures: float.squares.map { "requests/\(row)/\(board.squares[$0].slot.column)" })
}
