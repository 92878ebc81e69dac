import Testing

@testable import GovNormalizer

@Suite("What is skipped or changed in its place gives the same as looking at every byte")
struct ScanTests {
  @Test("The next of two bytes is found wherever it stands", arguments: 0..<20)
  func nextByte(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let alphabet: [UInt8] = [0x00, 0x01, 0x28, 0x3E, 0x3F, 0x40, 0x7F, 0x80, 0xBF, 0xEE, 0xEF, 0xF0, 0xFF]
    let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    bytes.withText { text in
      for index in 0...bytes.count {
        let expected = bytes[index...].firstIndex { $0 == 0x3F || $0 == 0xEF } ?? bytes.count
        #expect(text.firstIndex(of: 0x3F, or: 0xEF, from: index) == expected)
      }
    }
  }

  @Test("A text is rewritten, whatever the lengths of its changes", arguments: 0..<20)
  func rewritten(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let bytes = (0..<40).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
    var changes: [Change] = []
    var position = Int.random(in: 0..<8, using: &random)
    while position + 4 < bytes.count {
      let end = position + Int.random(in: 1...3, using: &random)
      // The changes of the first half of the seeds keep every length.
      let length = seed < 10 ? end - position : Int.random(in: 0...4, using: &random)
      changes.append(Change(position..<end, [UInt8](repeating: 0x2E, count: length)))
      position = end + Int.random(in: 0..<12, using: &random)
    }
    let result = bytes.withUnsafeBufferPointer { original in
      var rewritten = RewrittenText(original)
      for change in changes {
        change.replacement.withUnsafeBufferPointer {
          rewritten.add(TextChange(scalars: 0..<0, bytes: change.start..<change.end, replacement: $0))
        }
      }
      return rewritten.finished()
    }
    #expect(result == (changes.isEmpty ? nil : bytes.withText { $0.applying(changes) }))
  }

  @Test("What waits for different characters has different numbers")
  func numbers() {
    let pairs = PairTable.shared
    let leads = (UInt8(0x81)...0xFE).map { $0 }
    let unknown = [.anyLead, .takenLead] + leads.map { Hypothesis.Pending.vanished($0) }
    let wanted =
      (leads.map { Hypothesis.Pending.lead($0) } + unknown).flatMap {
        [Wanted(pending: $0, trail: .any), Wanted(pending: $0, trail: .vanishing)]
      } + unknown.flatMap { pending in leads.map { Wanted(pending: pending, trail: .known($0)) } }
    var characters: [Int: String] = [:]
    for wanted in wanted {
      let number = wanted.number(pairs)
      #expect(number < Wanted.count)
      let description = "\(ScanTests.leads(of: wanted.pending, pairs)) \(wanted.trails(pairs))"
      #expect(characters.updateValue(description, forKey: number) ?? description == description)
    }
  }

  /// The bytes that may be waiting, and for what they are taken.
  private static func leads(of pending: Hypothesis.Pending, _ pairs: PairTable) -> String {
    if case .vanished(let lead) = pending { return "\(pairs.vanishingTrails(of: lead))" }
    return "\(pending)"
  }
}
