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
  /// The most cells with something in them and lines of text around tables that are read; default 3,000, which take half a
  /// minute. The four statutory tables together have fewer than 1,000. What is beyond is marked unreadable.
  public var texts = 3_000

  /// Makes the default limits.
  public init() {}
}

/// A decoded picture, upright: two greys that keep different things.
struct Pages {
  /// The darkest channel: what a coloured or pale line still shows in.
  var darkest: Raster
  /// The brightest channel, brighter still where there is colour: seals and watermarks fade from it, black ink stays.
  var brightest: Raster
  /// How many pictures the file holds; these are of the first.
  var frames = 1
  /// How many pixels of the file make one of these, each way.
  var reduction = 1
  /// Whether the file breaks off or is damaged, so that parts of the picture are made up.
  var isDamaged = false
}

/// Decodes a picture from memory, after a look at its header, and turns it upright; of several frames or pages the first.
func decode(_ picture: Picture, limits: PictureLimits) throws(PictureError) -> Pages {
  let header = try checkedHeader(picture, limits)
  var decoded = ct_picture()
  let frames = HeaderBytes(bytes: picture.bytes).frames(of: header.format)
  var still = picture
  if header.format == .webp, let frame = HeaderBytes(bytes: picture.bytes).firstWebPFrame() {
    still.bytes = frame
    _ = try checkedHeader(still, limits)
  }
  let done = still.bytes.withUnsafeBufferPointer { bytes in
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
  let reduction = reduce(&decoded, pixels)
  let (width, height) = (Int(decoded.width), Int(decoded.height))
  let pages = split(UnsafeBufferPointer(start: pixels, count: width * height * 3), width, height)
  let turn = orientation(of: picture.bytes, header.format)
  return Pages(
    darkest: pages.darkest.upright(from: turn), brightest: pages.brightest.upright(from: turn), frames: frames,
    reduction: reduction, isDamaged: decoded.is_damaged != 0)
}

/// Makes a picture smaller in its place where its print allows, and says by how much.
private func reduce(_ decoded: inout ct_picture, _ pixels: UnsafeMutablePointer<UInt8>) -> Int {
  let rgb = ColourPixels(
    UnsafeBufferPointer(start: pixels, count: Int(decoded.width) * Int(decoded.height) * 3), width: Int(decoded.width))
  let reduction = rgb.possibleReduction()
  if reduction > 1 { ct_reduce(&decoded, Int32(reduction)) }
  return reduction
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
  let fringes = ColourFringes(rgb, width: width, height: height)
  if fringes.areThere { return fringes.pages() }
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
