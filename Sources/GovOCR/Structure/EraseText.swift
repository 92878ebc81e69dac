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
  let page = darkest
  let light = components(of: page.erasing(dark.map(\.area)).negative(), darkerThan: 120)
    .filter { $0.isText(height: height) && page.isDark(around: $0.area) }
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

  /// Whether the ground is dark on all four sides, so that a light patch on it is text and not a cell of a dark grid.
  fileprivate func isDark(around area: Area) -> Bool {
    let outer = area.inset(by: -6).clipped(width: width, height: height)
    let sides = [
      Area(left: outer.left, top: area.top, right: area.left - 2, bottom: area.bottom),
      Area(left: area.right + 2, top: area.top, right: outer.right, bottom: area.bottom),
      Area(left: area.left, top: outer.top, right: area.right, bottom: area.top - 2),
      Area(left: area.left, top: area.bottom + 2, right: area.right, bottom: outer.bottom),
    ]
    return sides.allSatisfy { side in
      guard !side.isEmpty else { return false }
      let pixels = crop(side).pixels
      return pixels.count { $0 < 150 } * 2 > pixels.count
    }
  }

  /// The middle grey at some distance: so far that a line round a small cell is not taken for a dark ground.
  private func ground(around area: Area) -> UInt8 {
    var around: [UInt8] = []
    for distance in 2...6 { around += ring(area.inset(by: -distance).clipped(width: width, height: height)) }
    around.sort()
    return around[around.count / 2]
  }

  private func ring(_ area: Area) -> [UInt8] {
    var ring: [UInt8] = []
    for x in area.left..<area.right {
      ring.append(self[x, area.top])
      ring.append(self[x, area.bottom - 1])
    }
    for y in area.top..<area.bottom {
      ring.append(self[area.left, y])
      ring.append(self[area.right - 1, y])
    }
    return ring
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
    return shortest * 2 > usual && pixels * 5 >= area.width * area.height
  }
}
