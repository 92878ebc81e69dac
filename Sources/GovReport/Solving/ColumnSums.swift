/// Exact search for the consistent readings of table 2: one vector of applicant figures per row, so that the
/// columns' equations hold.
///
/// 一 + 二 = 三(七) + 四 and 三(七) = (一) + … + (六) hold in every column. The rows before the results are joined
/// through the sums of their vectors; the results are walked as states (row, what is left of the column totals),
/// forward for what can be reached and backward for what can still be completed. A vector is possible exactly when
/// a step with it lies on a completed way. States that fall outside what the remaining rows can add up to are cut.
typealias Figures7 = SIMD8<Int32>

/// The vectors that one row can be.
struct RowOptions {
  var vectors: [Figures7]
  /// What each vector costs: the less, the likelier.
  var costs: [Float]
}

/// A table of rows with their options.
struct ColumnSums {
  var new: RowOptions
  var carriedIn: RowOptions
  var resultsTotal: RowOptions
  var carriedOut: RowOptions
  var results: [RowOptions]
  /// 1 in the columns where 一 + 二 = 三(七) + 四 must hold, else 0.
  var flowMask: Figures7
  /// 1 in the columns where 三(七) is the sum of the results, else 0.
  var sumMask: Figures7
  /// How many steps the search may take: with both walks some 40 ms.
  var limit = 120_000
}

/// Which options stand in some consistent reading, and the likeliest reading, rows in the order of `ColumnSums`.
struct ColumnSumsSolution {
  /// For new, carriedIn, resultsTotal, carriedOut, then every result row: whether each option is possible.
  var possible: [[Bool]]
  /// For the same rows the option of the likeliest reading.
  var best: [Int]
}

/// Why there is no solution.
enum SearchFailure: Error {
  /// No reading satisfies the equations.
  case contradiction
  /// The bound was reached before the search was complete.
  case bound
}

func solve(_ problem: ColumnSums) throws(SearchFailure) -> ColumnSumsSolution {
  let flow = try joinFlow(problem)
  let ways = try ResultWays(problem, totals: Set(flow.map(\.total)))
  var solution = ColumnSumsSolution(
    possible: problem.allRows.map { [Bool](repeating: false, count: $0.vectors.count) },
    best: [Int](repeating: 0, count: problem.allRows.count))
  var bestCost = Float.infinity
  for join in flow {
    guard let rest = ways.costs[Remainder(problem.resultsTotal.vectors[join.total] &* problem.sumMask)] else {
      continue
    }
    for (row, option) in join.options.enumerated() { solution.possible[row][option] = true }
    if join.cost + rest < bestCost {
      bestCost = join.cost + rest
      solution.best.replaceSubrange(0..<4, with: join.options)
    }
  }
  guard bestCost < .infinity else { throw .contradiction }
  let total = problem.resultsTotal.vectors[solution.best[2]] &* problem.sumMask
  ways.mark(from: flow.map { problem.resultsTotal.vectors[$0.total] &* problem.sumMask }, into: &solution, best: total)
  return solution
}

extension ColumnSums {
  fileprivate var allRows: [RowOptions] { [new, carriedIn, resultsTotal, carriedOut] + results }
}

/// One way to satisfy 一 + 二 = 三(七) + 四.
private struct FlowJoin {
  var options: [Int]
  var total: Int
  var cost: Float
}

private func joinFlow(_ problem: ColumnSums) throws(SearchFailure) -> [FlowJoin] {
  let pairs = problem.new.vectors.count * problem.carriedIn.vectors.count
  guard pairs <= problem.limit,
    problem.resultsTotal.vectors.count * problem.carriedOut.vectors.count <= problem.limit
  else { throw .bound }
  var sums: [Figures7: [(Int, Int)]] = [:]
  for (new, first) in problem.new.vectors.enumerated() {
    for (carried, second) in problem.carriedIn.vectors.enumerated() {
      sums[(first &+ second) &* problem.flowMask, default: []].append((new, carried))
    }
  }
  var joins: [FlowJoin] = []
  for (total, first) in problem.resultsTotal.vectors.enumerated() {
    for (out, second) in problem.carriedOut.vectors.enumerated() {
      for (new, carried) in sums[(first &+ second) &* problem.flowMask] ?? [] {
        guard joins.count < problem.limit else { throw .bound }
        let cost =
          problem.new.costs[new] + problem.carriedIn.costs[carried] + problem.resultsTotal.costs[total]
          + problem.carriedOut.costs[out]
        joins.append(FlowJoin(options: [new, carried, total, out], total: total, cost: cost))
      }
    }
  }
  guard !joins.isEmpty else { throw .contradiction }
  return joins
}

/// What is left of the column totals: a vector that hashes as one word.
private struct Remainder: Hashable {
  let vector: Figures7

  init(_ vector: Figures7) { self.vector = vector }

  static func == (left: Remainder, right: Remainder) -> Bool { left.vector == right.vector }

  func hash(into hasher: inout Hasher) {
    var word: UInt64 = 0
    for column in 0..<7 { word = word &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(UInt32(bitPattern: vector[column])) }
    hasher.combine(word)
  }
}

/// The walks through the result rows.
private struct ResultWays {
  private let rows: [RowOptions]
  private let mask: Figures7
  /// Per level the states from which the walk can be completed, with the least cost of doing so.
  private var completable: [[Remainder: Float]]

  /// The totals that the results can add up to, with the least cost.
  var costs: [Remainder: Float] { completable[0] }

  init(_ problem: ColumnSums, totals: Set<Int>) throws(SearchFailure) {
    rows = problem.results
    mask = problem.sumMask
    let starts = Set(totals.map { Remainder(problem.resultsTotal.vectors[$0] &* problem.sumMask) })
    let levels = try Self.reach(rows, mask: mask, starts: starts, limit: problem.limit)
    completable = Self.complete(rows, mask: mask, levels: levels)
  }

  /// The states that can be reached, level by level.
  private static func reach(
    _ rows: [RowOptions], mask: Figures7, starts: Set<Remainder>, limit: Int
  ) throws(SearchFailure) -> [Set<Remainder>] {
    let bounds = remainders(rows, mask: mask)
    var levels = [starts]
    var steps = 0
    for (level, row) in rows.enumerated() {
      var next: Set<Remainder> = []
      let (least, most) = bounds[level + 1]
      for state in levels[level] {
        steps += row.vectors.count
        guard steps <= limit else { throw .bound }
        for vector in row.vectors {
          let rest = state.vector &- vector &* mask
          if all(rest .>= least) && all(rest .<= most) { next.insert(Remainder(rest)) }
        }
      }
      levels.append(next)
    }
    return levels
  }

  /// For every level the least and the most that the rows from there on add up to.
  private static func remainders(_ rows: [RowOptions], mask: Figures7) -> [(Figures7, Figures7)] {
    var bounds = [(Figures7.zero, Figures7.zero)]
    for row in rows.reversed() {
      let vectors = row.vectors.map { $0 &* mask }
      let least = vectors.dropFirst().reduce(vectors.first ?? .zero) { pointwiseMin($0, $1) }
      let most = vectors.dropFirst().reduce(vectors.first ?? .zero) { pointwiseMax($0, $1) }
      bounds.append((bounds[bounds.count - 1].0 &+ least, bounds[bounds.count - 1].1 &+ most))
    }
    return bounds.reversed()
  }

  private static func complete(
    _ rows: [RowOptions], mask: Figures7, levels: [Set<Remainder>]
  ) -> [[Remainder: Float]] {
    var completable = [[Remainder: Float]](repeating: [:], count: levels.count)
    if levels[rows.count].contains(Remainder(.zero)) { completable[rows.count][Remainder(.zero)] = 0 }
    for level in rows.indices.reversed() {
      for state in levels[level] {
        var least = Float.infinity
        for (vector, cost) in zip(rows[level].vectors, rows[level].costs) {
          if let rest = completable[level + 1][Remainder(state.vector &- vector &* mask)] {
            least = min(least, rest + cost)
          }
        }
        if least < .infinity { completable[level][state] = least }
      }
    }
    return completable
  }

  /// Marks the options on completed walks from the starts, and follows the cheapest walk from `best`.
  func mark(from starts: [Figures7], into solution: inout ColumnSumsSolution, best: Figures7) {
    var states = Set(starts.map(Remainder.init).filter { completable[0][$0] != nil })
    var chosen = best
    for (level, row) in rows.enumerated() {
      var next: Set<Remainder> = []
      for (option, vector) in row.vectors.enumerated() {
        for state in states {
          let rest = Remainder(state.vector &- vector &* mask)
          guard completable[level + 1][rest] != nil else { continue }
          solution.possible[level + 4][option] = true
          next.insert(rest)
        }
      }
      chosen = follow(chosen, level: level, row: row, into: &solution)
      states = next
    }
  }

  private func follow(
    _ state: Figures7, level: Int, row: RowOptions, into solution: inout ColumnSumsSolution
  ) -> Figures7 {
    var least = Float.infinity
    for (option, vector) in row.vectors.enumerated() {
      guard let rest = completable[level + 1][Remainder(state &- vector &* mask)], rest + row.costs[option] < least
      else { continue }
      least = rest + row.costs[option]
      solution.best[level + 4] = option
    }
    return state &- row.vectors[solution.best[level + 4]] &* mask
  }
}
