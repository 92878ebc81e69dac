/// How the light falls on a photographed or scanned page: brighter towards one side, by a plane of grey.
///
/// Everything that finds text and lines asks how much darker than the paper something is. Where the paper itself gets darker
/// than the ink of the bright side, one answer for the whole picture finds no text at all. A plane is less than light does
/// near a lens, and as much as can be told apart from heads and stripes that are printed darker.
struct LightPlane: Equatable {
  /// The grey of the paper at the left upper corner, and by how much it changes with each pixel.
  var corner, perColumn, perRow: Double

  /// The grey of the plane at a place, above 255 where more light falls than a picture can hold.
  func level(_ x: Int, _ y: Int) -> Double { corner + perColumn * Double(x) + perRow * Double(y) }

  /// The grey of the paper at a place: white where the light is too much.
  func paper(_ x: Int, _ y: Int) -> Double { min(255, level(x, y)) }

  /// The lightest and the darkest paper of a picture.
  func range(width: Int, height: Int) -> (light: Double, dark: Double) {
    let corners = [paper(0, 0), paper(width - 1, 0), paper(0, height - 1), paper(width - 1, height - 1)]
    return (corners.max() ?? 255, corners.min() ?? 255)
  }
}

extension Pages {
  /// The picture as if light fell evenly; itself where it does, or where no plane describes the paper.
  func evenlyLit() -> Pages {
    guard let plane = lightPlane(of: brightest) else { return self }
    var lit = self
    lit.darkest = darkest.lit(by: plane)
    lit.brightest = brightest.lit(by: plane)
    return lit
  }
}

/// The plane in which the paper of a picture lies; `nil` where its light is even or follows no plane.
///
/// Of small blocks the lighter levels are the paper's. Blocks in shaded heads, in pictures and under seals lie below the plane,
/// and are left out by and by; when half of all would be, there is no plane (least trimmed squares; Rousseeuw, 1984).
func lightPlane(of page: Raster) -> LightPlane? {
  var blocks = paperBlocks(of: page)
  let all = blocks.count
  guard all >= 24 else { return nil }
  while let plane = fitted(blocks) {
    let below = blocks.map { plane.level($0.x, $0.y) - $0.level }
    guard let worst = below.max() else { return nil }
    if worst <= tolerance {
      let range = plane.range(width: page.width, height: page.height)
      guard range.dark < evenEnough * range.light, range.dark >= darkestPaper else { return nil }
      return plane
    }
    let limit = max(tolerance, worst * 3 / 4)
    blocks = zip(blocks, below).filter { $0.1 < limit }.map(\.0)
    guard blocks.count * 2 > all else { return nil }
  }
  return nil
}

/// By how many levels of grey paper may lie below its plane.
private let tolerance = 14.0
/// Paper that has lost no more of its light is still paper to a threshold a third of the way to the ink.
private let evenEnough = 0.78
/// On paper darker than this nothing is told from ink.
private let darkestPaper = 60.0
/// The side of a block, in pixels: wider than a character, so that there is paper in it.
private let blockSide = 24

private struct PaperBlock {
  var x, y: Int
  var level: Double
}

private func paperBlocks(of page: Raster) -> [PaperBlock] {
  stride(from: 0, to: page.height - blockSide + 1, by: blockSide).flatMap { top in
    stride(from: 0, to: page.width - blockSide + 1, by: blockSide).map { left in
      let greys = GreyCounts(page.crop(Area(left: left, top: top, right: left + blockSide, bottom: top + blockSide)))
      return PaperBlock(
        x: left + blockSide / 2, y: top + blockSide / 2, level: Double(greys.level(greys.total * 3 / 4)))
    }
  }
}

/// The plane nearest to the levels of some blocks, by least squares; `nil` when they lie in one line.
private func fitted(_ blocks: [PaperBlock]) -> LightPlane? {
  let count = Double(blocks.count)
  guard count > 2 else { return nil }
  let (meanX, meanY, mean) = blocks.reduce(into: (0.0, 0.0, 0.0)) {
    $0 = ($0.0 + Double($1.x) / count, $0.1 + Double($1.y) / count, $0.2 + $1.level / count)
  }
  var (xx, xy, yy, xl, yl) = (0.0, 0.0, 0.0, 0.0, 0.0)
  for block in blocks {
    let (x, y, level) = (Double(block.x) - meanX, Double(block.y) - meanY, block.level - mean)
    (xx, xy, yy, xl, yl) = (xx + x * x, xy + x * y, yy + y * y, xl + x * level, yl + y * level)
  }
  let determinant = xx * yy - xy * xy
  guard determinant > 1 else { return nil }
  let (perColumn, perRow) = ((xl * yy - yl * xy) / determinant, (yl * xx - xl * xy) / determinant)
  return LightPlane(corner: mean - perColumn * meanX - perRow * meanY, perColumn: perColumn, perRow: perRow)
}

extension Raster {
  /// Each pixel as bright as it would be where the light is best: light multiplies what paper and ink send back.
  fileprivate func lit(by plane: LightPlane) -> Raster {
    let light = plane.range(width: width, height: height).light
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        let factor = light / plane.paper(x, y)
        result.pixels[y * width + x] = UInt8(min(255, Double(pixels[y * width + x]) * factor + 0.5))
      }
    }
    return result
  }
}
