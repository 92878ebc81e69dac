/// Whether what a cell lost at its sides together with its lines may have been strokes of its text.
///
/// Where a row is hardly higher than its print, and the print begins at the line, the stem of a digit reaches as far as the line
/// does. A 0 that lost both stems leaves a clean cell, 6 becomes 5, 4146 becomes 146, and each is read perfectly. The line goes on
/// above or below the cell, a stem does not.
struct SideStrokes: Hashable {
  /// Whether one lay outside of where the cell was cut.
  var outside = false
  /// Whether one lies right inside, where remains of lines are taken away.
  var inside = false
  /// Whether ink stands right beyond where the cell was cut at the left.
  var beyondLeft = false
  /// The same at the right.
  var beyondRight = false
  /// Whether a line runs through the cell: its boundary was put elsewhere.
  var isCrossed = false

  /// - Parameters:
  ///   - isInk: Whether a grey differs from the paper as ink does.
  init(of outer: Area, cutTo inner: Area, _ page: Raster, isInk: (UInt8) -> Bool) {
    func isStroke(_ x: Int) -> Bool {
      share(of: x, outer.top, outer.bottom, page, isInk) >= 45 && !goesOn(x, beyond: outer, page, isInk)
    }
    outside =
      (outer.left..<inner.left).contains(where: isStroke) || (inner.right..<outer.right).contains(where: isStroke)
    beyondLeft = share(of: inner.left - 1, inner.top, inner.bottom, page, isInk) > 0
    beyondRight = share(of: inner.right, inner.top, inner.bottom, page, isInk) > 0
    let rim = min(3, inner.width)
    inside =
      (inner.left..<inner.left + rim).contains(where: isStroke)
      || (inner.right - rim..<inner.right).contains(where: isStroke)
    isCrossed = (inner.left + rim..<max(inner.left + rim, inner.right - rim)).contains { x in
      share(of: x, outer.top, outer.bottom, page, isInk) >= 90 && goesOn(x, beyond: outer, page, isInk)
    }
  }

  init() {}
}

/// Whether a column of ink runs on over the whole height of a neighbour: stems of digits below each other leave paper between.
private func goesOn(_ x: Int, beyond cell: Area, _ page: Raster, _ isInk: (UInt8) -> Bool) -> Bool {
  let reach = min(40, cell.height + 4)
  let (top, bottom) = (max(0, cell.top - reach), min(page.height, cell.bottom + reach))
  return share(of: x, top, cell.top, page, isInk) >= 90 || share(of: x, cell.bottom, bottom, page, isInk) >= 90
}

/// How many of a hundred pixels of a stretch of a column are ink.
private func share(of x: Int, _ top: Int, _ bottom: Int, _ page: Raster, _ isInk: (UInt8) -> Bool) -> Int {
  guard bottom > top, (0..<page.width).contains(x) else { return 0 }
  return (top..<bottom).count { isInk(page[x, $0]) } * 100 / (bottom - top)
}

extension PageReader {
  /// Whether a cell may lack a stroke of its text: it was taken for a line in a cell hardly higher than a digit, or the text goes on
  /// where the cell was cut.
  func mayLackStroke(_ ink: CellInk, _ lines: TextLines) -> Bool {
    let (left, right) = (lines.areas.map(\.left).min() ?? 1, lines.areas.map(\.right).max() ?? 0)
    if left <= 0 && ink.sides.beyondLeft || right >= ink.page.width && ink.sides.beyondRight { return true }
    guard ink.page.height * 10 <= layout.textHeight * 17 else { return false }
    return ink.sides.outside || lines.lostRemains && ink.sides.inside
  }

  /// Whether a 1 of a figure may be a line.
  ///
  /// Where a sheet leaves no room between a line and the figure beside it, and the line stands inside of where it was looked for, it
  /// is a bar as high as the digits: 1303 is read as 11303. One that runs on beyond the cell is a line wherever it stands. Of one
  /// a few pixels from a side only a piece may be left; there a 1 is told by the flag to the left of its stem.
  func mayCountLine(_ text: String, _ ink: CellInk, _ lines: TextLines) -> Bool {
    if ink.sides.isCrossed, text.contains("1") { return true }
    guard let first = lines.areas.first, let last = lines.areas.last else { return false }
    let near = max(3, layout.textHeight / 4)
    if text.hasPrefix("1"), let left = (first.left..<first.right).first(where: { lines.page.hasInk($0, of: first) }),
      left <= near, lines.page.isBar(left, of: first)
    {
      return true
    }
    guard text.hasSuffix("1"), last.right >= ink.page.width - near else { return false }
    // Any 1 ends with its stem: a line stands alone.
    var left = last.right - 1
    while left > last.left, lines.page.hasInk(left - 1, of: last) { left -= 1 }
    return last.right - left <= max(2, layout.textHeight / 5) && lines.page.isBar(left, of: last)
  }
}

extension Raster {
  /// Whether a column of a line of text is ink over nearly all of its height.
  fileprivate func isBar(_ x: Int, of line: Area) -> Bool {
    !line.isEmpty && (line.top..<line.bottom).count { self[x, $0] < inkThreshold } * 10 >= line.height * 8
  }

  fileprivate func hasInk(_ x: Int, of line: Area) -> Bool {
    (line.top..<line.bottom).contains { self[x, $0] < inkThreshold }
  }
}
