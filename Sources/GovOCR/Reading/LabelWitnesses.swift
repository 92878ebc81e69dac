import GovDocument

/// Of 368 drawn figures in poor print that were as sure, none was wrong; of 109 between 0.99 and it one was.
private let beyondDoubt = 0.998

extension PageReader {
  /// Doubts the figures whose nearest label, above or to the left, speaks against their place: they may belong elsewhere.
  ///
  /// A label that is another one of the form's contradicts. One that could not be read says nothing as long as nearly all
  /// others stand where the form has them: a seal hides a label, and does not move a column. But an empty cell and a lone
  /// dash look the same wherever a boundary cuts the text, so they need the labels of their row and column. A label that
  /// was guessed, for it resembles no other of the form's, tells its place as well as one that was read, unless so many others
  /// speak against theirs that it may be another form.
  func doubtBesideWrongLabels(_ cells: inout [Cell], _ structure: Structure) {
    let labels = officialLabels(structure)
    let unconfirmed = Set(
      labels.indices.filter { index in
        guard let label = labels[index], cells[index].reading?.status != .read else { return false }
        return cells[index].content.text != label || isCut(structure.area(of: structure.cells[index]))
      })
    guard !unconfirmed.isEmpty else { return }
    let isWellKnown = unconfirmed.count * 10 <= labels.count { $0 != nil } * 2
    let guessed = labels.indices.filter { labels[$0] != nil && cells[$0].reading?.status != .read }
    let others = unconfirmed.filter { isAnother(cells[$0].content.text, than: $0, of: labels) }
    // Where several have changed places, one that cannot be read may have, too.
    let wrong = isWellKnown && others.count < 3 ? others : unconfirmed.union(guessed)
    let wrongForMarks = unconfirmed.union(wrong)
    let owners = slotOwners(structure.cells, rows: structure.ys.count - 1, columns: structure.xs.count - 1)
    func isLabel(_ owner: Int) -> Bool { owner >= 0 && labels[owner] != nil }
    for index in labels.indices where labels[index] == nil && cells[index].reading?.status == .read {
      let (row, column) = (cells[index].row, cells[index].column)
      let above = stride(from: row - 1, through: 0, by: -1).lazy.map { owners[$0][column] }
      let before = stride(from: column - 1, through: 0, by: -1).lazy.map { owners[row][$0] }
      let witnesses = [above.first(where: isLabel), before.first(where: isLabel)].compactMap { $0 }
      let text = cells[index].content.text
      let suspects = text.isEmpty || isMark(foldedFigure(text)) ? wrongForMarks : wrong
      if witnesses.contains(where: suspects.contains) {
        cells[index].reading?.status = .doubtful
        cells[index].reading?.confidence = 0.9
      }
    }
  }

  /// Doubts the figures that are not beyond doubt, in print so poor that a third of the labels are not read: what makes a
  /// digit another one there is not seen in the digit itself.
  func doubtInPoorPrint(_ cells: inout [Cell], _ structure: Structure) {
    let labels = officialLabels(structure)
    let read = labels.indices.count { labels[$0] != nil && cells[$0].reading?.status == .read }
    guard read * 3 < labels.count(where: { $0 != nil }) * 2 else { return }
    for index in labels.indices where labels[index] == nil && cells[index].reading?.status == .read {
      if let confidence = cells[index].reading?.confidence, confidence < beyondDoubt {
        cells[index].reading?.status = .doubtful
      }
    }
  }

  private func officialLabels(_ structure: Structure) -> [String?] {
    structure.contents.map { if case .label(let label) = $0 { label } else { nil } }
  }

  /// Whether a text is more like a label from elsewhere in the form than like the one that belongs there.
  private func isAnother(_ text: String, than index: Int, of labels: [String?]) -> Bool {
    guard !text.isEmpty, let own = labels[index] else { return false }
    let here = likeness(text, own)
    return labels.contains { other in
      guard let other, other != own else { return false }
      let there = likeness(text, other)
      return there >= 0.5 && there > here
    }
  }
}
