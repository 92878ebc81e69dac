// What is left of the signs and points of small print, which hardly differ from the paper.
extension CellInk {
  /// Whether something pale stands before a line where the sign of a number would stand, and nothing of the kind behind it.
  ///
  /// Of three grey pixels no reader makes a minus sign, and -7 is read as 7 for sure. Beside 1,100 figures without a sign that were
  /// drawn no such run was darker than 33 of 255, beside two of which the sign was lost it was 88 and 94.
  func mayHaveSign(before line: Area) -> Bool {
    let reach = max(4, line.height * 9 / 10)
    let rows = line.top + line.height / 4..<line.top + line.height * 3 / 4 + 1
    let before = darkestRun(columns: line.left - reach..<line.left - 1, rows)
    // Strokes that a scan has blurred have a rim on both sides.
    return before > grain && before > 2 * darkestRun(columns: line.right + 1..<line.right + reach, rows)
  }

  /// Whether a line begins with something flat at half height: a sign that touches the first digit, and that readers take for its rim.
  ///
  /// A fifth of a digit's height is longer than any digit is flat there: the bar of 4 is met by its diagonal.
  func beginsFlat(_ line: Area) -> Bool {
    let columns = line.left..<min(line.right, line.left + max(3, line.height / 5))
    let rows = (line.top..<line.bottom).filter { y in columns.contains { page[$0, y] < rimThreshold } }
    guard let first = rows.first, let last = rows.last, line.height >= 8 else { return false }
    return (last - first + 1) * 10 <= line.height * 3
      && (first - line.top) * 10 >= line.height * 3 && (line.bottom - 1 - last) * 10 >= line.height * 2
  }

  /// Whether a dash stands before the first digit of a line, at half its height: readers that are made for words leave it out.
  ///
  /// It counts as far as it is ink, or as far as its rim goes: in blurred print the rim reaches the digit.
  func beginsWithDash(_ line: Area) -> Bool {
    [inkThreshold, rimThreshold].contains { threshold in
      func isInked(_ x: Int) -> Bool { (line.top..<line.bottom).contains { page[x, $0] < threshold } }
      let columns = line.left..<min(line.right, line.left + 2 * line.height)
      guard line.height >= 6, let start = columns.first(where: isInked),
        let end = columns.first(where: { $0 > start && !isInked($0) }),
        let digit = columns.first(where: { $0 > end && isInked($0) })
      else { return false }
      let rows = (line.top..<line.bottom).filter { y in (start..<end).contains { page[$0, y] < threshold } }
      guard let first = rows.first, let last = rows.last else { return false }
      return end - start >= max(2, last - first + 1) && (end - start) * 10 <= 8 * line.height
        && (digit - end) * 10 <= 6 * line.height && (last - first + 1) * 10 <= 3 * line.height
        && (first - line.top) * 10 >= 3 * line.height && (line.bottom - 1 - last) * 10 >= 2 * line.height
    }
  }

  /// Whether something pale runs down beside the stem with which a line begins: the diagonal of a 4 whose hairlines have faded. A 1 has
  /// nothing there, only its flag above and its foot below.
  func mayBeginWithFour(_ line: Area) -> Bool {
    let rows = line.top + line.height * 3 / 8..<line.top + line.height * 7 / 8
    let width = line.height * 3 / 4
    let columns = max(0, line.left)..<min(page.width, line.right, line.left + width)
    func ink(_ x: Int) -> Int { rows.reduce(0) { $0 + 255 - Int(page[x, $1]) } }
    guard rows.count >= 3, var stem = columns.max(by: { ink($0) < ink($1) }) else { return false }
    let half = ink(stem) / 2
    while stem > 0, ink(stem - 1) >= half { stem -= 1 }
    let beside = max(2, stem - width)..<max(2, stem - 1)
    let pale = rows.count { y in beside.contains { 255 - Int(page[$0, y]) > grain } }
    return pale >= 3 && pale * 2 >= rows.count
  }

  /// How much darker than the paper three pixels of a row are at most, none of them at the rim of the cell: 0 to 255.
  private func darkestRun(columns: Range<Int>, _ rows: Range<Int>) -> Int {
    let (left, right) = (max(2, columns.lowerBound), min(page.width - 2, columns.upperBound))
    guard right - left >= 3 else { return 0 }
    var darkest = 0
    for y in rows where y >= 2 && y < page.height - 2 {
      for x in left..<right - 2 {
        darkest = max(darkest, (x..<x + 3).reduce(0) { $0 + 255 - Int(page[$1, y]) } / 3)
      }
    }
    return darkest
  }
}

/// Beside figures the paper is never so much darker than white; what is left of a faded stroke is.
private let grain = 45

/// Darker than this is a rim of ink, in a cell whose darkest ink is 0.
private let rimThreshold: UInt8 = 205

/// The whole numbers in small print of a column in which numbers have a point, or begin with a 0 that one stood behind: in such print
/// a point may be a pale rim between two digits, and all readers see 43 in 4.3.
func lostPoints(_ structure: Structure, _ readings: [CellReading]) -> [Int] {
  guard structure.contents.isEmpty else { return [] }
  let columns = Dictionary(grouping: readings.indices) { structure.cells[$0].column }
  return columns.values.flatMap { column in
    let hasPoints = column.contains { index in
      let texts = [readings[index].text] + readings[index].candidates.map(\.text)
      return texts.contains { isFigure($0) && ($0.contains(".") || $0.count > 1 && $0.hasPrefix("0")) }
    }
    return hasPoints ? column.filter { readings[$0].isSmall && isWhole(readings[$0].text) } : []
  }.sorted()
}

private func isWhole(_ text: String) -> Bool { text.count > 1 && isFigure(text) && !text.contains(".") }
