/// The likely characters that follow a token otherwise than as the first one of a word: those that the language model or
/// the document has counted behind it; and what closes a bracket, since that may be worth more than it costs.
final class Followers: Sendable {
  /// A character and what it costs at least.
  struct Member {
    let code: PairTable.Code
    let least: Int8
  }

  /// Its characters, those first that may cost least.
  let members: [Member]
  /// A bit for every group of `PairTable`.
  private let groups: [UInt64]

  /// What follows `token` in a document.
  init(of token: Token, pairs: PairTable, document: DocumentModel) {
    var members: [Member] = []
    var bits = [UInt64](repeating: 0, count: pairs.groups.count / 64 + 1)
    var costs = [UInt8](repeating: .max, count: pairs.groups.count)
    LanguageModel.forEachFollower(of: token, among: pairs.groupTokens) { costs[$0] = UInt8($1) }
    for (number, group) in pairs.groups.enumerated() {
      let gain = OpenBrackets.greatestGain(of: group.token)
      let isTold = document.count(token, group.token) > 0
      guard gain > 0 || isTold || costs[number] < .max else { continue }
      let cost = gain > 0 ? 0 : min(isTold ? DocumentModel.leastCost : .max, Int(costs[number]))
      let least = Int8(cost - gain)
      members += pairs.codes[group.codes].map { Member(code: $0, least: least) }
      bits[number >> 6] |= 1 << UInt64(number & 63)
    }
    self.members = members.sorted { ($0.least, $0.code) < ($1.least, $1.code) }
    groups = bits
  }

  /// Whether the characters of a group are among them.
  @inline(__always)
  func contains(_ group: UInt16) -> Bool { groups[Int(group) >> 6] >> UInt64(group & 63) & 1 == 1 }
}
