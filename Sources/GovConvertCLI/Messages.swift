import Glibc
import GovConvert

/// What the command says on standard error: one line per message, without control characters.
enum Messages {
  /// How many findings are shown unless all are asked for.
  private static let shownFindings = 3

  /// Prints one message; that nobody listens is no reason to stop.
  static func print(_ message: String) {
    let bytes = Array((printable(message) + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  static func print(_ error: ConversionError, of name: String) {
    print("\(oneLine(name)): failed: \(oneLine(error.message))")
  }

  /// Prints the findings of one input, the gravest first, and how many more there are.
  static func print(_ findings: [Finding], of name: String, verbosity: Verbosity) {
    guard verbosity != .quiet else { return }
    let ranked = Finding.Severity.allCases.reversed().flatMap { severity in
      findings.filter { $0.severity == severity && (verbosity == .all || severity != .note) }
    }
    let shown = verbosity == .all ? ranked.count : shownFindings
    for finding in ranked.prefix(shown) {
      let message = oneLine(message(of: finding, in: name))
      print("\(oneLine(name))\(place(finding.origin)): \(finding.severity.rawValue): \(message)")
    }
    guard ranked.count > shown else { return }
    print("\(oneLine(name)): … and \(ranked.count - shown) more: govconvert check \(oneLine(name))")
  }

  /// A picture that was given by itself is the input: its finding need not name it again.
  private static func message(of finding: Finding, in name: String) -> String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last.map { "\(Substring($0)): " } ?? ""
    return finding.message.hasPrefix(file) ? String(finding.message.dropFirst(file.count)) : finding.message
  }

  private static func place(_ origin: Origin) -> String {
    switch origin {
    case .line(let line): ":\(line)"
    case .picture, .document: ""
    }
  }
}

/// How much the command says.
enum Verbosity {
  /// Errors that ended an input, nothing else.
  case quiet
  /// The gravest findings.
  case gravest
  /// All findings, notes too.
  case all
}

/// A text without what could move a terminal's cursor: C0 but tab and newline, DEL, C1.
func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F: false
        default: true
        }
      }))
}

/// A text that cannot pretend to be a second message.
func oneLine(_ text: String) -> String {
  printable(String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })))
}
