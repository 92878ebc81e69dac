/// The lines of text in a cell, from top to bottom, each trimmed to its ink.
struct TextLines {
  /// Where the lines lie in the cell's picture.
  var areas: [Area]
  /// The height of the tallest glyphs.
  var glyphHeight: Int
  /// The cell's picture without what is no text: grain, remains of lines.
  var page: Raster
  /// Whether a sign too pale to be ink may stand before the only line.
  var mayHaveSign = false
  /// Whether the only line begins as a sign does that touches the first digit.
  var beginsFlat = false
  /// Whether a dash stands before the only line's first digit.
  var beginsWithDash = false
  /// Whether the diagonal of a 4 may have faded beside the stem with which the line begins.
  var mayBeginWithFour = false
  /// Whether the only mark lies at a side of the cell, of which a part may be missing.
  var touchesSide = false
  /// Whether something as high as a character was taken away at a side, as what is left of a line.
  var lostRemains = false
}

/// Darker than this is ink, in a cell whose darkest ink is 0.
let inkThreshold: UInt8 = 148

/// Darker than this are marks too pale for ink.
private let paleThreshold: UInt8 = 205

/// Finds the lines of a cell by the gaps between them; no line for an empty cell.
///
/// - Parameter usual: The picture's usual text height, by which dirt is told from a dash.
func textLines(_ cell: CellInk, usual: Int) -> TextLines {
  let found = components(of: cell.page, darkerThan: inkThreshold)
  let all = found.filter { !isLineRemains($0, in: cell.page, darkerThan: inkThreshold, usual: usual) }
  let bodies = all.filter { isBody($0, usual: usual) }.map(\.area)
  let index = AreaIndex(bodies)
  let specks = all.filter { speck in
    !isBody(speck, usual: usual) && speck.pixels >= max(2, usual * usual / 80)
      && index.reaching(speck.area.rows(and: usual / 2)).contains { near(bodies[$0], speck.area, usual / 2) }
  }
  let pale = paleMarks(beside: bodies, in: cell.page, usual: usual)
  var bands: [Area] = []
  for glyph in (bodies + specks.map(\.area) + pale).sorted(by: { $0.top < $1.top }) {
    if let last = bands.last, overlaps(last, glyph) {
      bands[bands.count - 1] = last.union(glyph)
    } else {
      bands.append(glyph)
    }
  }
  // Between the glyphs everything is kept: a decimal point may be paler than any grain.
  let page = cell.page.keeping(bands)
  let lines = merged(bands, usual: usual).flatMap { divided($0, in: page, usual: usual) }
  return TextLines(
    areas: lines, glyphHeight: lines.map(\.height).max() ?? 0, page: page,
    mayHaveSign: lines.count == 1 && cell.mayHaveSign(before: lines[0]),
    beginsFlat: lines.count == 1 && cell.beginsFlat(lines[0]),
    beginsWithDash: lines.count == 1 && cell.beginsWithDash(lines[0]),
    mayBeginWithFour: lines.count == 1 && cell.mayBeginWithFour(lines[0]),
    lostRemains: found.contains { isSideRemains($0, in: cell.page, usual: usual) })
}

/// The one flat speck of a cell that holds nothing else: a dash in small print; `nil` for none, several, or another shape.
///
/// Its `TextLines` have the glyph height 0, for nothing in the cell is a glyph's height.
func loneMark(_ cell: CellInk, usual: Int) -> TextLines? {
  let specks = components(of: cell.page, darkerThan: 190).filter { $0.pixels >= 2 }
  // Grain is paler than a dash, and no speck of it is half as large.
  let marks = components(of: cell.page, darkerThan: inkThreshold).filter { $0.pixels >= 2 }
    .sorted { $0.pixels > $1.pixels }
  guard let mark = specks.count == 1 ? specks.first : dominant(marks) else { return nil }
  let area = mark.area
  guard area.width >= 2, area.width >= area.height, area.height * 3 <= max(6, usual), area.width <= usual
  else { return nil }
  // What is left of a line lies along an edge. Beside an upright one, half way up, a flat mark is none.
  let room = area.isDash(halfWayUp: cell.page, usual: usual) ? 0 : 2
  let inner = Area(left: room, top: 2, right: cell.page.width - room, bottom: cell.page.height - 2)
  guard inner.clipping(area) == area else { return nil }
  var lines = TextLines(areas: [area], glyphHeight: 0, page: cell.page.keeping([area.inset(by: -1)]))
  lines.touchesSide = area.left < 2 || area.right > cell.page.width - 2
  return lines
}

extension Area {
  /// Whether it lies in the middle third of a cell's height, is broader than high, and as long as a dash.
  fileprivate func isDash(halfWayUp cell: Raster, usual: Int) -> Bool {
    let middle = 3 * (top + bottom)
    return width > height && width * 3 >= usual && middle > 2 * cell.height && middle < 4 * cell.height
  }
}

private func dominant(_ marks: [Component]) -> Component? {
  guard let first = marks.first, marks.count == 1 || marks[1].pixels * 2 < first.pixels else { return nil }
  return first
}

/// Large enough to be a mark of its own; a point or a comma is one only beside such. A dash may be a single row of pixels.
private func isBody(_ component: Component, usual: Int) -> Bool {
  let area = component.area
  guard max(area.width, area.height) * 4 > usual else { return false }
  return component.pixels >= max(4, usual * usual / (area.width >= 2 * area.height ? 90 : 45))
}

/// Marks too pale for ink beside the glyphs of a line: a minus sign is a single row of grey in a small picture.
private func paleMarks(beside bodies: [Area], in page: Raster, usual: Int) -> [Area] {
  guard !bodies.isEmpty else { return [] }
  let index = AreaIndex(bodies)
  return components(of: page, darkerThan: paleThreshold).filter { mark in
    let area = mark.area
    return mark.pixels >= max(4, usual * usual / 60)
      && !isLineRemains(mark, in: page, darkerThan: paleThreshold, usual: usual)
      && index.reaching(area.rows(and: 0)).contains { number in
        let body = bodies[number]
        return area.top < body.bottom && area.bottom > body.top && near(body, area, usual * 6 / 10)
      }
  }
  .map(\.area)
}

extension Area {
  /// Its rows and some above and below: of thousands of marks around a table each is compared with its neighbours only.
  fileprivate func rows(and more: Int) -> ClosedRange<Int> { top - more...bottom + more }
}

private func near(_ one: Area, _ other: Area, _ distance: Int) -> Bool {
  let grown = one.inset(by: -distance)
  return other.left < grown.right && other.right > grown.left && other.top < grown.bottom && other.bottom > grown.top
}

private func overlaps(_ line: Area, _ glyph: Area) -> Bool { glyph.top < line.bottom }

/// Whether a component is what is left of a line at the cell's edge.
private func isLineRemains(
  _ component: Component, in page: Raster, darkerThan threshold: UInt8, usual: Int
) -> Bool {
  let area = component.area
  let atSide = area.left <= 1 || area.right >= page.width - 1
  let atEnd = area.top <= 1 || area.bottom >= page.height - 1
  if isSideRemains(component, in: page, usual: usual) { return true }
  if atEnd, area.height <= max(2, usual / 5) { return true }
  return (atSide || atEnd) && isFrame(component, in: page, darkerThan: threshold, usual: usual)
}

/// Whether a component is what is left of a line at the left or right, or the stem of a digit there.
private func isSideRemains(_ component: Component, in page: Raster, usual: Int) -> Bool {
  let area = component.area
  let atSide = area.left <= 1 || area.right >= page.width - 1
  return atSide && area.width <= max(2, usual / 5) && area.height >= page.height / 2
}

/// Whether a component follows the cell's edges round a corner: the halo of its lines, or the inner one of double lines.
private func isFrame(_ component: Component, in page: Raster, darkerThan threshold: UInt8, usual: Int) -> Bool {
  let area = component.area
  guard area.width * 2 > page.width || area.height * 2 > page.height else { return false }
  let rim = max(2, usual / 6)
  let (right, bottom) = (page.width - rim, page.height - rim)
  var onRim = 0
  for y in area.top..<area.bottom {
    for x in area.left..<area.right where x < rim || y < rim || x >= right || y >= bottom {
      if page[x, y] < threshold { onRim += 1 }
    }
  }
  // Ink on the rim may belong to other components too; a character that reaches the rim has more of its ink inside.
  return onRim * 10 >= component.pixels * 8
}

/// Thin bands (a 二, the dots of 六, a comma) belong to the line they are nearest to.
private func merged(_ bands: [Area], usual: Int) -> [Area] {
  var lines: [Area] = []
  for band in bands {
    if let last = lines.last, band.bottom - last.top <= usual * 15 / 10,
      min(band.height, last.height) < usual * 7 / 10
    {
      lines[lines.count - 1] = last.union(band)
    } else {
      lines.append(band)
    }
  }
  return lines
}

/// Divides a band of lines set so close that their characters touch: at the rows with least ink, one line's height apart.
///
/// A band of one line of larger characters has ink in all of its rows.
private func divided(_ band: Area, in page: Raster, usual: Int) -> [Area] {
  let count = Int((Double(band.height) / Double(usual)).rounded())
  guard count >= 2, band.height * 10 >= usual * 17 else { return [band] }
  let ink = (band.top..<band.bottom).map { y in
    (band.left..<band.right).reduce(0) { $0 + 255 - Int(page[$1, y]) }
  }
  if count >= 3, band.width * 10 <= usual * 16, let cuts = uprightCuts(ink, usual: usual) {
    return pieces(of: band, cutAt: cuts, in: page)
  }
  let mean = ink.reduce(0, +) / max(1, ink.count)
  let pitch = Double(band.height) / Double(count)
  var cuts: [Int] = []
  for line in 1..<count {
    let (middle, reach) = (Int(pitch * Double(line)), max(1, usual / 4))
    guard let cut = (max(1, middle - reach)..<min(ink.count, middle + reach + 1)).min(by: { ink[$0] < ink[$1] }),
      ink[cut] * 10 <= mean * 4
    else { return [band] }
    cuts.append(cut)
  }
  return pieces(of: band, cutAt: cuts, in: page)
}

extension TextLines {
  /// All lines of the cell side by side on one line, as one reads them; a number broken by a narrow column is whole again.
  func strip(gap: Int) -> Raster {
    guard areas.count > 1 else { return areas.first.map(page.crop) ?? Raster(width: 0, height: 0, pixels: []) }
    let parts = areas.map(page.crop)
    let height = parts.map(\.height).max() ?? 0
    let width = parts.map(\.width).reduce(0, +) + gap * (parts.count - 1)
    var strip = Raster(width: width, height: height, filledWith: 255)
    var x = 0
    for part in parts {
      strip.place(part, x: x, y: (height - part.height) / 2)
      x += part.width + gap
    }
    return strip
  }
}

extension Raster {
  /// The picture with everything outside of some rectangles white.
  fileprivate func keeping(_ areas: [Area]) -> Raster {
    var result = Raster(width: width, height: height, filledWith: 255)
    for area in areas.map({ $0.clipped(width: width, height: height) }) {
      for y in area.top..<area.bottom {
        let row = y * width + area.left..<y * width + area.right
        result.pixels.replaceSubrange(row, with: pixels[row])
      }
    }
    return result
  }
}
