import GovForms

/// One way to read a row of table 2.
struct RowReading {
  var vector: Figures7
  /// The less, the likelier.
  var cost: Float
  /// For figures whose blanks were lost: the ways to place them that give this vector, the likeliest first.
  var placements: [[Int]] = []
  /// For a picture: the column that no reader's proposal fits and the equations fill.
  var free: Int?
}

/// A row of table 2 with the ways to read it.
struct RowPlan {
  let name: Name
  /// The square of each column, in the order of the form; absent columns have none.
  var squares: [Int?]
  /// What is printed when blanks were lost.
  var floating: Board.Float?
  /// The columns in which the readers of a picture are in doubt.
  var doubts: [Int] = []
  var readings: [RowReading]
  /// Whether no reading satisfies the row's own equation.
  var isContradictory = false
  /// The columns whose number is not known.
  var unknown: Set<Int> = []
}

/// The column of 总计 among `requestColumns`.
let totalColumn = requestColumns.count - 1

/// The largest count that the search takes; a greater one is no number of applications.
let largestCount = 10_000_000

/// The row as it stands on the board, its readings not yet weighed.
func planRow(_ name: Name, board: Board) -> RowPlan {
  let squares = requestColumns.map { board.index[Slot(row: name, column: $0)] }
  var plan = RowPlan(name: name, squares: squares, readings: [])
  plan.floating = board.floats.first { $0.squares.first.map { squares.contains($0) } ?? false }
  plan.doubts = squares.indices.filter { column in
    squares[column].map { board.squares[$0].isInDoubt } ?? false
  }
  if let floating = plan.floating {
    readFloating(floating, board: board, into: &plan)
  } else {
    readPlaced(board, into: &plan)
  }
  return plan
}

// MARK: Blanks lost

private func readFloating(_ floating: Board.Float, board: Board, into plan: inout RowPlan) {
  let strict = strictReadings(floating.entries.map { $0.text }, squares: floating.squares, board: board)
  plan.isContradictory = strict.isEmpty
  plan.readings = strict
}

/// The placements of printed texts that satisfy the row's equation, grouped by what they add to the columns.
func strictReadings(_ texts: [String], squares: [Int], board: Board) -> [RowReading] {
  var groups: [Figures7: Int] = [:]
  var readings: [RowReading] = []
  let columns = squares.map { requestColumns.firstIndex(of: board.squares[$0].slot.column) ?? 0 }
  let hasTotal = columns.contains(totalColumn)
  guard let numbers = numbers(texts, square: board.squares[squares[0]]) else { return [] }
  for way in placements(of: texts.count, into: squares.count) {
    var vector = Figures7.zero
    for (number, slot) in zip(numbers, way) { vector[columns[slot]] = Int32(number) }
    guard !hasTotal || vector[totalColumn] == parts(of: vector) else { continue }
    let cost = placementCost(way.map { columns[$0] }, numbers: numbers)
    if let index = groups[vector] {
      readings[index].placements.append(way)
      readings[index].cost = min(readings[index].cost, cost)
    } else {
      groups[vector] = readings.count
      readings.append(RowReading(vector: vector, cost: cost, placements: [way]))
    }
  }
  return readings
}

/// The numbers of texts for sums; `nil` when one is no count.
func numbers(_ texts: [String], square: Square) -> [Int]? {
  var numbers: [Int] = []
  for text in texts {
    guard let number = square.parse(text).number, (0...largestCount).contains(number) else { return nil }
    numbers.append(number)
  }
  return numbers
}

func parts(of vector: Figures7) -> Int32 {
  (0..<totalColumn).reduce(0) { $0 &+ vector[$1] }
}

/// Most applicants are natural persons, and a row that prints anything prints its total.
func placementCost(_ columns: [Int], numbers: [Int]) -> Float {
  var cost: Float = 0
  for column in columns where column != 0 && column != totalColumn { cost += 1 + Float(column) / 16 }
  if !columns.contains(totalColumn) { cost += 4 }
  return cost
}

// MARK: Pictures and plain text

private func readPlaced(_ board: Board, into plan: inout RowPlan) {
  var vector = Figures7.zero
  for (column, square) in plan.squares.enumerated() where !plan.doubts.contains(column) {
    guard let square else { continue }
    if let number = board.squares[square].number, (0...largestCount).contains(number) {
      vector[column] = Int32(number)
    } else {
      plan.unknown.insert(column)
    }
  }
  guard !plan.doubts.isEmpty else {
    plan.readings = [RowReading(vector: vector, cost: 0)]
    return
  }
  let domains = plan.doubts.map { column in plan.squares[column].map { board.squares[$0].choices } ?? [] }
  plan.readings = assignments(vector, columns: plan.doubts, domains: domains).filter { plan.satisfies($0.vector) }
  if plan.readings.isEmpty, plan.hasEquation {
    plan.isContradictory = true
    plan.readings = filled(vector, columns: plan.doubts, domains: domains)
  }
  guard plan.readings.isEmpty else { return }
  plan.isContradictory = true
  for (column, domain) in zip(plan.doubts, domains) {
    if let number = domain.first?.number { vector[column] = Int32(number) } else { plan.unknown.insert(column) }
  }
  plan.readings = [RowReading(vector: vector, cost: 0)]
}

extension RowPlan {
  /// Whether the row's own equation can be taken.
  var hasEquation: Bool { squares[totalColumn] != nil && unknown.isEmpty }

  func satisfies(_ vector: Figures7) -> Bool {
    !hasEquation || vector[totalColumn] == parts(of: vector)
  }
}

/// Every assignment of the readers' proposals; none when there are too many to list.
private func assignments(_ vector: Figures7, columns: [Int], domains: [[Choice]]) -> [RowReading] {
  let numbers = domains.map(distinctNumbers)
  guard numbers.reduce(1, { min($0, 10_000) * $1.count }) <= 4096 else { return [] }
  var readings = [RowReading(vector: vector, cost: 0)]
  for (column, domain) in zip(columns, numbers) {
    readings = readings.flatMap { reading in
      domain.map { number, cost in
        var next = reading
        next.vector[column] = Int32(number)
        next.cost += cost
        return next
      }
    }
  }
  return readings
}

/// The assignments in which one column in doubt holds what the row's equation demands, whatever the readers saw.
private func filled(_ vector: Figures7, columns: [Int], domains: [[Choice]]) -> [RowReading] {
  columns.indices.flatMap { index -> [RowReading] in
    var others = columns
    var rest = domains
    let column = others.remove(at: index)
    rest.remove(at: index)
    return assignments(vector, columns: others, domains: rest).compactMap { reading in
      var reading = reading
      reading.vector[column] = 0
      let sum = parts(of: reading.vector)
      reading.vector[column] = column == totalColumn ? sum : reading.vector[totalColumn] - sum
      reading.cost += inferenceCost
      reading.free = column
      return reading.vector[column] >= 0 ? reading : nil
    }
  }
}

/// What it costs to believe that no reader saw a cell right: more than any disagreement.
private let inferenceCost: Float = 20

/// The numbers of a domain, each with the cost of its likeliest proposal.
private func distinctNumbers(_ domain: [Choice]) -> [(Int, Float)] {
  var result: [(Int, Float)] = []
  for choice in domain {
    guard let number = choice.number, (0...largestCount).contains(number) else { continue }
    let cost = Float(1 - choice.confidence)
    if let index = result.firstIndex(where: { $0.0 == number }) {
      result[index].1 = min(result[index].1, cost)
    } else {
      result.append((number, cost))
    }
  }
  return result
}
