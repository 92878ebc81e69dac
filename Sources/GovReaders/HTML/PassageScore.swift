import GovDocument

/// What speaks for a passage belonging to the report's body, in bytes of running text; 0 for what may stand anywhere.
///
/// Running text is told from the rest of a page by its sentences; headings by their printed numbers; data by being a table.
/// Links, lines of the page's frame and short labels score nothing: they are judged by where they stand.
func score(_ passage: Passage, in passages: Passages) -> Int {
  guard passage.role == .content else { return 0 }
  switch passage.kind {
  case .image: return 0
  case .table(let index): return passages.tables[index].cells.reduce(0) { $0 + $1.content.text.utf8.count }
  case .text: break
  }
  guard !passage.isMostlyLinks else { return 0 }
  if passage.heading != nil || passage.number != nil { return max(passage.count, 30) }
  guard passage.count >= 45, passages.text(passage).hasSentenceMark else { return 0 }
  return passage.count - passage.linkBytes
}

extension ArraySlice<UInt8> {
  /// Whether a mark of running text occurs: 。 ， ； ！ ？ 、 or a comma between Chinese characters.
  var hasSentenceMark: Bool {
    var index = startIndex
    while index + 2 < endIndex {
      switch (self[index], self[index + 1], self[index + 2]) {
      case (0xE3, 0x80, 0x81...0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F):
        return true
      case (0x80..., UInt8(ascii: ","), 0x80...):
        return true
      default:
        index += 1
      }
    }
    return false
  }

  /// Whether `words` occur in the text.
  func contains(_ words: StaticString) -> Bool { index(after: words) != nil }

  /// The index behind the first `words`; `nil` when they do not occur.
  func index(after words: StaticString) -> Int? {
    let first = words.utf8Start[0]
    guard count >= words.utf8CodeUnitCount else { return nil }
    var index = startIndex
    let last = endIndex - words.utf8CodeUnitCount
    while index <= last {
      if self[index] == first, self[index...].starts(with: words) { return index + words.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  /// Whether the text ends with `words`.
  func ends(with words: StaticString) -> Bool {
    count >= words.utf8CodeUnitCount && suffix(words.utf8CodeUnitCount).starts(with: words)
  }

  /// Whether the text begins with `words`.
  func starts(with words: StaticString) -> Bool {
    guard count >= words.utf8CodeUnitCount else { return false }
    for offset in 0..<words.utf8CodeUnitCount where self[startIndex + offset] != words.utf8Start[offset] {
      return false
    }
    return true
  }
}
