/// The files that a script's strings name, as address and text, in order.
///
/// Systems write the list of attachments with scripts: as links inside a string (`'<a href="P1.doc">附表</a>'`), or as data
/// that a loop turns into links (`{"name": "附表.xls", "url": "/P1.xls"}`). Nothing is run: what is put together from pieces
/// is not found.
func filesNamed(inScript script: [UInt8]) -> [(address: String, text: String)] {
  let literals = scriptLiterals(in: script)
  let markup = Array(literals.filter { $0.text[...].containsLowercased("<a") }.map(\.text).joined(separator: [0x0A]))
  let data = dataFiles(literals, script)
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

/// The addresses of files among the strings, each with the name that its object gives it.
///
/// The script is walked through once, however many files it names.
private func dataFiles(_ literals: [ScriptLiteral], _ script: [UInt8]) -> [(address: String, text: String)] {
  var objects = ObjectBounds(script)
  return literals.indices.compactMap { index in
    let literal = literals[index]
    guard isFile(literal.text[...]), isAddress(literal.text[...]) else { return nil }
    let neighbours = literals[max(0, index - 8)..<min(literals.count, index + 9)]
    let bounds = objects.bounds(of: literal.range)
    let name = neighbours.first { bounds.contains($0.range) && isName($0) }
    return (String(decoding: literal.text, as: UTF8.self), name.map(\.text).map(text) ?? lastPart(of: literal))
  }
}

/// Whether a string can be the name of a file: no address, in Chinese or with the ending of a file.
private func isName(_ literal: ScriptLiteral) -> Bool {
  guard !literal.text.contains(UInt8(ascii: "/")) else { return false }
  return literal.text.contains { $0 >= 0xE3 } || isFile(literal.text[...])
}

private func text(_ name: [UInt8]) -> String { collapsed(String(decoding: name, as: UTF8.self)) }

private func lastPart(of literal: ScriptLiteral) -> String {
  String(decoding: literal.text.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
}

/// How many bytes an object that describes a file takes at most, before its address and behind it.
private let reach = 2000

/// The braces round a place in a script; places are asked for in order.
private struct ObjectBounds {
  private let script: [UInt8]
  /// How far the walk for opening braces has come, and the last one that it met.
  private var walked = 0
  private var open: Int?
  /// The first closing brace behind the last place, or the end of the script.
  private var close = 0

  init(_ script: [UInt8]) { self.script = script }

  /// What lies between the last `{` before a place and the first `}` behind it, `reach` bytes to each side at most.
  mutating func bounds(of place: Range<Int>) -> Range<Int> {
    while walked < place.lowerBound {
      if script[walked] == UInt8(ascii: "{") { open = walked }
      walked += 1
    }
    close = max(close, place.upperBound)
    while close < script.count, script[close] != UInt8(ascii: "}") { close += 1 }
    let start = max(open.map { $0 + 1 } ?? 0, place.lowerBound - reach)
    return start..<min(close, place.upperBound + reach)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
