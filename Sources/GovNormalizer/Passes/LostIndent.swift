extension RepairPass {
  /// Class 11: "????第一段" → "第一段".
  ///
  /// **Cause.** A decoder without the pair A1A1, the ideographic space, wrote "?" for it, or for each of its bytes. The
  /// indent of a Chinese paragraph is two of them.
  ///
  /// **Known by** two or more "?" at the start of a line and a Han character or an opening mark directly behind them.
  ///
  /// **Undone** exactly: the indent goes; it said nothing but "paragraph".
  static let lostIndent = RepairPass(
    name: "lost-indent",
    cause: "The ideographic spaces of the indent had been turned into question marks.",
    diagnosis: { evidence in
      let count = evidence.counts.lostIndents
      return count == 0 ? nil : Diagnosis(count: count, confidence: count > 1 ? 0.98 : 0.9)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      var index = 0
      while index <= text.count {
        let length = LostIndent.length(text, at: index)
        if length > 0 { changes.append(Change(index..<index + length)) }
        index += length
        while index < text.count, text[index] != 0x0A { index += 1 }
        index += 1
      }
      return changes
    })
}

enum LostIndent {
  /// Whether the question mark at `index` is one of a lost indent, and so no byte of a shifted run.
  static func covers(_ text: ByteText, _ index: Int) -> Bool {
    var start = index
    while text[start - 1] == 0x3F { start -= 1 }
    return (start == 0 || text[start - 1] == 0x0A) && length(text, at: start) > 0
  }

  /// The number of question marks at the line start `index` that were an indent; 0 when they are none.
  static func length(_ text: ByteText, at index: Int) -> Int {
    var end = index
    while text[end] == 0x3F { end += 1 }
    guard end - index >= 2 else { return 0 }
    let next = text.scalar(at: end).value
    let isText =
      Han.range.contains(next) || next == 0xFF08 || next == 0x28 || next == 0x300A || next == 0x201C
      || next >= 0x30 && next <= 0x39
    return isText ? end - index : 0
  }
}
