import GovDocument

/// What a pass wants changed: the bytes `start..<end` of the text become `replacement`.
///
/// Changes of one pass ascend and do not overlap. They become `Edit`s, which count scalars, in one place only.
struct Change: Sendable, Hashable {
  var start: Int
  var end: Int
  var replacement: [UInt8]
  /// Where in the replacement characters begin that were chosen, because bytes are lost, and may be part of a number or
  /// stand beside one; ascending.
  var chosen: [Int]

  /// A change of the bytes `range`; without a replacement they are removed.
  init(_ range: Range<Int>, _ replacement: [UInt8] = [], chosen: [Int] = []) {
    start = range.lowerBound
    end = range.upperBound
    self.replacement = replacement
    self.chosen = chosen
  }
}

extension ByteText {
  /// The bytes of the text after the changes.
  func applying(_ changes: [Change]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var position = 0
    for change in changes {
      result += slice(position..<change.start)
      result += change.replacement
      position = change.end
    }
    result += slice(position..<count)
    return result
  }
}

/// The record of the changes that the pass `name` makes to `text`.
func edits(_ changes: [Change], of name: String, in text: [UInt8]) -> [Edit] {
  var position = 0
  var scalars = 0
  func advance(to end: Int) -> Int {
    for index in position..<end where text[index] & 0xC0 != 0x80 { scalars += 1 }
    position = end
    return scalars
  }
  return changes.map { change in
    let start = advance(to: change.start)
    let end = advance(to: change.end)
    return Edit(
      pass: name, start: start, end: end, before: String(decoding: text[change.start..<change.end], as: UTF8.self),
      after: String(decoding: change.replacement, as: UTF8.self))
  }
}
