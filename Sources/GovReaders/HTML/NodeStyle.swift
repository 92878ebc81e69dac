/// How a node is shown, as far as it matters for reading: its own style and what it inherits.
struct NodeStyle: OptionSet, Sendable {
  let rawValue: UInt16

  /// Not shown, nor anything inside it.
  static let hidden = NodeStyle(rawValue: 1)
  /// Made invisible in a way that a descendant may undo: `visibility`, a font size of zero.
  static let invisible = NodeStyle(rawValue: 2)
  /// Bold, or a header cell.
  static let bold = NodeStyle(rawValue: 4)
  /// Its lines are centred.
  static let centred = NodeStyle(rawValue: 8)
  /// Part of a link.
  static let link = NodeStyle(rawValue: 16)
  /// White space is kept.
  static let preformatted = NodeStyle(rawValue: 32)
  /// Printed with a line through it.
  static let struckOut = NodeStyle(rawValue: 64)
  /// Raised above the line, as the number of a note is.
  static let raised = NodeStyle(rawValue: 128)
  /// A box in a line, with room between it and what stands before; its own only, never inherited.
  static let boxed = NodeStyle(rawValue: 256)
  /// Invisible or hidden.
  static let unseen: NodeStyle = [.hidden, .invisible]
}

extension Page {
  /// Shows what styles hide, when nothing at all would be seen: such a page waits for a script to show it.
  mutating func showHidden() {
    for index in nodes.indices.dropFirst() where nodes[index].tag != .text {
      let isNeverShown = nodes[index].tag.isNeverShown || nodes[Int(nodes[index].parent)].style.contains(.hidden)
      nodes[index].style = isNeverShown ? [.hidden] : nodes[index].style.subtracting(.unseen)
    }
    for index in nodes.indices.dropFirst() where nodes[index].tag == .text {
      nodes[index].style = nodes[Int(nodes[index].parent)].style
    }
  }

  /// Works out the style of every node from tags, attributes and the page's own style sheets.
  ///
  /// One pass in document order: a parent is always done before its children. `html` and `body` are never hidden: pages
  /// hide them until a script has run.
  ///
  /// - Parameter shown: Elements that are shown whatever their styles say.
  mutating func markStyles(showing shown: Set<Int> = []) {
    let sheet = StyleSheet(of: self)
    for index in nodes.indices.dropFirst() {
      let parent = nodes[Int(nodes[index].parent)].style
      if parent.contains(.hidden) || nodes[index].tag == .text {
        nodes[index].style = parent
      } else {
        nodes[index].style = style(of: index, inherited: parent, sheet: sheet)
        if !shown.isEmpty, shown.contains(index) { nodes[index].style.subtract(.unseen) }
      }
    }
  }

  private func style(of node: Int, inherited: NodeStyle, sheet: StyleSheet) -> NodeStyle {
    let tag = nodes[node].tag
    guard !tag.isNeverShown else { return [.hidden] }
    var style = inherited.subtracting(.boxed)
    applyTag(tag, node, to: &style)
    guard nodes[node].count > 0 || !sheet.isEmpty else { return style }
    apply(effect(of: node, sheet: sheet), to: &style)
    if tag == .html || tag == .body { style.subtract(.unseen) }
    // CSS raises what stands in a line, no box and no cell.
    if tag.isBlock { style.remove(.raised) }
    return style
  }

  private func applyTag(_ tag: Tag, _ node: Int, to style: inout NodeStyle) {
    switch tag {
    case .b, .strong, .th, .h1, .h2, .h3, .h4, .h5, .h6: style.insert(.bold)
    case .center: style.insert(.centred)
    case .a: if leadsAway(node) { style.insert(.link) }
    case .pre: style.insert(.preformatted)
    case .s, .strike, .del: style.insert(.struckOut)
    case .sup: style.insert(.raised)
    case .table: style.remove(.centred)
    default: break
    }
  }

  /// Whether a link leads off the page; `#section` leads to a place on it.
  private func leadsAway(_ node: Int) -> Bool {
    guard let href = attribute(.href, of: node) else { return false }
    return href.first != UInt8(ascii: "#") || href.count == 1
  }

  /// Attributes first, then style sheets, then the `style` attribute, as CSS orders them.
  private func effect(of node: Int, sheet: StyleSheet) -> StyleEffect {
    var effect = StyleEffect()
    var own: ArraySlice<UInt8>?
    for attribute in attributes(of: node) {
      switch attribute.name {
      case .align where nodes[node].tag != .table:
        let align = value(of: attribute)
        effect.isCentred = align.equalsLowercased("center") || align.equalsLowercased("middle")
      case .hidden: effect.isDisplayed = false
      case .role: if isCellRole(value(of: attribute)) { effect.isBoxed = true }
      case .type: if value(of: attribute).equalsLowercased("hidden") { effect.isDisplayed = false }
      case .style: own = value(of: attribute)
      default: break
      }
    }
    if !sheet.isEmpty { effect.merge(sheet.effect(on: node, in: self)) }
    if let own { effect.merge(StyleEffect(declarations: own)) }
    return effect
  }

  private func apply(_ effect: StyleEffect, to style: inout NodeStyle) {
    if effect.isDisplayed == false || effect.isOutOfSight == true { style.insert(.hidden) }
    if effect.isVisible == false || effect.hasFontSize == false { style.insert(.invisible) }
    if effect.isVisible == true || effect.hasFontSize == true { style.remove(.invisible) }
    if let bold = effect.isBold { style.set(.bold, bold) }
    if let centred = effect.isCentred { style.set(.centred, centred) }
    if let kept = effect.keepsWhiteSpace { style.set(.preformatted, kept) }
    if let struck = effect.isStruckOut { style.set(.struckOut, struck) }
    if let raised = effect.isRaised { style.set(.raised, raised) }
    if effect.isBoxed == true { style.insert(.boxed) }
  }
}

/// Whether an element says that it is a cell of a table made of other elements (WAI-ARIA 1.2).
private func isCellRole(_ role: ArraySlice<UInt8>) -> Bool {
  ["cell", "gridcell", "columnheader", "rowheader"].contains { role.equalsLowercased($0) }
}

extension NodeStyle {
  fileprivate mutating func set(_ option: NodeStyle, _ isOn: Bool) {
    if isOn { insert(option) } else { remove(option) }
  }
}
