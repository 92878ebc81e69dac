import GovDocument

/// What does not fit on a board, collected: a table that a page prints twice, for last year too, is one thing to look at.
struct Oddities {
  /// Figures of which another place of the page says something else, with what was there first.
  var differing: [(slot: Slot, first: Entry, other: Entry)] = []
  /// Figures beside a row that the form at hand does not have.
  var withoutRow: [(slot: Slot, entry: Entry)] = []
  /// Figures without a column.
  var withoutColumn: [Entry] = []

  /// One finding for each cause.
  func findings(_ kind: TableKind) -> [Finding] {
    [rowFinding(kind), columnFinding(kind), differenceFinding(kind)].compactMap { $0 }
  }

  private func differenceFinding(_ kind: TableKind) -> Finding? {
    guard let (slot, first, other) = differing.first else { return nil }
    let more = differing.count > 1 ? "; so are \(differing.count - 1) more figures of the table" : ""
    return Finding(
      .warning, .figuresDiffer,
      "\(kind.rawValue)/\(slot.row)/\(slot.column) is “\(brief(first.text))” in one place and “\(brief(other.text))” in "
        + "another\(more); the first is kept, compare them",
      origin: other.origin, figures: differing.map { "\(kind.rawValue)/\($0.slot.row)/\($0.slot.column)" })
  }

  private func rowFinding(_ kind: TableKind) -> Finding? {
    guard let (slot, entry) = withoutRow.first else { return nil }
    let rows = Set(withoutRow.map(\.slot.row)).count
    let more =
      withoutRow.count > 1
      ? ", with \(withoutRow.count - 1) more figures in \(rows == 1 ? "its row" : "\(rows) rows")" : ""
    return Finding(
      .warning, .unknownRow,
      "\(kind.rawValue)/\(slot.row): “\(brief(entry.text))” has no place in the form\(more); they stay in the table only",
      origin: entry.origin)
  }

  private func columnFinding(_ kind: TableKind) -> Finding? {
    guard let first = withoutColumn.first else { return nil }
    let more = withoutColumn.count > 1 ? ", nor have \(withoutColumn.count - 1) more" : ""
    return Finding(
      .warning, .unknownColumn, "\(kind.rawValue): “\(brief(first.text))” has no place in the form\(more)",
      origin: first.origin)
  }
}

/// The figures under columns that no form knows, such as 占比: one thing to look at for each column.
struct StrayFigures {
  private var groups: [(place: Place, first: Entry, count: Int)] = []
  private var indices: [Place: Int] = [:]

  private struct Place: Hashable {
    var kind: TableKind
    var words: String
  }

  mutating func add(_ entry: Entry, place words: String, kind: TableKind) {
    let place = Place(kind: kind, words: words)
    if let index = indices[place] {
      groups[index].count += 1
    } else {
      indices[place] = groups.count
      groups.append((place, entry, 1))
    }
  }

  var findings: [Finding] {
    groups.map { group in
      let more = group.count > 1 ? " with \(group.count - 1) more figures" : ""
      return Finding(
        .warning, .unknownColumn,
        "\(group.place.kind.rawValue): “\(brief(group.first.text))”\(more): \(group.place.words); kept in the table only",
        origin: group.first.origin)
    }
  }
}
