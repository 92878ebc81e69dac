import GovDocument

extension Finding.Code {
  /// Characters were lost before the text reached us, and a mark stands for them.
  public static let charactersLost = Finding.Code(rawValue: "characters-lost")
  /// A damaged run could not be read back.
  public static let damageLeft = Finding.Code(rawValue: "damage-left")
}

/// What could not be undone, as findings: class 17, and digits that a shifted run swallowed.
///
/// Nothing is guessed: U+FFFD stands where a character is known to be lost, and says so in every format.
struct Losses {
  private(set) var findings: [Finding] = []

  /// How many question marks stand before a reading with a tone mark that has lost its opening bracket.
  private static func tornReadings(_ text: ByteText) -> Int {
    var orphans = OrphanEvidence()
    for index in 0..<text.count where text[index] == 0x3F { orphans.observe(text, at: index) }
    return orphans.toned
  }

  /// Looks for what is left in a repaired text; one finding of a kind for a text.
  mutating func observe(_ prose: Prose) {
    let lost = prose.text.unicodeScalars.reduce(0) { $0 + ($1.value == 0xFFFD ? 1 : 0) }
    if lost > 0 {
      findings.append(
        Finding(
          .error, .charactersLost,
          "\(lost) character(s) are lost where U+FFFD stands; compare with the original page", origin: prose.origin))
    }
    var text = prose.text
    let left = text.withUTF8 { Losses.tornReadings(ByteText($0)) }
    if left > 0 {
      findings.append(
        Finding(
          .warning, .damageLeft,
          "\(left) shifted run(s) could not be read back; compare with the original page", origin: prose.origin))
    }
  }
}
