/// Where a decoder writes its UTF-8: a buffer that was made large enough before decoding began.
struct UTF8Output: ~Copyable {
  private let base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private(set) var replacements = 0

  private init(_ base: UnsafeMutablePointer<UInt8>) { self.base = base }

  /// Runs a decoder over a buffer with room for `capacity` bytes. The decoder must not write more.
  static func collect(capacity: Int, _ decoder: (inout UTF8Output) -> Void) -> DecodedText {
    var replacements = 0
    let utf8 = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var output = UTF8Output(base)
      decoder(&output)
      count = output.count
      replacements = output.replacements
    }
    return DecodedText(utf8: utf8, replacements: replacements)
  }

  /// Copies bytes that already are UTF-8.
  @inline(__always)
  mutating func copy(_ source: UnsafePointer<UInt8>, count length: Int) {
    (base + count).update(from: source, count: length)
    count += length
  }

  /// Writes a scalar from the basic plane, one to three bytes.
  @inline(__always)
  mutating func append(basic scalar: UInt16) {
    if scalar >= 0x800 {
      base[count] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
      base[count + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
      base[count + 2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
      count += 3
    } else if scalar >= 0x80 {
      base[count] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
      base[count + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
      count += 2
    } else {
      base[count] = UInt8(truncatingIfNeeded: scalar)
      count += 1
    }
  }

  /// Writes any scalar, one to four bytes.
  mutating func append(_ scalar: UInt32) {
    guard scalar >= 0x10000 else { return append(basic: UInt16(truncatingIfNeeded: scalar)) }
    base[count] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    base[count + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F)
    base[count + 2] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
    base[count + 3] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
    count += 4
  }

  /// Writes U+FFFD for bytes that mean nothing, and counts it.
  mutating func replace() {
    append(basic: 0xFFFD)
    replacements += 1
  }
}
