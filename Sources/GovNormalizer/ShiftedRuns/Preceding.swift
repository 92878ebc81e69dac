/// What stands before a shifted run, as far as the search for it asks.
struct Preceding: Hashable {
  /// What the characters before say about the next one.
  let context: LanguageModel.Context
  /// What they have opened and not closed.
  let brackets: OpenBrackets
  /// The last byte that a decoder read for the last of them; `nil` when that is unknown, or there is none.
  let lastByte: UInt8?

  /// How many characters are looked at for what is open: a title or a quotation is shorter.
  private static let reach = 80
  /// How many of them a run is judged by; fewer at the start of a line.
  private static let judging = 4

  /// What stands before `index` of a text, once the runs before it are put back by `changes`: in 處罰?！案魑 the
  /// quotation mark is part of a run, and what it opens may be closed in the next one.
  init(_ text: ByteText, before index: Int, changes: [Change], display: Display) {
    var line = RestoredLine(text, before: index, changes: changes)
    let scalars = line.last(Preceding.reach)
    let isWhole = scalars.count <= Preceding.judging && line.isAtStart
    var (context, brackets) = (isWhole ? LanguageModel.Context.lineStart : .unknown, OpenBrackets())
    for scalar in scalars where scalar >= 0x2018 { _ = brackets.read(scalar) }
    for scalar in scalars.suffix(Preceding.judging) { context.read(token(scalar)) }
    (self.context, self.brackets) = (context, brackets)
    let last = text.scalar(before: index)
    lastByte = last.start < index ? ShownItem(text, at: last.start, display: display).lastByte : nil
  }
}

/// The characters of a line before some place, with the runs put back, from the last one to the first.
private struct RestoredLine {
  private let text: ByteText
  /// What stands before it has not been read.
  private var index: Int
  private let changes: [Change]
  /// How many of the changes stand before `index`. To take one off the list instead would copy the list for every run.
  private var changesBefore: Int
  /// What is left of a run.
  private var restored: [Unicode.Scalar] = []

  init(_ text: ByteText, before index: Int, changes: [Change]) {
    (self.text, self.index, self.changes) = (text, index, changes)
    changesBefore = changes.count
  }

  /// Whether nothing of the line is left.
  var isAtStart: Bool { restored.isEmpty && (index == 0 || text[index - 1] == 0x0A) }

  /// Up to `count` characters that have not been read, in their order in the text.
  mutating func last(_ count: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    while scalars.count < count, let scalar = next() { scalars.append(scalar) }
    return scalars.reversed()
  }

  private mutating func next() -> UInt32? {
    if let scalar = restored.popLast() { return scalar.value }
    if isAtStart { return nil }
    if changesBefore > 0, changes[changesBefore - 1].end == index {
      changesBefore -= 1
      index = changes[changesBefore].start
      restored = Array(String(decoding: changes[changesBefore].replacement, as: UTF8.self).unicodeScalars)
      return next()
    }
    let last = text.scalar(before: index)
    index = last.start
    return last.value
  }
}
