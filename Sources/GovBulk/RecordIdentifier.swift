import FoundationEssentials

/// The `id` of a line, as `RecordLine` gives it; absent when the line has none or is damaged before it.
///
/// The names of all pages must be known before the first is converted. So only the keys are looked at here: to decode
/// each line for it would decode the whole file twice.
func recordIdentifier(_ line: [UInt8]) -> String? {
  line.withUnsafeBufferPointer { line in
    var scan = KeyScan(rest: line[...])
    guard scan.take("{") else { return nil }
    repeat {
      guard let key = scan.value(), scan.take(":"), let value = scan.value() else { return nil }
      if key.elementsEqual("\"id\"".utf8) { return RecordIdentifier(json: Array(value))?.text }
    } while scan.take(",")
    return nil
  }
}

/// Walks over JSON value by value; what stands inside a value is not looked at.
private struct KeyScan {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  /// Passes over a character, and white space in front of it.
  ///
  /// - Returns: Whether it stood there.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    rest = rest.drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Passes over a value; `nil` when it does not end.
  mutating func value() -> Slice<UnsafeBufferPointer<UInt8>>? {
    rest = rest.drop { $0 <= 0x20 }
    let start = rest.startIndex
    var depth = 0
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""):
        guard passString() else { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        rest = rest.dropFirst()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return rest.base[start..<rest.startIndex] }
        depth -= 1
        rest = rest.dropFirst()
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0...0x20:
        guard depth > 0 else { return rest.base[start..<rest.startIndex] }
        rest = rest.dropFirst()
      default: rest = rest.dropFirst()
      }
    }
    return nil
  }

  private mutating func passString() -> Bool {
    rest = rest.dropFirst()
    while let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      let isEnd = rest[end] == UInt8(ascii: "\"")
      rest = rest[end...].dropFirst(isEnd ? 1 : 2)
      if isEnd { return true }
    }
    return false
  }
}

/// A text or a whole number.
struct RecordIdentifier: Decodable {
  let text: String

  init?(json: [UInt8]) {
    guard let value = try? JSONDecoder().decode(RecordIdentifier.self, from: Data(json)) else { return nil }
    self = value
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) { self.text = text } else { text = "\(try value.decode(Int.self))" }
  }
}
