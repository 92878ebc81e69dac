/// How a picture is stored against how it is to be seen, 1 to 8 as in EXIF; 1 when it does not say.
///
/// JPEG, PNG and WebP carry an EXIF block; of TIFF the library turns the picture itself.
func orientation(of bytes: [UInt8], _ format: PictureHeader.Format) -> Int {
  let header = HeaderBytes(bytes: bytes)
  switch format {
  case .jpeg: return jpegOrientation(header)
  case .png: return header.pngChunk("eXIf").map { orientation(in: header, tiff: $0) } ?? 1
  case .webp:
    guard let block = header.webpChunks().first(where: { $0.kind == "EXIF" })?.data else { return 1 }
    let start = block.starts(with: Array("Exif\0\0".utf8)) ? block.startIndex + 6 : block.startIndex
    return orientation(in: header, tiff: start)
  case .gif, .bmp, .tiff: return 1
  }
}

/// The orientation tag (274) of the EXIF block (EXIF 2.3, section 4.6.4 A).
private func jpegOrientation(_ header: HeaderBytes) -> Int {
  var place = 2
  while let mark = header.integer(at: place, count: 2, big: true), mark >= 0xFFC0, mark != 0xFFDA,
    let length = header.integer(at: place + 2, count: 2, big: true), length >= 2
  {
    if mark == 0xFFE1, header.starts(with: Array("Exif\0\0".utf8), at: place + 4) {
      return orientation(in: header, tiff: place + 10)
    }
    place += 2 + length
  }
  return 1
}

private func orientation(in header: HeaderBytes, tiff: Int) -> Int {
  let big = header.starts(with: Array("MM".utf8), at: tiff)
  guard let offset = header.integer(at: tiff + 4, count: 4, big: big),
    let count = header.integer(at: tiff + offset, count: 2, big: big)
  else { return 1 }
  for entry in 0..<count {
    let place = tiff + offset + 2 + entry * 12
    guard header.integer(at: place, count: 2, big: big) == 274 else { continue }
    let value = header.integer(at: place + 8, count: 2, big: big) ?? 1
    return (1...8).contains(value) ? value : 1
  }
  return 1
}

extension Raster {
  /// Undoes an EXIF orientation.
  func upright(from orientation: Int) -> Raster {
    switch orientation {
    case 2: mirrored()
    case 3: flipped().mirrored()
    case 4: flipped()
    case 5: transposed()
    case 6: transposed().mirrored()
    case 7: transposed().mirrored().flipped()
    case 8: transposed().flipped()
    default: self
    }
  }

  private func mirrored() -> Raster {
    var result = self
    for y in 0..<height { result.pixels[y * width..<(y + 1) * width].reverse() }
    return result
  }

  private func flipped() -> Raster {
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count)
    for y in stride(from: height - 1, through: 0, by: -1) { rows += pixels[y * width..<(y + 1) * width] }
    return Raster(width: width, height: height, pixels: rows)
  }
}
