/// A hypothesis with one more character, or several, of which the last is read only when it survives.
struct Extension {
  /// The hypothesis up to the last character.
  var hypothesis: Hypothesis
  /// The last character, as the language model counts it; `nil` when there is none.
  private(set) var last: (token: Token, step: LanguageModel.Context.Step)?
  /// What was added.
  private(set) var characters = Characters()

  /// Whether the first of them was chosen, because a byte of it is unknown.
  let isChosen: Bool

  /// Where it comes among those of the same parent with the same future and cost: the smallest is kept.
  let code: PairTable.Code

  /// `hypothesis` at a price, waiting for `pending`.
  init(
    _ hypothesis: Hypothesis, price: Int, pending: Hypothesis.Pending, code: PairTable.Code = 0, isChosen: Bool = false
  ) {
    self.code = code
    self.isChosen = isChosen
    self.hypothesis = hypothesis
    self.hypothesis.cost += price
    self.hypothesis.pending = pending
  }

  /// At most three characters.
  struct Characters: Sequence, IteratorProtocol {
    private var scalars: (UInt32, UInt32, UInt32) = (0, 0, 0)
    private var count: UInt8 = 0

    mutating func append(_ scalar: UInt32) {
      switch count {
      case 0: scalars.0 = scalar
      case 1: scalars.1 = scalar
      default: scalars.2 = scalar
      }
      count += 1
    }

    mutating func next() -> UInt32? {
      guard count > 0 else { return nil }
      let first = scalars.0
      scalars = (scalars.1, scalars.2, 0)
      count -= 1
      return first
    }
  }

  /// What makes it the same as another extension: the same future.
  var key: UInt64 {
    guard let last else { return hypothesis.key }
    return Hypothesis.key(hypothesis.pending, hypothesis.context.second, last.token)
  }

  /// Adds a character and what it costs.
  mutating func read(_ scalar: UInt32, _ document: DocumentModel) {
    readLast()
    let token = tokenOfRestored(scalar)
    read(scalar, token, hypothesis.context.cost(token, told: document))
  }

  /// Adds a character of which the cost is known, the last one having been read.
  @inline(__always)
  mutating func read(_ scalar: UInt32, _ token: Token, _ step: LanguageModel.Context.Step) {
    if Extension.isMark(token), Extension.isMark(hypothesis.context.second) { hypothesis.cost += Extension.twoMarks }
    if Extension.endsSentence(token), Extension.isFirstOfSentence(hypothesis.context) {
      hypothesis.cost += Extension.oneCharacter
    }
    hypothesis.cost += hypothesis.brackets.read(scalar, token) + Int(step.cost)
    last = (token, step)
    characters.append(scalar)
  }

  /// Ends the text: adds what that costs.
  mutating func end() {
    readLast()
    hypothesis.cost += Int(hypothesis.context.cost(edgeToken).cost)
  }

  private mutating func readLast() {
    if let last { hypothesis.context.read(last.token, last.step) }
    last = nil
  }

  /// Whether the token is one of ， 。 、 ； ： ！ ？, which hardly ever stand side by side.
  @inline(__always)
  private static func isMark(_ token: Token) -> Bool { 3...9 ~= token }
  private static let twoMarks = 32

  /// Whether the token is one of 。 ； ！ ？, between which hardly ever one character stands alone.
  @inline(__always)
  private static func endsSentence(_ token: Token) -> Bool { token == 4 || token == 6 || token == 8 || token == 9 }
  private static let oneCharacter = 24

  /// Whether the last token is a sentence's first.
  @inline(__always)
  private static func isFirstOfSentence(_ context: LanguageModel.Context) -> Bool {
    context.second >= 32 && (context.first == edgeToken || endsSentence(context.first))
  }
}
