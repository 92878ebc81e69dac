/// A conversion dictionary that is read where it lies: in a string literal.
///
/// One entry per line, in ascending order of the UTF-8 bytes of its key: `key`, or `key` TAB `value`, or `key` TAB
/// `value` TAB `condition`. An entry without a value converts character by character and is there for its length: it
/// keeps a shorter entry, or one that would begin inside it, from matching. No key begins with a scalar below U+0800.
///
/// Opening a table finds the line starts and nothing else (1 ms for 50,000 entries); no key is copied.
struct ConversionTable: Sendable {
  /// The scalars that begin a key.
  private let firsts: ScalarIndex
  private let text: StaticString
  /// The offset of each line, and of the end.
  private let lines: [UInt32]
  /// For each member of `firsts`, in order, the index of its first line; then the number of lines.
  private let groups: [UInt32]

  /// Opens the table that the literal holds.
  init(_ text: StaticString) {
    self.text = text
    var lines: [UInt32] = []
    var groups: [UInt32] = []
    var scalars: [UInt32] = []
    lines.reserveCapacity(text.utf8CodeUnitCount / 11)
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var start = 0
    while start < bytes.count {
      let scalar = decodeScalar(bytes, at: start).value
      if scalar != scalars.last {
        scalars.append(scalar)
        groups.append(UInt32(lines.count))
      }
      lines.append(UInt32(start))
      while bytes[start] != ConversionTable.newline { start += 1 }
      start += 1
    }
    groups.append(UInt32(lines.count))
    lines.append(UInt32(bytes.count))
    self.lines = lines
    self.groups = groups
    firsts = ScalarIndex(scalars)
  }

  /// One line of the table.
  struct Entry {
    /// The number of bytes of the key.
    let length: Int
    /// What the key becomes; `nil` when it converts character by character.
    let value: UnsafeBufferPointer<UInt8>?
    /// In which text the entry holds.
    let condition: Condition
  }

  /// In which text an entry holds: a byte of the literal, or 0.
  struct Condition: Equatable {
    fileprivate let letter: UInt8

    static let always = Condition(letter: 0)
    /// Only in text that is simplified otherwise.
    static let simplified = Condition(letter: UInt8(ascii: "s"))
    /// Only in text that is traditional otherwise.
    static let traditional = Condition(letter: UInt8(ascii: "t"))

    /// For a capital letter its number, A is 0: only where the walk was given that number.
    var number: UInt32? {
      letter >= UInt8(ascii: "A") && letter <= UInt8(ascii: "Z") ? UInt32(letter - UInt8(ascii: "A")) : nil
    }
  }

  /// The longest entry whose key stands at the start of `input` and whose condition holds.
  ///
  /// - Parameters:
  ///   - first: The scalar that `input` begins with.
  ///   - holds: Asked only about entries that match otherwise.
  func longestMatch(
    _ input: UnsafeBufferPointer<UInt8>, first: UInt32, where holds: (Condition) -> Bool
  ) -> Entry? {
    guard let rank = firsts.rank(of: first) else { return nil }
    let low = Int(groups[rank])
    var high = Int(groups[rank + 1])
    if high == low + 1 { return onlyMatch(low, input, where: holds) }
    var reach = min(input.count, ConversionTable.longestKey)
    // The greatest key that is not greater than the input is the longest that can match. When it does not, every
    // shorter key that matches is no longer than what the two have in common: look again among those.
    while let candidate = lastLine(in: low..<high, notAfter: UnsafeBufferPointer(rebasing: input[..<reach])) {
      let common = compare(candidate, UnsafeBufferPointer(rebasing: input[..<reach])).common
      if keyEnds(candidate, at: common) {
        let found = entry(candidate, length: common)
        if found.condition == .always || holds(found.condition) { return found }
      }
      high = candidate
      reach = common
    }
    return nil
  }

  /// The entry of a group of one.
  private func onlyMatch(
    _ line: Int, _ input: UnsafeBufferPointer<UInt8>, where holds: (Condition) -> Bool
  ) -> Entry? {
    let common = compare(line, input).common
    guard keyEnds(line, at: common) else { return nil }
    let found = entry(line, length: common)
    return found.condition == .always || holds(found.condition) ? found : nil
  }

  /// The number of entries.
  var count: Int { lines.count - 1 }

  /// Calls `body` with every key and its value, in order.
  func forEachKey(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?) -> Void) {
    for line in 0..<count {
      let start = text.utf8Start + Int(lines[line])
      var length = 0
      while start[length] >= 0x20 { length += 1 }
      body(UnsafeBufferPointer(start: start, count: length), entry(line, length: length).value)
    }
  }

  /// What the single character at the start of `input` becomes; `nil` when the table does not know it.
  func character(_ scalar: UInt32, length: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let rank = firsts.rank(of: scalar) else { return nil }
    let line = Int(groups[rank])
    return keyEnds(line, at: length) ? entry(line, length: length).value : nil
  }

  /// The number of bytes that the longest key may have.
  private static let longestKey = 64
  private static let newline: UInt8 = 0x0A
  private static let tab: UInt8 = 0x09

  private func lastLine(in range: Range<Int>, notAfter input: UnsafeBufferPointer<UInt8>) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if compare(middle, input).isAfter { high = middle } else { low = middle + 1 }
    }
    return low > range.lowerBound ? low - 1 : nil
  }

  /// How many bytes the key of a line shares with the input, and whether it comes after it in order.
  private func compare(_ line: Int, _ input: UnsafeBufferPointer<UInt8>) -> (common: Int, isAfter: Bool) {
    let key = text.utf8Start + Int(lines[line])
    var common = 0
    while common < input.count, key[common] == input[common], key[common] >= 0x20 { common += 1 }
    if key[common] < 0x20 { return (common, false) }
    return (common, common == input.count || key[common] > input[common])
  }

  private func keyEnds(_ line: Int, at length: Int) -> Bool {
    (text.utf8Start + Int(lines[line]))[length] < 0x20
  }

  private func entry(_ line: Int, length: Int) -> Entry {
    let start = text.utf8Start + Int(lines[line]) + length
    guard start[0] == ConversionTable.tab else { return Entry(length: length, value: nil, condition: .always) }
    var end = 1
    while start[end] >= 0x20 { end += 1 }
    let condition = start[end] == ConversionTable.tab ? Condition(letter: start[end + 1]) : .always
    let value = UnsafeBufferPointer(start: start + 1, count: end - 1)
    return Entry(length: length, value: value, condition: condition)
  }
}

/// The scalar at `offset` and the number of its bytes, as its first byte tells it.
///
/// Text that is not UTF-8, or is cut short, gives U+FFFD and a length of 1; nothing is read past the end.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
  let lead = bytes[offset]
  if lead < 0x80 { return (UInt32(lead), 1) }
  let left = bytes.count - offset
  func continuation(_ index: Int) -> UInt32 { UInt32(bytes[offset + index] & 0x3F) }
  if lead & 0xF0 == 0xE0, left >= 3 {
    return (UInt32(lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
  }
  if lead >= 0xC2, lead < 0xE0, left >= 2 { return (UInt32(lead & 0x1F) << 6 | continuation(1), 2) }
  if lead >= 0xF0, lead < 0xF5, left >= 4 {
    return (UInt32(lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
  }
  return (0xFFFD, 1)
}
