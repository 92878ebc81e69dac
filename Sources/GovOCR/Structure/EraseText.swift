/// The characters of a picture, dark on paper and light on a dark ground.
///
/// Strokes of text are the main thing that looks like a line and is none. A speck that may be a dash or a dot of a line
/// does not count as a character.
///
/// - Parameters:
///   - page: Where dark characters are dark.
///   - darkest: Where light characters stand out: white on red differs little in the brightest channel.
func characters(of page: Raster, lightIn darkest: Raster, height: Int) -> [Component] {
  let dark = components(of: page, darkerThan: darkThreshold(page)).filter { $0.isText(height: height) }
  let bare = darkest.erasing(dark.map(\.area))
  guard let threshold = lightThreshold(bare, height: height) else { return dark }
  let light = components(of: bare.negative(), darkerThan: 255 - threshold)
    .filter { $0.isText(height: height) && bare.isDark(around: $0.area, reach: height) }
  return (dark + light).sorted { ($0.area.left, $0.area.top) < ($1.area.left, $1.area.top) }
}

extension Raster {
  /// The picture with rectangles, and the blurred rims around them, filled with the usual grey of their surroundings.
  func erasing(_ areas: [Area]) -> Raster {
    var result = self
    for area in areas {
      let ground = result.ground(around: area)
      let inner = area.inset(by: -1).clipped(width: width, height: height)
      for y in inner.top..<inner.bottom {
        let row = y * width
        for x in inner.left..<inner.right { result.pixels[row + x] = ground }
      }
    }
    return result
  }

  fileprivate func negative() -> Raster {
    Raster(width: width, height: height, pixels: pixels.map { 255 - $0 })
  }

  /// Whether the ground is dark as far as the next characters, so that a light patch on it is text and not paper.
  ///
  /// The middle level of a wide surroundings is the ground's, whatever characters and edges of the ground lie in it.
  fileprivate func isDark(around area: Area, reach: Int) -> Bool {
    let greys = GreyCounts(crop(area.inset(by: -reach)))
    return greys.level(greys.total / 2) < darkGround
  }

  /// The middle grey at some distance: so far that a line round a small cell is not taken for a dark ground.
  private func ground(around area: Area) -> UInt8 {
    var around = GreyCounts()
    for distance in 2...6 { count(area.inset(by: -distance).clipped(width: width, height: height), in: &around) }
    return UInt8(clamping: around.level(around.total / 2))
  }

  /// Counts the pixels along the sides of an area.
  private func count(_ ring: Area, in counts: inout GreyCounts) {
    for x in ring.left..<ring.right {
      counts.add(self[x, ring.top])
      counts.add(self[x, ring.bottom - 1])
    }
    for y in ring.top..<ring.bottom {
      counts.add(self[ring.left, y])
      counts.add(self[ring.right - 1, y])
    }
  }
}

extension Component {
  /// Whether it has the size of a character, or of some that touch, beside or below each other.
  fileprivate func isText(height usual: Int) -> Bool {
    let (shortest, longest) = (min(area.width, area.height), max(area.width, area.height))
    // What is thin may be a dash of a line; a 1 or a 一 that stays is too short to be a line.
    guard shortest > 2, shortest * 10 > usual * 3, shortest * 10 <= usual * 24, longest <= 20 * usual else {
      return false
    }
    // The frame of a cell, broken off from the rest, is as large as two lines of text and hollow.
    if shortest * 10 > usual * 14, pixels * 100 < 22 * area.width * area.height { return false }
    if longest <= 3 * usual, area.height * 10 <= usual * 24 { return true }
    // A shaded head is filled, and higher than its text; words that touch may be filled, where they are small and blurred.
    let size = area.width * area.height
    let isFilled = pixels * 10 > size * 6 && shortest * 10 > usual * 14
    return shortest * 2 > usual && pixels * 5 >= size && !isFilled
  }
}
