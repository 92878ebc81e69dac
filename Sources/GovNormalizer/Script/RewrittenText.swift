/// A text with changes in the making.
///
/// Nearly every change replaces a character by another of the same length, so the text is copied once and changed in its
/// place, until a change moves what is behind it.
struct RewrittenText {
  private let original: UnsafeBufferPointer<UInt8>
  /// The whole text while nothing has moved, from then on the changed text up to `done`.
  private var output: [UInt8] = []
  private var hasMoved = false
  /// Up to where the original has been changed; 0 before the first change.
  private var done = 0

  /// Nothing is changed yet.
  init(_ original: UnsafeBufferPointer<UInt8>) { self.original = original }

  /// Adds a change behind the others.
  @inline(__always)
  mutating func add(_ change: TextChange) {
    if done == 0 { output = Array(original) }
    if !hasMoved, change.replacement.count == change.bytes.count {
      output.withUnsafeMutableBufferPointer {
        for (offset, byte) in change.replacement.enumerated() { $0[change.bytes.lowerBound + offset] = byte }
      }
    } else {
      move(change)
    }
    done = change.bytes.upperBound
  }

  private mutating func move(_ change: TextChange) {
    if !hasMoved {
      output.removeLast(original.count - done)
      output.reserveCapacity(original.count + original.count / 64)
      hasMoved = true
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: original[done..<change.bytes.lowerBound]))
    output.append(contentsOf: change.replacement)
  }

  /// The changed text; `nil` when nothing was changed.
  consuming func finished() -> [UInt8]? {
    if done == 0 { return nil }
    if hasMoved { output.append(contentsOf: original[done...]) }
    return output
  }
}
