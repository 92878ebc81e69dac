import GovForms

/// The statutory tables, whatever the form.
enum TableKind: String, CaseIterable, Hashable {
  case disclosure, requests, review, statistics

  /// The place in `allCases`.
  var position: Int {
    switch self {
    case .disclosure: 0
    case .requests: 1
    case .review: 2
    case .statistics: 3
    }
  }

  /// By place: an enumeration of strings would hash its string.
  func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

/// What a printed label can mean. One label may mean several things; the place decides.
enum LabelRole: Hashable {
  /// A row of a table, by its identifier.
  case row(TableKind, Name)
  /// A column of a table, by its identifier.
  case column(TableKind, Name)
  /// A label above other labels, a heading inside the table, or its corner.
  case frame(TableKind)

  var table: TableKind {
    switch self {
    case .row(let table, _), .column(let table, _), .frame(let table): table
    }
  }
}

/// A label of the forms; an object, because the cells that print it refer to it and never change it.
final class Label: Sendable {
  let roles: [LabelRole]
  /// The forms that print it.
  let forms: Set<FormIdentifier>
  /// The table that every meaning belongs to; `nil` for a label of several.
  let onlyTable: TableKind?
  /// The identifiers of the rows that it may name, for every table.
  private let rows: [[Name]]
  /// The identifier of the first column that it may name, for every table.
  private let columns: [Name?]

  init(roles: [LabelRole], forms: Set<FormIdentifier>) {
    self.roles = roles
    self.forms = forms
    onlyTable = roles.first.flatMap { first in roles.allSatisfy { $0.table == first.table } ? first.table : nil }
    var rows = TableKind.allCases.map { _ in [Name]() }
    var columns = TableKind.allCases.map { _ in Name?.none }
    for role in roles {
      switch role {
      case .row(let table, let name): rows[table.position].append(name)
      case .column(let table, let name): columns[table.position] = columns[table.position] ?? name
      case .frame: break
      }
    }
    self.rows = rows
    self.columns = columns
  }

  /// The identifiers of all rows of `table` that it may name.
  func rowNames(_ table: TableKind) -> [Name] { rows[table.position] }

  /// The identifier of the first row of `table` that it may name.
  func rowName(_ table: TableKind) -> Name? { rows[table.position].first }

  /// The identifier of the column of `table` that it may name.
  func columnName(_ table: TableKind) -> Name? { columns[table.position] }
}
