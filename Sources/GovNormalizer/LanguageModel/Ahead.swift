extension LanguageModel {
  /// A context that is asked about many tokens: where the tables hold what follows is found once.
  struct Ahead {
    let context: Context
    private let leaving: WordClass.Row
    private let place: Place
    /// Whether the table holds what follows in parts, each at a place of its own.
    private let isParted: Bool

    @inline(__always)
    init(_ context: Context) {
      self.context = context
      leaving = WordClass.Row(behind: context.second)
      isParted = context.first < 32 || context.second < 32
      place = Place(behind: context.first, context.second, part: 0)
    }

    /// What a word of a class beginning here adds to what a word beginning with the same token costs anywhere.
    @inline(__always)
    func leaving(for next: WordClass.Number) -> Int { context.leavingAnywhere + leaving.cost(of: next) }

    /// What the triple of `next` and the last two tokens costs; `nil` where the word of these does not go on with it.
    @inline(__always)
    func triple(_ next: Token) -> Int? {
      isParted ? LanguageModel.lookup(context.first, context.second, next) : place.cost(of: next)
    }

    /// What is known of the pair of the last token and the next one.
    enum Pair {
      /// Nothing yet.
      case unknown
      /// Neither the table nor the document has it.
      case absent
      /// What it costs in the table, if it is there, and whether the document may have it.
      case known(Int?, isTold: Bool)
    }

    /// The cost of `next`, or what the document says where that is less; `begun` is what it costs that a word begins with
    /// it.
    @inline(__always)
    func cost(_ next: Token, begun: Int, _ pair: Pair, told document: DocumentModel) -> Context.Step {
      switch pair {
      case .absent: return context.cost(begun: begun, pair: nil, triple: triple(next))
      case .unknown:
        let step = context.cost(begun: begun, pair: LanguageModel.lookup(0, context.second, next), triple: triple(next))
        return context.told(step, next, by: document)
      case .known(let pair, let isTold):
        let step = context.cost(begun: begun, pair: pair, triple: triple(next))
        return isTold ? context.told(step, next, by: document) : step
      }
    }
  }
}
