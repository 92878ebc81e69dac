import Glibc
import GovDocument
import GovEncoding

/// Turns the bytes of a page or text into clean UTF-8.
///
/// A byte order mark decides first, then what the bytes are valid for, run by run; a label decides only what the bytes
/// leave open. So a wrong label costs nothing, a stray byte costs one U+FFFD, and an included footer in another encoding
/// is read in its own. Valid UTF-8 is handed on without a copy.
///
/// - Parameters:
///   - label: What the transport said (HTTP, a container); it is asked before the page's own declaration.
///   - isMarkup: Whether declarations (`<meta charset>`, `<?xml encoding?>`) are to be looked for.
package func decodeInput(_ bytes: [UInt8], label: String? = nil, isMarkup: Bool) -> DecodedInput {
  let input = bytes.withUnsafeBufferPointer { buffer in
    let mark = ByteOrderMark(buffer)
    let decision = decide(buffer, mark: mark, label: label, isMarkup: isMarkup)
    return assemble(bytes, buffer, decision)
  }
  return input.readBack() ?? input
}

/// What was decided about an input, before anything is decoded.
struct EncodingDecision {
  /// The label that counts, as printed.
  var declared: String?
  var reason: String
  /// The runs in order, from the end of the byte order mark to the end of the input.
  var runs: [EncodingRun]
}

/// A stretch of the input in one encoding.
struct EncodingRun {
  var range: Range<Int>
  var encoding: TextEncoding
}

private func decide(
  _ bytes: UnsafeBufferPointer<UInt8>, mark: ByteOrderMark?, label: String?, isMarkup: Bool
) -> EncodingDecision {
  let body = (mark?.length ?? 0)..<bytes.count
  func one(_ encoding: TextEncoding, _ declared: String?, _ reason: String) -> EncodingDecision {
    EncodingDecision(declared: declared, reason: reason, runs: [EncodingRun(range: body, encoding: encoding)])
  }
  if let mark, mark.encoding != .utf8 { return one(mark.encoding, label, "byte order mark") }
  if let wide = utf16WithoutMark(bytes, in: body) {
    return one(wide, label, "every second byte fits \(wide.rawValue), without a byte order mark")
  }
  let declared = label ?? (isMarkup ? declaredLabel(in: bytes) : nil)
  let labelled = declared.flatMap(TextEncoding.init(label:))
  if firstInvalidUTF8(in: bytes, from: body.lowerBound) != nil {
    let survey = surveyRuns(bytes, in: body, labelled: labelled)
    return EncodingDecision(declared: declared, reason: survey.reason, runs: survey.runs)
  }
  let end = endOfASCII(in: bytes, from: body.lowerBound)
  if end == bytes.count { return one(.utf8, declared, "only ASCII") }
  if mark == nil, let labelled, isLegacy(labelled, bytes, from: end) {
    return one(labelled, declared, "too few bytes to judge by; the label decides")
  }
  return one(.utf8, declared, mark == nil ? "valid UTF-8" : "byte order mark and valid UTF-8")
}

/// Whether a few bytes that happen to be valid UTF-8 are likelier text in a labelled older encoding.
///
/// Two Han characters in GBK can form valid UTF-8 (联通 is the well-known case); with more than a dozen it does not
/// happen, so only the first few are looked at.
private func isLegacy(_ encoding: TextEncoding, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
  guard encoding == .gb18030 || encoding == .big5 else { return false }
  var high = 0
  for byte in bytes[start...] where byte >= 0x80 {
    high += 1
    if high > 24 { return false }
  }
  let few = UnsafeBufferPointer(rebasing: bytes[start...])
  return familiarity(few, as: encoding).share > familiarity(few, as: .utf8).share
}

private func assemble(
  _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>, _ decision: EncodingDecision
) -> DecodedInput {
  let (text, replacements) = decodeRuns(bytes, buffer, decision.runs)
  let used = mainEncoding(of: decision.runs, in: buffer)
  var runs = decision.runs.map {
    EncodingVerdict.Run(start: $0.range.lowerBound, end: $0.range.upperBound, encoding: $0.encoding.rawValue)
  }
  if !runs.isEmpty { runs[0].start = 0 }
  let verdict = EncodingVerdict(
    declared: decision.declared, used: used.rawValue, reason: decision.reason, replacements: replacements, runs: runs)
  return DecodedInput(utf8: text, verdict: verdict, findings: encodingFindings(verdict, used: used, text: text))
}

private func decodeRuns(
  _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>, _ runs: [EncodingRun]
) -> (text: [UInt8], replacements: Int) {
  if let only = runs.first, runs.count == 1, only.encoding == .utf8,
    firstInvalidUTF8(in: buffer, from: only.range.lowerBound) == nil
  {
    return (withoutNULs(only.range.lowerBound == 0 ? bytes : Array(bytes[only.range])), 0)
  }
  var text: [UInt8] = []
  var replacements = 0
  for run in runs {
    let decoded = decodeRun(UnsafeBufferPointer(rebasing: buffer[run.range]), as: run.encoding)
    if runs.count == 1 { text = decoded.utf8 } else { text += decoded.utf8 }
    replacements += decoded.replacements
  }
  return (withoutNULs(text), replacements)
}

/// Decodes a run; pairs that a mirror tore are joined again, and text in two-byte codes is realigned after a stray byte.
private func decodeRun(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> DecodedText {
  let decoded = encoding.decode(bytes)
  guard decoded.replacements > 0, encoding == .gb18030 || encoding == .big5 else { return decoded }
  guard encoding == .gb18030, let joined = joiningTornPairs(bytes) else { return decodeRealigned(bytes, as: encoding) }
  return joined.withUnsafeBufferPointer {
    let decoded = encoding.decode($0)
    return decoded.replacements > 0 ? decodeRealigned($0, as: encoding) : decoded
  }
}

/// A NUL ends the page for many a parser: it becomes a space.
private func withoutNULs(_ text: [UInt8]) -> [UInt8] {
  // `memchr` looks at 32 bytes at a time, `contains` at one.
  guard text.withUnsafeBytes({ $0.baseAddress.map { memchr($0, 0, text.count) != nil } ?? false }) else { return text }
  return text.map { $0 == 0 ? 0x20 : $0 }
}

/// The encoding of most of the Han characters, which take three bytes in UTF-8 and two elsewhere.
private func mainEncoding(of runs: [EncodingRun], in bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
  guard runs.count > 1 else { return runs.first?.encoding ?? .utf8 }
  var weights: [(encoding: TextEncoding, weight: Int)] = []
  for run in runs {
    let weight = bytes[run.range].reduce(0) { $0 + Int($1 >> 7) } * (run.encoding == .utf8 ? 2 : 3)
    if let index = weights.firstIndex(where: { $0.encoding == run.encoding }) {
      weights[index].weight += weight
    } else {
      weights.append((run.encoding, weight))
    }
  }
  return weights.max { $0.weight < $1.weight }?.encoding ?? .utf8
}

private func encodingFindings(_ verdict: EncodingVerdict, used: TextEncoding, text: [UInt8]) -> [Finding] {
  var findings: [Finding] = []
  if let declared = verdict.declared, verdict.reason != "only ASCII", TextEncoding(label: declared) != used {
    let message = "the page says it is in \(declared.prefix(40)) but is in \(used.rawValue), in which it was read"
    findings.append(Finding(.note, .encodingLabelWrong, message))
  }
  if verdict.runs.count > 1 {
    let message = "\(verdict.runs.count) parts of the page are in different encodings; each was read in its own"
    findings.append(Finding(.note, .encodingMixed, message))
  }
  if verdict.replacements > 0 {
    let message =
      "\(verdict.replacements) places hold bytes that mean nothing in \(used.rawValue); look for U+FFFD in the text"
    findings.append(Finding(.error, .bytesReplaced, message, origin: lineOfFirstReplacement(in: text)))
  }
  return findings
}

private func lineOfFirstReplacement(in text: [UInt8]) -> Origin {
  var line = 1
  for index in text.indices {
    if text[index] == UInt8(ascii: "\n") { line += 1 }
    if text[index] == 0xEF, text[index...].starts(with: [0xEF, 0xBF, 0xBD]) { return .line(line) }
  }
  return .document
}
