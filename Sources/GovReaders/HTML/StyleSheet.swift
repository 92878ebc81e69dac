/// The rules of a page's own `<style>` elements that hide, centre or embolden.
///
/// Selectors are lists of compounds of tag, classes and identifier, with descendant and child combinators. Rules with
/// attribute selectors, pseudo-classes or siblings, and everything inside an at-rule, are left out: such a rule may not
/// apply to the page as it is printed, and hiding what is shown is worse than showing what is hidden.
struct StyleSheet: Sendable {
  /// A rule for one selector of its list.
  struct Rule: Sendable {
    /// From the outermost to the element itself.
    let compounds: [Compound]
    /// Identifiers × 10,000 + classes × 100 + tags, as CSS orders them.
    let specificity: Int
    let effect: StyleEffect
  }

  /// `tag.class.class#identifier`.
  struct Compound: Sendable {
    var tag: Tag?
    var classes: [[UInt8]] = []
    var identifier: [UInt8]?
    /// Whether the element must be a child of what the compound before it matches, not any descendant.
    var isChild = false
  }

  /// In ascending precedence.
  private var rules: [Rule] = []
  /// For the hash of every class and identifier that ends a selector the rules that it may apply to. Names that share a hash
  /// cost a look at the rule, nothing else: `Rule.matches` compares the names themselves.
  private var keyed: [UInt64: [Int]] = [:]
  /// The rules for tags, with the tag that ends their selector.
  private var tagged: [(tag: Tag?, rule: Int)] = []

  /// Whether no rule matters.
  var isEmpty: Bool { rules.isEmpty }

  /// Reads the `<style>` elements of a page.
  init(of page: Page) {
    for node in page.nodes.indices where page.nodes[node].tag == .style {
      if let type = page.attribute(.type, of: node), !type.containsLowercased("css") { continue }
      add(ArraySlice(page.allText(in: node)))
    }
    rules = rules.enumerated().sorted {
      ($0.element.specificity, $0.offset) < ($1.element.specificity, $1.offset)
    }.map(\.element)
    for index in rules.indices {
      if let key = rules[index].key {
        keyed[nameHash(key), default: []].append(index)
      } else {
        tagged.append((rules[index].compounds.last?.tag, index))
      }
    }
  }

  /// What the rules say about an element.
  func effect(on node: Int, in page: Page) -> StyleEffect {
    var effect = StyleEffect()
    for index in candidates(for: node, in: page).sorted() where rules[index].matches(node, in: page) {
      effect.merge(rules[index].effect)
    }
    return effect
  }

  /// The rules that may apply to an element, in no order; mostly there is none.
  private func candidates(for node: Int, in page: Page) -> [Int] {
    let tag = page.nodes[node].tag
    var candidates: [Int] = []
    for (wanted, rule) in tagged where wanted == nil || wanted == tag { candidates.append(rule) }
    guard !keyed.isEmpty else { return candidates }
    for attribute in page.attributes(of: node) {
      switch attribute.name {
      case .class: forEachWordHash(in: page.value(of: attribute)) { candidates += keyed[$0] ?? [] }
      case .id: candidates += keyed[nameHash(page.value(of: attribute))] ?? []
      default: break
      }
    }
    return candidates
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    var rest = withoutComments(text)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let prelude = rest[rest.startIndex..<open].trimmedASCII
      if prelude.first == UInt8(ascii: "@") {
        rest = rest[afterBlock(openedAt: open, in: rest)...]
        continue
      }
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      add(selectors: prelude, effect: StyleEffect(declarations: rest[(open + 1)..<close]))
      rest = rest[min(close + 1, rest.endIndex)...]
    }
  }

  private mutating func add(selectors: ArraySlice<UInt8>, effect: StyleEffect) {
    guard !effect.isEmpty else { return }
    for selector in selectors.split(separator: UInt8(ascii: ",")) {
      guard let compounds = compounds(of: selector.trimmedASCII) else { continue }
      let specificity = compounds.reduce(0) {
        $0 + ($1.identifier == nil ? 0 : 10_000) + $1.classes.count * 100 + ($1.tag == nil ? 0 : 1)
      }
      rules.append(Rule(compounds: compounds, specificity: specificity, effect: effect))
    }
  }
}

/// FNV-1a of a class or identifier.
private func nameHash(_ name: ArraySlice<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}

/// Calls `body` with the hash of every word of a `class` attribute.
private func forEachWordHash(in words: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
  var start = words.startIndex
  while start < words.endIndex {
    let end = words[start...].firstIndex(where: \.isASCIISpace) ?? words.endIndex
    if end > start { body(nameHash(words[start..<end])) }
    start = end + 1
  }
}

extension StyleSheet.Rule {
  /// A class or the identifier that an element must carry for the rule to apply; `nil` for a rule for tags.
  var key: ArraySlice<UInt8>? {
    guard let own = compounds.last else { return nil }
    return own.classes.first.map { $0[...] } ?? own.identifier.map { $0[...] }
  }

  /// Whether the selector matches an element.
  func matches(_ node: Int, in page: Page) -> Bool {
    guard let own = compounds.last, own.matches(node, in: page) else { return false }
    var below = own
    var ancestor = Int(page.nodes[node].parent)
    for compound in compounds.dropLast().reversed() {
      while ancestor > 0, !compound.matches(ancestor, in: page) {
        if below.isChild { return false }
        ancestor = Int(page.nodes[ancestor].parent)
      }
      guard ancestor > 0 else { return false }
      ancestor = Int(page.nodes[ancestor].parent)
      below = compound
    }
    return true
  }
}

extension StyleSheet.Compound {
  /// Whether the element itself fits.
  func matches(_ node: Int, in page: Page) -> Bool {
    if let tag, page.nodes[node].tag != tag { return false }
    if let identifier {
      guard let found = page.attribute(.id, of: node), found.elementsEqual(identifier) else { return false }
    }
    guard !classes.isEmpty else { return true }
    guard let found = page.attribute(.class, of: node) else { return false }
    return classes.allSatisfy { wanted in found.words.contains { $0.elementsEqual(wanted) } }
  }
}

/// The compounds of a selector; `nil` when it has parts that are not understood.
private func compounds(of selector: ArraySlice<UInt8>) -> [StyleSheet.Compound]? {
  var found: [StyleSheet.Compound] = []
  var isChild = false
  for word in selector.flatMap({ $0 == UInt8(ascii: ">") ? [0x20, $0, 0x20] : [$0] })[...].words {
    if word.elementsEqual([UInt8(ascii: ">")]) {
      isChild = true
      continue
    }
    guard var compound = compound(word) else { return nil }
    compound.isChild = isChild
    isChild = false
    found.append(compound)
  }
  return found.isEmpty ? nil : found
}

private func compound(_ word: ArraySlice<UInt8>) -> StyleSheet.Compound? {
  var made = StyleSheet.Compound()
  var start = word.startIndex
  while start < word.endIndex {
    let mark = word[start]
    let isMarked = mark == UInt8(ascii: ".") || mark == UInt8(ascii: "#")
    let nameStart = isMarked ? start + 1 : start
    let name = word[nameStart...].prefix(while: isNameByte)
    guard !name.isEmpty else { return nil }
    switch mark {
    case UInt8(ascii: "."): made.classes.append(Array(name))
    case UInt8(ascii: "#"): made.identifier = Array(name)
    default:
      guard let tag = Tag(rawValue: String(decoding: name, as: UTF8.self).lowercased()) else { return nil }
      made.tag = tag
    }
    start = name.endIndex
  }
  return made
}

private func isNameByte(_ byte: UInt8) -> Bool {
  byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

/// One past the `}` that closes the block opened at `open`.
private func afterBlock(openedAt open: Int, in text: ArraySlice<UInt8>) -> Int {
  var depth = 0
  for index in open..<text.endIndex {
    if text[index] == UInt8(ascii: "{") { depth += 1 }
    if text[index] == UInt8(ascii: "}") { depth -= 1 }
    if depth == 0 { return index + 1 }
  }
  return text.endIndex
}

/// The style sheet without `/* … */` and the `<!--` and `-->` of old pages.
private func withoutComments(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var kept: [UInt8] = []
  kept.reserveCapacity(text.count)
  var index = text.startIndex
  while index < text.endIndex {
    if text[index...].startsLowercased("/*") {
      index += 2
      while index < text.endIndex, !text[index...].startsLowercased("*/") { index += 1 }
      index = min(index + 2, text.endIndex)
    } else if text[index...].startsLowercased("<!--") {
      index += 4
    } else if text[index...].startsLowercased("-->") {
      index += 3
    } else {
      kept.append(text[index])
      index += 1
    }
  }
  return kept
}
