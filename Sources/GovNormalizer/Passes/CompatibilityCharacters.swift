extension RepairPass {
  /// Beside the classes: ⽂件 → 文件, characters that look like the ordinary ones and are not.
  ///
  /// **Cause.** A PDF's font has one glyph for 文 and for the radical ⽂, and its table names the radical; Korean fonts do so
  /// with compatibility ideographs (年, U+F98E).
  ///
  /// **Known by** such characters inside words, in two places at least. A dictionary names radicals by themselves (⽔部).
  ///
  /// **Undone** exactly, by Unicode's own tables.
  static let compatibilityCharacters = RepairPass(
    name: "compatibility-characters",
    cause: "A font named a radical or a compatibility form instead of the ordinary character.",
    diagnosis: { evidence in
      let count = evidence.counts.compatibility
      return count < 2 ? nil : Diagnosis(count: count, confidence: 0.98)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      var index = 0
      while index < text.count {
        let scalar = text.scalar(at: index)
        if let plain = CompatibilityCharacters.plainForm(of: scalar.value, text, at: index) {
          changes.append(Change(index..<index + scalar.length, plain))
        }
        index += scalar.length
      }
      return changes
    })
}

enum CompatibilityCharacters {
  private static let radicals: ClosedRange<UInt32> = 0x2E80...0x2FD5
  private static let ideographs: ClosedRange<UInt32> = 0xF900...0xFAD9

  /// The UTF-8 of what the scalar at `index` stands for; `nil` when it stands for itself, or as a radical.
  static func plainForm(of scalar: UInt32, _ text: ByteText, at index: Int) -> [UInt8]? {
    guard isOne(scalar), !isSpokenOf(text, at: index) else { return nil }
    let (row, first) =
      radicals.contains(scalar)
      ? (PlainFormTable.radicals, radicals.lowerBound) : (PlainFormTable.ideographs, ideographs.lowerBound)
    let offset = 3 * Int(scalar - first)
    let plain = (offset..<offset + 3).map { row.utf8Start[$0] }
    return plain.withText { $0.scalar(at: 0).value } == scalar ? nil : plain
  }

  private static func isOne(_ scalar: UInt32) -> Bool { radicals.contains(scalar) || ideographs.contains(scalar) }

  /// Whether the scalar at `index` is such a character and stands inside a word.
  static func isInWord(_ scalar: UInt32, _ text: ByteText, at index: Int) -> Bool {
    guard isOne(scalar), !isSpokenOf(text, at: index) else { return false }
    return isOfWord(text.scalar(at: index + 3).value) || isOfWord(text.scalar(before: index).value)
  }

  /// Whether the radical at `index` is named: 部, 字 or 旁 stands behind it, or its neighbour in a list of them.
  private static func isSpokenOf(_ text: ByteText, at index: Int) -> Bool {
    let (before, next) = (text.scalar(before: index).value, text.scalar(at: index + 3).value)
    if next == 0x90E8 || next == 0x5B57 || next == 0x65C1 { return true }
    let scalar = text.scalar(at: index).value
    return radicals.contains(scalar) && (next == scalar + 1 || before == scalar - 1)
  }

  private static func isOfWord(_ scalar: UInt32) -> Bool { Han.range.contains(scalar) || isOne(scalar) }
}
