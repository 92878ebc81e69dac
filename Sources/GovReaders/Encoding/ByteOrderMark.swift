import GovEncoding

/// The mark with which some systems begin a file.
struct ByteOrderMark {
  let encoding: TextEncoding
  /// The number of bytes to skip; several marks in a row, as includes leave them, count together.
  let length: Int

  /// The mark at the beginning of an input; `nil` when there is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16LittleEndian, length: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16BigEndian, length: 2)
    } else {
      var length = 0
      while bytes.dropFirst(length).starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
      guard length > 0 else { return nil }
      self.init(encoding: .utf8, length: length)
    }
  }

  private init(encoding: TextEncoding, length: Int) {
    self.encoding = encoding
    self.length = length
  }
}
