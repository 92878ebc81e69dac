/// A parsed page: every element and text in document order, in flat arrays.
///
/// Invariants: nodes are stored in pre-order, so the descendants of node `n` are exactly `n + 1 ..< nodes[n].end`, and
/// the next sibling of `n` is `nodes[n].end`. Node 0 is the root above all top-level elements. Every walk is a loop over
/// indices; nothing recurses, whatever the depth of the page.
struct Page: Sendable {
  /// All nodes in document order.
  var nodes: [Node] = []
  /// The attributes of all elements, element after element.
  var attributes: [Attribute] = []
  /// The UTF-8 of all texts and attribute values.
  var bytes: [UInt8] = []

  /// An element or a text.
  struct Node: Sendable {
    /// The element, or `.text`.
    var tag: Tag
    /// How it is shown, own and inherited; see `markStyles`.
    var style: NodeStyle = []
    /// The index of the element around it; 0 for the root itself.
    var parent: Int32
    /// One past the last descendant.
    var end: Int32
    /// The line of the decoded input, counted from 1.
    var line: Int32
    /// For a text the first byte in `bytes`, for an element the first index in `attributes`.
    var start: Int32
    /// For a text the number of bytes, for an element the number of attributes.
    var count: Int32
  }

  /// One attribute of an element.
  struct Attribute: Sendable {
    var name: AttributeName
    /// The first byte of the value in `bytes`.
    var start: Int32
    /// The number of bytes of the value.
    var count: Int32
  }

  /// The indices of the children of `node`, in order.
  func children(of node: Int) -> Children {
    Children(page: self, upcoming: node + 1, end: Int(nodes[node].end))
  }

  /// The bytes of the text `node`; empty for an element.
  func text(of node: Int) -> ArraySlice<UInt8> {
    let found = nodes[node]
    guard found.tag == .text else { return [] }
    return bytes[Int(found.start)..<Int(found.start + found.count)]
  }

  /// The value of an attribute; `nil` when the element does not carry it.
  func attribute(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    for attribute in attributes(of: node) where attribute.name == name { return value(of: attribute) }
    return nil
  }

  /// The attributes of an element; none for a text.
  func attributes(of node: Int) -> ArraySlice<Attribute> {
    let found = nodes[node]
    guard found.tag != .text, found.count > 0 else { return [] }
    return attributes[Int(found.start)..<Int(found.start + found.count)]
  }

  /// The value of an attribute.
  func value(of attribute: Attribute) -> ArraySlice<UInt8> {
    bytes[Int(attribute.start)..<Int(attribute.start + attribute.count)]
  }

  /// The value of an attribute as a string; `nil` when the element does not carry it.
  func string(_ name: AttributeName, of node: Int) -> String? {
    attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All bytes of text inside `node`, hidden or not, joined without separators.
  func allText(in node: Int) -> [UInt8] {
    var joined: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text { joined += text(of: index) }
    return joined
  }

  /// Whether `node` is `ancestor` or lies inside it.
  func contains(_ ancestor: Int, _ node: Int) -> Bool {
    node >= ancestor && node < Int(nodes[ancestor].end)
  }

  /// The nearest element at or above `node` for which `condition` holds; `nil` when there is none.
  func nearest(at node: Int, where condition: (Tag) -> Bool) -> Int? {
    var index = node
    while index > 0 {
      if condition(nodes[index].tag) { return index }
      index = Int(nodes[index].parent)
    }
    return nil
  }

  /// The children of one node.
  struct Children: Sequence, IteratorProtocol {
    let page: Page
    var upcoming: Int
    let end: Int

    mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(page.nodes[upcoming].end) }
      return upcoming
    }
  }
}
