import GovDocument

extension PageReader {
  /// Reads each candidate as the first form whose labels agree, else as its lines show it.
  mutating func tables(
    _ candidates: [TableCandidate]
  ) throws(PictureError) -> [(structure: Structure, readings: [CellReading])] {
    var read: [(structure: Structure, readings: [CellReading])] = []
    var places: [Area] = []
    var open = candidates[...]
    while let next = open.popFirst() {
      // Lines and text that were not seen to be one table may be the same form twice.
      let candidate = places.reduce(next) { $0.outside($1) }
      if let form = try form(candidate.forms, beside: candidate.grids) {
        read.append(form)
        places.append(form.structure.area)
        let rest = candidate.outside(form.structure.area)
        if !rest.grids.isEmpty { open.insert(rest, at: open.startIndex) }
        continue
      }
      for grid in candidate.grids {
        var structure = Structure(grid)
        structure.doubts = grid.doubts(layout)
        var known = KnownCells(structure, pages, text: characters)
        read.append((structure, try readings(&known)))
      }
    }
    return read.sorted {
      ($0.structure.area.top, $0.structure.area.left) < ($1.structure.area.top, $1.structure.area.left)
    }
  }

  /// The form most of whose labels say what it has there; `nil` when there is none with a quarter of them: the lines of two
  /// tables may be alike. Of a long form that lines show a tenth is enough.
  ///
  /// - Parameter grids: The other tables that the place may hold. Where lines show none, a long form that the text fits needs no
  ///   label, and where its text stands in the columns of another one, a single label.
  private mutating func form(
    _ forms: [FormFit], beside grids: [Grid]
  ) throws(PictureError) -> (structure: Structure, readings: [CellReading])? {
    var left = forms[...]
    while let first = left.popFirst() {
      var best = (fit: first, known: KnownCells(first.structure, pages, text: characters))
      let isPlain = first.isPlain && grids.allSatisfy { $0.isAligned || !$0.area.isHalf(of: first.structure.area) }
      if !isPlain, try !isWorthReading(&best.known, first) { continue }
      var rivals = try rivals(of: &best, first.rivals(among: left))
      if try takeSister(&best) { rivals = try self.rivals(of: &best, rivals) }
      try read(best.known.labels, into: &best.known)
      let share = best.known.share(of: best.known.labels)
      let support = best.known.support(of: best.known.labels)
      let isSeen = share >= (first.isShown ? 0.1 : 0.25) || isPlain && (grids.isEmpty || share > 0)
      guard isSeen || support >= leastSupport / (first.isLaid ? 2 : 1) else { continue }
      var readings = try readings(&best.known)
      for index in readings.indices where readings[index].status == .read {
        let cell = best.known.structure.cells[index]
        if rivals.contains(where: { !$0.structure.cells.contains(cell) }) { readings[index].doubt(0.8) }
      }
      // A picture that shows so few labels of a form that has lines shows its digits no better.
      if !isSeen || share < 0.25 && !grids.allSatisfy(\.isAligned) {
        for index in readings.indices where !best.known.labels.contains(index) { readings[index].doubt(0.8) }
      }
      return (best.known.structure, readings)
    }
    return nil
  }

  /// Puts the form with the most labels in place of `best`, and gives those that have as many: forms of the same words in
  /// other cells.
  private mutating func rivals(
    of best: inout (fit: FormFit, known: KnownCells), _ others: [FormFit]
  ) throws(PictureError) -> [FormFit] {
    var rivals: [FormFit] = []
    for form in others {
      var rival = (fit: form, known: KnownCells(form.structure, pages, text: characters))
      let won = try compare(&best.known, &rival.known)
      if won < 0 { (best, rivals) = (rival, []) }
      guard won == 0 else { continue }
      if rival.known.isNearer(than: best.known) { swap(&best, &rival) }
      rivals.append(rival.fit)
    }
    return rivals
  }

  /// Puts in place of `best` the same figures below one more row of heads, when what stands there says so.
  ///
  /// - Returns: Whether it did.
  private mutating func takeSister(_ best: inout (fit: FormFit, known: KnownCells)) throws(PictureError) -> Bool {
    for sister in best.fit.sisters {
      var known = KnownCells(sister.structure, pages, text: characters)
      let extra = known.labels.filter { known.counterpart(of: $0, in: best.known) == nil }
      try read(extra, into: &known)
      guard !extra.isEmpty, known.share(of: extra) == 1 else { continue }
      best = (sister, known)
      return true
    }
    return false
  }

  /// Whether the labels of one form say more clearly than those of another what the form has there: 1 or -1; 0 for a draw.
  /// Asked are labels that one has and the other has not, or elsewhere.
  private mutating func compare(
    _ one: inout KnownCells, _ other: inout KnownCells
  ) throws(PictureError) -> Int {
    let ours = Array(one.labels(unlike: other).prefix(10))
    let theirs = Array(other.labels(unlike: one).prefix(10))
    try read(ours, into: &one)
    try read(theirs, into: &other)
    if theirs.isEmpty { return try compare(ours, of: &one, with: &other) }
    if ours.isEmpty { return -(try compare(theirs, of: &other, with: &one)) }
    let asked = one.asked(ours, theirs, of: other)
    try read(asked.own, into: &one)
    try read(asked.others, into: &other)
    return clearer(
      one.clarity(of: asked.own) * asked.share(asked.own), other.clarity(of: asked.others) * asked.share(asked.others))
  }

  /// The same when the other form has no labels of its own: either `some` are none that it has, or it has them in a larger place.
  private mutating func compare(
    _ some: [Int], of one: inout KnownCells, with other: inout KnownCells
  ) throws(PictureError) -> Int {
    let extra = some.filter { one.counterpart(of: $0, in: other) == nil }
    if !extra.isEmpty { return one.verdict(of: extra) }
    let same = some.compactMap { one.counterpart(of: $0, in: other) }
    try read(same, into: &other)
    return clearer(one.clarity(of: some), other.clarity(of: same))
  }

  private func clearer(_ one: Double, _ other: Double) -> Int { abs(one - other) < 0.15 ? 0 : one > other ? 1 : -1 }

  /// Whether one of a few labels from all over the form says what the form has there: most of those that it is not are
  /// told by that, before much is read.
  private mutating func isWorthReading(_ known: inout KnownCells, _ fit: FormFit) throws(PictureError) -> Bool {
    if fit.isRuled || fit.isLaid { return true }
    let sample = known.labels.enumerated().filter { $0.offset % 4 == 1 }.map(\.element)
    try read(sample, into: &known)
    return known.share(of: sample) > 0 || known.support(of: sample) >= leastSupport / 2
  }

  private mutating func readings(_ known: inout KnownCells) throws(PictureError) -> [CellReading] {
    try read(Array(known.structure.cells.indices), into: &known)
    return known.structure.cells.indices.compactMap { known.readings[$0] }
  }

  /// Reads those of some cells that are not yet known.
  private mutating func read(_ cells: [Int], into known: inout KnownCells) throws(PictureError) {
    for index in cells where known.readings[index] == nil {
      known.readings[index] = try read(
        known.inks[index], as: known.structure.contents.isEmpty ? nil : known.structure.contents[index],
        among: known.vocabulary, usualContrast: known.usualContrast)
    }
  }
}

/// From here on labels of which hardly one can be read show a form together. Of 100 drawn forms laid where they are it was
/// more, of another table it was 0; of a form laid over another one of nearly the same words 0.24, so figures are not sure.
private let leastSupport = 0.2
