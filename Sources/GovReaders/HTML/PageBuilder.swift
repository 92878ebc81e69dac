import CLibXML2
import GovDocument

/// Collects the events of the parser into a `Page`, within limits.
///
/// Elements beyond a limit are not lost with their text: beyond `depth` an element becomes an empty one in place (it still
/// ends the paragraph before it) and its content moves up; beyond `elements` only texts are collected.
struct PageBuilder {
  private(set) var page = Page()
  /// Whether elements were nested deeper than the limit.
  private(set) var exceededDepth = false
  /// Whether there were more elements than the limit.
  private(set) var exceededElements = false

  private let limits: ReaderLimits
  private let input: xmlParserInputPtr?
  private var open: [Int32] = [0]
  private var overflow = 0
  private var tags = NameCache<Tag>(unknown: .unknown)
  private var attributeNames = NameCache<AttributeName?>(unknown: nil)

  /// Makes an empty page.
  ///
  /// - Parameters:
  ///   - input: The parser's input, for line numbers; it must outlive the events.
  ///   - size: The number of bytes to be parsed, for reserving room.
  init(limits: ReaderLimits, input: xmlParserInputPtr?, size: Int) {
    self.limits = limits
    self.input = input
    // Generous, as room that is not used takes no memory: to grow an array costs a copy of it, and both at once.
    page.nodes.reserveCapacity(size / 8 + 16)
    page.attributes.reserveCapacity(size / 16 + 16)
    page.bytes.reserveCapacity(size)
    page.nodes.append(.init(tag: .root, parent: 0, end: 1, line: 1, start: 0, count: 0))
  }

  /// Closes what is still open and hands the page over.
  mutating func finish() -> Page {
    while let node = open.popLast() { page.nodes[Int(node)].end = Int32(page.nodes.count) }
    defer { page = Page() }
    return page
  }

  mutating func startElement(_ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard page.nodes.count < limits.elements else {
      exceededElements = true
      overflow += 1
      return
    }
    let node = Int32(page.nodes.count)
    page.nodes.append(
      .init(
        tag: tags.value(name, Tag.init(name:)), parent: open.last ?? 0, end: node + 1, line: line,
        start: Int32(page.attributes.count), count: 0))
    page.nodes[Int(node)].count = collect(attributes)
    if page.nodes[Int(node)].tag == .input { addValue(of: Int(node)) }
    guard overflow == 0, open.count < limits.depth else {
      exceededDepth = true
      overflow += 1
      return
    }
    open.append(node)
  }

  /// Adds what an input shows in a cell of a table as its text: forms for reporting print their figures so.
  ///
  /// Words count only where nobody can change them; in other fields they say what to write.
  private mutating func addValue(of input: Int) {
    guard isInCell, let shown = page.attribute(.value, of: input) else { return }
    let type = page.attribute(.type, of: input) ?? []
    guard type.isEmpty || type.equalsLowercased("text") || type.equalsLowercased("number"), !shown.isEmpty else {
      return
    }
    let isFixed = page.attribute(.readonly, of: input) != nil || page.attribute(.disabled, of: input) != nil
    guard isFixed || shown.allSatisfy({ $0 < 0x80 && !$0.isASCIILetter }) else { return }
    let start = Int32(page.bytes.count)
    page.bytes.append(contentsOf: Array(shown))
    page.nodes.append(
      .init(
        tag: .text, parent: Int32(input), end: Int32(input) + 2, line: page.nodes[input].line, start: start,
        count: Int32(shown.count)))
    page.nodes[input].end += 1
  }

  mutating func endElement() {
    guard overflow == 0 else {
      overflow -= 1
      return
    }
    guard open.count > 1, let node = open.popLast() else { return }
    page.nodes[Int(node)].end = Int32(page.nodes.count)
    if page.nodes[Int(node)].tag.mayShowFigure { showFigure(of: Int(node)) }
  }

  /// Makes plain text of the figure that a field of lines, a list or a drawing shows in a cell of a table; words there say what to
  /// write or to choose.
  private mutating func showFigure(of control: Int) {
    guard isInCell, let shown = page.nodes[control].tag == .select ? chosenOption(of: control) : control else { return }
    // A drawing may have a title, which is no part of it.
    let parts = (shown..<page.nodes.count).filter {
      let parent = Int(page.nodes[$0].parent)
      return parent == shown || !page.nodes[parent].tag.isNeverShown
    }
    let text = Array(parts.map { page.text(of: $0) }.joined())[...].trimmedASCII
    guard !text.isEmpty, text.allSatisfy({ $0 < 0x80 && !$0.isASCIILetter }) else { return }
    page.nodes[control].tag = .span
    page.nodes[shown].tag = .span
  }

  /// The option that a list shows: the one that is selected, else the first.
  private func chosenOption(of list: Int) -> Int? {
    let options = (list..<page.nodes.count).filter { page.nodes[$0].tag == .option }
    return options.last { page.attribute(.selected, of: $0) != nil } ?? options.first
  }

  private var isInCell: Bool { open.suffix(8).contains { page.nodes[Int($0)].tag == .td } }

  mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
    let parent = open.last ?? 0
    let start = Int32(page.bytes.count)
    page.bytes.append(contentsOf: text)
    if let last = page.nodes.last, last.tag == .text, last.parent == parent, last.start + last.count == start {
      page.nodes[page.nodes.count - 1].count += Int32(text.count)
      return
    }
    let node = Int32(page.nodes.count)
    page.nodes.append(
      .init(tag: .text, parent: parent, end: node + 1, line: line, start: start, count: Int32(text.count)))
  }

  private var line: Int32 { input.map { max(1, $0.pointee.line) } ?? 1 }

  /// Stores the attributes that somebody looks at; the parser gives name, value, name, value … and a null.
  private mutating func collect(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> Int32 {
    guard var next = list else { return 0 }
    var count: Int32 = 0
    while let name = next[0] {
      defer { next += 2 }
      guard let known = attributeNames.value(name, AttributeName.init(rawValue:)) else { continue }
      let value = next[1].map { UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0))) }
      page.attributes.append(
        .init(name: known, start: Int32(page.bytes.count), count: Int32(value?.count ?? 0)))
      if let value { page.bytes.append(contentsOf: value) }
      count += 1
    }
    return count
  }
}

/// Turns the parser's names into values of our own.
///
/// The parser interns its names: equal names have the same address for the whole parse, so the spelling is looked at once
/// per name and slot.
private struct NameCache<Value> {
  private var slots: [(name: UnsafePointer<UInt8>?, value: Value)]

  init(unknown: Value) {
    slots = Array(repeating: (nil, unknown), count: 256)
  }

  mutating func value(_ name: UnsafePointer<UInt8>, _ make: (String) -> Value) -> Value {
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ (address >> 8)) & 255)
    if slots[slot].name == name { return slots[slot].value }
    let value = make(String(cString: name))
    slots[slot] = (name, value)
    return value
  }
}
