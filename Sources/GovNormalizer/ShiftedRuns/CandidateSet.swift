/// The likely characters whose bytes are each one of several.
final class CandidateSet: Sendable {
  /// A character with its price, and the least that it adds to the cost of what stands before it when a word begins
  /// with it.
  struct Member: BitwiseCopyable, Sendable {
    let character: PairTable.Entry
    let code: PairTable.Code
    let price: Int16
    let floor: Int16
  }

  private let members: Fixed<Member>
  private let leads: Fixed<Int16>
  private let trails: Fixed<Bool>
  private let leastPrice: Int

  /// The set during a search; not to be kept longer than the set.
  struct View {
    /// Its characters, those first that may cost least.
    let members: UnsafeBufferPointer<Member>
    /// The least price of one of them; more than any where there is none.
    let leastPrice: Int
    /// For every lead byte the price of assuming it; less than 0 for those that are not of the set.
    fileprivate let leads: UnsafeBufferPointer<Int16>
    fileprivate let trails: UnsafeBufferPointer<Bool>

    /// The price of assuming the lead byte of the character; `nil` when the character is not of the set.
    @inline(__always)
    func leadPrice(_ code: PairTable.Code) -> Int? {
      let price = leads[Int(code >> 8)]
      return price >= 0 && trails[Int(code & 0xFF)] ? Int(price) : nil
    }
  }

  /// Lends its tables.
  var view: View {
    View(members: members.elements, leastPrice: leastPrice, leads: leads.elements, trails: trails.elements)
  }

  /// The characters of these bytes, in a document that does not write the characters of a `forbidden` kind.
  init(leads: [(byte: UInt8, price: Int)], trails: some Sequence<UInt8>, forbidden: Han.Kind, pairs: PairTable) {
    var (prices, isTrail) = ([Int16](repeating: -1, count: 256), [Bool](repeating: false, count: 256))
    for lead in leads { prices[Int(lead.byte)] = Int16(lead.price) }
    for trail in trails { isTrail[Int(trail)] = true }
    var members: [Member] = []
    for lead in leads {
      for trail in trails {
        let code = PairTable.code(lead.byte, trail)
        guard let character = pairs.character(code), character.isLikely else { continue }
        members.append(Member(character, code, price: lead.price + character.price(forbidden: forbidden)))
      }
    }
    leastPrice = members.lazy.map { Int($0.price) }.min() ?? Int(Int16.max)
    members.sort { ($0.floor, $0.code) < ($1.floor, $1.code) }
    (self.leads, self.trails, self.members) = (Fixed(prices), Fixed(isTrail), Fixed(members))
  }
}

extension CandidateSet.Member {
  fileprivate init(_ character: PairTable.Entry, _ code: PairTable.Code, price: Int) {
    self.character = character
    self.code = code
    self.price = Int16(price)
    floor = Int16(price + Int(character.initial) - OpenBrackets.greatestGain(of: character.token))
  }
}
