/// The colours of text that was drawn with the stripes of a screen's pixels, and what is left of colour without them.
///
/// ClearType and its like lay black text over the red, green and blue stripe of a pixel one by one: a stroke begins orange and ends
/// blue. Its brightest channel is then a third of a pixel thinner on both sides, and hairlines are gone from it. Within a few pixels
/// such colours cancel out, which those of a seal or of red print do not.
struct ColourFringes {
  private let rgb: UnsafeBufferPointer<UInt8>
  private let width: Int
  private let height: Int

  /// `rgb` holds three bytes for each pixel.
  init(_ rgb: UnsafeBufferPointer<UInt8>, width: Int, height: Int) {
    (self.rgb, self.width, self.height) = (rgb, width, height)
  }

  /// Whether the colours of a picture are such fringes: most of what red and blue differ by cancels out along the rows.
  ///
  /// JPEG keeps colours at half the resolution and has done away with them.
  var areThere: Bool {
    var (coloured, colour, left) = (0, 0, 0)
    for y in 0..<height {
      var window = 0
      for x in 0..<width + ColourFringes.reach {
        if x < width { window += difference(x, y) }
        if x > 2 * ColourFringes.reach { window -= difference(x - 2 * ColourFringes.reach - 1, y) }
        left += abs(window)
        guard x < width else { continue }
        let here = abs(difference(x, y))
        colour += here
        if here > 40 { coloured += 1 }
      }
    }
    let span = 2 * ColourFringes.reach + 1
    return coloured > 60 && left * 2 < colour * span
  }

  /// The darkest and the brightest channel as `split` makes them, of the colour that is left around each pixel.
  func pages() -> Pages {
    var darkest = Raster(width: width, height: height, filledWith: 0)
    var brightest = darkest
    for y in 0..<height {
      var (red, blue) = (0, 0)
      var count = 0
      for x in -ColourFringes.reach..<width {
        let (next, last) = (x + ColourFringes.reach, x - ColourFringes.reach - 1)
        if next < width { add(next, y, 1, &red, &blue, &count) }
        if last >= 0 { add(last, y, -1, &red, &blue, &count) }
        guard x >= 0, count > 0 else { continue }
        let hues = (red: red / count, green: -(red + blue) / count, blue: blue / count)
        let (least, most) = (min(hues.red, hues.green, hues.blue), max(hues.red, hues.green, hues.blue))
        let grey = grey(x, y)
        darkest[x, y] = UInt8(clamping: grey + least)
        brightest[x, y] = UInt8(clamping: grey + most + (most - least) / 2)
      }
    }
    return Pages(darkest: darkest, brightest: brightest)
  }

  /// How far to either side colours cancel out, in pixels: a stroke of small print with its rims.
  private static let reach = 3

  private func grey(_ x: Int, _ y: Int) -> Int {
    let pixel = 3 * (y * width + x)
    return (Int(rgb[pixel]) + Int(rgb[pixel + 1]) + Int(rgb[pixel + 2])) / 3
  }

  /// What red exceeds blue by.
  private func difference(_ x: Int, _ y: Int) -> Int {
    let pixel = 3 * (y * width + x)
    return Int(rgb[pixel]) - Int(rgb[pixel + 2])
  }

  private func add(_ x: Int, _ y: Int, _ sign: Int, _ red: inout Int, _ blue: inout Int, _ count: inout Int) {
    let pixel = 3 * (y * width + x)
    let grey = grey(x, y)
    red += sign * (Int(rgb[pixel]) - grey)
    blue += sign * (Int(rgb[pixel + 2]) - grey)
    count += sign
  }
}
