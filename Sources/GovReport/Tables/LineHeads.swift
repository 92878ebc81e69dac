/// The headings of columns that lines print before rows, in the order of the page.
struct LineHeads {
  private var applicants: [Name] = []
  /// Whether the rows of table 2 have begun; its labels then name rows, not columns.
  private var hasRequests = false
  private var disclosure: [Name] = []
  /// Whether a row has followed the headings of table 1, so that the next one begins another part.
  private var isDisclosureClosed = true

  /// The tables of which some column was named.
  private(set) var kinds: Set<TableKind> = []

  mutating func take(_ label: Label) {
    if let column = label.columnName(.requests), !hasRequests {
      applicants.append(column)
      kinds.insert(.requests)
    }
    guard let column = label.columnName(.disclosure) else { return }
    if isDisclosureClosed { disclosure = [] }
    disclosure.append(column)
    kinds.insert(.disclosure)
    isDisclosureClosed = false
  }

  /// Takes note of a row that names the column of each figure.
  mutating func stated(of kind: TableKind) { kinds.insert(kind) }

  /// The applicant columns of a row of table 2.
  mutating func applicants(above row: Name) -> [Name] {
    if row == "new" { hasRequests = true }
    return printedOrder(of: applicants)
  }

  /// The columns of a row of table 1: the form's, in the order of the headings if these are the same.
  mutating func disclosure(above official: [Name]) -> [Name] {
    isDisclosureClosed = true
    return disclosure.count == official.count && Set(disclosure) == Set(official) ? disclosure : official
  }
}

/// The slots of table 3 in the order in which labels name its groups and outcomes, where they name each as often as the form.
func reviewSlots(named labels: [LabelRole]) -> [Slot] {
  let groups = distinct(labels.compactMap { if case .row(_, let name) = $0 { name } else { nil } })
  let outcomes = distinct(labels.compactMap { if case .column(_, let name) = $0 { name } else { nil } })
  let (allGroups, allOutcomes) = (distinct(reviewSlots.map(\.row)), distinct(reviewSlots.map(\.column)))
  let rows = groups.count == allGroups.count ? groups : allGroups
  let columns = outcomes.count == allOutcomes.count ? outcomes : allOutcomes
  return rows.flatMap { row in columns.map { Slot(row: row, column: $0) } }
}

private func distinct(_ names: [Name]) -> [Name] {
  var seen: Set<Name> = []
  return names.filter { seen.insert($0).inserted }
}
