/// The hypotheses that are still worth following, and the characters of all of them.
struct Beam {
  /// The survivors of the last step, likeliest first.
  private(set) var hypotheses: [Hypothesis]
  private(set) var trace = Trace()
  private var next = Generation()
  private let document: DocumentModel

  /// Starts with one hypothesis, in step with the shown text, behind what stands before the run.
  init(context: LanguageModel.Context, brackets: OpenBrackets, document: DocumentModel) {
    self.document = document
    hypotheses = [Hypothesis(pending: .none, context: context, brackets: brackets, cost: 0, trace: -1)]
  }

  /// Makes the next generation: `step` is called for every hypothesis and adds what may follow it; the likeliest 32 are
  /// kept.
  mutating func advance(_ step: (inout Beam, Hypothesis) -> Void) {
    hypotheses = descendants(of: hypotheses, width: 32, step)
  }

  /// Adds what grows from the hypotheses while nothing more is shown, `rounds` times, the likeliest 12 of each time.
  mutating func grow(rounds: Int, _ step: (inout Beam, Hypothesis) -> Void) {
    var grown = hypotheses
    for _ in 0..<rounds {
      grown = descendants(of: grown, width: 12, step)
      if grown.isEmpty { return }
      hypotheses += grown
    }
  }

  /// The likeliest `width` of what `step` adds to the parents, each with its last character read.
  private mutating func descendants(
    of parents: [Hypothesis], width: Int, _ step: (inout Beam, Hypothesis) -> Void
  ) -> [Hypothesis] {
    next.begin(width: width)
    for hypothesis in parents where hypothesis.cost <= next.limit {
      next.countParent()
      step(&self, hypothesis)
    }
    var children: [Hypothesis] = []
    children.reserveCapacity(width)
    next.forEachSurvivor { survivor in
      var hypothesis = survivor.hypothesis
      if let last = survivor.last { hypothesis.context.read(last.token, last.step) }
      var isChosen = survivor.isChosen
      for scalar in survivor.characters {
        let character = RestoredCharacter(scalar: scalar, isChosen: isChosen)
        hypothesis.trace = trace.append(character, after: hypothesis.trace)
        isChosen = false
      }
      children.append(hypothesis)
    }
    return children
  }

  /// What costs more than this cannot survive.
  var bar: Int { next.bar }

  /// Adds `hypothesis` with a character behind it, and with `behind` behind that; `atEnd` says that the text ends there,
  /// `pair` what is known of the last character and this one, `isChosen` that a byte of it is unknown.
  ///
  /// Of characters with the same future and the same cost the one with the smallest `code` is kept.
  @inline(__always)
  mutating func emit(
    _ character: PairTable.Entry, _ pending: Hypothesis.Pending, _ hypothesis: Hypothesis, price: Int,
    code: PairTable.Code = 0, isChosen: Bool = false, ahead: LanguageModel.Ahead,
    pair: LanguageModel.Ahead.Pair = .unknown, behind: UInt32? = nil, atEnd: Bool = false
  ) {
    guard hypothesis.cost + price <= next.bar || character.token < 32 else { return }
    let begun = ahead.leaving(for: character.wordClass) + Int(character.initial)
    let step = ahead.cost(character.token, begun: begun, pair, told: document)
    guard hypothesis.cost + price + Int(step.cost) <= next.bar || character.token < 32 else { return }
    var longer = Extension(hypothesis, price: price, pending: pending, code: code, isChosen: isChosen)
    longer.read(UInt32(character.scalar), character.token, step)
    complete(&longer, pending, behind: behind, atEnd: atEnd)
  }

  /// Adds `hypothesis` with `scalar`, which is shown, behind it.
  mutating func emit(_ scalar: UInt32, _ hypothesis: Hypothesis) {
    var longer = Extension(hypothesis, price: 0, pending: .none)
    longer.read(scalar, document)
    next.offer(longer)
  }

  @inline(__always)
  private mutating func complete(
    _ longer: inout Extension, _ pending: Hypothesis.Pending, behind: UInt32?, atEnd: Bool
  ) {
    if let behind { longer.read(behind, document) }
    if case .lead(let byte) = pending, byte < 0x81 {
      guard byte < 0x7F else { return }
      longer.hypothesis.pending = .none
      longer.read(UInt32(byte), document)
    }
    if atEnd { longer.end() }
    next.offer(longer)
  }

  /// Adds `hypothesis` waiting for the partner of another byte.
  mutating func wait(_ pending: Hypothesis.Pending, _ hypothesis: Hypothesis, price: Int) {
    next.offer(Extension(hypothesis, price: price, pending: pending))
  }

  /// Keeps a hypothesis unless others are far cheaper.
  mutating func keep(_ hypothesis: Hypothesis) {
    next.offer(Extension(hypothesis, price: 0, pending: hypothesis.pending))
  }
}
