extension Pages {
  /// The picture with dark ink on light paper: turned round where its paper is dark, as phones and slides show it at night.
  ///
  /// All that looks for lines and text asks for what is darker than its paper. Heads with light text are found by themselves;
  /// where everything is light on dark, hardly anything would be.
  func darkOnLight() -> Pages {
    guard brightest.isLightOnDark else { return self }
    var turned = self
    for index in darkest.pixels.indices {
      let (least, high) = (Int(darkest.pixels[index]), Int(brightest.pixels[index]))
      // The brightest channel was made brighter by half of the colour, which is taken back first: see `decode`.
      let most = max(least, (2 * high + least) / 3)
      turned.darkest.pixels[index] = UInt8(255 - most)
      turned.brightest.pixels[index] = UInt8(clamping: 255 - least + (most - least) / 2)
    }
    return turned
  }
}

extension Raster {
  /// Whether nearly all of it is dark paper, and hardly anything is printed on light paper.
  ///
  /// The paper is the level of most pixels of a small block, and ink goes further from it to one side. A coloured head is light in
  /// the brightest channel, which this is asked of; a dark desk around a sheet, and paper in the shade, leave dark ink.
  fileprivate var isLightOnDark: Bool {
    var (blocks, dark, light, lightOnDark) = (0, 0, 0, 0)
    for top in stride(from: 0, to: height - blockSide + 1, by: blockSide) {
      for left in stride(from: 0, to: width - blockSide + 1, by: blockSide) {
        let greys = GreyCounts(crop(Area(left: left, top: top, right: left + blockSide, bottom: top + blockSide)))
        let few = greys.total / 25
        let paper = greys.level(greys.total / 2)
        let (below, above) = (paper - greys.level(few), greys.level(greys.total - 1 - few) - paper)
        blocks += 1
        if paper < 128 { dark += 1 }
        guard abs(below - above) > leastInk else { continue }
        if above > below, paper < 128 { lightOnDark += 1 } else { light += 1 }
      }
    }
    return lightOnDark > 0 && light * 8 <= lightOnDark && dark * 8 >= blocks * 7
  }
}

/// The side of a block, in pixels: wider than a character, so that most of it is paper.
private let blockSide = 24
/// How much further ink goes from the paper than noise does.
private let leastInk = 30
