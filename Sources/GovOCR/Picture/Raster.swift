/// An 8-bit grey picture: 0 is black, 255 white, rows from the top without padding.
struct Raster: Hashable {
  let width: Int
  let height: Int
  /// `width * height` values.
  var pixels: [UInt8]

  init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width >= 0 && height >= 0 && pixels.count == width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  init(width: Int, height: Int, filledWith value: UInt8) {
    self.init(
      width: width, height: height, pixels: [UInt8](repeating: value, count: max(0, width) * max(0, height)))
  }

  /// All pixels at once: the synthesised way takes them one by one, which for a line costs as much as to scale it.
  func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    pixels.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  subscript(x: Int, y: Int) -> UInt8 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }

  /// Rows become columns.
  func transposed() -> Raster {
    var result = Raster(width: height, height: width, filledWith: 0)
    let (width, height) = (self.width, self.height)
    pixels.withUnsafeBufferPointer { from in
      result.pixels.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          for x in 0..<width { to[x * height + y] = from[y * width + x] }
        }
      }
    }
    return result
  }

  /// The part inside `area`, which is clipped to the picture.
  func crop(_ area: Area) -> Raster {
    let area = area.clipped(width: width, height: height)
    var part: [UInt8] = []
    part.reserveCapacity(area.width * area.height)
    for y in area.top..<area.bottom { part += pixels[y * width + area.left..<y * width + area.right] }
    return Raster(width: area.width, height: area.height, pixels: part)
  }

  /// The picture with `margin` pixels of `value` on every side.
  func padded(by margin: Int, with value: UInt8 = 255) -> Raster {
    var result = Raster(width: width + 2 * margin, height: height + 2 * margin, filledWith: value)
    result.place(self, x: margin, y: margin)
    return result
  }

  /// Copies `part` to the place; what would stick out is left away.
  mutating func place(_ part: Raster, x: Int, y: Int) {
    let count = min(part.width, width - x)
    guard count > 0 else { return }
    for row in 0..<part.height where y + row < height {
      let to = (y + row) * width + x
      pixels.replaceSubrange(to..<to + count, with: part.pixels[row * part.width..<row * part.width + count])
    }
  }
}

/// A rectangle of pixels, right and bottom excluded.
struct Area: Hashable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var width: Int { max(0, right - left) }
  var height: Int { max(0, bottom - top) }
  /// The number of pixels.
  var size: Int { width * height }
  var isEmpty: Bool { right <= left || bottom <= top }

  /// Whether the middle of `other` lies inside.
  func holds(_ other: Area) -> Bool {
    let (x, y) = ((other.left + other.right) / 2, (other.top + other.bottom) / 2)
    return x >= left && x < right && y >= top && y < bottom
  }

  func clipped(width: Int, height: Int) -> Area {
    let (x, y) = (min(max(0, left), width), min(max(0, top), height))
    return Area(left: x, top: y, right: min(max(x, right), width), bottom: min(max(y, bottom), height))
  }

  /// Rows become columns.
  var transposed: Area { Area(left: top, top: left, right: bottom, bottom: right) }

  func inset(by margin: Int) -> Area {
    Area(left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin)
  }

  /// The part of `other` that lies inside.
  func clipping(_ other: Area) -> Area {
    Area(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  func union(_ other: Area) -> Area {
    Area(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

extension Collection<Area> {
  /// The smallest area that holds all of them; `nil` for none.
  var extent: Area? { dropFirst().reduce(first) { $0?.union($1) } }
}
