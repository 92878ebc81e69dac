import GovDocument
import GovForms
import Testing

@testable import GovReport

/// The exact search against plain enumeration: on small tables every placement of every row is tried.
struct PlacementSearchTests {
  private static let rows = [
    "new", "carriedIn", "granted", "denied.stateSecret", "other", "resultsTotal", "carriedOut",
  ]

  /// Rows of printed figures in lines, blanks dropped.
  private func document(_ printed: [String: [Int]]) -> Document {
    let labels = Dictionary(
      uniqueKeysWithValues: StatutoryForm.form2019.tables[1].parts[0].rows.map { ($0.identifier, $0.path.last ?? "") })
    let lines = Self.rows.flatMap { row in [labels[row] ?? ""] + (printed[row] ?? []).map { "\($0)" } }
    return crawledDocument((["三、收到和处理政府信息公开申请情况"] + lines).joined(separator: "\n"))
  }

  /// Every assignment of columns that satisfies all equations, by enumeration.
  private func solutions(_ printed: [String: [Int]]) -> [[[Int?]]] {
    let options = Self.rows.map { row in
      placements(of: printed[row]?.count ?? 0, into: 7).compactMap { way -> [Int?]? in
        var cells = [Int?](repeating: nil, count: 7)
        for (number, column) in zip(printed[row] ?? [], way) { cells[column] = number }
        return cells[0..<6].reduce(0) { $0 + ($1 ?? 0) } == cells[6] ?? 0 ? cells : nil
      }
    }
    var found: [[[Int?]]] = [[]]
    for row in options { found = found.flatMap { rows in row.map { rows + [$0] } } }
    return found.filter { rows in
      (0..<6).allSatisfy { column in
        let value = { (row: Int) in rows[row][column] ?? 0 }
        return value(0) + value(1) == value(5) + value(6) && value(5) == value(2) + value(3) + value(4)
      }
    }
  }

  @Test func theSearchFindsExactlyWhatEnumerationFinds() {
    var chance = Chance(seed: 31)
    for _ in 0..<25 {
      let printed = smallTable(&chance)
      let all = solutions(printed)
      guard !all.isEmpty else { continue }
      var document = document(printed)
      let report = recognise(&document)
      for (row, name) in Self.rows.enumerated() {
        for (column, columnName) in requestColumns.enumerated() {
          guard let figure = report.figure("requests/\(name)/\(columnName)") else { continue }
          let expected = Set(all.map { $0[row][column].map { "\($0)" } ?? "_" })
          let found = Set(([figure.figure] + figure.alternatives).map(digest))
          #expect(found == expected, "\(name)/\(columnName)")
          #expect((figure.status == .read) == (expected.count == 1))
        }
      }
    }
  }

  /// Applications in two columns, small numbers, no zeros printed: few enough placements to enumerate.
  private func smallTable(_ chance: inout Chance) -> [String: [Int]] {
    let columns = [chance.number(0...2), chance.number(3...5)]
    var printed: [String: [Int]] = [:]
    var cells: [String: [Int]] = [:]
    for (index, _) in columns.enumerated() {
      let new = chance.number(index == 0 ? 1...4 : 0...2)
      let granted = chance.number(0...new)
      let denied = chance.number(0...(new - granted))
      let out = new - granted - denied
      for (row, value) in [
        ("new", new), ("granted", granted), ("denied.stateSecret", denied), ("resultsTotal", granted + denied),
        ("carriedOut", out),
      ] {
        cells[row, default: []].append(value)
      }
    }
    for (row, values) in cells where values.contains(where: { $0 > 0 }) {
      printed[row] = values.filter { $0 > 0 } + [values.reduce(0, +)]
    }
    return printed
  }

  @Test(arguments: [(0, 7, 1), (1, 7, 7), (3, 7, 35), (7, 7, 1), (8, 7, 0), (7, 15, 6435)])
  func placementsAreCombinations(_ count: Int, _ width: Int, _ expected: Int) {
    #expect(placements(of: count, into: width).count == expected)
  }

  /// Over its bound the search says so instead of guessing.
  @Test func theSearchIsBounded() {
    let rows = (1...12).map { number in
      RowOptions(
        vectors: (0..<6).map { column in vector(column, Int32(1 << number)) }, costs: [Float](repeating: 0, count: 6))
    }
    let total = RowOptions(vectors: [Figures7(4000, 2000, 1000, 500, 400, 290, 8190, 0)], costs: [0])
    let nothing = RowOptions(vectors: [.zero], costs: [0])
    var problem = ColumnSums(
      new: total, carriedIn: nothing, resultsTotal: total, carriedOut: nothing, results: rows,
      flowMask: Figures7(repeating: 1), sumMask: Figures7(repeating: 1))
    problem.limit = 1000
    #expect(throws: SearchFailure.bound) { try solve(problem) }
  }

  private func vector(_ column: Int, _ number: Int32) -> Figures7 {
    var vector = Figures7.zero
    vector[column] = number
    vector[6] = number
    return vector
  }
}
