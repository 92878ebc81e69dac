/// Folds what readers confuse in figures, so that opinions can be compared.
///
/// A figure cell holds a number, or a mark for none. Letters that look like digits are digits there (chi_sim reads 0 as
/// O); all dashes are one dash. Full-width forms become ASCII. What is no figure after that is left as it is.
func foldedFigure(_ text: String) -> String {
  var folded = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case " ", "\n", "\u{3000}", "|": continue
    case "O", "o", "〇", "○", "Ｏ": folded += "0"
    case "l", "I", "丨": folded += "1"
    case "一", "—", "–", "−", "－", "_", "~", "ー", "-": folded += "-"
    case "／", "丿", "/": folded += "/"
    case "，", "、": folded += ","
    case "。", "·", "．": folded += "."
    case "（": folded += "("
    case "）": folded += ")"
    case "元", "万", "无": folded.unicodeScalars.append(scalar)
    case "無": folded += "无"
    case "萬": folded += "万"
    case "\u{FF10}"..."\u{FF19}": folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
    default: folded.unicodeScalars.append(scalar)
    }
  }
  if !folded.isEmpty, folded.allSatisfy({ $0 == "-" }) { return "-" }
  return withThousands(folded)
}

/// Two points cannot stand in one number: before a group of three digits that another separator follows, it is a comma.
private func withThousands(_ text: String) -> String {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
  guard parts.count >= 3, parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) }),
    let last = parts.last
  else { return text }
  return parts.dropLast().joined(separator: ",") + String(text.suffix(last.count + 1))
}

/// Whether a folded text has the shape of what a figure cell may hold.
///
/// A sign, digits with or without thousands separators, decimals, a unit; or one mark for none.
func isFigure(_ text: String) -> Bool {
  if ["-", "/", "无"].contains(text) { return true }
  var rest = Substring(text)
  if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
  for unit in ["万元", "元", "%"] where rest.hasSuffix(unit) {
    rest = rest.dropLast(unit.count)
    break
  }
  let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = parts.first, hasGoodThousands(whole) else { return false }
  return parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isDigit))
}

/// The figure in a folded text at whose ends a speck of dirt or of a seal was read as a mark; empty when there is none.
///
/// Nothing but a unit stands behind a number, and nothing beside 无, to which 元 is the most like; alone that is no figure.
func withoutSpecks(_ text: String) -> String {
  if text.contains("无") || text == "元" { return "无" }
  let end = text.lastIndex(where: isDigit).map(text.index(after:)) ?? text.startIndex
  let figure = text[..<end].drop { !isDigit($0) }
  return isFigure(String(figure)) ? String(figure) : ""
}

private func hasGoodThousands(_ whole: Substring) -> Bool {
  let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
  guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
  return groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
}

private func isDigit(_ letter: Character) -> Bool { letter >= "0" && letter <= "9" }
