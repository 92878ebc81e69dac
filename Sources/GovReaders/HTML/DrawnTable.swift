import GovDocument

/// The table that a passage draws with characters, as `pre` elements of old pages hold it; `nil` for any other passage,
/// and for one with more slots than the limit, which stays text.
func drawnTable(_ prose: Prose, limits: ReaderLimits) -> Table? {
  guard case .line(let number) = prose.origin, prose.text.utf8.contains(UInt8(ascii: "\n")) else { return nil }
  let lines = textLines(of: Array(prose.text.utf8))
  guard lines.count >= 3, lines.allSatisfy({ pipeRow($0.text) != nil }) else { return nil }
  let placed = lines.map {
    TextLine(number: number, text: $0.text, line: $0.line, isIndented: $0.isIndented)
  }
  guard case .table(let table)? = pipeTable(placed[...], limits: limits).blocks.first else { return nil }
  return table
}
