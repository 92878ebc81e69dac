/// The hypotheses that are still worth following, and the characters of all of them.
struct Beam {
  /// The survivors of the last step, likeliest first.
  private(set) var hypotheses: [Hypothesis]
  private(set) var trace = Trace()
  private var next: [Hypothesis] = []
  private var places: [UInt64: Int] = [:]

  /// Starts with one hypothesis, in step with the shown text, behind two tokens.
  init(context: (Token, Token)) {
    hypotheses = [Hypothesis(pending: .none, context: context, cost: 0, trace: -1)]
  }

  /// Makes the next generation: `step` is called for every hypothesis and adds what may follow it; the likeliest are kept.
  ///
  /// - Parameter width: How many are kept. What is less likely than the best by e to the 20th goes too.
  mutating func advance(width: Int = 48, _ step: (inout Beam, Hypothesis) -> Void) {
    let current = hypotheses
    next.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    for hypothesis in current { step(&self, hypothesis) }
    next.sort { ($0.cost, $0.key) < ($1.cost, $1.key) }
    let limit = (next.first?.cost ?? 0) + 80
    hypotheses = Array(next.prefix(width).prefix { $0.cost <= limit })
  }

  /// Adds the hypotheses of another beam that grew from this one.
  mutating func merge(_ other: Beam) {
    trace = other.trace
    hypotheses += other.hypotheses
  }

  /// Adds `hypothesis` with `scalar` behind it, and with `behind` behind that; `atEnd` says that the text ends there.
  mutating func emit(
    _ scalar: UInt32, _ pending: Hypothesis.Pending, _ hypothesis: Hypothesis, price: Int = 0, behind: UInt32? = nil,
    atEnd: Bool = false
  ) {
    var longer = hypothesis
    longer.cost += price
    extend(&longer, with: scalar)
    if let behind { extend(&longer, with: behind) }
    if atEnd { longer.cost += LanguageModel.cost(longer.context.0, longer.context.1, edgeToken) }
    longer.pending = pending
    if case .lead(let byte) = pending, byte < 0x81 {
      guard byte < 0x7F else { return }
      extend(&longer, with: UInt32(byte))
      longer.pending = .none
    }
    keep(longer)
  }

  /// Adds `hypothesis` waiting for the partner of another byte.
  mutating func wait(_ pending: Hypothesis.Pending, _ hypothesis: Hypothesis, price: Int) {
    var waiting = hypothesis
    waiting.pending = pending
    waiting.cost += price
    keep(waiting)
  }

  /// Keeps the cheaper of two hypotheses with the same future.
  mutating func keep(_ hypothesis: Hypothesis) {
    let key = hypothesis.key
    if let place = places[key] {
      if hypothesis.cost < next[place].cost { next[place] = hypothesis }
      return
    }
    places[key] = next.count
    next.append(hypothesis)
  }

  private mutating func extend(_ hypothesis: inout Hypothesis, with scalar: UInt32) {
    let next = token(scalar)
    hypothesis.cost += LanguageModel.cost(hypothesis.context.0, hypothesis.context.1, next)
    hypothesis.context = (hypothesis.context.1, next)
    hypothesis.trace = trace.append(scalar, after: hypothesis.trace)
  }
}
