/// A text with its place in the input and the record of every change made to it.
///
/// Invariant: replaying `edits` on `original` gives `text`. There is no way to change the text without a record.
public struct Prose: Sendable, Hashable {
  /// The text as it stands now.
  public private(set) var text: String
  /// Where the text came from.
  public let origin: Origin
  /// Every change, in the order in which it was made: pass after pass, inside a pass from left to right.
  public private(set) var edits: [Edit]

  /// Makes a text that nobody has changed yet.
  public init(_ text: String, origin: Origin) {
    self.text = text
    self.origin = origin
    self.edits = []
  }

  /// The text before the first change.
  public var original: String {
    var scalars = Array(text.unicodeScalars)
    for pass in passes.reversed() {
      undo(pass, in: &scalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Applies the edits of one pass and records them.
  ///
  /// - Parameter pass: The edits of a single pass, ascending and not overlapping, in scalars of the present text.
  /// - Returns: `false`, and nothing is changed, when the edits do not fit the text: out of order, out of range, of
  ///   several passes, of a pass that has already run, or with a `before` that is not what stands there.
  @discardableResult
  public mutating func apply(_ pass: [Edit]) -> Bool {
    guard let first = pass.first else { return true }
    guard !edits.contains(where: { $0.pass == first.pass }), let replaced = replace(pass) else { return false }
    text = replaced
    edits += pass
    return true
  }

  private func replace(_ pass: [Edit]) -> String? {
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    var index = scalars.startIndex
    var position = 0
    for edit in pass {
      guard edit.pass == pass.first?.pass, edit.start >= position, edit.end >= edit.start,
        let start = scalars.index(index, offsetBy: edit.start - position, limitedBy: scalars.endIndex),
        let end = scalars.index(start, offsetBy: edit.end - edit.start, limitedBy: scalars.endIndex),
        scalars[start..<end].elementsEqual(edit.before.unicodeScalars)
      else { return nil }
      result.append(contentsOf: scalars[index..<start])
      result.append(contentsOf: edit.after.unicodeScalars)
      index = end
      position = edit.end
    }
    result.append(contentsOf: scalars[index...])
    return String(result)
  }

  /// The edits grouped by pass, in order.
  private var passes: [ArraySlice<Edit>] {
    var groups: [ArraySlice<Edit>] = []
    var start = edits.startIndex
    for index in edits.indices where edits[index].pass != edits[start].pass {
      groups.append(edits[start..<index])
      start = index
    }
    if start < edits.endIndex { groups.append(edits[start...]) }
    return groups
  }

  private func undo(_ pass: ArraySlice<Edit>, in scalars: inout [Unicode.Scalar]) {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var read = 0
    var original = 0
    for edit in pass {
      let untouched = edit.start - original
      result += scalars[read..<read + untouched]
      result += edit.before.unicodeScalars
      read += untouched + edit.after.unicodeScalars.count
      original = edit.end
    }
    result += scalars[read...]
    scalars = result
  }
}
