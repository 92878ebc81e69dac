import GovDocument
import GovForms

/// One statutory table on its way to figures: a square for every figure of the form whose row is printed.
struct Board {
  let kind: TableKind
  let table: FormTable
  var squares: [Square] = []
  private(set) var index: [Slot: Int] = [:]
  /// The groups of squares behind which blank cells were lost, with what is printed there.
  var floats: [Float] = []
  /// Whether rows that the form does not know hold figures, so that sums may have further terms.
  var isExtended = false

  /// The identities of the form in every row and column where all terms on the left are printed.
  private(set) var equations: [Equation] = []

  /// Printed figures whose squares are not known.
  struct Float {
    var squares: [Int]
    var entries: [Entry]
  }

  init(kind: TableKind, table: FormTable) {
    self.kind = kind
    self.table = table
  }

  mutating func append(_ square: Square) {
    index[square.slot] = squares.count
    squares.append(square)
  }

  /// Sets up the equations once all squares are there; absent terms on the right are left out.
  mutating func prepareEquations() {
    let (rows, columns) = (rowNames, columnNames)
    equations = table.identities.flatMap { identity -> [Equation] in
      let lines = identity.axis == .rows ? columns : rows
      let (leftNames, rightNames) = (identity.left.map { Name($0) }, identity.right.map { Name($0) })
      return lines.compactMap { line in
        let left = terms(leftNames, of: identity, line: line)
        let right = terms(rightNames, of: identity, line: line)
        guard left.count == identity.left.count, !right.isEmpty else { return nil }
        return Equation(identity: identity, line: line, left: left, right: right)
      }
    }
  }

  var rowNames: [Name] { distinct(squares.map(\.slot.row)) }
  var columnNames: [Name] { distinct(squares.map(\.slot.column)) }

  private func terms(_ names: [Name], of identity: Identity, line: Name) -> [Int] {
    names.compactMap { name in
      index[identity.axis == .rows ? Slot(row: name, column: line) : Slot(row: line, column: name)]
    }
  }

  private func distinct(_ names: [Name]) -> [Name] {
    var seen: Set<Name> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// An identity in one row or column of a board, by the indices of its squares.
struct Equation {
  var identity: Identity
  /// The row or column in which it is taken.
  var line: Name
  var left: [Int]
  var right: [Int]

  var squares: [Int] { left + right }
}

/// A figure in the making.
struct Square {
  let slot: Slot
  let figureKind: FigureKind
  let label: String
  let columnLabel: String
  /// The unit that the page prints in the column's heading.
  var headerUnit: String?
  var entry: Entry
  var figure: Figure = .blank
  var status: Status = .read
  var confidence = 1.0
  var alternatives: [Figure] = []
  /// The text of the decision when it differs from what stands in the cell.
  var decision: String?

  /// The number for sums: a blank and 无 count as nothing; `nil` when it is not known.
  var number: Int? { figure.number }

  /// What a text would mean in this square.
  func parse(_ text: String) -> Figure { parseFigure(text, kind: figureKind, unit: headerUnit) }
}

extension Figure {
  /// The number for sums: a blank and 无 count as nothing; `nil` for an amount or what is unreadable.
  var number: Int? {
    switch self {
    case .count(let count): count
    case .blank, .statedNone: 0
    case .amount, .unreadable: nil
    }
  }
}
