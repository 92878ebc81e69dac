/// Tells how well a line of print agrees with labels that are known: a reader of our own for the letters of the statutory forms.
///
/// Five convolutions slide along the line and say every 8 pixels which letter stands there, if any (LeCun et al. 1998,
/// section VII, a space displacement network). What is asked is not what the line says, but whether it says this: print too
/// small or too blurred to be read may still be told from anything else that could stand there.
struct LabelNetwork {
  /// The one network; its tables are the same for everybody.
  static let shared = LabelNetwork()

  /// The answers for a column before those of the letters: nothing in its middle, and what is no letter of the forms.
  private static let letterOffset = 2
  /// The height of the lines that are taken, and of the letters on them, in pixels.
  private static let (side, reach) = (24, 22)
  private let layers: [Convolution]
  /// The answers that stand for a letter in simplified script: it, and its traditional forms.
  private let answers: [Unicode.Scalar: [Int]]
  private let classes: Int

  private init() {
    let letters = Array(LabelWeights.letters.unicodeScalars)
    classes = letters.count + Self.letterOffset
    var floats = decimals(LabelWeights.floats)[...]
    var codes = signedBytes(LabelWeights.bytes)[...]
    func layer(
      _ channels: (Int, Int), _ kernel: Int, step: Int, padding: (Int, Int), rectified: Bool = true
    ) -> Convolution {
      let steps = Array(floats.prefix(channels.1))
      let biases = Array(floats.dropFirst(channels.1).prefix(channels.1))
      let count = kernel * kernel * channels.0 * channels.1
      let weights = codes.prefix(count).enumerated().map { Float($0.element) * steps[$0.offset % channels.1] }
      floats = floats.dropFirst(2 * channels.1)
      codes = codes.dropFirst(count)
      return Convolution(
        channels: channels, kernel: kernel, step: step, padding: padding, rectified: rectified, weights: weights,
        biases: biases)
    }
    layers = [
      layer((1, 16), 5, step: 2, padding: (2, 2)), layer((16, 32), 3, step: 2, padding: (1, 1)),
      layer((32, 48), 3, step: 1, padding: (1, 1)), layer((48, 64), 3, step: 2, padding: (1, 1)),
      layer((64, 192), 3, step: 1, padding: (0, 1)),
      layer((192, classes), 1, step: 1, padding: (0, 0), rectified: false),
    ]
    var answers: [Unicode.Scalar: [Int]] = [:]
    for (place, letter) in LabelWeights.simplified.unicodeScalars.enumerated() {
      answers[letter, default: []].append(place + Self.letterOffset)
    }
    self.answers = answers
  }

  /// Looks at a line, trimmed to its ink, 0 ink and 255 paper; `nil` where there is nothing to look at.
  func look(at line: Raster) -> LetterScores? {
    // Longer than any label, and what would take room and time without end.
    guard line.height > 3, line.width > 3, line.width < 100 * line.height else { return nil }
    let width = max(1, (line.width * Self.reach + line.height / 2) / line.height)
    let scaled = line.scaled(toWidth: width, height: Self.reach)
    var input = FeatureMap(height: Self.side, width: (width + 16 + 7) / 8 * 8, channels: 1)
    for y in 0..<Self.reach {
      for x in 0..<width { input.values[(y + 1) * input.width + x + 8] = 1 - Float(scaled[x, y]) / 255 }
    }
    let map = layers.reduce(input) { $1.applied(to: $0) }
    return LetterScores(columns: map.width, classes: classes, stride: map.channels, scores: map.values)
  }

  /// The answers that a column may give for each letter of a label; `nil` for a label with a letter that the network has not learnt.
  func spelling(of label: String) -> [[Int]]? {
    var spelling: [[Int]] = []
    for letter in labelLetters(label) {
      guard let answer = answers[letter] else { return nil }
      spelling.append(answer)
    }
    return spelling.isEmpty ? nil : spelling
  }
}
