import CTesseract
import GovDocument

/// Bounds that a picture must keep, checked on its header before it is decoded.
public struct PictureLimits: Sendable, Hashable {
  /// The most pixels; default 40 million, which decode to 120 MB.
  public var pixels = 40_000_000
  /// The longest side in pixels; default 20,000.
  public var side = 20_000
  /// The most bytes of the file; default 64 MB.
  public var bytes = 64 << 20

  /// Makes the default limits.
  public init() {}
}

/// A decoded picture, upright: two greys that keep different things.
struct Pages {
  /// The darkest channel: what a coloured or pale line still shows in.
  var darkest: Raster
  /// The brightest channel, brighter still where there is colour: seals and watermarks fade from it, black ink stays.
  var brightest: Raster
}

/// Decodes a picture from memory, after a look at its header, and turns it upright.
func decode(_ picture: Picture, limits: PictureLimits) throws(PictureError) -> Pages {
  let header = try checkedHeader(picture, limits)
  var decoded = ct_picture()
  let done = picture.bytes.withUnsafeBufferPointer { bytes in
    switch header.format {
    case .png: ct_decode_png(bytes.baseAddress, bytes.count, &decoded)
    case .jpeg: ct_decode_jpeg(bytes.baseAddress, bytes.count, &decoded)
    case .gif, .bmp, .tiff, .webp: ct_decode_other(bytes.baseAddress, bytes.count, &decoded)
    }
  }
  guard done != 0, let pixels = decoded.pixels else {
    throw PictureError(
      code: .pictureUnreadable,
      message: "\(picture.name): the \(header.format.rawValue.uppercased()) data is damaged; save the picture anew")
  }
  defer { ct_free(pixels) }
  let (width, height) = (Int(decoded.width), Int(decoded.height))
  let pages = split(UnsafeBufferPointer(start: pixels, count: width * height * 3), width, height)
  let turn = header.format == .jpeg ? exifOrientation(picture.bytes) : 1
  return Pages(darkest: pages.darkest.upright(from: turn), brightest: pages.brightest.upright(from: turn))
}

private func checkedHeader(_ picture: Picture, _ limits: PictureLimits) throws(PictureError) -> PictureHeader {
  guard picture.bytes.count <= limits.bytes else {
    throw PictureError(
      code: .pictureTooLarge, message: "\(picture.name): more than \(limits.bytes >> 20) MB; make the picture smaller")
  }
  guard let header = PictureHeader(picture.bytes) else {
    throw PictureError(
      code: .pictureUnreadable,
      message: "\(picture.name) is no PNG, JPEG, GIF, BMP, TIFF or WebP picture; convert it to one of them")
  }
  guard header.width > 0, header.height > 0, header.width <= limits.side, header.height <= limits.side,
    header.width * header.height <= limits.pixels
  else {
    throw PictureError(
      code: .pictureTooLarge,
      message: "\(picture.name): \(header.width) × \(header.height) pixels are beyond the limit; make it smaller")
  }
  return header
}

private func split(_ rgb: UnsafeBufferPointer<UInt8>, _ width: Int, _ height: Int) -> Pages {
  var darkest = Raster(width: width, height: height, filledWith: 0)
  var brightest = darkest
  darkest.pixels.withUnsafeMutableBufferPointer { low in
    brightest.pixels.withUnsafeMutableBufferPointer { high in
      for pixel in 0..<width * height {
        let (red, green, blue) = (rgb[3 * pixel], rgb[3 * pixel + 1], rgb[3 * pixel + 2])
        let (least, most) = (min(red, green, blue), max(red, green, blue))
        low[pixel] = least
        high[pixel] = UInt8(clamping: Int(most) + Int(most - least) / 2)
      }
    }
  }
  return Pages(darkest: darkest, brightest: brightest)
}

/// The orientation tag (274) of the EXIF block, 1 to 8; 1 when there is none (EXIF 2.3, section 4.6.4 A).
func exifOrientation(_ bytes: [UInt8]) -> Int {
  let header = HeaderBytes(bytes: bytes)
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
