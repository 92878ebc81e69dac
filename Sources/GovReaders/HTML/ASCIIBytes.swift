// Case-insensitive ASCII comparison on UTF-8 bytes, as HTML and CSS compare their keywords.

extension UInt8 {
  /// Space, tab, line feed, form feed or carriage return: HTML's ASCII white space.
  var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

  /// `0` to `9`.
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// A letter without regard to its case.
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// The lower-case form of an ASCII letter; any other byte as it is.
  var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// The slice without ASCII white space at its ends.
  var trimmedASCII: ArraySlice<UInt8> {
    var start = startIndex
    var end = endIndex
    while start < end, self[start].isASCIISpace { start += 1 }
    while end > start, self[end - 1].isASCIISpace { end -= 1 }
    return self[start..<end]
  }

  /// Whether the slice is `keyword` (lower case) but for its case.
  func equalsLowercased(_ keyword: StaticString) -> Bool {
    count == keyword.utf8CodeUnitCount && startsLowercased(keyword)
  }

  /// Whether the slice begins with `keyword` (lower case) but for its case.
  func startsLowercased(_ keyword: StaticString) -> Bool {
    guard count >= keyword.utf8CodeUnitCount else { return false }
    for offset in 0..<keyword.utf8CodeUnitCount
    where self[startIndex + offset].lowercasedASCII != keyword.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether `keyword` (lower case) occurs in the slice but for its case.
  func containsLowercased(_ keyword: StaticString) -> Bool {
    guard count >= keyword.utf8CodeUnitCount else { return false }
    for start in startIndex...(endIndex - keyword.utf8CodeUnitCount) where self[start...].startsLowercased(keyword) {
      return true
    }
    return false
  }

  /// The words between ASCII white space, as in a `class` attribute.
  var words: [ArraySlice<UInt8>] { split(whereSeparator: \.isASCIISpace) }
}
