extension HeaderBytes {
  /// How many pictures a file of the format holds: frames of an animation or pages; at least 1, counted up to 1000.
  func frames(of format: PictureHeader.Format) -> Int {
    let count =
      switch format {
      case .png: pngFrames()
      case .gif: gifFrames()
      case .tiff: tiffPages()
      case .webp: webpChunks().count { $0.kind == "ANMF" }
      case .jpeg, .bmp: 1
      }
    return min(max(1, count), 1000)
  }

  /// The first frame of an animated WebP as a picture of its own, which the decoder of still pictures takes; `nil` for
  /// any other file.
  func firstWebPFrame() -> [UInt8]? {
    guard let frame = webpChunks().first(where: { $0.kind == "ANMF" }), frame.data.count > 16 else { return nil }
    // Place, size, duration and flags take 16 bytes; then come the chunks of the frame (WebP container, section ANMF).
    let (size, chunks) = (frame.data.prefix(12).dropFirst(6), frame.data.dropFirst(16))
    var head = Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0x10, 0, 0, 0]
    head += size
    let length = UInt32(head.count + chunks.count)
    return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + head + chunks
  }

  /// The chunks of a WebP file: their kinds and data.
  func webpChunks() -> [(kind: String, data: ArraySlice<UInt8>)] {
    var chunks: [(kind: String, data: ArraySlice<UInt8>)] = []
    var place = 12
    while chunks.count < 2000, let length = integer(at: place + 4, count: 4, big: false),
      length <= bytes.count - place - 8
    {
      chunks.append((String(decoding: bytes[place..<place + 4], as: UTF8.self), bytes[place + 8..<place + 8 + length]))
      place += 8 + length + length % 2
    }
    return chunks
  }

  /// The data of the first chunk of a kind in a PNG file.
  func pngChunk(_ kind: String) -> Int? {
    var place = 8
    while let length = integer(at: place, count: 4, big: true), length <= bytes.count - place - 8 {
      if starts(with: Array(kind.utf8), at: place + 4) { return place + 8 }
      place += 12 + length
    }
    return nil
  }

  private func pngFrames() -> Int { pngChunk("acTL").flatMap { integer(at: $0, count: 4, big: true) } ?? 1 }

  private func tiffPages() -> Int {
    let big = starts(with: Array("MM".utf8))
    var (count, next) = (0, integer(at: 4, count: 4, big: big) ?? 0)
    // A chain that bites its tail ends at the bound.
    while count < 1000, next > 0, let entries = integer(at: next, count: 2, big: big) {
      count += 1
      next = integer(at: next + 2 + entries * 12, count: 4, big: big) ?? 0
    }
    return count
  }
}
