/// Names of places that have lost their first character somewhere: 州市 where the document writes 儋州市 elsewhere.
///
/// **Cause.** A mirror drops a rare character in some texts and keeps it in others, a title or a heading.
///
/// **Known by** the document: the last two characters of a name begin a text or follow a mark, and elsewhere stand behind
/// one and the same rare character, three times or more and nearly always. 城市 beside 大城市 is a word of its own, and 大
/// no character that gets lost. It is never undone: a document may be about two such places.
struct MissingNames {
  /// For the last two characters of a name, how often which character stands before them; 0 for none.
  private var names: [UInt64: [UInt32: Int]] = [:]
  private static let limit = 4096
  private static let needed = 3

  /// Counts the names of a text.
  mutating func observe(_ text: ByteText) {
    var index = 0
    while index < text.count {
      if MissingNames.isKind(text, at: index) { count(text, at: index) }
      index += 1
    }
  }

  private mutating func count(_ text: ByteText, at index: Int) {
    guard let place = MissingNames.place(text, at: index),
      names.count < MissingNames.limit || names[place.key] != nil
    else { return }
    names[place.key, default: [:]][place.first, default: 0] += 1
  }

  /// In how many places of the text a name has lost its first character.
  func missing(in text: ByteText) -> Int {
    var missing = 0
    for index in 0..<text.count where MissingNames.isKind(text, at: index) {
      guard let place = MissingNames.place(text, at: index), place.first == 0, let seen = names[place.key]
      else { continue }
      let whole = seen.filter { $0.key != 0 }
      let most = whole.values.max() ?? 0
      let isRare = whole.keys.allSatisfy { !Han.kind($0).contains(.ordinary) }
      if most >= MissingNames.needed, whole.count == 1, isRare, most > 2 * (seen[0] ?? 0) { missing += 1 }
    }
    return missing
  }

  /// Whether 市 县 縣 区 區 or 镇 鎮 begins at `index`.
  private static func isKind(_ text: ByteText, at index: Int) -> Bool {
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE5, 0xB8, 0x82), (0xE5, 0x8E, 0xBF), (0xE7, 0xB8, 0xA3), (0xE5, 0x8C, 0xBA), (0xE5, 0x8D, 0x80),
      (0xE9, 0x95, 0x87), (0xE9, 0x8E, 0xAE):
      true
    default: false
    }
  }

  /// The last two characters of the name that ends at `index`, and the one before them, 0 for none; `nil` where no name
  /// ends.
  private static func place(_ text: ByteText, at index: Int) -> (key: UInt64, first: UInt32)? {
    let kind = token(text.scalar(at: index).value)
    let last = text.scalar(before: index)
    guard last.start < index, Han.range.contains(last.value), !isNoName(last.value) else { return nil }
    let first = text.scalar(before: last.start)
    let isHan = first.start < last.start && Han.range.contains(first.value)
    return (UInt64(token(last.value)) << 16 | UInt64(kind), isHan ? first.value : 0)
  }

  /// 各 全 本 我 该 省 市 县 区 乡 镇: what stands before 市 or 县 and is no name.
  private static func isNoName(_ scalar: UInt32) -> Bool {
    "各全本我该該省市县縣区區乡鄉镇鎮".unicodeScalars.contains { $0.value == scalar }
  }
}
