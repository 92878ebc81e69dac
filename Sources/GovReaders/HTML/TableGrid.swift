import GovDocument

/// Builds the grid of a data table by the WHATWG algorithm "forming a table" (HTML, section 4.9.12).
///
/// Rows are grouped as the standard says: each `thead`, `tbody` and `tfoot` is a group, and consecutive rows outside of
/// them form one; a rowspan ends with its group. `tfoot` stands last. Slots that no cell covers become blank cells, and a
/// slot that two cells claim belongs to the first.
///
/// - Parameter rows: The rows that are wanted, one group; all rows without it.
/// - Returns: The table, `nil` when it has no cell, and what was cut off.
func buildTable(_ table: Int, rows: [Int]? = nil, in page: Page, limits: ReaderLimits) -> (Table?, [Finding]) {
  // Most cells are two nodes, themselves and a text.
  let nodes = Int(page.nodes[rows?.last ?? table].end) - (rows?.first ?? table)
  var grid = Grid(slots: limits.tableSlots, cells: min(nodes / 2, limits.tableSlots))
  for group in rows.map({ [$0] }) ?? rowGroups(of: table, in: page) {
    for row in group { grid.addRow(shownCells(of: row, in: page), page) }
    grid.endGroup()
  }
  let origin = Origin.line(Int(page.nodes[rows?.first ?? table].line))
  var findings: [Finding] = []
  if grid.struckOut > 0 {
    let message = "Left out: text that is struck out, in \(grid.struckOut) places of the table's cells."
    findings.append(Finding(.note, .leftOut, message, origin: origin))
  }
  if grid.unread > 0 {
    let cells = grid.unread == 1 ? "1 cell of the table shows" : "\(grid.unread) cells of the table show"
    let message =
      "\(cells) what a script, a list or a drawing puts there, and came out blank. Look at the page in a browser."
    findings.append(Finding(.warning, .hiddenText, message, origin: origin))
  }
  grid.dropEmptyColumns()
  let built = Table(
    rows: grid.rowCount, columns: grid.columnCount, cells: grid.finished,
    caption: rows == nil ? caption(of: table, in: page) : nil,
    origin: origin)
  guard grid.isCut else { return (built, findings) }
  let message =
    "The table is larger than \(limits.tableSlots) slots: its last rows or columns are left out. Raise the limit to read it whole."
  return (built, findings + [Finding(.error, .tableLimit, message, origin: origin)])
}

/// A grid that grows row by row.
private struct Grid {
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  /// Whether the limit was reached.
  private(set) var isCut = false
  private var cells: [Cell] = []
  /// For every column the row up to which a cell from above reaches.
  private var busyUntil: [Int] = []
  private var groupStart = 0
  private var hasAbsurdSpan = false
  /// How many cells without text hold what shows something in a way that is not read.
  private(set) var unread = 0
  private let slots: Int
  private var text = ElementText()

  init(slots: Int, cells count: Int) {
    self.slots = slots
    cells.reserveCapacity(count)
  }

  /// How much struck-out text was left out.
  var struckOut: Int { text.struckOut }

  /// The anchors; none sticks out of the grid.
  var finished: [Cell] { cells }

  mutating func addRow(_ row: [Int], _ page: Page) {
    guard (rowCount + 1) * max(columnCount, 1) <= slots else {
      isCut = true
      return
    }
    var column = 0
    for element in row {
      while column < columnCount, busyUntil[column] > rowCount { column += 1 }
      let (columns, rows) = spans(of: element, page)
      guard columns > 1, let inner = rowInside(element, of: columns, page) else {
        column = addCell(element, at: column, columns, rows, page)
        continue
      }
      for cell in inner { column = addCell(cell, at: column, 1, rows, page) }
    }
    rowCount += 1
  }

  /// Ends a row group: no cell reaches beyond it.
  mutating func endGroup() {
    for index in cells.indices.reversed() {
      guard cells[index].row >= groupStart else { break }
      if cells[index].rowSpan > rowCount - cells[index].row {
        cells[index] = cells[index].spanning(rows: rowCount - cells[index].row)
      }
    }
    for column in busyUntil.indices { busyUntil[column] = min(busyUntil[column], rowCount) }
    groupStart = rowCount
  }

  /// Gives up the columns that only spans beyond every sensible width have made.
  ///
  /// Where an anchor says more than the largest span of HTML it means "to the end of the row".
  mutating func dropEmptyColumns() {
    guard hasAbsurdSpan else { return }
    let used = cells.reduce(0) { max($0, $1.column + ($1.columnSpan < largestColumnSpan ? $1.columnSpan : 1)) }
    columnCount = used
    for index in cells.indices where cells[index].column + cells[index].columnSpan > used {
      cells[index] = cells[index].spanning(columns: used - cells[index].column)
    }
  }

  /// Adds the cell and returns the column behind it.
  private mutating func addCell(_ element: Int, at column: Int, _ wanted: Int, _ rows: Int, _ page: Page) -> Int {
    if wanted >= largestColumnSpan { hasAbsurdSpan = true }
    var columns = freeColumns(from: column, atMost: max(1, wanted))
    let room = slots / (rowCount + 1)
    if column + columns > room {
      isCut = true
      columns = max(1, room - column)
    }
    widen(to: column + columns)
    // A rowspan of 0 reaches to the end of the row group, where `endGroup` clips it like any other.
    let rowSpan = rows == 0 ? largestRowSpan : rows
    for covered in column..<column + columns { busyUntil[covered] = rowCount + rowSpan }
    let content = Prose(text.read(element, in: page), origin: .line(Int(page.nodes[element].line)))
    if content.text.isEmpty, showsUnread(element, page) { unread += 1 }
    cells.append(Cell(row: rowCount, column: column, rowSpan: rowSpan, columnSpan: columns, content: content))
    return column + columns
  }

  /// Whether a cell holds a script, a control or a drawing, which may show a figure: not that the cell is blank is known, but that no
  /// text stands there.
  private func showsUnread(_ element: Int, _ page: Page) -> Bool {
    (element + 1..<Int(page.nodes[element].end)).contains { page.nodes[$0].tag.mayShowUnread }
  }

  private func spans(of element: Int, _ page: Page) -> (columns: Int, rows: Int) {
    var (columns, rows) = (1, 1)
    for attribute in page.attributes(of: element) {
      switch attribute.name {
      case .colspan: columns = span(page.value(of: attribute), largest: largestColumnSpan) ?? 1
      case .rowspan: rows = span(page.value(of: attribute), largest: largestRowSpan) ?? 1
      default: break
      }
    }
    return (columns, rows)
  }

  /// The cells of a table of one row that fills a cell of as many columns: they are what the columns hold.
  private func rowInside(_ element: Int, of columns: Int, _ page: Page) -> [Int]? {
    let inside = element + 1..<Int(page.nodes[element].end)
    guard let table = inside.first(where: { page.nodes[$0].tag == .table }) else { return nil }
    let isAlone = inside.allSatisfy { page.contains(table, $0) || page.text(of: $0).trimmedASCII.isEmpty }
    let rows = rowGroups(of: table, in: page).joined()
    guard isAlone, rows.count == 1, let row = rows.first else { return nil }
    let found = shownCells(of: row, in: page)
    let isPlain = found.allSatisfy { spans(of: $0, page) == (1, 1) }
    return found.count == columns && isPlain ? found : nil
  }

  /// How many of the wanted columns no cell from above covers.
  private func freeColumns(from column: Int, atMost wanted: Int) -> Int {
    var free = 1
    while free < wanted, column + free >= columnCount || busyUntil[column + free] <= rowCount { free += 1 }
    return free
  }

  private mutating func widen(to columns: Int) {
    guard columns > columnCount else { return }
    busyUntil += Array(repeating: 0, count: columns - columnCount)
    columnCount = columns
  }
}

extension Cell {
  /// The same cell over another number of rows.
  fileprivate func spanning(rows: Int) -> Cell {
    Cell(row: row, column: column, rowSpan: max(1, rows), columnSpan: columnSpan, content: content)
  }

  /// The same cell over another number of columns.
  fileprivate func spanning(columns: Int) -> Cell {
    Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: max(1, columns), content: content)
  }
}

/// The largest spans of HTML, sections 4.9.9 and 4.9.11.
private let largestColumnSpan = 1000
private let largestRowSpan = 65_534

/// Reads a span by HTML's rules for non-negative integers: leading white space and a plus are skipped, whatever follows the
/// digits is ignored, and a value beyond `largest` counts as `largest`. `nil` for anything else.
private func span(_ value: ArraySlice<UInt8>, largest: Int) -> Int? {
  var digits = value.trimmedASCII
  if digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
  digits = digits.prefix { $0.isASCIIDigit }
  guard !digits.isEmpty else { return nil }
  return digits.reduce(0) { min(largest, $0 * 10 + Int($1 - 0x30)) }
}
