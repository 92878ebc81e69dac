// From which grey on something is ink where text is lighter than the ground.

/// Below this a ground is dark.
let darkGround = 150

/// From which grey on something stands out from the dark ground of a picture; `nil` when there is no such ground.
///
/// The paper beside the ground tells how bright light strokes are. Where blur and reduction have left them about half of that,
/// hardly a stroke would reach so far: then the brightest that lies on the ground tells.
///
/// - Parameter height: The usual height of a character.
func lightThreshold(_ page: Raster, height: Int) -> UInt8? {
  let greys = GreyCounts(page)
  let dark = page.pixels.count { $0 < darkGround }
  guard dark * 100 > page.pixels.count else { return nil }
  let (ground, paper) = (greys.level(dark / 2), max(darkGround, greys.level(dark + (greys.total - dark) / 2)))
  // Two fifths of the way: thin strokes are no brighter.
  func between(_ ground: Int, _ light: Int) -> UInt8 { UInt8(clamping: ground + (light - ground) * 2 / 5) }
  guard let inside = greysOfDarkTiles(page, side: max(8, height)) else { return between(ground, paper) }
  let (middle, light) = (inside.level(inside.total / 2), inside.level(inside.total * 99 / 100))
  let noise = (inside.level(inside.total * 3 / 4) - inside.level(inside.total / 4) + 1) / 2
  let isFaded = (light - middle) * 20 < (paper - middle) * 11
  guard isFaded, light - middle > max(40, 6 * noise) else { return between(ground, paper) }
  return between(middle, light)
}

/// The greys of the tiles that are dark and lie among dark ones, so that no edge of the ground is in them; `nil` of a few.
private func greysOfDarkTiles(_ page: Raster, side: Int) -> GreyCounts? {
  let (columns, rows) = (page.width / side, page.height / side)
  guard columns > 2, rows > 2 else { return nil }
  func tile(_ column: Int, _ row: Int) -> Raster {
    page.crop(Area(left: column * side, top: row * side, right: (column + 1) * side, bottom: (row + 1) * side))
  }
  let dark = (0..<rows).map { row in
    (0..<columns).map { column in
      let greys = tile(column, row).pixels
      return greys.count { $0 < darkGround } * 2 > greys.count
    }
  }
  var inner = GreyCounts()
  for row in 1..<rows - 1 {
    for column in 1..<columns - 1
    where dark[row][column] && dark[row - 1][column] && dark[row + 1][column] && dark[row][column - 1]
      && dark[row][column + 1]
    {
      for grey in tile(column, row).pixels { inner.add(grey) }
    }
  }
  return inner.total < 20 * side * side ? nil : inner
}
