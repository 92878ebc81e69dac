/// How much room the ink of a line takes, in heights of a digit: what no reader looks at, and what none can argue away.
struct InkExtent {
  var width: Double
  var height: Double

  /// Whether a figure can have drawn this ink: a dash is flat, a number is not, and each glyph has a width that fonts give it.
  ///
  /// `7786` read as `-`, or `540` read as `5`, is found out so, however sure the reader was.
  func fits(_ text: String) -> Bool {
    if text == "-" { return height < 0.6 }
    let widths = text.map(glyphWidth)
    let least = widths.map(\.lowerBound).reduce(0, +) * 0.85
    let most = widths.map(\.upperBound).reduce(0, +) * 1.15
    return height > 0.5 && width > least && width < most
  }

  /// The room of one glyph between those of a narrow and a wide font, as parts of the digit height; with its space when wide.
  private func glyphWidth(_ glyph: Character) -> ClosedRange<Double> {
    switch glyph {
    case ".", ",": 0.05...0.6
    case "1": 0.2...0.95
    case "(", ")", "/": 0.2...0.9
    case "-", "+": 0.25...1.6
    case "%": 0.6...1.6
    case "无", "万", "元": 0.7...1.8
    default: 0.38...0.95
    }
  }
}
