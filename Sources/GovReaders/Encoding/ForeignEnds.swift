import GovEncoding

/// How many segments at the beginning and at the end of a page in GB 18030 are Big5, or the other way round.
///
/// Head and footer are files of their own that a server includes, and may be older than the page. Whole pages are in one
/// encoding, so the look at each end stops at the first segment that reads well in the page's own.
///
/// - Parameter segments: Stretches of text between markup, all of them in an older encoding.
func foreignEnds(
  of segments: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>, home: TextEncoding
) -> (encoding: TextEncoding, head: Int, tail: Int) {
  let other: TextEncoding = home == .gb18030 ? .big5 : .gb18030
  guard home == .gb18030 || home == .big5 else { return (other, 0, 0) }
  func count(_ segments: some Sequence<Range<Int>>) -> Int {
    foreignCount(segments.lazy.map { UnsafeBufferPointer(rebasing: bytes[$0]) }, home: home, other: other)
  }
  let tail = count(segments.suffix(mostSegments).reversed())
  let head = tail < segments.count ? count(segments.dropLast(tail).prefix(mostSegments)) : 0
  return (other, head, tail)
}

/// How far a head or a footer goes at most; cells of a few characters are no evidence, and a page may be full of them.
private let mostSegments = 400

/// How many segments from the first on read like Chinese in the other encoding only; 0 when it is a word or two.
private func foreignCount(
  _ segments: some Sequence<UnsafeBufferPointer<UInt8>>, home: TextEncoding, other: TextEncoding
) -> Int {
  var foreign = (segments: 0, text: Familiarity())
  for (index, segment) in segments.enumerated() {
    let here = familiarity(segment, as: home)
    let there = familiarity(segment, as: other)
    // A few characters can be read in both.
    if there.familiar + there.strange < 4, here.share >= 0.5 { continue }
    guard there.share > here.share + 0.3 else { break }
    foreign.segments = index + 1
    foreign.text += there
  }
  return foreign.text.familiar >= 12 && foreign.text.share > 0.7 ? foreign.segments : 0
}
