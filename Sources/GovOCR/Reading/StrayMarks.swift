import GovDocument

/// The blank places of a form that may have lost a dash: where other empty places hold one.
///
/// Three grey pixels fade sooner than anything else that is printed. Whoever fills in a form says "none" in one way.
func fadedMarks(_ structure: Structure, _ readings: [CellReading]) -> [Int] {
  let figures = structure.contents.indices.filter {
    if case .figure = structure.contents[$0] { true } else { false }
  }
  let blanks = figures.filter { readings[$0].text.isEmpty }
  return figures.count { readings[$0].text == "-" } * 4 > blanks.count ? blanks : []
}

/// The lone dashes and slashes of a form that may be strokes of something else: where its other empty places are blank.
///
/// Whoever fills in a form says "none" in one way. A stroke of a watermark or of a seal in a blank cell is a perfect dash,
/// and no reader can tell.
func strayMarks(_ structure: Structure, _ readings: [CellReading]) -> [Int] {
  let figures = structure.contents.indices.filter {
    if case .figure = structure.contents[$0] { true } else { false }
  }
  let blanks = figures.count { readings[$0].text.isEmpty && readings[$0].status != .unreadable }
  return ["-", "/"].flatMap { mark in
    let marks = figures.filter { readings[$0].text == mark }
    return marks.count * 4 <= blanks ? marks : []
  }
}
