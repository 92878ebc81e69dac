/// Whether a `<table>` holds data; otherwise it only lays out the page and its cells are read like any other element.
///
/// A layout table carries the page: tables inside it, a cell that outweighs all others together with several paragraphs, a
/// single column, columns of which only one has text, mostly links, or form controls. A data table has several columns of
/// short cells; one of a single row is told from a title bar by its lines or its number of cells.
func isDataTable(_ table: Int, in page: Page, _ weights: TextWeights) -> Bool {
  let shape = TableShape(of: table, in: page, weights)
  guard shape.cells > 1, !shape.holdsTables, !shape.holdsControls else { return false }
  guard shape.widestRow > 1, shape.mostFilled > 1 || shape.hasLines else { return false }
  if shape.linkBytes * 2 > shape.bytes { return false }
  if shape.largestCell > 600, shape.largestCell * 2 > shape.bytes { return false }
  return shape.rows > 1 || (shape.largestCell < 120 && (shape.hasLines || shape.mostFilled > 2))
}

/// What a table looks like from outside.
private struct TableShape {
  var rows = 0
  var cells = 0
  /// The cells of the row that has most.
  var widestRow = 0
  /// The cells with text of the row that has most of them.
  var mostFilled = 0
  /// Whether it is drawn with lines.
  var hasLines = false
  var bytes = 0
  var linkBytes = 0
  /// The bytes of the cell that has most.
  var largestCell = 0
  /// Whether tables inside it carry most of its text.
  var holdsTables = false
  /// Whether it is a form to fill in: it has buttons or lists, or fields and none of them filled in.
  var holdsControls: Bool { buttons > 0 || (emptyFields > 0 && filledFields == 0) }
  private var buttons = 0
  private var emptyFields = 0
  private var filledFields = 0

  init(of table: Int, in page: Page, _ weights: TextWeights) {
    let end = Int(page.nodes[table].end)
    bytes = weights.text(in: table..<end)
    linkBytes = weights.links(in: table..<end)
    let border = page.attribute(.border, of: table)
    hasLines = border.map { !$0.isEmpty && $0.first != UInt8(ascii: "0") } ?? false
    var inner = 0
    var row = 0
    var filled = 0
    var index = table + 1
    while index < end {
      let node = page.nodes[index]
      switch node.tag {
      case .table:
        inner += weights.text(in: index..<Int(node.end))
        index = Int(node.end)
        continue
      case .tr:
        rows += 1
        row = 0
        filled = 0
      case .td, .th:
        cells += 1
        let text = weights.text(in: index..<Int(node.end))
        row += 1
        filled += text > 0 ? 1 : 0
        widestRow = max(widestRow, row)
        mostFilled = max(mostFilled, filled)
        largestCell = max(largestCell, text)
      case .input where node.style.contains(.hidden): break
      case .input where node.end > index + 1: filledFields += 1
      case .input where isField(index, in: page): emptyFields += 1
      case .input, .select, .textarea, .button: buttons += 1
      default: break
      }
      index += 1
    }
    holdsTables = inner * 2 > bytes
  }
}

/// Whether an input holds what a person writes or ticks; the others are buttons.
private func isField(_ input: Int, in page: Page) -> Bool {
  guard let type = page.attribute(.type, of: input) else { return true }
  return type.isEmpty || type.equalsLowercased("text") || type.equalsLowercased("number")
    || type.equalsLowercased("checkbox") || type.equalsLowercased("radio")
}
