#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the network made of a line: for each column the logarithm of the probability of each answer.
struct LetterScores {
  /// The answer for a column in whose middle there is no letter.
  static let blank = 0
  private let columns: Int
  private let classes: Int
  private var scores: [Float]
  /// The sum of the likeliest answers of all columns, whatever they say together.
  private var most: Float = 0

  /// - Parameters:
  ///   - classes: How many answers there are; behind them each column has numbers that mean nothing, up to `stride`.
  ///   - scores: Column by column one number for each answer; what comes out of the last layer.
  init(columns: Int, classes: Int, stride: Int, scores: [Float]) {
    (self.columns, self.classes) = (columns, classes)
    self.scores = []
    self.scores.reserveCapacity(columns * classes)
    for column in 0..<columns {
      let answers = scores[column * stride..<column * stride + classes]
      let top = answers.max() ?? 0
      let sum = logf(answers.reduce(0) { $0 + expf($1 - top) })
      self.scores += answers.map { $0 - top - sum }
      most -= sum
    }
  }

  /// How well a label agrees with the line: the likeliest way in which its letters, in their order, stand in the columns, with
  /// blank columns between them (Graves et al. 2006, section 3, of which the likeliest path alone is taken).
  ///
  /// - Parameter spelling: The answers that a column may give for each letter.
  func agreement(with spelling: [[Int]]) -> Agreement {
    guard let path = likeliestPath(of: spelling) else { return Agreement(loss: .infinity, letters: []) }
    var letters = [Double](repeating: -.infinity, count: spelling.count)
    for (column, place) in path.places.enumerated() where place % 2 == 1 {
      letters[place / 2] = max(letters[place / 2], Double(score(column, spelling[place / 2])))
    }
    return Agreement(loss: Double(most - path.sum), letters: letters)
  }

  /// Where each column stands on the way blank, first letter, blank, second letter … blank, and the sum of its scores; `nil` when
  /// there are fewer columns than letters.
  private func likeliestPath(of spelling: [[Int]]) -> (places: [Int], sum: Float)? {
    let places = 2 * spelling.count + 1
    var sums = (0..<places).map { $0 == 0 ? 0 : -Float.infinity }
    var steps = [UInt8](repeating: 0, count: places * columns)
    for column in 0..<columns {
      let before = sums
      for place in 0..<places {
        var (best, step) = (before[place], 0)
        if place > 0, before[place - 1] > best { (best, step) = (before[place - 1], 1) }
        if mayFollowAtOnce(place, spelling), before[place - 2] > best { (best, step) = (before[place - 2], 2) }
        sums[place] = best + (place % 2 == 0 ? score(column, Self.blank) : score(column, spelling[place / 2]))
        steps[column * places + place] = UInt8(step)
      }
    }
    var place = places - 1
    if places > 1, sums[places - 2] > sums[place] { place = places - 2 }
    let sum = sums[place]
    guard sum > -.infinity else { return nil }
    var path = [Int](repeating: 0, count: columns)
    for column in (0..<columns).reversed() {
      path[column] = place
      place -= Int(steps[column * places + place])
    }
    return (path, sum)
  }

  /// Whether a place is that of a letter before which no column need be blank; after the same letter one must, or the two are one.
  private func mayFollowAtOnce(_ place: Int, _ spelling: [[Int]]) -> Bool {
    place % 2 == 1 && place > 1 && spelling[place / 2] != spelling[place / 2 - 1]
  }

  private func score(_ column: Int, _ answer: Int) -> Float { scores[column * classes + answer] }

  private func score(_ column: Int, _ answers: [Int]) -> Float {
    answers.reduce(-.infinity) { max($0, score(column, $1)) }
  }
}

/// How well a label agrees with a line.
struct Agreement {
  /// How much less likely its letters are than the likeliest ones, as a natural logarithm; 0 when they are these.
  let loss: Double
  /// The logarithm of the probability of each letter where it stands best.
  let letters: [Double]

  var lossPerLetter: Double { loss / Double(max(1, letters.count)) }
  var leastLetter: Double { letters.min() ?? -.infinity }
  var meanProbability: Double { letters.map(exp).reduce(0, +) / Double(max(1, letters.count)) }
}
