/// The characters of a picture, dark on paper and light on a dark ground.
///
/// Strokes of text are the main thing that looks like a line and is none. A speck that may be a dash or a dot of a line
/// does not count as a character.
///
/// - Parameters:
///   - page: Where dark characters are dark.
///   - darkest: Where light characters stand out: white on red differs little in the brightest channel.
func characters(of page: Raster, lightIn darkest: Raster, height: Int) -> [Component] {
  var dark = inkComponents(of: page).filter { $0.isText(height: height) }
  var bare = page.erasing(dark.map(\.area))
  let touching = touchingText(bare, darkerThan: textThreshold(page, dark), height: height)
  dark += touching
  bare = page == darkest ? bare.erasing(touching.map(\.area)) : darkest.erasing(dark.map(\.area))
  let light = lightThreshold(bare).map { threshold in
    components(of: bare.negative(), darkerThan: 255 - threshold)
      .filter { $0.isText(height: height) && bare.isDark(around: $0.area, reach: height) }
  }
  return (dark + (light ?? [])).sorted { ($0.area.left, $0.area.top) < ($1.area.left, $1.area.top) }
}

/// Characters that touch a line, in a page without the other ones: what is left of the ink when long straight runs are out.
private func touchingText(_ page: Raster, darkerThan threshold: UInt8, height: Int) -> [Component] {
  let longest = max(16, 2 * height)
  let rest = page.withoutRuns(darkerThan: threshold, longerThan: longest)
  return components(of: rest, darkerThan: threshold).filter { $0.isText(height: height) }
}

/// Below this a ground is dark.
let darkGround = 150

/// What may be light text where the ground of most of a picture is dark; empty when dark text makes up most of the dark.
///
/// - Parameter dark: What may be dark text.
func lightText(in darkest: Raster, beside dark: [Component]) -> [Component] {
  let pixels = darkest.pixels.count { $0 < darkGround }
  guard pixels > 3 * dark.map(\.pixels).reduce(0, +), let threshold = lightThreshold(darkest) else { return [] }
  return components(of: darkest.negative(), darkerThan: 255 - threshold)
    .filter { $0.isTextLike && darkest.isDark(around: $0.area, reach: $0.area.height) }
}

/// From which grey on something stands out from the dark ground of a picture: two fifths of the way to its paper, for thin
/// strokes are no brighter; `nil` when there is no such ground.
private func lightThreshold(_ page: Raster) -> UInt8? {
  let greys = GreyCounts(page)
  let dark = page.pixels.count { $0 < darkGround }
  guard dark * 100 > page.pixels.count else { return nil }
  let (ground, paper) = (greys.level(dark / 2), max(darkGround, greys.level(dark + (greys.total - dark) / 2)))
  return UInt8(clamping: ground + (paper - ground) * 2 / 5)
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

  /// The picture in which dark stretches of rows and of columns are white that are longer than any stroke of a character.
  fileprivate func withoutRuns(darkerThan threshold: UInt8, longerThan longest: Int) -> Raster {
    var result = self
    func clear(_ count: Int, _ length: Int, _ place: (Int, Int) -> Int) {
      for line in 0..<count {
        var start = 0
        for end in 0...length where end == length || pixels[place(line, end)] >= threshold {
          if end - start > longest { for index in start..<end { result.pixels[place(line, index)] = 255 } }
          start = end + 1
        }
      }
    }
    clear(height, width) { $0 * width + $1 }
    clear(width, height) { $1 * width + $0 }
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
  /// Whether it has a size that characters may have.
  var isTextLike: Bool { area.height >= 4 && area.height <= 80 && area.width <= 160 && pixels >= 6 }

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
