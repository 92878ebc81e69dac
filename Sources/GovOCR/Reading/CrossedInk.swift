/// Colour that runs over a black figure.
///
/// In the brightest channel a red seal is nearly as pale as the paper. What it leaves beside a 0 makes a 9 of it for every reader, and
/// what it takes of an 8 leaves a 9: none of them can tell, the colour can.
extension PageReader {
  /// Whether coloured strokes run through the place of a line of black digits and on outside of it, on paper of whatever
  /// colour. Screens colour the rims of black strokes too, and only those.
  func isCrossedByColour(_ ink: CellInk, _ lines: TextLines) -> Bool {
    guard let line = lines.areas.extent, ink.page.width == ink.area.width, ink.page.height == ink.area.height else {
      return false
    }
    let (rim, around) = (line.inset(by: -2), line.inset(by: -2 - line.height / 2))
    let box = around.clipped(width: ink.page.width, height: ink.page.height)
    var (inside, outside, digits): ([Int], [Int], [Int]) = ([], [], [])
    for y in box.top..<box.bottom {
      for x in box.left..<box.right {
        let colour = pages.colour(ink.area.left + x, ink.area.top + y)
        let isInside = x >= rim.left && x < rim.right && y >= rim.top && y < rim.bottom
        if isInside { inside.append(colour) } else { outside.append(colour) }
        if isInside, ink.page[x, y] < inkThreshold { digits.append(colour) }
      }
    }
    guard let ground = (inside + outside).middle, let text = digits.middle, text < ground + 2 * stroke else {
      return false
    }
    return [inside, outside].allSatisfy { place in place.count { $0 > ground + stroke } * 100 > 4 * place.count }
  }
}

/// By how much more than on the paper the channels differ where a coloured stroke runs. JPEG keeps colour at half the size: a thin red
/// stroke is left with 30 of 255.
private let stroke = 25

extension Pages {
  /// By how much the channels differ at a place: 0 for grey, 255 for pure red.
  fileprivate func colour(_ x: Int, _ y: Int) -> Int { Int(brightest[x, y]) - Int(darkest[x, y]) }
}

extension [Int] {
  fileprivate var middle: Int? { isEmpty ? nil : sorted()[count / 2] }
}
