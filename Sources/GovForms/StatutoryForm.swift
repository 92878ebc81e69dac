import GovDocument

/// One statutory form: the tables and headings that a report of its years must carry.
///
/// Labels are the official ones in simplified script, printed with ASCII brackets.
public struct StatutoryForm: Sendable {
  /// Which form it is.
  public let identifier: FormIdentifier
  /// The years that reports on this form cover.
  public let years: ClosedRange<Int>
  /// The tables in the order of the form.
  public let tables: [FormTable]

  /// Every form, the newest first.
  public static let all: [StatutoryForm] = [form2021, form2019, form2014]

  /// The layouts in which the form's tables are printed, the official one of each table first.
  public var templates: [TableTemplate] { tables.flatMap { $0.templates(of: identifier) } }

  /// The layouts of the table with that stable name, the official one first; empty when the form has none.
  public func templates(of table: String) -> [TableTemplate] {
    tables.first { $0.identifier == table }?.templates(of: identifier) ?? []
  }
}

/// One table of a statutory form.
public struct FormTable: Sendable {
  /// The stable name: `disclosure`, `requests`, `review` or `statistics`.
  public let identifier: String
  /// The pieces that are printed one below the other; most tables have one.
  public let parts: [FormPart]
  /// The equations that the form prints or implies.
  public let identities: [Identity]
  /// The ways in which the table is drawn, the official one first.
  public let layouts: [Layout]
  /// The identifiers of all rows.
  public let rowIdentifiers: Set<String>
  /// The identifiers of all columns.
  public let columnIdentifiers: Set<String>

  init(identifier: String, parts: [FormPart], identities: [Identity], layouts: [Layout]) {
    self.identifier = identifier
    self.parts = parts
    self.identities = identities
    self.layouts = layouts
    rowIdentifiers = Set(parts.flatMap { $0.rows.map(\.identifier) })
    columnIdentifiers = Set(parts.flatMap { $0.columns.map(\.identifier) })
  }

  /// A way to draw a table; see `TableTemplate` for the result.
  public enum Layout: String, Sendable, Hashable {
    /// Row labels on the left, nested column labels on top.
    case standard
    /// Parts below each other; the last cell of a row takes the columns that are left over.
    case stacked
    /// As `stacked`, but what is left over is blank cells.
    case stackedPadded
    /// As `stacked`, but a row of two cells is split in the middle.
    case stackedHalves
    /// All figures in one line, under the row labels and the column labels; the short label paths grow at the bottom.
    case line
    /// As `line`, but the short label paths grow at the top.
    case lineTopHeavy
    /// As `line`, but only the last label of each row's path is printed: two header rows.
    case lineFlat
    /// One label column, one unit column, one column of figures.
    case list
  }
}

/// A piece of a table with one set of columns.
public struct FormPart: Sendable {
  /// The line printed above it, such as 第二十条第(一)项; absent when there is none.
  public let heading: String?
  /// What stands in the corner, above the row labels.
  public let corner: String
  /// The label above all columns, such as 申请人情况; absent when there is none.
  public let banner: String?
  /// The columns from left to right.
  public let columns: [FormColumn]
  /// The rows from top to bottom.
  public let rows: [FormRow]

  init(heading: String? = nil, corner: String = "", banner: String? = nil, columns: [FormColumn], rows: [FormRow]) {
    self.heading = heading
    self.corner = corner
    self.banner = banner
    self.columns = columns
    self.rows = rows
  }
}

/// One column of figures.
public struct FormColumn: Sendable, Hashable {
  /// The stable name, such as `naturalPersons`.
  public let identifier: String
  /// The labels from the outermost to the column's own.
  public let path: [String]
  /// What its cells hold.
  public let kind: FigureKind
  /// The labels joined as the JSON prints them.
  public let label: String

  init(_ identifier: String, _ path: String..., kind: FigureKind = .count) {
    self.identifier = identifier
    self.path = path
    self.kind = kind
    label = path.joined(separator: "/")
  }
}

/// One row of figures.
public struct FormRow: Sendable, Hashable {
  /// The stable name, such as `denied.stateSecret`.
  public let identifier: String
  /// The labels from the outermost to the row's own.
  public let path: [String]
  /// Other spellings of the row's own label that are in common use.
  public let aliases: [String]
  /// What its cells hold when that differs from the column; absent otherwise.
  public let kind: FigureKind?
  /// The unit that is printed in the row, such as 条; absent when there is none.
  public let unit: String?
  /// The labels joined as the JSON prints them.
  public let label: String

  init(
    _ identifier: String, _ path: String..., aliases: [String] = [], kind: FigureKind? = nil, unit: String? = nil
  ) {
    self.identifier = identifier
    self.path = path
    self.aliases = aliases
    self.kind = kind
    self.unit = unit
    label = path.joined(separator: "/")
  }
}

/// What a cell of a form holds.
public enum FigureKind: Sendable, Hashable {
  /// A whole number, never negative.
  case count
  /// A whole number with a sign (本年增/减).
  case change
  /// A decimal number in the unit, which is empty when the cell itself prints it.
  case amount(unit: String)
}

/// An equation between the figures of a table: the sum of the left terms is the sum of the right ones.
public struct Identity: Sendable, Hashable {
  /// The equation in the words of the form.
  public let name: String
  /// What the terms are.
  public let axis: Axis
  /// The identifiers of the terms on the left, normally the total.
  public let left: [String]
  /// The identifiers of the terms on the right, normally the parts.
  public let right: [String]
  /// Whether the form itself demands it; agencies do not always keep the natural sums of the statistics table.
  public let isStatutory: Bool

  init(_ name: String, _ axis: Axis, _ left: [String], equals right: [String], isStatutory: Bool = true) {
    self.name = name
    self.axis = axis
    self.left = left
    self.right = right
    self.isStatutory = isStatutory
  }

  /// The direction in which an equation runs.
  public enum Axis: Sendable, Hashable {
    /// The terms are rows; the equation holds in every column.
    case rows
    /// The terms are columns; the equation holds in every row.
    case columns
  }
}
