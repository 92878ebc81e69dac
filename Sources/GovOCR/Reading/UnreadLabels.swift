import GovDocument

extension PageReader {
  /// Prints what the form has where a label could not be read, in a form most of whose labels were seen in their places.
  ///
  /// A seal or a crease over a label does not change which one it is, and what a reader of words makes of half-seen characters is
  /// other words. It stays doubtful, and a finding says what the picture seems to say. Not where the picture says
  /// something clearly: an agency may have changed the form.
  func nameUnreadLabels(_ cells: inout [Cell], _ structure: Structure) {
    let labels = officialLabels(structure)
    let places = labels.indices.filter { labels[$0] != nil }
    let unseen = places.filter { cells[$0].content.text != labels[$0] }
    guard unseen.count * 3 <= places.count else { return }
    for index in unseen {
      guard let label = labels[index], let seen = cells[index].reading?.candidates.first,
        isGarbled(seen, label), !isAnother(seen.text, than: index, of: labels)
      else { continue }
      cells[index].content = Prose(label, origin: cells[index].content.origin)
      cells[index].reading?.status = .doubtful
      cells[index].reading?.confidence = 0.5
    }
  }

  /// Whether a reader was not sure of what it saw, and it is not so long that a neighbour's text is part of it.
  private func isGarbled(_ seen: Candidate, _ label: String) -> Bool {
    seen.confidence < clearlyRead && 2 * seen.text.count <= 3 * label.count
  }
}

/// Words that are there are read with more confidence than this, also in hard pictures.
private let clearlyRead = 0.95
