/// What a crawler noted about a content so that a later change shows: `sha1:` or `sha256:` with base32 or hexadecimal
/// digits (ISO 28500, section 5.8).
struct Digest: Sendable, Hashable {
  private let algorithm: Algorithm
  private let value: [UInt8]

  private enum Algorithm: String {
    case sha1, sha256

    var length: Int { self == .sha1 ? 20 : 32 }
  }

  /// Reads a header's value.
  ///
  /// - Returns: `nil` when the algorithm is another, or the digits are none: then there is nothing to compare with.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let name = String(decoding: parts[0].filter { $0 != UInt8(ascii: "-") }, as: UTF8.self).lowercased()
    guard let algorithm = Algorithm(rawValue: name) else { return nil }
    let value = parts[1].count == 2 * algorithm.length ? hexadecimal(parts[1]) : base32(parts[1])
    guard let value, value.count == algorithm.length else { return nil }
    self.algorithm = algorithm
    self.value = value
  }

  /// Whether it is the digest of some bytes.
  func fits(_ bytes: some Sequence<UInt8>) -> Bool {
    switch algorithm {
    case .sha1: sha1(Array(bytes)) == value
    case .sha256: sha256(Array(bytes)) == value
    }
  }
}

private func hexadecimal(_ digits: Substring.UTF8View.SubSequence) -> [UInt8]? {
  let values = digits.compactMap(hexValue)
  guard values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
  return joined(values, of: 4)
}

/// Padding may be missing.
private func base32(_ digits: Substring.UTF8View.SubSequence) -> [UInt8]? {
  let digits = digits.filter { $0 != UInt8(ascii: "=") }
  let values = digits.compactMap(base32Value)
  return values.count == digits.count ? joined(values, of: 5) : nil
}
