/// What a reader made of one input: the text in order, what is known about it, and what was noticed on the way.
///
/// Every step of the conversion takes a `Document` and hands a `Document` on: pictures are filled in, damage is
/// undone, cells are decided. Nothing in it points back into a parser or a file.
public struct Document: Sendable, Hashable {
  /// Where the bytes came from and how they were decoded.
  public var source: Source
  /// What the page says about itself.
  public var metadata: Metadata
  /// The body in reading order.
  public var blocks: [Block]
  /// The script and the damage of the text; absent until the normalizer has seen it.
  public var textProfile: TextProfile?
  /// Everything that a person should know about this input, in the order in which it was noticed.
  public var findings: [Finding]

  /// Makes a document; all but its source may be filled in later.
  public init(
    source: Source, metadata: Metadata = Metadata(), blocks: [Block] = [], textProfile: TextProfile? = nil,
    findings: [Finding] = []
  ) {
    self.source = source
    self.metadata = metadata
    self.blocks = blocks
    self.textProfile = textProfile
    self.findings = findings
  }

  /// The heading that the block at `index` stands under: the nearest heading before it, whatever its level.
  ///
  /// It is derived, never stored, so that it follows when a heading's text is repaired. `nil` before the first
  /// heading and for an index outside `blocks`.
  public func section(ofBlockAt index: Int) -> Prose? {
    guard blocks.indices.contains(index) else { return nil }
    for block in blocks[..<index].reversed() {
      if case .heading(_, let prose) = block { return prose }
    }
    return nil
  }
}
