extension RepairPass {
  /// Class 12: `主动公开&amp;nbsp;情况` → `主动公开 情况`, `&#12289;` → 、.
  ///
  /// **Cause.** A text was escaped twice, or the semicolon or the ampersand of an entity was lost (a shifted run
  /// swallows "&", see `shiftedRuns`), so that HTML's own decoding left it standing.
  ///
  /// **Known by** a named entity of common use or a number, in text: beside a character that is not ASCII, a space or an
  /// edge. A bare `nbsp;` must begin a word. A line that talks about HTML or entities keeps what it shows.
  ///
  /// **Undone** exactly. White space at the edge of a line goes altogether.
  static let entityRemnants = RepairPass(
    name: "entity-remnants",
    cause: "An HTML entity that was escaped twice or lost one of its ends.",
    diagnosis: { evidence in
      let count = evidence.counts.entityRemnants
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.98)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      var index = 0
      while true {
        index = text.firstIndex(of: 0x26, or: 0x6E, from: index)
        if index >= text.count { break }
        guard let remnant = EntityRemnants.remnant(text, at: index) else {
          index += 1
          continue
        }
        changes.append(EntityRemnants.change(text, index..<remnant.end, scalar: remnant.scalar))
        index = remnant.end
      }
      return EntityRemnants.withoutSpacesAtEdges(changes, text)
    })
}

enum EntityRemnants {
  private struct Entity {
    let name: StaticString
    let scalar: UInt32
  }

  private static let named: [Entity] = [
    Entity(name: "nbsp", scalar: 0x20), Entity(name: "ensp", scalar: 0x20), Entity(name: "emsp", scalar: 0x3000),
    Entity(name: "thinsp", scalar: 0x20), Entity(name: "ldquo", scalar: 0x201C), Entity(name: "rdquo", scalar: 0x201D),
    Entity(name: "lsquo", scalar: 0x2018), Entity(name: "rsquo", scalar: 0x2019), Entity(name: "quot", scalar: 0x22),
    Entity(name: "middot", scalar: 0xB7), Entity(name: "mdash", scalar: 0x2014), Entity(name: "ndash", scalar: 0x2013),
    Entity(name: "hellip", scalar: 0x2026), Entity(name: "bull", scalar: 0x2022), Entity(name: "times", scalar: 0xD7),
    Entity(name: "permil", scalar: 0x2030), Entity(name: "deg", scalar: 0xB0), Entity(name: "yen", scalar: 0xA5),
    Entity(name: "laquo", scalar: 0xAB), Entity(name: "raquo", scalar: 0xBB), Entity(name: "lt", scalar: 0x3C),
    Entity(name: "gt", scalar: 0x3E), Entity(name: "amp", scalar: 0x26),
  ]

  /// Words of a line that shows entities on purpose.
  private static let markupTalk: [StaticString] = [
    "HTML", "html", "XML", "实体", "實體", "转义", "轉義", "entity", "entities", "<code", "`",
  ]

  /// Whether a remnant begins at, or ends with, the ampersand or semicolon at `index`.
  static func isRemnant(_ text: ByteText, near index: Int) -> Bool {
    if text[index] == 0x26 { return remnant(text, at: index) != nil }
    return text.has("nbsp;", at: index - 4) && remnant(text, at: index - 4) != nil
  }

  /// The remnant that begins at `index`: what it stands for, and where it ends.
  static func remnant(_ text: ByteText, at index: Int) -> (scalar: UInt32, end: Int)? {
    let byte = text[index]
    guard byte == 0x26 || byte == 0x6E, let found = parsed(text, at: index), isInText(text, index..<found.end),
      !talksAboutMarkup(text, around: index)
    else { return nil }
    return found
  }

  private static func parsed(_ text: ByteText, at index: Int) -> (scalar: UInt32, end: Int)? {
    if text[index] == 0x6E {
      let before = text[index - 1]
      guard text.has("nbsp;", at: index), !isLetterOrDigit(before), before != 0x26, before != 0x3B || index >= 6
      else { return nil }
      return (0x20, index + 5)
    }
    var start = index + 1
    while text.has("amp;", at: start) { start += 4 }
    if text[start] == 0x23 { return numeric(text, at: start + 1) }
    for entity in named where text.has(entity.name, at: start) {
      let end = start + entity.name.utf8CodeUnitCount
      if text[end] == 0x3B { return (entity.scalar, end + 1) }
      if entity.scalar == 0x20, !isLetterOrDigit(text[end]), text[end] != 0x3D { return (entity.scalar, end) }
    }
    return start > index + 1 ? (0x26, start) : nil
  }

  private static func numeric(_ text: ByteText, at index: Int) -> (scalar: UInt32, end: Int)? {
    let isHexadecimal = text[index] | 0x20 == 0x78
    var position = isHexadecimal ? index + 1 : index
    let first = position
    var value: UInt32 = 0
    while position - first < 6, let digit = digit(text[position], hexadecimal: isHexadecimal) {
      value = value * (isHexadecimal ? 16 : 10) + digit
      position += 1
    }
    guard position > first, text[position] == 0x3B, value >= 0x20, value < 0x7F || value >= 0xA0,
      !InvisibleCharacters.isPrivateUse(value), Unicode.Scalar(value) != nil
    else { return nil }
    return (value == 0xA0 ? 0x20 : value, position + 1)
  }

  private static func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46 where hexadecimal: UInt32(byte) - 0x37
    case 0x61...0x66 where hexadecimal: UInt32(byte) - 0x57
    default: nil
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  /// Whether one side of the remnant is Chinese, a space, an edge or another remnant: not a URL, not code.
  private static func isInText(_ text: ByteText, _ range: Range<Int>) -> Bool {
    let before = text[range.lowerBound - 1]
    let after = text[range.upperBound]
    func isOpen(_ byte: UInt8) -> Bool { byte >= 0x80 || byte <= 0x20 || byte == 0x26 || byte == 0x3B }
    return isOpen(before) && (isOpen(after) || isLetterOrDigit(after)) || isOpen(after) && before != 0x3D
  }

  private static func talksAboutMarkup(_ text: ByteText, around index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 300, text[start - 1] != 0x0A { start -= 1 }
    var position = start
    while position < text.count, position - index < 300, text[position] != 0x0A {
      if mayTalkOfMarkup(text[position]), markupTalk.contains(where: { text.has($0, at: position) }) { return true }
      position += 1
    }
    return false
  }

  /// Whether one of the words begins with that byte.
  private static func mayTalkOfMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x48, 0x68, 0x58, 0x65, 0x3C, 0x60, 0xE5, 0xE8: true
    default: false
    }
  }

  static func change(_ text: ByteText, _ range: Range<Int>, scalar: UInt32) -> Change {
    var replacement: [UInt8] = []
    replacement.append(scalar: scalar)
    return Change(range, replacement)
  }

  /// The changes, where white space that ends up at the start or the end of a line is nothing at all.
  static func withoutSpacesAtEdges(_ changes: [Change], _ text: ByteText) -> [Change] {
    var result = changes
    var edge = -1
    for index in result.indices where isSpace(result[index]) {
      let start = result[index].start
      if start == 0 || text[start - 1] == 0x0A || start == edge {
        result[index].replacement = []
        edge = result[index].end
      }
    }
    edge = -1
    for index in result.indices.reversed() where result[index].replacement.isEmpty || isSpace(result[index]) {
      let end = result[index].end
      guard end == text.count || text[end] == 0x0A || end == edge else { continue }
      result[index].replacement = []
      while text.scalar(before: result[index].start).value == 0x3000,
        index == 0 || result[index - 1].end <= result[index].start - 3
      {
        result[index].start -= 3
      }
      edge = result[index].start
    }
    return result
  }

  private static func isSpace(_ change: Change) -> Bool { change.replacement == [0x20] }
}
