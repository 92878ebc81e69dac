import GovDocument
import GovForms

/// The place of a figure in a statutory table.
struct Slot: Hashable {
  var row: Name
  var column: Name
}

/// A cell that may hold a figure, with where it stands.
struct Entry {
  /// The text as printed.
  var text: String
  /// The place in the input.
  var origin: Origin
  /// The cell in the document, for decisions that are written back; absent for a line of text.
  var address: CellAddress?
  /// What the readers of a picture saw; absent for text.
  var reading: Reading? {
    guard case .some(.reading(let reading)) = kept else { return nil }
    return reading
  }

  /// The reading outside the entry, as in a cell: most have none.
  private var kept: Kept?

  private indirect enum Kept {
    case reading(Reading)
  }

  init(text: String, origin: Origin, address: CellAddress? = nil, reading: Reading? = nil) {
    self.text = text
    self.origin = origin
    self.address = address
    kept = reading.map { .reading($0) }
  }

  /// Whether readers of a picture saw it.
  var isFromPicture: Bool { kept != nil }

  /// Whether nothing is printed there; a cell that nobody could read is not blank.
  var isBlank: Bool {
    (text.isEmpty || text.unicodeScalars.allSatisfy(isSpace)) && (reading.map { $0.status == .read } ?? true)
  }
}

/// A cell of a table block.
struct CellAddress: Hashable {
  var block: Int
  var cell: Int
}

/// What is printed behind one label: figures in the order of the page, and the slots that they can belong to.
struct Run {
  var kind: TableKind
  /// The slots in the order of the page.
  var slots: [Slot]
  /// With `isPlaced` one entry per slot, blanks included; otherwise the printed ones only, at most one per slot.
  var entries: [Entry]
  /// Whether the place of each entry is known; otherwise labels and equations have to find it.
  var isPlaced: Bool
  /// Where the run begins.
  var origin: Origin

  /// Whether nothing is printed in it.
  var isBlank: Bool { entries.allSatisfy(\.isBlank) }
}

/// What a page holds of the statutory tables before anything is decided.
struct Harvest {
  var runs: [Run] = []
  var findings: [Finding] = []
  /// How many labels were found that only one form prints.
  var votes: [FormIdentifier: Int] = [:]
  /// The rows that are printed, with or without figures.
  var rowsSeen: [TableKind: Set<Name>] = [:]
  /// Tables in which something was found that no form knows, so that sums may have further terms.
  var extended: Set<TableKind> = []

  /// Tables of which it was said that they have figures without headings.
  var lacksHeads: Set<TableKind> = []
  /// The cells of the sheet at hand that a finding names because no form knows their row or column.
  var reported: Set<CellAddress> = []

  /// The figures of tables that stand under no column of the form.
  var strays = StrayFigures()

  /// The rows in which a figure stands under no column of the form, with the place of the first one.
  var homeless: [TableKind: [Name: Origin]] = [:]

  /// The unit that the page prints in a column's heading.
  var headerUnits: [Slot: String] = [:]

  mutating func append(_ run: Run) {
    runs.append(run)
    var last: Name?
    for slot in run.slots where slot.row != last {
      rowsSeen[run.kind, default: []].insert(slot.row)
      last = slot.row
    }
  }
}
