/// The decoded pixels of a picture, asked whether fewer of them would do.
///
/// A page at 600 points per inch has 35 million, of which its print needs a ninth: characters are read best when they are about
/// as high as on a screen, and everything that looks at a picture takes time and memory for each pixel.
struct ColourPixels {
  /// Three bytes for each pixel, red first.
  private let rgb: UnsafeBufferPointer<UInt8>
  private let width: Int
  private let height: Int

  init(_ rgb: UnsafeBufferPointer<UInt8>, width: Int) {
    (self.rgb, self.width) = (rgb, width)
    height = width > 0 ? rgb.count / 3 / width : 0
  }

  /// How many pixels may become one, each way, without a loss for the print; 1 for a picture of a usual size.
  ///
  /// The usual character keeps the height of screen print, and of the smaller ones, which are parts of characters too, three in
  /// four keep half of that: a table in small print below large text is no part of the usual.
  func possibleReduction() -> Int {
    guard width * height > ColourPixels.usualSize else { return 1 }
    let heights = printHeights().sorted()
    guard heights.count >= ColourPixels.fewest else { return 1 }
    let (usual, small) = (heights[heights.count * 7 / 10], heights[heights.count / 4])
    return max(1, min(usual / ColourPixels.screenPrint, small * 2 / ColourPixels.screenPrint))
  }

  /// Twice the pixels of a long screenshot.
  private static let usualSize = 6_000_000
  /// Of fewer components nothing can be told.
  private static let fewest = 100
  /// A character of 12 points on a screen, in pixels.
  private static let screenPrint = 16

  /// The heights of what may be characters, found strip by strip, for a mark for each pixel would take more room than the
  /// strips.
  private func printHeights() -> [Int] {
    let rows = 512
    return stride(from: 0, to: height, by: rows).flatMap { top in
      let strip = brightest(top..<min(height, top + rows))
      return components(of: strip, darkerThan: darkThreshold(strip)).map(\.area).filter { area in
        area.top > 0 && area.bottom < strip.height && area.height >= 6 && area.height <= rows / 2
          && area.width <= 2 * area.height && area.height <= 3 * area.width
      }
      .map(\.height)
    }
  }

  private func brightest(_ rows: Range<Int>) -> Raster {
    var strip = Raster(width: width, height: rows.count, filledWith: 0)
    let first = rows.lowerBound * width
    strip.pixels.withUnsafeMutableBufferPointer { grey in
      for pixel in 0..<width * rows.count {
        let place = 3 * (first + pixel)
        grey[pixel] = max(rgb[place], rgb[place + 1], rgb[place + 2])
      }
    }
    return strip
  }
}
