extension Prose {
  /// A part of the text with the edits that made it.
  ///
  /// A deletion at either end is the part's.
  ///
  /// - Parameter range: Scalars of the present text.
  /// - Returns: `nil` when an edit reaches across an end, or the range beyond the text.
  public func part(_ range: Range<Int>) -> Prose? {
    if range == 0..<text.unicodeScalars.count { return self }
    var range = range
    var kept: [[Edit]] = []
    for pass in passes.reversed() {
      guard let undone = undo(pass, to: range) else { return nil }
      kept.append(undone.edits)
      range = undone.range
    }
    let scalars = Array(original.unicodeScalars)
    guard range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
    var part = Prose(String(String.UnicodeScalarView(scalars[range])), origin: origin)
    for pass in kept.reversed() {
      guard part.apply(pass) else { return nil }
    }
    return part
  }

  /// Two texts as one, with a line break between them and the record of both.
  ///
  /// - Returns: `nil` when passes that ran on both ran in different orders.
  public func joined(with other: Prose) -> Prose? {
    var joined = Prose(original + "\n" + other.original, origin: origin)
    var length = original.unicodeScalars.count
    var (left, right) = (passes[...], other.passes[...])
    while let name = Prose.firstName(left, right) {
      var edits: [Edit] = []
      if left.first?.first?.pass == name { edits += left.removeFirst() }
      let growth = edits.reduce(0) { $0 + $1.growth }
      if right.first?.first?.pass == name { edits += right.removeFirst().map { $0.shifted(by: length + 1) } }
      guard joined.apply(edits) else { return nil }
      length += growth
    }
    return joined
  }

  /// The pass that ran first on either of two texts.
  private static func firstName(
    _ left: ArraySlice<ArraySlice<Edit>>, _ right: ArraySlice<ArraySlice<Edit>>
  ) -> String? {
    guard let first = left.first?.first?.pass else { return right.first?.first?.pass }
    return right.contains { $0.first?.pass == first } ? right.first?.first?.pass : first
  }

  /// The same part before a pass, and the edits of the pass inside it, counted from its start.
  private func undo(_ pass: ArraySlice<Edit>, to range: Range<Int>) -> (range: Range<Int>, edits: [Edit])? {
    var inside: [Edit] = []
    var shift = 0
    var start = range.lowerBound
    var end = range.upperBound
    for edit in pass {
      let first = edit.start + shift
      let after = first + edit.after.unicodeScalars.count
      let growth = edit.growth
      shift += growth
      if first >= range.lowerBound, after <= range.upperBound {
        inside.append(edit)
        end -= growth
      } else if after <= range.lowerBound {
        start -= growth
        end -= growth
      } else if first < range.upperBound {
        return nil
      }
    }
    return (start..<end, inside.map { $0.shifted(by: -start) })
  }
}

extension Edit {
  /// How many scalars longer the text becomes.
  fileprivate var growth: Int { after.unicodeScalars.count - (end - start) }

  fileprivate func shifted(by distance: Int) -> Edit {
    Edit(pass: pass, start: start + distance, end: end + distance, before: before, after: after)
  }
}
