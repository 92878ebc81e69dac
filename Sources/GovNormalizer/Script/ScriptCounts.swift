import GovDocument

/// How many characters of a text belong to one script only.
///
/// Exclusively traditional is a character that simplification always changes (國), exclusively simplified one that
/// only simplification produces (国). Most characters are neither, and so are those that both standards know with
/// different uses: 著 乾 於 后 里.
package struct ScriptCounts: Sendable, Hashable {
  /// Exclusively simplified characters.
  package var simplified = 0
  /// Exclusively traditional characters.
  package var traditional = 0

  /// Counts nothing.
  package init() {}

  /// Counts the characters of a text; bytes that are not UTF-8 count as nothing.
  package init(_ utf8: UnsafeBufferPointer<UInt8>) {
    add(utf8)
  }

  /// Adds the characters of another text.
  package mutating func add(_ utf8: UnsafeBufferPointer<UInt8>) {
    // Both counts in one word, traditional in the upper half: one addition per character.
    var counts: UInt64 = 0
    ScriptClasses.table.withUnsafeBufferPointer { classes in
      var offset = 0
      while offset < utf8.count {
        let lead = utf8[offset]
        guard lead & 0xF0 == 0xE0, utf8.count - offset >= 3 else {
          offset += 1
          continue
        }
        let scalar = Int(lead & 0x0F) << 12 | Int(utf8[offset + 1] & 0x3F) << 6 | Int(utf8[offset + 2] & 0x3F)
        let index = scalar - ScriptClasses.first
        if index >= 0, index < classes.count { counts &+= classes[index] }
        offset += 3
      }
    }
    simplified += Int(counts & 0xFFFF_FFFF)
    traditional += Int(counts >> 32)
  }

  /// Adds the counts of another text.
  package static func += (counts: inout ScriptCounts, other: ScriptCounts) {
    counts.simplified += other.simplified
    counts.traditional += other.traditional
  }

  /// The script of the text and how sure that is, 0.0 to 1.0.
  ///
  /// Traditional or simplified needs nine of ten telling characters. Confidence is the share of the verdict, reduced
  /// where few characters tell: (n + 1) / (n + 2) after Laplace. A text in which none tells counts as simplified, with
  /// confidence 0.5: nothing in it would have to be converted.
  package var verdict: (script: TextProfile.Script, confidence: Double) {
    let total = simplified + traditional
    guard total > 0 else { return (.simplified, 0.5) }
    let share = Double(traditional) / Double(total)
    let certainty = Double(total + 1) / Double(total + 2)
    if share >= ScriptCounts.majority { return (.traditional, share * certainty) }
    if share <= 1 - ScriptCounts.majority { return (.simplified, (1 - share) * certainty) }
    return (.mixed, min(1, 4 * min(share, 1 - share) + 0.5) * certainty)
  }

  /// The share of telling characters from which on a text counts as of one script. Pages with a quotation or a name
  /// in the other script stay above it; pages that went through a character table are far below.
  private static let majority = 0.9

  /// Whether characters that both standards know are to be read as traditional ones here (於 as 于, not the surname).
  ///
  /// A text of its own evidence decides for itself, so that a quotation in a page of the other script is read rightly;
  /// a short one is read as its document.
  ///
  /// - Parameter document: The counts of the whole document.
  func readsAsTraditional(in document: ScriptCounts) -> Bool {
    let counts = simplified + traditional >= ScriptCounts.enough ? self : document
    return counts.traditional * 4 > counts.simplified
  }

  /// How many telling characters a text needs to be judged by itself: a clause of damaged text has as many.
  private static let enough = 4
}

/// To which script each Han character of the basic plane belongs.
private enum ScriptClasses {
  static let first = 0x3400
  private static let end = 0xA000

  /// 1 for an exclusively simplified character, 1 << 32 for an exclusively traditional one.
  static let table: [UInt64] = {
    var table = [UInt64](repeating: 0, count: end - first)
    mark(simplifiedOnlyCharacters, in: &table, as: 1)
    mark(traditionalOnlyCharacters, in: &table, as: 1 << 32)
    return table
  }()

  private static func mark(_ characters: StaticString, in table: inout [UInt64], as bit: UInt64) {
    let bytes = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      offset += length
      let index = Int(scalar) - first
      if table.indices.contains(index) { table[index] |= bit }
    }
  }
}
