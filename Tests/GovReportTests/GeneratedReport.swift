import Foundation
import GovForms
import GovReport

/// A small deterministic source of randomness (SplitMix64), so that every run tests the same reports.
struct Chance: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func happens(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  /// An index drawn with weights.
  mutating func weighted(_ weights: [Double]) -> Int {
    var rest = Double.random(in: 0..<weights.reduce(0, +), using: &self)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}

/// A report with invented figures as an agency would print them: the text of every cell of the form.
struct GeneratedReport {
  let form: StatutoryForm
  /// What is printed, by `table/row/column`; blank cells are empty.
  private(set) var texts: [String: String] = [:]
  /// The cell whose figure was changed so that an equation breaks; absent in a consistent report.
  private(set) var brokenCell: String?
  let fill: Fill

  /// How agencies fill in what is nothing, and how often.
  enum Fill: CaseIterable {
    case zeros, blanks, blanksInEmptyRows, naturalAndTotal, totalOnly, mixed, signs, oneSign, allBlank, totalsMissing

    static let weights: [Double] = [34, 14, 14, 10, 6, 8, 4, 3, 4, 3]
  }

  init(_ chance: inout Chance, form: StatutoryForm? = nil, fill: Fill? = nil, isBroken: Bool = false) {
    self.form = form ?? (chance.happens(0.5) ? .form2019 : .form2021)
    let drawn = fill ?? Fill.allCases[chance.weighted(Fill.weights)]
    self.fill = isBroken && [.signs, .oneSign, .allBlank].contains(drawn) ? .zeros : drawn
    fillDisclosure(&chance)
    fillRequests(&chance, isBroken: isBroken)
    fillReview(&chance)
  }

  func text(_ table: String, _ row: String, _ column: String) -> String { texts["\(table)/\(row)/\(column)"] ?? "" }

  // MARK: Table 1

  private mutating func fillDisclosure(_ chance: inout Chance) {
    let leavesBlank = chance.happens(0.2)
    for part in form.tables[0].parts {
      for row in part.rows {
        let isNothing = chance.happens(0.4)
        for column in part.columns {
          let name = "disclosure/\(row.identifier)/\(column.identifier)"
          texts[name] = isNothing ? nothing(&chance, blank: leavesBlank) : figure(column.kind, &chance)
        }
      }
    }
  }

  private func nothing(_ chance: inout Chance, blank: Bool) -> String {
    if blank { return "" }
    switch fill {
    case .signs, .oneSign: return "无"
    default: return "0"
    }
  }

  private func figure(_ kind: FigureKind, _ chance: inout Chance) -> String {
    switch kind {
    case .count: return "\(chance.number(0...chance.pick([5, 50, 5000, 400_000])))"
    case .change: return "\(chance.number(-80...20))"
    case .amount(let unit):
      return "\(chance.number(1...5000)).\(chance.number(10...99))\(unit.isEmpty ? "万元" : "")"
    }
  }

  // MARK: Table 2

  static let applicants = [
    "naturalPersons", "businesses", "researchInstitutions", "publicWelfareOrganisations", "legalServiceOrganisations",
    "others",
  ]

  private mutating func fillRequests(_ chance: inout Chance, isBroken: Bool) {
    let rows = form.tables[1].parts[0].rows.map(\.identifier)
    let results = rows.filter { !["new", "carriedIn", "resultsTotal", "carriedOut"].contains($0) }
    var numbers = requests(&chance, results: results)
    numbers = numbers.mapValues { $0 + [$0.reduce(0, +)] }
    if isBroken { breakOne(&numbers, rows: rows, &chance) }
    for row in rows { printRow(row, numbers[row] ?? [], &chance) }
  }

  private func requests(_ chance: inout Chance, results: [String]) -> [String: [Int]] {
    let size = [0, 8, 60, 400, 6000][chance.weighted([25, 30, 25, 15, 5])]
    let spread = chance.weighted([55, 30, 15])
    var numbers: [String: [Int]] = [:]
    for row in results + ["new", "carriedIn", "resultsTotal", "carriedOut"] {
      numbers[row] = [Int](repeating: 0, count: 6)
    }
    for column in 0..<6 where size > 0 {
      let most = column == 0 ? size : spread == 0 ? 0 : spread == 1 ? (column == 1 ? size / 5 + 1 : 0) : size / 6 + 1
      guard most > 0 else { continue }
      let new = chance.number(column == 0 ? 1...most : 0...most)
      let carriedIn = chance.happens(0.3) ? chance.number(0...max(1, most / 8)) : 0
      let carriedOut = chance.happens(0.3) ? chance.number(0...min(new, max(1, most / 8))) : 0
      numbers["new"]?[column] = new
      numbers["carriedIn"]?[column] = carriedIn
      numbers["carriedOut"]?[column] = carriedOut
      numbers["resultsTotal"]?[column] = new + carriedIn - carriedOut
      distribute(new + carriedIn - carriedOut, column: column, over: results, in: &numbers, &chance)
    }
    return numbers
  }

  private func distribute(
    _ total: Int, column: Int, over rows: [String], in numbers: inout [String: [Int]], _ chance: inout Chance
  ) {
    var rest = total
    let favourites = (0..<chance.number(1...8)).map { _ in chance.pick(rows) }
    while rest > 0 {
      let share = chance.number(1...max(1, rest / 2 + 1))
      numbers[chance.pick(favourites)]?[column] += min(share, rest)
      rest -= min(share, rest)
    }
  }

  /// Changes one printed total or part, as agencies do when they correct one cell and forget the others.
  private mutating func breakOne(_ numbers: inout [String: [Int]], rows: [String], _ chance: inout Chance) {
    let row = chance.pick(rows)
    let column = chance.happens(0.5) ? 6 : chance.number(0...5)
    numbers[row]?[column] += chance.number(1...9)
    brokenCell = "requests/\(row)/\(column == 6 ? "total" : Self.applicants[column])"
  }

  private mutating func printRow(_ row: String, _ numbers: [Int], _ chance: inout Chance) {
    let isEmpty = numbers.allSatisfy { $0 == 0 }
    let printsZeros = chance.happens(0.8)
    for (column, name) in (Self.applicants + ["total"]).enumerated() {
      let cell = "requests/\(row)/\(name)"
      let isOuter = column == 0 || column == 6
      texts[cell] =
        numbers[column] > 0 && !(fill == .totalsMissing && column == 6 && brokenCell != cell)
        ? "\(numbers[column])" : empty(column, isOuter: isOuter, rowIsEmpty: isEmpty, printsZeros: printsZeros, &chance)
    }
  }

  private func empty(
    _ column: Int, isOuter: Bool, rowIsEmpty: Bool, printsZeros: Bool, _ chance: inout Chance
  ) -> String {
    switch fill {
    case .zeros: "0"
    case .blanks, .allBlank, .totalsMissing: ""
    case .blanksInEmptyRows: rowIsEmpty ? "" : "0"
    case .naturalAndTotal: isOuter ? "0" : ""
    case .totalOnly: column == 6 ? "0" : ""
    case .mixed: printsZeros && (column == 6 || chance.happens(0.5)) ? "0" : ""
    case .signs: rowIsEmpty ? "无" : "/"
    case .oneSign: column == 6 && rowIsEmpty ? "无" : ""
    }
  }

  // MARK: Table 3

  private mutating func fillReview(_ chance: inout Chance) {
    let prints = chance.weighted([70, 20, 10])
    for row in form.tables[2].parts[0].rows {
      let numbers = (0..<4).map { _ in chance.happens(0.3) ? chance.number(0...30) : 0 }
      for (column, number) in zip(
        ["upheld", "corrected", "otherResult", "pending", "total"], numbers + [numbers.reduce(0, +)])
      {
        let nothing = prints == 0 ? "0" : prints == 1 ? "" : "无"
        texts["review/\(row.identifier)/\(column)"] = number > 0 ? "\(number)" : nothing
      }
    }
  }
}
