/// Tells text from the pieces into which grain breaks a pale coloured line.
///
/// Such a line is hardly darker than what counts as ink, and only in the darkest channel: some stretches of it are ink, others are
/// not, and a stretch may be as large as a character. Text goes far beyond, or is there in all channels.
struct PaleColour {
  private let pages: Pages
  /// From which grey on something is ink in the darkest channel, is so beyond doubt, and is so in the brightest.
  private let ink, strong, black: UInt8

  init(_ pages: Pages) {
    self.pages = pages
    ink = darkThreshold(pages.darkest)
    strong = darkThreshold(pages.darkest, part: 2)
    black = darkThreshold(pages.brightest)
  }

  /// Whether hardly a third of the ink in an area is strong, and hardly a fifth of it black.
  func fills(_ area: Area) -> Bool {
    let (darkest, brightest) = (pages.darkest.crop(area).pixels, pages.brightest.crop(area).pixels)
    let shown = darkest.count { $0 < ink }
    return darkest.count { $0 < strong } * 3 < shown && brightest.count { $0 < black } * 5 < shown
  }
}
