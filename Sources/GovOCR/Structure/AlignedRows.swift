/// The rows of a table whose columns no line parts.
struct AlignedRows {
  /// A row may have several lines, where a text is broken.
  private(set) var rows: [PhraseLine] = []
  /// Texts at half height between two rows: labels over both. `row` is the upper one.
  private(set) var between: [(row: Int, phrase: Area)] = []
  /// How often it was open whether a line is a row of its own.
  private(set) var unclear = 0

  /// Rows as strokes part them where they part most, else each line, but for broken texts and labels over two rows.
  init(_ lines: [PhraseLine], _ rules: AlignedRules) {
    self.init(lines)
    if rules.part(rows) { self.init(lines, partedBy: rules) }
  }

  private init(_ lines: [PhraseLine]) {
    let pitch = AlignedRows.pitch(lines)
    var open: [Area] = []
    for (index, line) in lines.enumerated() {
      let below = index + 1 < lines.count ? lines[index + 1] : nil
      if let last = rows.last, let below, open.isEmpty, line.isBeside(last), line.isBeside(below),
        (below.middle - last.middle) * 10 <= pitch * 15
      {
        open = line.phrases
        continue
      }
      between += open.map { (rows.count - 1, $0) }
      open = []
      if let last = rows.last, line.phrases.count == 1, (line.middle - last.middle) * 100 <= pitch * 75 {
        join(line)
        unclear += 1
      } else {
        rows.append(line)
      }
    }
  }

  private init(_ lines: [PhraseLine], partedBy rules: AlignedRules) {
    let usual = lines.map(\.phrases.count).sorted()[lines.count / 2]
    var end = 0
    for line in lines {
      if rules.place(at: line.middle) != nil, !rows.isEmpty {
        between += line.phrases.map { (rows.count - 1, $0) }
      } else if line.middle < end, !rows.isEmpty, line.phrases.count * 10 < usual * 6 || usual < 2 {
        join(line)
      } else {
        // As many texts as a row has are one, though no stroke was seen above.
        if line.middle < end, !rows.isEmpty { unclear += 1 }
        rows.append(line)
        end = rules.places.first { $0 > line.middle } ?? Int.max
      }
    }
    between.removeAll { $0.row + 1 >= rows.count }
  }

  /// The texts of each row, with those that belong to it and the next one.
  var texts: [[Area]] {
    rows.indices.map { row in
      rows[row].phrases + between.filter { $0.row == row || $0.row + 1 == row }.map(\.phrase)
    }
  }

  private mutating func join(_ line: PhraseLine) {
    let phrases = rows[rows.count - 1].phrases + line.phrases
    rows[rows.count - 1].phrases = phrases.sorted { $0.left < $1.left }
  }

  /// The usual distance of two lines whose texts stand above each other.
  private static func pitch(_ lines: [PhraseLine]) -> Int {
    let full = lines.filter { $0.phrases.count >= 2 }
    let steps = zip(full, full.dropFirst()).filter { !$0.isBeside($1) }.map { $1.middle - $0.middle }.sorted()
    return steps.isEmpty ? 0 : steps[steps.count / 2]
  }
}
