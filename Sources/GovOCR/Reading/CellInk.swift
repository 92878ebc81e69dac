/// The ink of one cell: 255 where the paper is, 0 where the ink is darkest, whatever the colours were.
struct CellInk {
  /// The cell without its lines.
  var page: Raster
  /// Where `page` lies in the picture.
  var area: Area
  /// How far the ink differs from the paper, in levels of grey; small for an empty cell.
  var contrast: Int
  /// The usual deviation of the paper itself, in levels of grey.
  var noise: Int
  /// What was lost at its sides together with its lines.
  var sides = SideStrokes()
}

/// The contrast that four in ten of a table's cells with text exceed, in levels of grey; 0 without cells.
///
/// Where most of a table is blank, its usual cell has the contrast of paper. So only cells with text are asked, where any is seen.
func contrast(ofInkIn cells: [CellInk], text: AreaIndex) -> Int {
  let written = cells.filter { !text.inside($0.area).isEmpty }
  let contrasts = (written.isEmpty ? cells : written).map(\.contrast).sorted()
  return contrasts.isEmpty ? 0 : contrasts[contrasts.count * 6 / 10]
}

/// Cuts a cell out: lines and their remains are left outside, light text on a dark ground is turned round.
///
/// On paper the brightest channel is looked at, from which seals and coloured watermarks fade. On a coloured ground it is the
/// darkest: white on red differs by a quarter in the one and by everything in the other.
func cellInk(_ pages: Pages, _ area: Area) -> CellInk {
  let outer = area.inset(by: 2).clipped(width: pages.darkest.width, height: pages.darkest.height)
  let page = levels(pages.darkest.crop(outer)).paper < 150 ? pages.darkest : pages.brightest
  let inner = withoutBorders(outer, page)
  let part = page.crop(inner)
  var ink = stretched(part, inner, levels(part))
  let (paper, limit) = inkLimit(of: outer, page)
  ink.sides = SideStrokes(of: outer, cutTo: inner, page) { abs(Int($0) - paper) > limit }
  return ink
}

/// The grey of the paper, and how far from it ink begins.
private func inkLimit(of area: Area, _ page: Raster) -> (paper: Int, limit: Int) {
  let levels = levels(page.crop(area))
  return (levels.paper, max(8, abs(levels.paper - levels.ink) * 3 / 10))
}

/// The grey of the paper, and how far the ink goes beyond it; negative for light ink on dark ground.
private struct Levels {
  var paper: Int
  var ink: Int
  var noise: Int
}

private func levels(_ part: Raster) -> Levels {
  let greys = GreyCounts(part)
  let total = greys.total
  guard total > 0 else { return Levels(paper: 255, ink: 255, noise: 0) }
  let middle = greys.level(total / 2)
  // A dash in small print has three pixels.
  let few = 2
  let (dark, light) = (greys.level(few), greys.level(total - 1 - few))
  let noise = (greys.level(total * 3 / 4) - greys.level(total / 4) + 1) / 2
  // Ink covers less than half of a cell, so the middle level is the paper's. Remains of lines may be darker than a ground.
  let isLight = middle < 150 ? light - middle > 40 : middle - dark < 30 && light - middle > middle - dark
  return Levels(paper: middle, ink: isLight ? light : dark, noise: noise)
}

private func stretched(_ part: Raster, _ area: Area, _ levels: Levels) -> CellInk {
  let range = levels.paper - levels.ink
  var page = part
  if range != 0 {
    let table = (0...255).map { value in
      UInt8(clamping: 255 - (levels.paper - value) * 255 / range)
    }
    page.pixels = part.pixels.map { table[Int($0)] }
  }
  return CellInk(page: page, area: area, contrast: abs(range), noise: levels.noise)
}

/// Moves the edges inwards past what lines they show.
private func withoutBorders(_ area: Area, _ page: Raster) -> Area {
  var area = area.clipped(width: page.width, height: page.height)
  guard area.width > 8, area.height > 8 else { return area }
  let (paper, limit) = inkLimit(of: area, page)
  func isLine(_ positions: some Collection<UInt8>, _ tenths: Int) -> Bool {
    guard limit > 8 else { return false }
    return positions.count { abs(Int($0) - paper) > limit } * 10 > positions.count * tenths
  }
  func row(_ y: Int) -> ArraySlice<UInt8> {
    page.pixels[y * page.width + area.left..<y * page.width + area.right]
  }
  func column(_ x: Int) -> [UInt8] { (area.top..<area.bottom).map { page[x, $0] } }
  // A boundary that was put beside its line leaves the line inside, a little off the edge: there it is drawn throughout, as no
  // text is.
  func depth(_ length: Int, _ line: (Int) -> Bool) -> Int { ((0..<min(7, length / 4)).last(where: line) ?? -1) + 1 }
  area.top += depth(area.height) { isLine(row(area.top + $0), 9) }
  area.bottom -= depth(area.height) { isLine(row(area.bottom - 1 - $0), 9) }
  area.left += depth(area.width) { isLine(column(area.left + $0), 9) }
  area.right -= depth(area.width) { isLine(column(area.right - 1 - $0), 9) }
  for _ in 0..<4 where area.width > 4 && area.height > 4 {
    if isLine(row(area.top), 6) || isLine(row(area.top + 1), 6) { area.top += 1 }
    if isLine(row(area.bottom - 1), 6) || isLine(row(area.bottom - 2), 6) { area.bottom -= 1 }
    if isLine(column(area.left), 6) || isLine(column(area.left + 1), 6) { area.left += 1 }
    if isLine(column(area.right - 1), 6) || isLine(column(area.right - 2), 6) { area.right -= 1 }
  }
  return area
}
