/// Where upright text of one character's width is cut into its characters, which may touch: where there is little ink, about a
/// character's height apart; `nil` where a cut would not lie in a valley, for a tall stroke is no column of characters.
///
/// - Parameters:
///   - ink: The sum of the ink of each row.
///   - usual: The picture's usual text height, in pixels.
func uprightCuts(_ ink: [Int], usual: Int) -> [Int]? {
  guard usual >= 4 else { return nil }
  let pitch = Double(usual) * 1.1
  let usualInk = ink.sorted()[ink.count / 2]
  var cuts: [Int] = []
  var start = 0
  while ink.count - start > usual * 16 / 10 {
    let places = start + usual * 7 / 10..<start + usual * 15 / 10
    func cost(_ place: Int) -> Double {
      Double(ink[place]) / Double(max(1, usualInk)) + abs(Double(place - start) - pitch) / pitch
    }
    guard let cut = places.min(by: { cost($0) < cost($1) }), ink[cut] * 4 <= usualInk * 3 else { return nil }
    cuts.append(cut)
    start = cut
  }
  return cuts
}

/// The pieces of a band between rows where it is cut, counted from its top, each trimmed to its ink.
func pieces(of band: Area, cutAt cuts: [Int], in page: Raster) -> [Area] {
  let edges = [0] + cuts + [band.height]
  return zip(edges, edges.dropFirst()).map { from, to in
    trimmed(Area(left: band.left, top: band.top + from, right: band.right, bottom: band.top + to), in: page)
  }
}

/// The part of a line in which there is ink.
private func trimmed(_ line: Area, in page: Raster) -> Area {
  let inked = (line.left..<line.right).filter { x in (line.top..<line.bottom).contains { page[x, $0] < inkThreshold } }
  guard let first = inked.first, let last = inked.last else { return line }
  return Area(left: first, top: line.top, right: last + 1, bottom: line.bottom)
}
