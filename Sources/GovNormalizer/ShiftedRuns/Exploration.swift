/// A character that may complete what a hypothesis waits for.
struct Choice {
  let character: PairTable.Entry
  let code: PairTable.Code
  let price: Int
  /// What comes before it, and what is known of the pair with its last token.
  let ahead: LanguageModel.Ahead
  let pair: LanguageModel.Ahead.Pair
}

extension Steps {
  /// Calls `body` with every likely character that completes the waiting byte, or with those only that may be cheap
  /// enough, and their prices. Where the trail byte is known, the waiting byte must not be.
  ///
  /// None is passed over that may survive. A character adds its price, one step of the language model, and rules that
  /// cost 0 or more; only closing a bracket gains, and what closes one is always among the followers. The step is the
  /// least of a begun word, which costs at least `leaving(for:)` its class and `initial`; a pair or the document's words,
  /// at least the follower's `least`; and a word that goes on, at least `inside`. What a word costs behind a class is
  /// never below 0, so what is read behind the character takes nothing off.
  @inline(__always)
  func explore(
    _ hypothesis: Hypothesis, trail: Wanted.Trail, price: Int, _ beam: inout Beam, _ body: (inout Beam, Choice) -> Void
  ) {
    if hypothesis.pending == .none { return }
    let set = candidates.set(Wanted(pending: hypothesis.pending, trail: trail)) {
      var leads: [(byte: UInt8, price: Int)] = []
      forEachLead(hypothesis) { leads.append(($0, $1)) }
      return leads
    }
    let cost = hypothesis.cost + price
    if set.members.isEmpty || cost + set.leastPrice - OpenBrackets.greatestGain > beam.bar { return }
    let context = hypothesis.context
    let ahead = LanguageModel.Ahead(context)
    func judge(_ member: CandidateSet.Member, _ pair: LanguageModel.Ahead.Pair) {
      let price = price + Int(member.price)
      let choice = Choice(character: member.character, code: member.code, price: price, ahead: ahead, pair: pair)
      body(&beam, choice)
    }
    guard let followers = candidates.followers(of: context.second, insteadOf: set.members.count) else {
      for member in set.members { judge(member, .unknown) }
      return
    }
    if set.members.count < followers.members.count {
      for member in set.members {
        let begun = ahead.leaving(for: member.character.wordClass) + Int(member.floor)
        let least = min(begun, context.inside + Int(member.price))
        let isFollower = followers.contains(member.character.group)
        if isFollower || cost + least <= beam.bar { judge(member, isFollower ? .unknown : .absent) }
      }
      return
    }
    for follower in followers.members {
      if cost + set.leastPrice + Int(follower.least) > beam.bar { break }
      guard let lead = set.leadPrice(follower.code), let character = pairs.character(follower.code) else { continue }
      let price = price + lead + candidates.price(of: character)
      if hypothesis.cost + price + Int(follower.least) > beam.bar { continue }
      let choice = Choice(
        character: character, code: follower.code, price: price, ahead: ahead, pair: follower.pair)
      body(&beam, choice)
    }
    for member in set.members {
      if cost + context.leastLeaving + Int(member.floor) > beam.bar { break }
      if cost + ahead.leaving(for: member.character.wordClass) + Int(member.floor) > beam.bar { continue }
      judge(member, followers.contains(member.character.group) ? .unknown : .absent)
    }
    guard cost + set.leastPrice + context.inside <= beam.bar else { return }
    for member in set.members where cost + Int(member.price) + context.inside <= beam.bar {
      if ahead.triple(member.character.token) != nil { judge(member, .unknown) }
    }
  }
}

extension Beam {
  /// Adds `hypothesis` with a chosen character behind it; see the other `emit`.
  @inline(__always)
  mutating func emit(
    _ choice: Choice, _ pending: Hypothesis.Pending, _ hypothesis: Hypothesis, extra: Int = 0, behind: UInt32? = nil,
    atEnd: Bool = false
  ) {
    emit(
      choice.character, pending, hypothesis, price: choice.price + extra, code: choice.code, isChosen: true,
      ahead: choice.ahead, pair: choice.pair, behind: behind, atEnd: atEnd)
  }
}
