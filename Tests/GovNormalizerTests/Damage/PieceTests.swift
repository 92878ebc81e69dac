import Testing

@testable import GovNormalizer

@Suite("A text in pieces, on which several jobs work")
struct PieceTests {
  private static let pieces = ["in-the-wild.tsv", "simulated.tsv"].flatMap { RepairCase.all(in: $0) }.map {
    Array($0.before.utf8)
  }

  @Test("Pieces that were looked at in any order show the same")
  func sights() async {
    var (alone, together) = (TextNormalizer(options: .init()), TextNormalizer(options: .init()))
    var evidence = Evidence()
    for piece in Self.pieces {
      piece.withUnsafeBufferPointer {
        alone.observe($0)
        let before = evidence.orphans
        evidence.gather(ByteText($0))
        if evidence.orphans != before { evidence.document.observe(ByteText($0)) }
      }
    }
    let sights = await produced { piece in piece.withUnsafeBufferPointer { TextNormalizer.Sight($0) } }
    for (piece, sight) in zip(Self.pieces, sights) { piece.withUnsafeBufferPointer { together.add(sight, of: $0) } }
    #expect(together.profile == evidence.profile)
    #expect(alone.profile == evidence.profile)
    let (one, other) = (together.repairing, Repair(evidence: evidence, options: .init()))
    for piece in Self.pieces.prefix(200) {
      piece.withUnsafeBufferPointer { #expect(one($0) == other.repaired($0)) }
    }
  }

  @Test("Jobs that repair pieces at the same time give what one gives")
  func repairs() async {
    var normalizer = TextNormalizer(options: .init())
    for piece in Self.pieces { piece.withUnsafeBufferPointer { normalizer.observe($0) } }
    let (shared, alone) = (normalizer.repairing, normalizer.repairing)
    let together = await produced { $0.withUnsafeBufferPointer(shared) }
    for (piece, repaired) in zip(Self.pieces, together) { #expect(piece.withUnsafeBufferPointer(alone) == repaired) }
  }

  /// What the body makes of every piece, at the same time.
  private func produced<Value: Sendable>(_ body: @escaping @Sendable ([UInt8]) -> Value) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
      for (index, piece) in Self.pieces.enumerated() { group.addTask { (index, body(piece)) } }
      var values: [Int: Value] = [:]
      for await (index, value) in group { values[index] = value }
      return Self.pieces.indices.compactMap { values[$0] }
    }
  }
}
