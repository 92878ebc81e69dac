import GovEncoding

/// Divides an input that is not valid UTF-8 into runs, and says why.
///
/// Text between bytes that no two-byte code contains (spaces, markup) is one segment. Each segment speaks for UTF-8 by
/// its well-formed three-byte characters and against it by its ill-formed bytes: Han text in UTF-8 is nearly all the
/// former, in an older encoding nearly none. The likeliest sequence of runs is found with a price on every change, so
/// that a stray byte or a chance match does not make a run of its own.
func surveyRuns(
  _ bytes: UnsafeBufferPointer<UInt8>, in body: Range<Int>, labelled: TextEncoding?
) -> (runs: [EncodingRun], reason: String) {
  let segments = segments(of: bytes, in: body)
  let path = likeliestPath(segments)
  let older = zip(segments, path).filter { !$1 }.map { $0.0.range }
  let legacy = legacyEncoding(of: bytes, in: older, labelled: labelled)
  let foreign = foreignEnds(of: older, in: bytes, home: legacy.encoding)
  let home = foreign.head..<max(foreign.head, older.count - foreign.tail)
  var runs: [EncodingRun] = []
  var position = -1
  for (segment, isUTF8) in zip(segments, path) {
    if !isUTF8 { position += 1 }
    let encoding = isUTF8 ? TextEncoding.utf8 : home.contains(position) ? legacy.encoding : foreign.encoding
    if let last = runs.last, last.encoding == encoding {
      runs[runs.count - 1].range = last.range.lowerBound..<segment.range.upperBound
    } else {
      let start = runs.last?.range.upperBound ?? body.lowerBound
      runs.append(EncodingRun(range: start..<segment.range.upperBound, encoding: encoding))
    }
  }
  return (closing(runs, at: body.upperBound), older.isEmpty ? "UTF-8 but for stray bytes" : legacy.reason)
}

/// Text between bytes that no two-byte code contains.
private struct Segment {
  var range: Range<Int>
  /// Bytes in well-formed three-byte characters less twice the ill-formed bytes.
  var evidenceForUTF8: Int
}

private func closing(_ runs: [EncodingRun], at end: Int) -> [EncodingRun] {
  var runs = runs
  if let last = runs.last { runs[runs.count - 1].range = last.range.lowerBound..<end }
  return runs
}

private func segments(of bytes: UnsafeBufferPointer<UInt8>, in body: Range<Int>) -> [Segment] {
  var segments: [Segment] = []
  var index = endOfASCII(in: bytes, from: body.lowerBound)
  while index < body.upperBound {
    let start = index
    var evidence = 0
    while index < body.upperBound, !isBreak(bytes[index]) {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = lengthOfUTF8(in: bytes, at: index)
      if length >= 3 { evidence += length }
      if length < 0 { evidence += 2 * length }
      index += abs(length)
    }
    segments.append(Segment(range: start..<index, evidenceForUTF8: evidence))
    index = endOfASCII(in: bytes, from: index)
  }
  return segments
}

/// Bytes that are in no two- or four-byte code: below 40 but for the digits.
@inline(__always)
private func isBreak(_ byte: UInt8) -> Bool {
  byte < 0x30 || (byte >= 0x3A && byte < 0x40)
}

/// For every segment whether it is UTF-8: the path with the most evidence, by the Viterbi algorithm.
private func likeliestPath(_ segments: [Segment]) -> [Bool] {
  // The evidence of three Han characters: one stray byte or one chance match costs less than two changes.
  let priceOfChange = 9
  var utf8 = 0
  var older = 0
  var origins: [(utf8FromUTF8: Bool, olderFromUTF8: Bool)] = []
  origins.reserveCapacity(segments.count)
  for segment in segments {
    origins.append((utf8 >= older - priceOfChange, utf8 - priceOfChange > older))
    (utf8, older) = (
      max(utf8, older - priceOfChange) + segment.evidenceForUTF8,
      max(older, utf8 - priceOfChange) - segment.evidenceForUTF8
    )
  }
  var path = [Bool](repeating: false, count: segments.count)
  var isUTF8 = utf8 >= older
  for index in segments.indices.reversed() {
    path[index] = isUTF8
    isUTF8 = isUTF8 ? origins[index].utf8FromUTF8 : origins[index].olderFromUTF8
  }
  return path
}

/// The older encoding in which the given stretches read most like Chinese; the label decides between equals.
private func legacyEncoding(
  of bytes: UnsafeBufferPointer<UInt8>, in ranges: [Range<Int>], labelled: TextEncoding?
) -> (encoding: TextEncoding, reason: String) {
  var sample: [UInt8] = []
  for range in ranges where sample.count < 32_768 {
    sample += bytes[range].prefix(4096)
    sample.append(0x20)
  }
  let (gb, big5) = sample.withUnsafeBufferPointer {
    (familiarity($0, as: .gb18030).share, familiarity($0, as: .big5).share)
  }
  if max(gb, big5) < 0.3, isMostlySingle(sample), labelled != .gb18030, labelled != .big5 {
    return (.windows1252, "single bytes above 7F, as in Western text")
  }
  if abs(gb - big5) < 0.1, let labelled, labelled == .gb18030 || labelled == .big5 {
    return (labelled, "not UTF-8; the label decides between GB 18030 and Big5")
  }
  return gb >= big5
    ? (.gb18030, "not UTF-8; the characters are those of ordinary text in GB 18030")
    : (.big5, "not UTF-8; the characters are those of ordinary text in Big5")
}

/// Whether most bytes above 7F stand alone, as accented letters do.
private func isMostlySingle(_ bytes: [UInt8]) -> Bool {
  var alone = 0
  var all = 0
  for index in bytes.indices where bytes[index] >= 0x80 {
    all += 1
    let hasNeighbour = (index > 0 && bytes[index - 1] >= 0x80) || (index + 1 < bytes.count && bytes[index + 1] >= 0x80)
    if !hasNeighbour { alone += 1 }
  }
  return alone * 3 > all * 2
}
