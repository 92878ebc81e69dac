extension Raster {
  /// The picture at another size, by Catmull-Rom cubic interpolation; a reduction averages first.
  ///
  /// Cubic and not linear: digits 9 to 14 pixels high are read clearly better.
  func scaled(toWidth newWidth: Int, height newHeight: Int) -> Raster {
    guard width > 0, height > 0, newWidth > 0, newHeight > 0 else {
      return Raster(width: 0, height: 0, pixels: [])
    }
    guard newWidth != width || newHeight != height else { return self }
    return scaledAlongRows(to: newWidth).transposed().scaledAlongRows(to: newHeight).transposed()
  }

  private func scaledAlongRows(to newWidth: Int) -> Raster {
    let taps = Taps(from: width, to: newWidth)
    var result = Raster(width: newWidth, height: height, filledWith: 0)
    let (width, height) = (self.width, self.height)
    pixels.withUnsafeBufferPointer { from in
      result.pixels.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          for x in 0..<newWidth { to[y * newWidth + x] = taps.value(at: x, in: from, row: y * width) }
        }
      }
    }
    return result
  }
}

/// For every new pixel the old ones that make it, with weights that sum to 4096.
private struct Taps {
  private let perPixel: Int
  private let indices: [Int]
  private let weights: [Int32]

  init(from old: Int, to new: Int) {
    let ratio = Double(old) / Double(new)
    let reach = 2 * max(1, ratio)
    perPixel = Int(reach.rounded(.up)) * 2 + 1
    var indices: [Int] = []
    var weights: [Int32] = []
    for x in 0..<new {
      let centre = (Double(x) + 0.5) * ratio - 0.5
      let first = Int((centre - reach).rounded(.up))
      let raw = (0..<perPixel).map { Taps.cubic((Double(first + $0) - centre) / max(1, ratio)) }
      let sum = raw.reduce(0, +)
      indices += (0..<perPixel).map { min(max(0, first + $0), old - 1) }
      weights += raw.map { Int32(($0 / sum * 4096).rounded()) }
    }
    self.indices = indices
    self.weights = weights
  }

  @inline(__always)
  func value(at x: Int, in pixels: UnsafeBufferPointer<UInt8>, row: Int) -> UInt8 {
    var sum: Int32 = 2048
    for tap in x * perPixel..<(x + 1) * perPixel { sum &+= weights[tap] &* Int32(pixels[row + indices[tap]]) }
    return UInt8(clamping: sum >> 12)
  }

  private static func cubic(_ distance: Double) -> Double {
    let x = abs(distance)
    if x < 1 { return 1.5 * x * x * x - 2.5 * x * x + 1 }
    if x < 2 { return -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 }
    return 0
  }
}
