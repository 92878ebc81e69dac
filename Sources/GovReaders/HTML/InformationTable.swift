import GovDocument

/// The fields of an index-number header table (索引号, 发布机构, 发文日期 …); empty for a table that is none.
///
/// Such a table is made of label cells each followed by its value; two labels that only such tables have make it one.
func informationFields(of table: Table) -> [(field: InformationField, value: String, line: Int)] {
  guard table.rows <= 16, table.columns <= 8 else { return [] }
  var fields: [(InformationField, String, Int)] = []
  for (index, cell) in table.cells.enumerated() {
    guard let field = informationField(labelled: cell.content.text) else {
      fields += labelledValues(in: cell.content.text).map { ($0.0, $0.1, line(of: cell)) }
      continue
    }
    let next = index + 1 < table.cells.count ? table.cells[index + 1] : nil
    let value = next.flatMap { $0.row == cell.row ? $0 : nil }
    fields.append((field, value.map { collapsed($0.content.text) } ?? "", line(of: cell)))
  }
  return fields.count >= 2 ? fields.map { (field: $0.0, value: $0.1, line: $0.2) } : []
}

private func line(of cell: Cell) -> Int {
  if case .line(let line) = cell.content.origin { return line }
  return 1
}
