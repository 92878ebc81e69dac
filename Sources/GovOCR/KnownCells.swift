import GovDocument

/// What has been read of a table so far.
struct KnownCells {
  let structure: Structure
  let inks: [CellInk]
  let usualContrast: Int
  /// The cells that hold a label of the form.
  let labels: [Int]
  /// What those labels are, each once.
  let vocabulary: [String]
  var readings: [Int: CellReading] = [:]

  init(_ structure: Structure, _ pages: Pages, text: AreaIndex) {
    self.structure = structure
    inks = structure.cells.map { cellInk(pages, structure.area(of: $0)) }
    usualContrast = contrast(ofInkIn: inks, text: text)
    labels = structure.contents.indices.filter { if case .label = structure.contents[$0] { true } else { false } }
    vocabulary = Set(structure.contents.compactMap { if case .label(let label) = $0 { label } else { nil } }).sorted()
  }

  /// The share of some labels that have been read as what the form has there; 1 of none.
  func share(of some: [Int]) -> Double {
    some.isEmpty ? 1 : Double(some.count { readings[$0]?.status == .read }) / Double(some.count)
  }

  /// How much more some labels are like what the form has there than like what it has elsewhere, 0 to 1 on average.
  ///
  /// In small and blurred print hardly a label can be read, and yet each shows a character or two. What shows nothing speaks
  /// for none: a place of another table is as much like any label.
  func support(of some: [Int]) -> Double {
    let gains = some.map { index -> Double in
      guard let own = label(at: index), let reading = readings[index] else { return 0 }
      // What the network compares and finds alike is seen, whatever a reader made of it; but 合计 is guessed to be 总计.
      let isGuessed = reading.text == own && own.count > 2
      let seen = isGuessed ? own : reading.candidates.first?.text ?? ""
      guard !seen.isEmpty else { return 0 }
      let others = vocabulary.filter { $0 != own }.map { likeness(seen, $0) }
      return likeness(seen, own) - others.reduce(0, +) / Double(max(1, others.count))
    }
    return gains.reduce(0, +) / Double(max(1, some.count))
  }

  /// How much some labels are like what the form has there, 0 to 1. One line more in a cell leaves a label to be recognised,
  /// and tells of a row that the form has not.
  func clarity(of some: [Int]) -> Double {
    let found = some.compactMap { readings[$0] }.filter { $0.status == .read }
    return found.map(\.confidence).reduce(0, +) / Double(max(1, some.count))
  }

  /// What labels say for a form that has them, against one that lacks them: 1 when half of them are there, -1 when their
  /// places are blank, 0 when something is there that cannot be read.
  func verdict(of some: [Int]) -> Int {
    let seen = some.count { readings[$0].map { $0.text } == label(at: $0) }
    let blank = some.count { readings[$0].map { $0.text.isEmpty && $0.status != .unreadable } ?? true }
    return some.isEmpty ? 0 : seen * 2 >= some.count ? 1 : blank * 2 > some.count ? -1 : 0
  }

  /// The label of another form that says the same and shares its place.
  func counterpart(of index: Int, in other: KnownCells) -> Int? {
    let area = structure.area(of: structure.cells[index])
    return other.labels.first {
      other.structure.contents[$0] == structure.contents[index]
        && !other.structure.area(of: other.structure.cells[$0]).clipping(area).isEmpty
    }
  }

  /// Whether the labels read of those that another form has not, or not there, show so much more of it than the other way round
  /// that it is the likelier one, though too few of them can be read to be sure.
  func isNearer(than other: KnownCells) -> Bool {
    let ours = labels(unlike: other).filter { readings[$0] != nil }
    let theirs = other.labels(unlike: self).filter { other.readings[$0] != nil }
    guard !ours.isEmpty, !theirs.isEmpty else { return false }
    let asked = asked(ours, theirs, of: other)
    return support(of: asked.own) * asked.share(asked.own)
      > other.support(of: asked.others) * asked.share(asked.others) + 0.1
  }

  private func label(at index: Int) -> String? {
    if case .label(let label) = structure.contents[index] { label } else { nil }
  }

  /// The labels that another form has not, or not there.
  func labels(unlike other: KnownCells) -> [Int] {
    labels.filter { index in
      let area = structure.area(of: structure.cells[index])
      return !other.labels.contains {
        other.structure.contents[$0] == structure.contents[index]
          && other.structure.area(of: other.structure.cells[$0]).holds(area)
      }
    }
  }
}

/// The labels by which two forms are told apart.
struct AskedLabels {
  var own: [Int]
  var others: [Int]

  /// Of how many of the labels of the form with more of them some are: what one lacks does not speak for it.
  func share(_ some: [Int]) -> Double { Double(some.count) / Double(max(1, own.count, others.count)) }
}

extension KnownCells {
  /// Some labels that another form has not, or elsewhere, and some of its own of which that is so; and those of either that the
  /// other has in a larger place: what is in the smaller one speaks for both.
  func asked(_ ours: [Int], _ theirs: [Int], of other: KnownCells) -> AskedLabels {
    let shared = theirs.compactMap { other.counterpart(of: $0, in: self) }.filter { !ours.contains($0) }
    let sharedByOther = ours.compactMap { counterpart(of: $0, in: other) }.filter { !theirs.contains($0) }
    return AskedLabels(own: ours + shared, others: theirs + sharedByOther)
  }
}
