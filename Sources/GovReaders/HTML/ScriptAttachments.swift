/// The files that a script's strings name, as address and text, in order.
///
/// Systems write the list of attachments with scripts: as links inside a string (`'<a href="P1.doc">附表</a>'`), or as data
/// that a loop turns into links (`{"name": "附表.xls", "url": "/P1.xls"}`). Nothing is run: what is put together from pieces
/// is not found.
func filesNamed(inScript script: [UInt8]) -> [(address: String, text: String)] {
  let literals = scriptLiterals(in: script)
  let markup = Array(literals.filter { $0.text[...].containsLowercased("<a") }.map(\.text).joined(separator: [0x0A]))
  let data = literals.indices.compactMap { index -> (address: String, text: String)? in
    let text = literals[index].text[...]
    guard isFile(text), isAddress(text) else { return nil }
    return (String(decoding: text, as: UTF8.self), name(ofFileAt: index, literals, script))
  }
  return data + (markup.isEmpty ? [] : links(in: markup))
}

/// Whether a string is an address and no sentence or name: it has a slash and nothing that addresses have not.
private func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
  text.count < 400 && text.contains(UInt8(ascii: "/")) && !text.contains { $0 <= 0x20 || $0 == UInt8(ascii: "<") }
}

/// The links of a piece of markup to files.
private func links(in markup: [UInt8]) -> [(address: String, text: String)] {
  let page = markup.withUnsafeBufferPointer { parsePage($0, limits: ReaderLimits()).page }
  return page.nodes.indices.compactMap { index in
    guard let href = fileAddress(index, in: page) else { return nil }
    return (String(decoding: href, as: UTF8.self), collapsed(String(decoding: page.allText(in: index), as: UTF8.self)))
  }
}

/// The string that names a file: in the same braces as its address, in Chinese or with the ending of a file.
private func name(ofFileAt index: Int, _ literals: [ScriptLiteral], _ script: [UInt8]) -> String {
  let place = literals[index].range
  let open = script[..<place.lowerBound].suffix(reach).lastIndex(of: UInt8(ascii: "{")) ?? place.lowerBound - reach
  let close = script[place.upperBound...].prefix(reach).firstIndex(of: UInt8(ascii: "}")) ?? place.upperBound + reach
  let neighbours = literals[max(0, index - 8)..<min(literals.count, index + 9)]
  let name = neighbours.first { literal in
    guard literal.range.lowerBound > open, literal.range.upperBound <= close else { return false }
    return !literal.text.contains(UInt8(ascii: "/"))
      && (literal.text.contains { $0 >= 0xE3 } || isFile(literal.text[...]))
  }
  if let name { return collapsed(String(decoding: name.text, as: UTF8.self)) }
  return String(decoding: literals[index].text.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
}

/// How many bytes an object that describes a file takes at most.
private let reach = 2000
