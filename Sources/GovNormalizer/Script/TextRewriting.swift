import GovDocument

/// Something that changes a text in places and says where.
///
/// There is one code path: `forEachChange` finds the changes, and both the record and the converted text follow from
/// it. Positions count from the start of the text that is given.
package protocol TextRewriting: Sendable {
  /// The name of the pass in the record.
  var pass: String { get }

  /// Calls `body` with every change, from left to right and not overlapping.
  ///
  /// The text must be UTF-8; other bytes are passed over. Nothing is found across a line break, so a text may be
  /// given line by line.
  func forEachChange(in utf8: UnsafeBufferPointer<UInt8>, _ body: (TextChange) -> Void)
}

/// One change to a text.
package struct TextChange {
  /// The scalars that are replaced, counted from 0.
  package let scalars: Range<Int>
  /// The bytes that are replaced, counted from 0.
  package let bytes: Range<Int>
  /// The UTF-8 that replaces them; valid during the call only.
  package let replacement: UnsafeBufferPointer<UInt8>
}

extension TextRewriting {
  /// The changes to a text, in order, for `Prose.apply`; empty for a text that stays as it is.
  package func edits(in text: String) -> [Edit] {
    var edits: [Edit] = []
    var text = text
    text.withUTF8 { utf8 in
      forEachChange(in: utf8) { edits.append(Edit($0, in: utf8, pass: pass)) }
    }
    return edits
  }

  /// The changed text; `nil` when nothing had to be changed.
  package func converted(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { converted($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 of the changed text; `nil` when nothing had to be changed.
  package func converted(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var rewritten = RewrittenText(utf8)
    forEachChange(in: utf8) { rewritten.add($0) }
    return rewritten.finished()
  }
}

extension Edit {
  /// The record of a change of the text whose UTF-8 is given.
  package init(_ change: TextChange, in utf8: UnsafeBufferPointer<UInt8>, pass: String) {
    self.init(
      pass: pass, start: change.scalars.lowerBound, end: change.scalars.upperBound,
      before: String(decoding: utf8[change.bytes], as: UTF8.self),
      after: String(decoding: change.replacement, as: UTF8.self))
  }
}
