import GovDocument

/// Writes the blocks; the section that a table or a picture stands in is derived on the way.
func writeBlocks(of document: Document, to json: inout JSONWriter) {
  var section: String?
  json.array("blocks", document.blocks) { json, block in
    json.object { json in
      switch block {
      case .heading(let level, let prose):
        section = prose.text
        json.string("type", "heading")
        json.integer("level", level)
        write(prose, to: &json)
      case .paragraph(let prose):
        json.string("type", "paragraph")
        write(prose, to: &json)
      case .list(let items):
        json.string("type", "list")
        json.array("items", items) { json, item in json.object { write(item, to: &$0) } }
      case .table(let table):
        write(table, section: section, to: &json)
      case .image(let image):
        write(image, section: section, to: &json)
      }
    }
  }
}

private func write(_ prose: Prose, to json: inout JSONWriter) {
  json.string("text", prose.text)
  if prose.origin != .document {
    json.key("origin")
    writeOrigin(prose.origin, to: &json)
  }
  writeEdits(prose.edits, to: &json)
}

private func writeEdits(_ edits: [Edit], to json: inout JSONWriter) {
  guard !edits.isEmpty else { return }
  json.array("edits", edits) { json, edit in
    json.object { json in
      json.string("pass", edit.pass)
      json.integer("start", edit.start)
      json.integer("end", edit.end)
      json.string("before", edit.before)
      json.string("after", edit.after)
    }
  }
}

private func write(_ table: Table, section: String?, to json: inout JSONWriter) {
  json.string("type", "table")
  json.integer("rows", table.rows)
  json.integer("columns", table.columns)
  json.string("caption", table.caption?.text)
  json.string("section", section)
  json.string("image", table.image)
  json.array("cells", table.cells) { json, cell in
    json.object { write(cell, picture: table.image, to: &$0) }
  }
}

private func write(_ cell: Cell, picture: String?, to json: inout JSONWriter) {
  json.integer("row", cell.row)
  json.integer("column", cell.column)
  json.integer("rowSpan", cell.rowSpan)
  json.integer("columnSpan", cell.columnSpan)
  json.string("text", cell.content.text)
  writeEdits(cell.content.edits, to: &json)
  if let reading = cell.reading { write(reading, to: &json) }
  guard cell.content.origin != .document || cell.reading != nil else { return }
  json.key("origin")
  writeOrigin(cell.origin, picture: picture, to: &json)
}

extension Cell {
  /// The place of a cell that was read is its box, even when its text has no place of its own.
  fileprivate var origin: Origin {
    guard content.origin == .document, let reading else { return content.origin }
    return .picture(name: "", box: reading.box)
  }
}

private func write(_ reading: Reading, to json: inout JSONWriter) {
  json.string("status", reading.status.rawValue)
  json.key("confidence")
  json.confidence(reading.confidence)
  json.array("candidates", reading.candidates) { json, candidate in
    json.object { json in
      json.string("text", candidate.text)
      json.key("confidence")
      json.confidence(candidate.confidence)
      json.string("reader", candidate.reader)
    }
  }
}

private func write(_ image: ImageReference, section: String?, to json: inout JSONWriter) {
  json.string("type", "image")
  json.string("src", image.source)
  json.string("alt", image.alternative?.text)
  json.string("caption", image.caption?.text)
  json.string("section", section)
  json.string("reason", image.reason)
}

/// Writes a place: a line, a picture with a box, or an empty object for the input as a whole.
///
/// - Parameter picture: The picture that the surroundings already name; it is not named again.
func writeOrigin(_ origin: Origin, picture: String? = nil, to json: inout JSONWriter) {
  json.object { json in
    switch origin {
    case .document: return
    case .line(let line): json.integer("line", line)
    case .picture(let name, let box):
      if !name.isEmpty, name != picture { json.string("image", name) }
      guard let box else { return }
      json.array("box", [box.x, box.y, box.width, box.height]) { $0.integer($1) }
    }
  }
}

/// A place as a JSON text of its own.
func jsonText(_ origin: Origin) -> String {
  var json = JSONWriter(capacity: 32)
  writeOrigin(origin, to: &json)
  return String(decoding: json.bytes, as: UTF8.self)
}
