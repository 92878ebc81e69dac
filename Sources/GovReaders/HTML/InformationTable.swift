import GovDocument

/// The fields of an index-number header table (索引号, 发布机构, 发文日期 …); empty for a table that is none.
///
/// Such a table is made of label cells each followed by its value, or of cells that hold both; two fields make it one.
func informationFields(of table: Table) -> [PrintedField] {
  guard table.rows <= 16, table.columns <= 8, table.cells.prefix(2).contains(where: { !fields(of: $0).isEmpty }) else {
    return []
  }
  var found: [PrintedField] = []
  for (index, cell) in table.cells.enumerated() {
    guard let kind = labelKind(of: cell) else {
      if index == 0 || labelKind(of: table.cells[index - 1]) == nil { found += fields(of: cell) }
      continue
    }
    let next = index + 1 < table.cells.count ? table.cells[index + 1] : nil
    let value = next.flatMap { $0.row == cell.row ? collapsed($0.content.text) : nil }
    found.append(PrintedField(kind: kind, value: value ?? ""))
  }
  return found.count >= 2 ? found : []
}

private func labelKind(of cell: Cell) -> PrintedField.Kind? {
  cell.content.text.utf8.count <= 60 ? fieldKind(ofLabel: Line(cell.content.text)) : nil
}

/// The fields of one cell, whose value may be missing.
private func fields(of cell: Cell) -> [PrintedField] {
  if let kind = labelKind(of: cell) { return [PrintedField(kind: kind, value: "")] }
  return printedFields(of: Line(cell.content.text))
}
