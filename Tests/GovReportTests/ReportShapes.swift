import GovDocument
import GovForms

/// The shapes in which a generated report reaches the program.
enum Shape: String, CaseIterable {
  /// True grids with spans.
  case grid
  /// Pipe tables that lost their spans and kept their blanks.
  case pipe
  /// Pipe tables in which a spanned slot repeats the text of its cell.
  case repeatedPipe
  /// Pipe tables in which a spanned slot is blank.
  case paddedPipe
  /// Pipe tables whose blanks moved to the end of the row.
  case movedPipe
  /// One cell per line, blanks dropped.
  case lines
  /// One row per line, cells apart by spaces, blanks dropped.
  case rowLines

  func document(of report: GeneratedReport, _ chance: inout Chance) -> Document {
    let templates = report.form.templates
    let tables = ["disclosure", "requests", "review"].compactMap { name in
      let wanted = "\(report.form.identifier.rawValue)/\(name)"
      let variants = templates.filter { $0.identifier == wanted || $0.identifier.hasPrefix(wanted + "/") }
      return variants.isEmpty ? nil : self == .grid ? chance.pick(variants) : variants[0]
    }
    switch self {
    case .grid: return gridDocument(tables, report, &chance)
    case .pipe: return textDocument(tables, report, &chance) { pipeRows($0, keepsBlanks: true) }
    case .repeatedPipe:
      return textDocument(tables, report, &chance, slots: .repeated) { pipeRows($0, keepsBlanks: true) }
    case .paddedPipe: return textDocument(tables, report, &chance, slots: .blank) { pipeRows($0, keepsBlanks: true) }
    case .rowLines:
      return textDocument(tables, report, &chance) { rows in
        rows.map { $0.filter { !$0.isEmpty }.joined(separator: "  ") }.filter { !$0.isEmpty }
      }
    case .movedPipe: return textDocument(tables, report, &chance) { pipeRows($0, keepsBlanks: false) }
    case .lines: return textDocument(tables, report, &chance) { $0.flatMap { $0 }.filter { !$0.isEmpty } }
    }
  }
}

private let headings = ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"]

private func title(_ report: GeneratedReport) -> String {
  "示例市档案局\(report.form.identifier == .form2019 ? 2020 : 2021)年政府信息公开工作年度报告"
}

// MARK: Grids

private func gridDocument(_ tables: [TableTemplate], _ report: GeneratedReport, _ chance: inout Chance) -> Document {
  var document = Document(source: Source(name: "page.html", format: .html))
  document.blocks.append(.heading(level: 1, Prose(title(report), origin: .line(1))))
  for (heading, template) in zip(headings, tables) {
    document.blocks.append(.heading(level: 2, Prose(heading, origin: .line(2))))
    if let table = grid(template, report, &chance) { document.blocks.append(.table(table)) }
  }
  return document
}

/// The grid of a template with the report's texts; labels may be damaged.
func grid(_ template: TableTemplate, _ report: GeneratedReport, _ chance: inout Chance) -> Table? {
  let cells = template.cells.map { cell in
    Cell(
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
      content: Prose(printed(cell, template, report, &chance), origin: .line(10 + cell.row)))
  }
  return Table(rows: template.rows, columns: template.columns, cells: cells, origin: .line(10))
}

private func printed(
  _ cell: TemplateCell, _ template: TableTemplate, _ report: GeneratedReport, _ chance: inout Chance
) -> String {
  switch cell.content {
  case .empty: return ""
  case .label(let label): return chance.happens(0.15) ? damaged(label, &chance) : label
  case .figure(let name):
    let table = template.identifier.split(separator: "/")[1]
    return report.texts["\(table)/\(name)"] ?? ""
  }
}

/// A label as mirrors and typists leave it: traditional, a bracket lost, spaces or breaks inside, the first character
/// twice, junk commas, letters injected, one character wrong.
func damaged(_ label: String, _ chance: inout Chance) -> String {
  var characters = Array(label)
  switch chance.number(0...6) {
  case 0: characters = characters.map { traditional[$0] ?? $0 }
  case 1: if let index = characters.lastIndex(where: { $0 == ")" || $0 == "(" }) { characters.remove(at: index) }
  case 2: characters.insert(chance.pick([" ", "\n", "\u{3000}"]), at: chance.number(1...characters.count - 1))
  case 3: characters.insert(characters[0], at: 0)
  case 4: characters.insert(",", at: chance.number(1...characters.count - 1))
  case 5: characters = characters.flatMap { [$0, "\n"] }
  default: if characters.count >= 6 { characters[chance.number(2...characters.count - 1)] = "某" }
  }
  return String(characters)
}

private let traditional: [Character: Character] = [
  "规": "規", "数": "數", "对": "對", "总": "總", "许": "許", "处": "處", "罚": "罰", "强": "強", "业": "業", "收": "收",
  "费": "費", "请": "請", "结": "結", "转": "轉", "办": "辦", "开": "開", "属": "屬", "国": "國", "机": "機", "构": "構",
  "务": "務", "会": "會", "组": "組", "织": "織", "复": "復", "议": "議", "诉": "訴", "讼": "訟", "维": "維", "纠": "糾",
  "审": "審", "计": "計", "现": "現", "于": "於", "类": "類", "执": "執", "询": "詢", "项": "項", "无": "無", "当": "當",
]

// MARK: Text

/// What a text table prints in the slots that a cell spans beside its first.
private enum SpannedSlots { case nothing, blank, repeated }

private func textDocument(
  _ tables: [TableTemplate], _ report: GeneratedReport, _ chance: inout Chance, slots: SpannedSlots = .nothing,
  lines: ([[String]]) -> [String]
) -> Document {
  var text = [title(report)]
  for (heading, template) in zip(headings, tables) {
    text.append(heading)
    text += lines(rows(template, report, &chance, slots: slots))
  }
  return crawledDocument(text.joined(separator: "\n"))
}

private func rows(
  _ template: TableTemplate, _ report: GeneratedReport, _ chance: inout Chance, slots: SpannedSlots
) -> [[String]] {
  var grid = [[String?]](repeating: [String?](repeating: nil, count: template.columns), count: template.rows)
  for cell in template.cells {
    let text = printed(cell, template, report, &chance).replacing("\n", with: "")
    for row in cell.row..<cell.row + cell.rowSpan where slots != .nothing || row == cell.row {
      for column in cell.column..<cell.column + cell.columnSpan where slots != .nothing || column == cell.column {
        let isFirst = row == cell.row && column == cell.column
        grid[row][column] = isFirst || slots == .repeated ? text : ""
      }
    }
  }
  return grid.map { $0.compactMap { $0 } }
}

private func pipeRows(_ rows: [[String]], keepsBlanks: Bool) -> [String] {
  let width = rows.map(\.count).max() ?? 0
  return rows.map { row in
    let cells = keepsBlanks ? row : row.filter { !$0.isEmpty } + row.filter(\.isEmpty)
    return (cells + [String](repeating: "", count: width - cells.count)).joined(separator: " | ") + " |"
  }
}
