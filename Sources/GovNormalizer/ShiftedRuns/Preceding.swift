/// What stands before a shifted run, as far as the search for it asks.
struct Preceding: Hashable {
  /// What the characters before say about the next one.
  let context: LanguageModel.Context
  /// What they have opened and not closed.
  let brackets: OpenBrackets
  /// The last byte that a decoder read for the last of them; `nil` when that is unknown, or there is none.
  let lastByte: UInt8?

  /// What stands before `index` of a text.
  init(_ text: ByteText, before index: Int, isFolded: Bool) {
    context = Preceding.context(text, before: index)
    brackets = OpenBrackets(text, before: index)
    let last = text.scalar(before: index)
    lastByte = last.start < index ? ShownItem(text, at: last.start, isFolded: isFolded).lastByte : nil
  }

  private static func context(_ text: ByteText, before index: Int) -> LanguageModel.Context {
    var position = start(text, before: index)
    let isLineStart = position == 0 || text[position - 1] == 0x0A
    var context = isLineStart ? LanguageModel.Context.lineStart : .unknown
    while position < index {
      let scalar = text.scalar(at: position)
      context.read(token(scalar.value))
      position += scalar.length
    }
    return context
  }

  /// Where the characters before `index` begin by which a run is judged: four, or fewer at the start of a line.
  private static func start(_ text: ByteText, before index: Int) -> Int {
    var start = index
    for _ in 0..<4 {
      let last = text.scalar(before: start)
      if last.start == start || last.value == 0x0A { break }
      start = last.start
    }
    return start
  }
}
