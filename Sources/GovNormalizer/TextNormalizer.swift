import GovDocument
import GovEncoding

/// Plain text, however long, normalised piece by piece in two sweeps: all pieces are observed, then all are repaired.
///
/// A piece is a stretch of whole lines (see `endOfPiece`), so nothing that belongs together is torn and memory does not
/// grow with the text. Bytes that are not UTF-8 become U+FFFD, whatever the input holds.
package struct TextNormalizer: Sendable {
  private let options: NormalizationOptions
  private var evidence = Evidence()

  /// Makes a normalizer that has seen nothing yet.
  package init(options: NormalizationOptions) {
    self.options = options
  }

  /// What one piece shows. Several may be looked at at the same time.
  package struct Sight: Sendable {
    fileprivate var evidence = Evidence()

    /// Looks at a piece.
    package init(_ piece: UnsafeBufferPointer<UInt8>) { evidence.gather(ByteText(piece), remembers: false) }
  }

  /// First sweep: adds what a piece shows.
  package mutating func observe(_ piece: UnsafeBufferPointer<UInt8>) { add(Sight(piece), of: piece) }

  /// First sweep: adds what has been seen of a piece. The pieces must come in their order, since the document's words are
  /// counted from its start until there are enough.
  package mutating func add(_ sight: Sight, of piece: UnsafeBufferPointer<UInt8>) {
    evidence.add(sight.evidence)
    if evidence.document.isFull { return }
    if sight.evidence.counts.gbkRuns > 0 {
      var decoded = Evidence()
      swap(&decoded.document, &evidence.document)
      decoded.gather(ByteText(piece))
      swap(&decoded.document, &evidence.document)
    }
    if sight.evidence.orphans.isShifted { evidence.document.observe(ByteText(piece)) }
  }

  /// The script and the damage of all pieces that were observed.
  package var profile: TextProfile { evidence.profile }

  /// Second sweep: a function that repairs one piece and gives `nil` where nothing changes. Several pieces may be repaired
  /// at the same time; a piece gives the same in whatever order they come.
  package var repairing: @Sendable (UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let repair = Repair(evidence: evidence, options: options)
    return { piece in
      guard firstInvalidUTF8(in: piece) != nil else { return repair.repaired(piece) }
      let valid = Array(String(decoding: piece, as: UTF8.self).utf8)
      return valid.withUnsafeBufferPointer { repair.repaired($0) } ?? valid
    }
  }

  /// Second sweep, with the record: a function that repairs one line.
  package var recording: (String) -> Prose {
    let repair = Repair(evidence: evidence, options: options)
    return { repair.repairing(Prose($0, origin: .document)).prose }
  }

  /// What causes the damage that the pass of that name undoes, in plain words.
  package static func cause(of pass: String) -> String {
    RepairPass.all.first { $0.name == pass }?.cause
      ?? (pass == "script"
        ? "The text is converted to the script that was asked for." : "The width that was asked for.")
  }

  /// Where the piece that begins at `start` ends: behind the last line feed in the next 64 KB or so; in a longer line
  /// behind a full stop or, where there is none, between two characters.
  package static func endOfPiece(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let wanted = start + (1 << 16)
    guard wanted < text.count else { return text.count }
    if let line = text[start..<wanted].lastIndex(of: 0x0A) { return line + 1 }
    let limit = min(text.count, wanted + (1 << 20))
    if let line = text[wanted..<limit].firstIndex(of: 0x0A) { return line + 1 }
    guard limit < text.count else { return text.count }
    var end = limit
    while end > wanted, !(text[end - 3] == 0xE3 && text[end - 2] == 0x80 && text[end - 1] == 0x82) { end -= 1 }
    if end > wanted { return end }
    end = limit
    while end > wanted, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
