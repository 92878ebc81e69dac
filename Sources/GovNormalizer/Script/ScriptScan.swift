/// One walk over a text: finds the words of a dictionary and reports what they change.
struct ScriptScan {
  private let utf8: UnsafeBufferPointer<UInt8>
  private let words: ScriptDictionary
  private let document: ScriptCounts
  /// A bit for the number of every condition that holds.
  private let numbers: UInt32
  /// How the text itself reads; found out when an entry first asks.
  private var readsAsTraditional: Bool?
  /// A replacement in the making.
  private var scratch: [UInt8] = []

  /// Makes a walk over the text.
  init(
    _ utf8: UnsafeBufferPointer<UInt8>, words: ScriptDictionary, document: ScriptCounts = ScriptCounts(),
    numbers: UInt32 = 0
  ) {
    self.utf8 = utf8
    self.numbers = numbers
    self.words = words
    self.document = document
  }

  /// Walks from the first byte to the last.
  mutating func run(_ body: (TextChange) -> Void) {
    words.stops.withView { run($0, body) }
  }

  private mutating func run(_ stops: ScriptStops.View, _ body: (TextChange) -> Void) {
    var place = Place()
    while let first = advance(&place, stops) {
      let simple = stops.simpleReplacement(of: first.value, before: place.byte + first.length, in: utf8)
      if simple != 0 {
        replace(with: simple, at: &place, body)
      } else {
        replaceWord(first, at: &place, body)
      }
    }
  }

  /// A place in the text, counted in bytes and in scalars.
  private struct Place {
    var byte = 0
    var scalar = 0
  }

  /// Moves to the next scalar at which a dictionary has something to say, and gives it; `nil` at the end.
  @inline(__always)
  private func advance(_ place: inout Place, _ stops: ScriptStops.View) -> (value: UInt32, length: Int)? {
    var byte = place.byte
    var scalar = place.scalar
    defer { place = Place(byte: byte, scalar: scalar) }
    while byte < utf8.count {
      // Most of a text: three bytes about which nothing is to be done, and ASCII.
      if byte + 3 <= utf8.count, utf8[byte] & 0xF0 == 0xE0 {
        let (second, third) = (UInt32(utf8[byte + 1] & 0x3F), UInt32(utf8[byte + 2] & 0x3F))
        if stops.isIdle(UInt32(utf8[byte] & 0x0F) << 12 | second << 6 | third) {
          byte += 3
          scalar += 1
          continue
        }
      } else if utf8[byte] < 0x80 {
        byte += 1
        scalar += 1
        continue
      }
      let (value, length) = decodeScalar(utf8, at: byte)
      if stops.stops(at: value, before: byte + length, in: utf8) { return (value, length) }
      byte += length
      scalar += 1
    }
    return nil
  }

  /// Replaces the character at `place` by three bytes, the first lowest, and moves past it.
  @inline(__always)
  private func replace(with simple: UInt32, at place: inout Place, _ body: (TextChange) -> Void) {
    withUnsafeBytes(of: simple.littleEndian) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { bytes in
        let scalars = place.scalar..<place.scalar + 1
        let replacement = UnsafeBufferPointer(rebasing: bytes[..<3])
        body(TextChange(scalars: scalars, bytes: place.byte..<place.byte + 3, replacement: replacement))
      }
    }
    place = Place(byte: place.byte + 3, scalar: place.scalar + 1)
  }

  /// Replaces the longest word at `place`, or what there is of it, and moves past it.
  private mutating func replaceWord(
    _ first: (value: UInt32, length: Int), at place: inout Place, _ body: (TextChange) -> Void
  ) {
    let rest = UnsafeBufferPointer(rebasing: utf8[place.byte...])
    guard let match = longestMatch(rest, first: first.value) else {
      return replaceEach(until: place.byte + first.length, at: &place, body)
    }
    if let value = match.entry.value, !match.isOwn || !givesWay(rest, match.entry, value) {
      replace(match.entry.length, at: &place, with: value, body)
    } else {
      let shared = match.isOwn ? lengthOfLastCharacter(rest[..<match.entry.length]) : 0
      replaceEach(until: place.byte + match.entry.length - shared, at: &place, body)
    }
  }

  /// The longest entry of all tables, and whether it is of the project's own table.
  private mutating func longestMatch(
    _ input: UnsafeBufferPointer<UInt8>, first: UInt32
  ) -> (entry: ConversionTable.Entry, isOwn: Bool)? {
    let own = words.own?.longestMatch(input, first: first, where: { holds($0) })
    let general = words.general.longestMatch(input, first: first, where: { holds($0) })
    if let own, own.length >= general?.length ?? 0 { return (own, true) }
    return general.map { ($0, false) }
  }

  /// Whether a word is no word here because its last character begins one in which it reads otherwise.
  ///
  /// 有著 is 有着, and in 有著作权 it is not: 著作 has its first character. OpenCC has no such rule.
  private mutating func givesWay(
    _ input: UnsafeBufferPointer<UInt8>, _ match: ConversionTable.Entry, _ value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let last = lengthOfLastCharacter(input[..<match.length])
    guard last < match.length, let own = words.own else { return false }
    let rest = UnsafeBufferPointer(rebasing: input[(match.length - last)...])
    let reading = value.suffix(last)
    guard !reading.elementsEqual(rest[..<last]),
      let next = own.longestMatch(rest, first: decodeScalar(rest, at: 0).value, where: { holds($0) }),
      next.length > last, let other = next.value
    else { return false }
    return !reading.elementsEqual(other.prefix(last))
  }

  private func lengthOfLastCharacter(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var length = 1
    while length < word.count, word[word.endIndex - length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  private mutating func holds(_ condition: ConversionTable.Condition) -> Bool {
    if condition == .always { return true }
    if let number = condition.number { return numbers >> number & 1 != 0 }
    let traditional = readsAsTraditional ?? ScriptCounts(utf8).readsAsTraditional(in: document)
    readsAsTraditional = traditional
    return (condition == .traditional) == traditional
  }

  /// Replaces the `length` bytes at `place` by a word, and moves past them.
  private mutating func replace(
    _ length: Int, at place: inout Place, with value: UnsafeBufferPointer<UInt8>, _ body: (TextChange) -> Void
  ) {
    guard let variants = words.variants else { return report(length, at: &place, becomes: value, body) }
    scratch.removeAll(keepingCapacity: true)
    var offset = 0
    while offset < value.count {
      let (scalar, length) = decodeScalar(value, at: offset)
      let own = value[offset..<offset + length]
      scratch.append(contentsOf: variants.character(scalar, length: length).map { $0[...] } ?? own)
      offset += length
    }
    scratch.withUnsafeBufferPointer { report(length, at: &place, becomes: $0, body) }
  }

  /// Replaces the characters up to the byte `end` one by one, and moves past them.
  private mutating func replaceEach(until end: Int, at place: inout Place, _ body: (TextChange) -> Void) {
    while place.byte < end {
      let (scalar, length) = decodeScalar(utf8, at: place.byte)
      let own = UnsafeBufferPointer(rebasing: utf8[place.byte..<place.byte + length])
      let value = words.general.character(scalar, length: length)
      if value == nil, words.variants == nil {
        place = Place(byte: place.byte + length, scalar: place.scalar + 1)
      } else {
        replace(length, at: &place, with: value ?? own, body)
      }
    }
  }

  /// Reports that the `length` bytes at `place` become `value`, without what is the same at both ends; moves past them.
  private func report(
    _ length: Int, at place: inout Place, becomes value: UnsafeBufferPointer<UInt8>, _ body: (TextChange) -> Void
  ) {
    let own = UnsafeBufferPointer(rebasing: utf8[place.byte..<place.byte + length])
    let start = place
    place.byte += length
    if length <= 4, value.count <= 4, decodeScalar(own, at: 0).length == length {
      place.scalar += 1
      return reportCharacter(own, at: start, becomes: value, body)
    }
    place.scalar += countScalars(own)
    var prefix = 0
    while prefix < min(own.count, value.count), own[prefix] == value[prefix] { prefix += 1 }
    guard prefix < max(own.count, value.count) else { return }
    while prefix > 0, isContinuation(prefix, of: own, value) { prefix -= 1 }
    let limit = min(own.count, value.count) - prefix
    var suffix = 0
    while suffix < limit, own[own.count - 1 - suffix] == value[value.count - 1 - suffix] { suffix += 1 }
    while suffix > 0, own[own.count - suffix] & 0xC0 == 0x80 { suffix -= 1 }
    let middle = UnsafeBufferPointer(rebasing: own[prefix..<own.count - suffix])
    let scalar = start.scalar + countScalars(UnsafeBufferPointer(rebasing: own[..<prefix]))
    body(
      TextChange(
        scalars: scalar..<scalar + countScalars(middle),
        bytes: start.byte + prefix..<start.byte + own.count - suffix,
        replacement: UnsafeBufferPointer(rebasing: value[prefix..<value.count - suffix])))
  }

  /// Reports that the single character at `place` becomes `value`, unless it stays.
  private func reportCharacter(
    _ own: UnsafeBufferPointer<UInt8>, at place: Place, becomes value: UnsafeBufferPointer<UInt8>,
    _ body: (TextChange) -> Void
  ) {
    if own.count == value.count, own.elementsEqual(value) { return }
    body(
      TextChange(
        scalars: place.scalar..<place.scalar + 1, bytes: place.byte..<place.byte + own.count, replacement: value))
  }

  /// Whether cutting both words at the byte `index` would divide a character of either.
  private func isContinuation(
    _ index: Int, of own: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    (index < own.count && own[index] & 0xC0 == 0x80) || (index < value.count && value[index] & 0xC0 == 0x80)
  }

  /// The number of scalars in UTF-8: of bytes that do not continue one.
  private func countScalars(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
