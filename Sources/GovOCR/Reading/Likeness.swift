/// How alike two labels are, 0.0 to 1.0: one less the edit distance (Levenshtein, 1966) as part of the longer length.
///
/// Spaces and punctuation do not count, and traditional characters count as their simplified ones.
func likeness(_ seen: String, _ official: String) -> Double {
  let (one, other) = (labelLetters(seen), labelLetters(official))
  guard !one.isEmpty || !other.isEmpty else { return 1 }
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in other.indices {
      let cost = letter == other[j] ? diagonal : diagonal + 1
      diagonal = row[j + 1]
      row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
    }
  }
  return 1 - Double(row[other.count]) / Double(max(one.count, other.count))
}

/// The share of the letters of a label that some looks at it show together, 0.0 to 1.0: each shows those that it has in the
/// label's order (the longest common subsequence).
///
/// - Parameter longer: Another label for which it may be taken: that all of a short one is shown says little where a longer one
///   leaves no room for it.
func share(of label: String, shownBy looks: [String], beside longer: String = "") -> Double {
  let letters = labelLetters(label)
  guard !letters.isEmpty else { return 0 }
  var shown = [Bool](repeating: false, count: letters.count)
  for look in looks { mark(&shown, of: letters, in: labelLetters(look)) }
  return Double(shown.count { $0 }) / Double(max(letters.count, labelLetters(longer).count))
}

/// Marks those of some letters that another text has in the same order.
private func mark(_ shown: inout [Bool], of letters: [Unicode.Scalar], in seen: [Unicode.Scalar]) {
  var lengths = [[Int]](repeating: [Int](repeating: 0, count: seen.count + 1), count: letters.count + 1)
  for i in letters.indices.reversed() {
    for j in seen.indices.reversed() {
      lengths[i][j] = letters[i] == seen[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
    }
  }
  var (i, j) = (0, 0)
  while i < letters.count, j < seen.count {
    if letters[i] == seen[j] {
      shown[i] = true
      (i, j) = (i + 1, j + 1)
    } else if lengths[i + 1][j] >= lengths[i][j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
}

/// What counts of a label when it is compared: letters and digits, traditional ones as their simplified ones.
func labelLetters(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    .map { simplified[$0] ?? $0 }
}

/// The traditional forms of the characters that the official labels are made of, each before its simplified one.
///
/// For comparing only; the script of a document is converted elsewhere, by words.
private let simplified: [Unicode.Scalar: Unicode.Scalar] = {
  let pairs = Array(
    ("佈布係系個个傳传內内動动務务區区參参員员問问單单國国圍围執执報报審审專专對对導导屬属廢废強强後后徑径從从應应採采據据數数於于時时會会條条業业構构標标機机權权決决"
      + "沒没況况減减濟济無无熱热爲为獲获現现當当發发確确祕秘穩稳範范糾纠納纳組组結结絡络統统經经維维網网線线編编總总織织繳缴繼继續续罰罚聞闻職职與与舉举萬万處处衆众補补"
      + "製制複复覆复規规計计訓训訟讼訪访設设許许訴诉詢询認认說说談谈請请諮咨議议護护讀读負负責责費费購购輯辑輿舆轉转辦办這这進进過过錯错門门開开閱阅關关隱隐項项領领題题"
      + "額额類类駁驳體体點点").unicodeScalars)
  let keys = stride(from: 0, to: pairs.count - 1, by: 2)
  return Dictionary(keys.map { (pairs[$0], pairs[$0 + 1]) }, uniquingKeysWith: { first, _ in first })
}()
