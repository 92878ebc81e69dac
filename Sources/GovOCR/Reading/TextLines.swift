/// The lines of text in a cell, from top to bottom, each trimmed to its ink.
struct TextLines {
  /// Where the lines lie in the cell's picture.
  var areas: [Area]
  /// The height of the tallest glyphs.
  var glyphHeight: Int
}

/// Darker than this is ink, in a cell whose darkest ink is 0.
let inkThreshold: UInt8 = 148

/// Finds the lines of a cell by the gaps between them; no line for an empty cell.
///
/// - Parameter usual: The picture's usual text height, by which dirt is told from a dash.
func textLines(_ cell: CellInk, usual: Int) -> TextLines {
  let glyphs = components(of: cell.page, darkerThan: inkThreshold).filter { isInk($0, in: cell.page, usual: usual) }
  var bands: [Area] = []
  for glyph in glyphs.sorted(by: { $0.area.top < $1.area.top }) {
    if let last = bands.last, overlaps(last, glyph.area) {
      bands[bands.count - 1] = last.union(glyph.area)
    } else {
      bands.append(glyph.area)
    }
  }
  return TextLines(areas: merged(bands, usual: usual), glyphHeight: bands.map(\.height).max() ?? 0)
}

private func overlaps(_ line: Area, _ glyph: Area) -> Bool { glyph.top < line.bottom }

/// A component large enough for a point or a dash, and not a remainder of a line along the cell's edge.
private func isInk(_ component: Component, in page: Raster, usual: Int) -> Bool {
  let area = component.area
  guard component.pixels >= max(2, usual * usual / 60) else { return false }
  let atSide = area.left == 0 || area.right == page.width
  let atEnd = area.top == 0 || area.bottom == page.height
  if atSide, area.width <= max(2, usual / 5), area.height >= page.height / 2 { return false }
  if atEnd, area.height <= max(2, usual / 5), area.width >= page.width / 2 { return false }
  return true
}

/// Thin bands (a 二, the dots of 六, a comma) belong to the line they are nearest to.
private func merged(_ bands: [Area], usual: Int) -> [Area] {
  var lines: [Area] = []
  for band in bands {
    if let last = lines.last, band.bottom - last.top <= usual * 16 / 10,
      min(band.height, last.height) < usual * 6 / 10
    {
      lines[lines.count - 1] = last.union(band)
    } else {
      lines.append(band)
    }
  }
  return lines
}

extension CellInk {
  /// All lines of the cell side by side on one line, as one reads them; a number broken by a narrow column is whole again.
  func strip(_ lines: TextLines, gap: Int) -> Raster {
    guard lines.areas.count > 1 else { return lines.areas.first.map(page.crop) ?? Raster(width: 0, height: 0, pixels: []) }
    let parts = lines.areas.map(page.crop)
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
