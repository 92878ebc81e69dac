import GovDocument

/// What a picture's first bytes promise: checked before any library sees them.
struct PictureHeader: Equatable {
  /// The formats that are read.
  enum Format: String { case png, jpeg, gif, bmp, tiff, webp }

  var format: Format
  /// Pixels from left to right, as stored.
  var width: Int
  /// Pixels from top to bottom, as stored.
  var height: Int

  /// Finds out the format by its magic bytes and the size by its header; `nil` for anything else.
  init?(_ bytes: [UInt8]) {
    let reader = HeaderBytes(bytes: bytes)
    if reader.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self.init(.png, reader.size(big: true, wide: true, at: 16))
    } else if reader.starts(with: [0xFF, 0xD8, 0xFF]) {
      self.init(.jpeg, reader.jpegSize())
    } else if reader.starts(with: Array("GIF8".utf8)) {
      self.init(.gif, reader.gifSize())
    } else if reader.starts(with: Array("BM".utf8)) {
      self.init(.bmp, reader.bmpSize())
    } else if reader.starts(with: [0x49, 0x49, 0x2A, 0]) || reader.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      self.init(.tiff, reader.tiffSize())
    } else if reader.starts(with: Array("RIFF".utf8)), reader.starts(with: Array("WEBP".utf8), at: 8) {
      self.init(.webp, reader.webpSize())
    } else {
      return nil
    }
  }

  private init?(_ format: Format, _ size: (width: Int, height: Int)?) {
    guard let size else { return nil }
    (self.format, width, height) = (format, size.width, size.height)
  }
}

/// Reads integers at places that need not exist.
struct HeaderBytes {
  let bytes: [UInt8]

  func starts(with magic: [UInt8], at place: Int = 0) -> Bool {
    bytes.count >= place + magic.count && bytes[place..<place + magic.count].elementsEqual(magic)
  }

  /// The unsigned integer of `count` bytes at `place`; `nil` beyond the end.
  func integer(at place: Int, count: Int, big: Bool) -> Int? {
    guard place >= 0, count <= bytes.count, place <= bytes.count - count else { return nil }
    let part = bytes[place..<place + count]
    return (big ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
  }

  func size(big: Bool, wide: Bool, at place: Int) -> (width: Int, height: Int)? {
    let count = wide ? 4 : 2
    guard let width = integer(at: place, count: count, big: big),
      let height = integer(at: place + count, count: count, big: big)
    else { return nil }
    return (width, height)
  }

  /// Walks the segments to the frame header (SOF0 to SOF15 but DHT, JPG and DAC).
  func jpegSize() -> (width: Int, height: Int)? {
    var place = 2
    while let mark = integer(at: place, count: 2, big: true), mark >= 0xFF00 {
      if mark == 0xFFFF { place += 1; continue }
      guard let length = integer(at: place + 2, count: 2, big: true), length >= 2 else { return nil }
      if (0xFFC0...0xFFCF).contains(mark), ![0xFFC4, 0xFFC8, 0xFFCC].contains(mark) {
        return size(big: true, wide: false, at: place + 5).map { ($0.height, $0.width) }
      }
      place += 2 + length
    }
    return nil
  }

  /// The screen, or the largest that its frames make together: the library decodes every frame before it gives the first.
  func gifSize() -> (width: Int, height: Int)? {
    guard let screen = size(big: false, wide: false, at: 6), let frames = gifFrameSizes() else { return nil }
    let pixels = frames.reduce(0) { $0 + $1.width * $1.height }
    let width = max(screen.width, frames.map(\.width).max() ?? 0)
    let height = max(screen.height, frames.map(\.height).max() ?? 0)
    return pixels > width * height ? (width, max(height, pixels / max(1, width))) : (width, height)
  }

  func gifFrames() -> Int { gifFrameSizes()?.count ?? 1 }

  /// The sizes of the frames as far as they have arrived; `nil` when something that is no GIF stands between them.
  private func gifFrameSizes() -> [(width: Int, height: Int)]? {
    guard let flags = integer(at: 10, count: 1, big: true) else { return nil }
    var place = 13 + colourTable(flags)
    var frames: [(width: Int, height: Int)] = []
    while let kind = integer(at: place, count: 1, big: true), kind != 0x3B {
      if kind == 0x2C, let frame = size(big: false, wide: false, at: place + 5),
        let frameFlags = integer(at: place + 9, count: 1, big: true)
      {
        frames.append(frame)
        place = endOfBlocks(place + 11 + colourTable(frameFlags))
      } else if kind == 0x21 {
        place = endOfBlocks(place + 2)
      } else {
        return nil
      }
    }
    return frames
  }

  private func colourTable(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

  private func endOfBlocks(_ start: Int) -> Int {
    var place = start
    while let length = integer(at: place, count: 1, big: true), length > 0 { place += 1 + length }
    return place + 1
  }

  func bmpSize() -> (width: Int, height: Int)? {
    guard let size = size(big: false, wide: true, at: 18) else { return nil }
    return (size.width, abs(Int(Int32(truncatingIfNeeded: size.height))))
  }

  /// The first directory's tags 256 and 257.
  func tiffSize() -> (width: Int, height: Int)? {
    let big = bytes[0] == 0x4D
    guard let directory = integer(at: 4, count: 4, big: big), let count = integer(at: directory, count: 2, big: big)
    else { return nil }
    var (width, height): (Int?, Int?) = (nil, nil)
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let tag = integer(at: place, count: 2, big: big), tag <= 257 else { break }
      let long = integer(at: place + 2, count: 2, big: big) == 4
      let value = integer(at: place + 8, count: long ? 4 : 2, big: big)
      if tag == 256 { width = value } else if tag == 257 { height = value }
    }
    guard let width, let height else { return nil }
    return (width, height)
  }

  func webpSize() -> (width: Int, height: Int)? {
    if starts(with: Array("VP8 ".utf8), at: 12) {
      return size(big: false, wide: false, at: 26).map { ($0.width & 0x3FFF, $0.height & 0x3FFF) }
    }
    if starts(with: Array("VP8L".utf8), at: 12) {
      return integer(at: 21, count: 4, big: false).map { ($0 & 0x3FFF + 1, $0 >> 14 & 0x3FFF + 1) }
    }
    guard starts(with: Array("VP8X".utf8), at: 12), let width = integer(at: 24, count: 3, big: false),
      let height = integer(at: 27, count: 3, big: false)
    else { return nil }
    return (width + 1, height + 1)
  }
}
