import GovDocument

extension Finding.Code {
  /// Characters were lost before the text reached us, and a mark stands for them.
  public static let charactersLost = Finding.Code(rawValue: "characters-lost")
  /// A damaged run could not be read back.
  public static let damageLeft = Finding.Code(rawValue: "damage-left")
  /// Characters seem to be missing where no mark stands for them.
  public static let charactersMissing = Finding.Code(rawValue: "characters-missing")
  /// A number in Chinese characters stands where bytes are lost; its numerals, or their number, were chosen.
  public static let numberChosen = Finding.Code(rawValue: "number-chosen")
}

/// What could not be undone, as findings: class 17, and digits that a shifted run swallowed.
///
/// Nothing is guessed: U+FFFD stands where a character is known to be lost, and says so in every format. Where nothing
/// stands for it, the grammar of dates, readings and the document's own names shows it.
struct Losses {
  private(set) var findings: [Finding] = []
  private var names = MissingNames()

  /// What one text shows.
  private struct Signs {
    var lost = 0
    var torn = 0
    var dates = 0
  }

  /// Counts the names of a repaired text; all texts are observed before the first is judged.
  ///
  /// - Parameter chosenNumbers: How many of its numbers rest on characters that were chosen.
  mutating func observe(_ prose: Prose, chosenNumbers: Int) {
    if chosenNumbers > 0 {
      let message = "\(chosenNumbers) number(s) in Chinese characters rest on bytes that are lost"
      add(.warning, .numberChosen, message, prose)
    }
    var text = prose.text
    text.withUTF8 { names.observe(ByteText($0)) }
  }

  /// Looks for what is left in a repaired text; one finding of a kind for a text.
  mutating func judge(_ prose: Prose) {
    var text = prose.text
    let (signs, names) = text.withUTF8 { (Losses.signs(ByteText($0)), self.names.missing(in: ByteText($0))) }
    if signs.lost > 0 {
      add(.error, .charactersLost, "\(signs.lost) character(s) are lost where U+FFFD stands", prose)
    }
    if signs.torn > 0 {
      add(.warning, .damageLeft, "\(signs.torn) shifted run(s) or torn reading(s) could not be read back", prose)
    }
    if signs.dates > 0 {
      add(.warning, .charactersMissing, "\(signs.dates) date(s) have lost their 年, 月 or 日", prose)
    }
    if names > 0 {
      let message = "\(names) name(s) of a place lack the first character they have elsewhere"
      add(.warning, .charactersMissing, message, prose)
    }
  }

  private mutating func add(_ severity: Finding.Severity, _ code: Finding.Code, _ message: String, _ prose: Prose) {
    findings.append(Finding(severity, code, message + "; compare with the original page", origin: prose.origin))
  }

  private static func signs(_ text: ByteText) -> Signs {
    var signs = Signs()
    for index in 0..<text.count {
      switch text[index] {
      case 0xEF where text[index + 1] == 0xBF && text[index + 2] == 0xBD: signs.lost += 1
      case 0x28, 0x29: signs.torn += TornReading.isTorn(text, at: index) ? 1 : 0
      case 0x31...0x39:
        if !(0x30...0x39 ~= text[index - 1]), MissingDateMarks.begin(text, at: index) { signs.dates += 1 }
      default: break
      }
    }
    return signs
  }
}
