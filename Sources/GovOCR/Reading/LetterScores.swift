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
    // The places of a path: blank, first letter, blank, second letter …, blank.
    let places = 2 * spelling.count + 1
    var sums = [Float](repeating: -.infinity, count: places)
    var from = [UInt8](repeating: 0, count: places * columns)
    for column in 0..<columns {
      let before = sums
      for place in 0..<places {
        var (best, step) = column == 0 ? (place < 2 ? 0 : -Float.infinity, 0) : (before[place], 0)
        if column > 0, place > 0, before[place - 1] > best { (best, step) = (before[place - 1], 1) }
        if column > 0, place > 1, place % 2 == 1, before[place - 2] > best { (best, step) = (before[place - 2], 2) }
        sums[place] = best + (place % 2 == 0 ? score(column, Self.blank) : score(column, spelling[place / 2]))
        from[column * places + place] = UInt8(step)
      }
    }
    var place = places - 1
    if places > 1, sums[places - 2] > sums[place] { place = places - 2 }
    guard columns > 0, sums[place] > -.infinity else { return Agreement(loss: .infinity, letters: []) }
    let loss = Double(most - sums[place])
    var letters = [Double](repeating: -.infinity, count: spelling.count)
    for column in stride(from: columns - 1, through: 0, by: -1) {
      if place % 2 == 1 { letters[place / 2] = max(letters[place / 2], Double(score(column, spelling[place / 2]))) }
      place -= Int(from[column * places + place])
    }
    return Agreement(loss: loss, letters: letters)
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
  var meanProbability: Double { letters.map(exp).reduce(0, +) / Double(max(1, letters.count)) }
}
