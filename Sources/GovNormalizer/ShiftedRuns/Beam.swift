/// The hypotheses that are still worth following, and the characters of all of them.
struct Beam {
  /// The survivors of the last step, likeliest first.
  private(set) var hypotheses: [Hypothesis]
  private(set) var trace = Trace()
  private var next: [Hypothesis] = []
  private let document: DocumentModel
  /// What costs more than this is not followed: the cheapest of the next generation so far and e to the 16th.
  private var limit = Int.max
  private static let spread = 64

  /// Starts with one hypothesis, in step with the shown text, behind what stands before the run.
  init(context: LanguageModel.Context, brackets: OpenBrackets, document: DocumentModel) {
    self.document = document
    hypotheses = [Hypothesis(pending: .none, context: context, brackets: brackets, cost: 0, trace: -1)]
  }

  /// Makes the next generation: `step` is called for every hypothesis and adds what may follow it; the likeliest `width`
  /// are kept.
  mutating func advance(width: Int = 32, _ step: (inout Beam, Hypothesis) -> Void) {
    let current = hypotheses
    next.removeAll(keepingCapacity: true)
    limit = Int.max
    for hypothesis in current where hypothesis.cost <= limit { step(&self, hypothesis) }
    survive(width)
  }

  /// Keeps, of the next generation, the cheapest of those with the same future, and of these the cheapest `width`.
  private mutating func survive(_ width: Int) {
    hypotheses.removeAll(keepingCapacity: true)
    guard let cheapest = next.lazy.map(\.cost).min() else { return }
    var bounds = Beam.bounds(of: next, above: cheapest, width: width)
    if let last = bounds.last, last < limit { bounds.append(limit) }
    var taken = Int.min
    for bound in bounds where hypotheses.count < width {
      let lot = next.filter { $0.cost > taken && $0.cost <= bound }
      add(lot.sorted { ($0.cost, $0.key) < ($1.cost, $1.key) }, width)
      taken = bound
    }
  }

  private mutating func add(_ sorted: [Hypothesis], _ width: Int) {
    for hypothesis in sorted where hypotheses.count < width {
      if !hypotheses.contains(where: { $0.key == hypothesis.key }) { hypotheses.append(hypothesis) }
    }
  }

  /// The cost up to which there are `width` hypotheses, so that the dear ones need not be sorted.
  private static func bounds(of hypotheses: [Hypothesis], above cheapest: Int, width: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: spread + 1)
    for hypothesis in hypotheses where hypothesis.cost - cheapest <= spread { counts[hypothesis.cost - cheapest] += 1 }
    var sum = 0
    for (offset, count) in counts.enumerated() {
      sum += count
      if sum >= width { return [cheapest + offset] }
    }
    return [cheapest + spread]
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
    guard longer.cost <= limit else { return }
    var characters = (scalar, behind, UInt32?.none)
    longer.pending = pending
    if case .lead(let byte) = pending, byte < 0x81 {
      guard byte < 0x7F else { return }
      characters.2 = UInt32(byte)
      longer.pending = .none
    }
    extend(&longer, with: characters.0)
    if let second = characters.1 { extend(&longer, with: second) }
    if let third = characters.2 { extend(&longer, with: third) }
    if atEnd, longer.cost <= limit { longer.cost += longer.context.cost(edgeToken).cost }
    guard longer.cost <= limit else { return }
    longer.trace = trace.append(characters.0, after: longer.trace)
    if let second = characters.1 { longer.trace = trace.append(second, after: longer.trace) }
    if let third = characters.2 { longer.trace = trace.append(third, after: longer.trace) }
    keep(longer)
  }

  /// Adds `hypothesis` waiting for the partner of another byte.
  mutating func wait(_ pending: Hypothesis.Pending, _ hypothesis: Hypothesis, price: Int) {
    var waiting = hypothesis
    waiting.pending = pending
    waiting.cost += price
    keep(waiting)
  }

  /// Keeps a hypothesis unless another is far cheaper.
  mutating func keep(_ hypothesis: Hypothesis) {
    guard hypothesis.cost <= limit else { return }
    limit = min(limit, hypothesis.cost + Beam.spread)
    next.append(hypothesis)
  }

  /// Whether the token is one of ， 。 、 ； ： ！ ？, which hardly ever stand side by side.
  private func isMark(_ token: Token) -> Bool { 3...9 ~= token }
  private static let twoMarks = 32

  private func extend(_ hypothesis: inout Hypothesis, with scalar: UInt32) {
    let next = token(scalar)
    if isMark(next), isMark(hypothesis.context.second) { hypothesis.cost += Beam.twoMarks }
    hypothesis.cost += hypothesis.brackets.read(next)
    let step = hypothesis.context.cost(next, told: document)
    hypothesis.cost += step.cost
    if hypothesis.cost <= limit { hypothesis.context.read(next, step) }
  }
}
