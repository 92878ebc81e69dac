/// The likely characters that follow a token otherwise than as the first one of a word: those that the language model or
/// the document has counted behind it; and what closes a bracket, since that may be worth more than it costs.
final class Followers: Sendable {
  /// A character and what it costs at least.
  struct Member: BitwiseCopyable, Sendable {
    let code: PairTable.Code
    let least: Int8
    /// What the pair costs in the language model; `absent` when it is not there.
    fileprivate let cost: UInt8
    /// Whether the document has the pair.
    fileprivate let isTold: Bool

    /// What is known of the pair.
    @inline(__always)
    var pair: LanguageModel.Ahead.Pair { .known(cost == Member.absent ? nil : Int(cost), isTold: isTold) }
    fileprivate static let absent = UInt8.max
  }

  private let members: Fixed<Member>
  /// A bit for every group of `PairTable`.
  private let groups: Fixed<UInt64>

  /// The list during a search; not to be kept longer than the list.
  struct View {
    /// Its characters, those first that may cost least.
    let members: UnsafeBufferPointer<Member>
    fileprivate let groups: UnsafeBufferPointer<UInt64>

    /// Whether the characters of a group are among them.
    @inline(__always)
    func contains(_ group: UInt16) -> Bool { groups[Int(group) >> 6] >> UInt64(group & 63) & 1 == 1 }
  }

  /// Lends its tables.
  var view: View { View(members: members.elements, groups: groups.elements) }

  /// What follows `token` in a document.
  init(of token: Token, pairs: PairTable, document: DocumentModel) {
    var members: [Member] = []
    var bits = [UInt64](repeating: 0, count: pairs.groups.count / 64 + 1)
    var costs = [UInt8](repeating: Member.absent, count: pairs.groups.count)
    LanguageModel.forEachFollower(of: token, among: pairs.groupTokens) { costs[$0] = UInt8($1) }
    for (number, group) in pairs.groups.enumerated() {
      let gain = OpenBrackets.greatestGain(of: group.token)
      let isTold = document.count(token, group.token) > 0
      guard gain > 0 || isTold || costs[number] != Member.absent else { continue }
      let cost = gain > 0 ? 0 : min(isTold ? DocumentModel.leastCost : .max, Int(costs[number]))
      let least = Int8(cost - gain)
      for code in pairs.codes[group.codes] {
        members.append(Member(code: code, least: least, cost: costs[number], isTold: isTold))
      }
      bits[number >> 6] |= 1 << UInt64(number & 63)
    }
    members.sort { ($0.least, $0.code) < ($1.least, $1.code) }
    (self.members, groups) = (Fixed(members), Fixed(bits))
  }
}
