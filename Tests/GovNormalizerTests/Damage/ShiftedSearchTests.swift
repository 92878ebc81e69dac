import Testing

@testable import GovNormalizer

@Suite("The search for shifted runs looks at less than everything, and finds the same")
struct ShiftedSearchTests {
  /// A fresh search judges every character; one that has listed what follows them judges few.
  @Test("What was searched before changes no result")
  func order() {
    let cases = RepairCase.all(in: "simulated.tsv").filter { $0.pass.hasPrefix("shifted") }
    let lines = cases.map { Array($0.before.utf8) }
    #expect(lines.count > 20)
    var normalizer = TextNormalizer(options: NormalizationOptions())
    for line in lines { line.withUnsafeBufferPointer { normalizer.observe($0) } }
    let (forth, back) = (normalizer.repairing, normalizer.repairing)
    let fresh = lines.map { $0.withUnsafeBufferPointer(normalizer.repairing) }
    #expect(lines.map { $0.withUnsafeBufferPointer(forth) } == fresh)
    #expect(lines.reversed().map { $0.withUnsafeBufferPointer(back) } == fresh.reversed())
  }

  @Test("A run is known again behind other characters that say the same, and only where all that was read is the same")
  func knownAgain() {
    let run = "恰當?shù)男问街鲃庸_"
    let lines = ["\(run)信息。", "\(run)信息，", "以\(run)信息。", "\(run)", "一二三四五\(run)信息。", "六七三四五\(run)信息。"]
      .map { Array($0.utf8) }
    var normalizer = TextNormalizer(options: NormalizationOptions())
    for line in lines { line.withUnsafeBufferPointer { normalizer.observe($0) } }
    let warm = normalizer.repairing
    for line in lines + lines.reversed() {
      #expect(line.withUnsafeBufferPointer(warm) == line.withUnsafeBufferPointer(normalizer.repairing))
    }
  }

  /// What the search passes over is passed over for its least cost, so no cost may be less than that, or than nothing.
  @Test("A word that begins costs at least nothing, and at least what the bound says", arguments: 0..<64)
  func beginning(_ before: UInt16) {
    let tokens: [Token] = Array(0..<32) + (0x4E00...0x9FFF).map { Token(Han.simplified($0)) }
    guard let last = tokens.first(where: { WordClass.atEnd($0) == before }) else { return }
    let least = WordClass.leastCost(behind: last)
    let below = tokens.filter { next in
      let cost = WordClass.cost(of: WordClass.atStart(next), behind: last)
      return cost < least || cost + LanguageModel.initialCost(next) < 0
    }
    #expect(below.isEmpty)
  }

  @Test("The survivors are the first of all in order, one of each future", arguments: 0..<20)
  func survivors(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let offers = (0..<200).map { _ in
      Offer(
        parent: 0, code: .random(in: 0..<50, using: &random), cost: .random(in: -40..<90, using: &random),
        pending: .lead(.random(in: 0x81..<0xA0, using: &random)))
    }
    let width = Int.random(in: 1...32, using: &random)
    #expect(kept(offers, width: width, parents: 4) == sorted(offers, width: width, parents: 4))
  }

  /// A hypothesis that is offered.
  private struct Offer: Equatable {
    var parent: Int
    let code: UInt16
    let cost: Int
    let pending: Hypothesis.Pending

    var hypothesis: Hypothesis {
      Hypothesis(pending: pending, context: .unknown, brackets: OpenBrackets(), cost: cost, trace: -1)
    }
  }

  private func kept(_ offers: [Offer], width: Int, parents: Int) -> [Offer] {
    var generation = Generation()
    generation.begin(width: width)
    for (index, offer) in offers.enumerated() {
      if index % (offers.count / parents) == 0 { generation.countParent() }
      generation.offer(Extension(offer.hypothesis, price: 0, pending: offer.pending, code: offer.code))
    }
    var result: [Offer] = []
    generation.forEachSurvivor {
      result.append(
        Offer(parent: 0, code: $0.code, cost: $0.hypothesis.cost, pending: $0.hypothesis.pending))
    }
    return result
  }

  /// The same by sorting all.
  private func sorted(_ offers: [Offer], width: Int, parents: Int) -> [Offer] {
    var all = offers
    for index in all.indices { all[index].parent = index / (offers.count / parents) }
    all.sort { ($0.cost, $0.hypothesis.key, $0.parent, $0.code) < ($1.cost, $1.hypothesis.key, $1.parent, $1.code) }
    var result: [Offer] = []
    for var offer in all where offer.cost <= all[0].cost + 64 && result.count < width {
      offer.parent = 0
      if !result.contains(where: { $0.hypothesis.key == offer.hypothesis.key }) { result.append(offer) }
    }
    return result
  }
}
