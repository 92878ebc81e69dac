/// The likely characters whose bytes are each one of several.
final class CandidateSet: Sendable {
  /// A character with its price, and the least that it adds to the cost of what stands before it when a word begins
  /// with it.
  struct Member {
    let code: PairTable.Code
    let price: Int16
    let floor: Int16
    let wordClass: WordClass.Number
  }

  /// Its characters, those first that may cost least.
  let members: [Member]
  /// The least price of one of them; more than any where there is none.
  let leastPrice: Int
  /// For every lead byte the price of assuming it; `nil` for those that are not of the set.
  private let leads: [UInt8?]
  private let trails: [Bool]

  /// The characters of these bytes, in a document that does not write the characters of a `forbidden` kind.
  init(leads: [(byte: UInt8, price: Int)], trails: some Sequence<UInt8>, forbidden: Han.Kind, pairs: PairTable) {
    var (prices, isTrail) = ([UInt8?](repeating: nil, count: 256), [Bool](repeating: false, count: 256))
    for lead in leads { prices[Int(lead.byte)] = UInt8(lead.price) }
    for trail in trails { isTrail[Int(trail)] = true }
    var members: [Member] = []
    var leastPrice = Int.max
    for lead in leads {
      for trail in trails {
        let code = PairTable.code(lead.byte, trail)
        guard let character = pairs.character(code), character.isLikely else { continue }
        let price = lead.price + character.price(forbidden: forbidden)
        leastPrice = min(leastPrice, price)
        let gain = OpenBrackets.greatestGain(of: character.token)
        let floor = price + Int(character.initial) - gain
        let wordClass = WordClass.atStart(character.token)
        members.append(Member(code: code, price: Int16(price), floor: Int16(floor), wordClass: wordClass))
      }
    }
    (self.leads, self.trails, self.leastPrice) = (prices, isTrail, leastPrice)
    self.members = members.sorted { ($0.floor, $0.code) < ($1.floor, $1.code) }
  }

  /// The price of assuming the lead byte of the character; `nil` when the character is not of the set.
  @inline(__always)
  func leadPrice(_ code: PairTable.Code) -> Int? {
    guard trails[Int(code & 0xFF)], let price = leads[Int(code >> 8)] else { return nil }
    return Int(price)
  }
}
