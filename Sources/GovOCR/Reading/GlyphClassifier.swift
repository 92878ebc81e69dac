#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads lines of figures glyph by glyph: a reader of our own that fails differently from Tesseract.
///
/// A network of one hidden layer judges boxes; where glyphs touch, cuts at the thinnest places are tried and the
/// division of which every part looks most like a glyph wins (over-segmentation, LeCun et al. 1998, section V).
struct GlyphClassifier {
  /// What the classifier made of a line.
  struct Result {
    var text: String
    /// The probability of the least certain glyph, 0.0 to 1.0.
    var confidence: Double
    /// The widest gap between two glyphs, in pixels; 0 for a single one.
    var widestGap = 0
    /// Whether something flat before the first glyph, where a sign stands, was taken for a part of it.
    var swallowsSign = false
  }

  /// The best division of the pieces up to a place: its last glyph, and the place where that begins.
  private struct Step {
    var score: Double
    var from: Int
    var glyph: Int
    var chance: Double
  }

  private static let side = GlyphWeights.side
  private static let hidden = GlyphWeights.hidden
  private let classes = Array(GlyphWeights.classes)
  private let inputs: Int
  private let outputs: Int
  private let first: [Float]
  private let second: [Float]
  private let firstBias: [Float]
  private let secondBias: [Float]

  /// The one classifier; its tables are the same for everybody.
  static let shared = GlyphClassifier()

  private init() {
    inputs = Self.side * Self.side + 3
    outputs = classes.count + 1
    let floats = decimals(GlyphWeights.floats)
    let codes = signedBytes(GlyphWeights.bytes)
    let (hidden, outputs, inputs) = (Self.hidden, self.outputs, self.inputs)
    let split = hidden * inputs
    first = (0..<split).map { Float(codes[$0]) * floats[$0 / inputs] }
    firstBias = Array(floats[hidden..<2 * hidden])
    second = (0..<outputs * hidden).map { Float(codes[split + $0]) * floats[2 * hidden + $0 / hidden] }
    secondBias = Array(floats[2 * hidden + outputs..<2 * hidden + 2 * outputs])
  }

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - line: Trimmed to its ink, 0 ink and 255 paper.
  ///   - digitHeight: The height of the digits of the picture, which tells a point from a zero.
  func read(_ line: Raster, digitHeight: Int) -> Result? {
    let pieces = pieces(of: line, digitHeight: digitHeight)
    guard !pieces.isEmpty, pieces.count <= 60 else { return nil }
    var best = [Step(score: 0, from: 0, glyph: 0, chance: 1)]
    for end in 1...pieces.count {
      var choice = Step(score: -.infinity, from: 0, glyph: 0, chance: 0)
      for start in stride(from: end - 1, through: max(0, end - 4), by: -1) {
        let span = Area(left: pieces[start].lowerBound, top: 0, right: pieces[end - 1].upperBound, bottom: line.height)
        if start < end - 1, span.width > digitHeight * 17 / 10 { break }
        guard let box = tight(span, in: line) else { continue }
        let verdict = judge(line, box, digitHeight)
        let score = best[start].score + log2(verdict.chance)
        if score > choice.score {
          choice = Step(score: score, from: start, glyph: verdict.glyph, chance: verdict.chance)
        }
      }
      best.append(choice)
    }
    guard var result = trace(best) else { return nil }
    // A hole between digits may be a point too pale to be seen.
    let gaps = zip(pieces, pieces.dropFirst()).map { $1.lowerBound - $0.upperBound }.sorted()
    result.widestGap = gaps.last ?? 0
    if let widest = gaps.last, !result.text.contains("."), !result.text.contains(","),
      widest > gaps[gaps.count / 2] + digitHeight / 4
    {
      result.confidence = min(result.confidence, 0.6)
    }
    let swallowed = swallowedMarks(best, pieces, line, digitHeight)
    if !swallowed.isEmpty { result.confidence = min(result.confidence, 0.6) }
    result.swallowsSign = swallowed.contains(0)
    // A sign stands close to its number; at a distance it is a remainder of something else.
    let isSigned = result.text.hasPrefix("-") || result.text.hasPrefix("+")
    if isSigned, pieces.count > 1, (pieces[1].lowerBound - pieces[0].upperBound) * 3 > digitHeight {
      result.confidence = min(result.confidence, 0.6)
    }
    return result
  }

  /// The outer pieces that are flat of glyphs that were made of several: -5 looks like a digit with a stroke to its left.
  private func swallowedMarks(
    _ best: [Step], _ pieces: [Range<Int>], _ line: Raster, _ digitHeight: Int
  ) -> [Int] {
    var found: [Int] = []
    var end = best.count - 1
    while end > 0 {
      let start = best[end].from
      defer { end = start }
      guard end - start > 1 else { continue }
      let joints = zip(pieces[start..<end], pieces[start + 1..<end])
      guard joints.contains(where: { $0.upperBound < $1.lowerBound }) else { continue }
      found += [start, end - 1].filter { piece in
        let (left, right) = (pieces[piece].lowerBound, pieces[piece].upperBound)
        let ink = tight(Area(left: left, top: 0, right: right, bottom: line.height), in: line)
        return ink.map { $0.height * 5 < digitHeight * 2 } ?? false
      }
    }
    return found
  }

  private func trace(_ best: [Step]) -> Result? {
    var letters: [Character] = []
    var (place, confidence) = (best.count - 1, 1.0)
    while place > 0 {
      guard best[place].score > -Double.infinity, best[place].glyph < classes.count else { return nil }
      letters.append(classes[best[place].glyph])
      confidence = min(confidence, best[place].chance)
      place = best[place].from
    }
    return Result(text: String(letters.reversed()), confidence: confidence)
  }

  /// The most likely class of a box that is not "no glyph", and its probability.
  private func judge(_ line: Raster, _ box: Area, _ digitHeight: Int) -> (glyph: Int, chance: Double) {
    let chances = probabilities(features(line, box, digitHeight))
    var glyph = 0
    for index in 0..<classes.count where chances[index] > chances[glyph] { glyph = index }
    return (glyph, max(1e-6, Double(chances[glyph])))
  }

  /// The counterpart of `features` in Scripts/glyphs/train.py.
  private func features(_ line: Raster, _ box: Area, _ digitHeight: Int) -> [Float] {
    var values = [Float](repeating: 0, count: inputs)
    let side = Self.side
    let step = Float(max(box.width, box.height)) / Float(side)
    let part = line.crop(box).padded(by: 1)
    let left = Float(box.width) / 2 + 0.5 - step * Float(side) / 2
    let top = Float(box.height) / 2 + 0.5 - step * Float(side) / 2
    let (right, bottom) = (Float(part.width) - 1.001, Float(part.height) - 1.001)
    part.pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<side {
        let y = min(max(0, top + (Float(row) + 0.5) * step), bottom)
        for column in 0..<side {
          let x = min(max(0, left + (Float(column) + 0.5) * step), right)
          values[row * side + column] = 1 - mix(pixels, part.width, x, y) / 255
        }
      }
    }
    let digit = Float(max(1, digitHeight))
    let middle = Float(box.top + box.bottom - line.height) / 2
    values[side * side] = min(2, Float(box.height) / digit)
    values[side * side + 1] = min(2, Float(box.width) / digit)
    values[side * side + 2] = min(max(-2, middle / digit), 2)
    return values
  }

  @inline(__always)
  private func mix(_ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, _ x: Float, _ y: Float) -> Float {
    let (column, row) = (Int(x), Int(y))
    let (right, down) = (x - Float(column), y - Float(row))
    let place = row * width + column
    let upper = Float(pixels[place]) * (1 - right) + Float(pixels[place + 1]) * right
    let lower = Float(pixels[place + width]) * (1 - right) + Float(pixels[place + width + 1]) * right
    return upper * (1 - down) + lower * down
  }

  private func probabilities(_ values: [Float]) -> [Float] {
    let middle = layer(values, first, firstBias).map { max(0, $0) }
    let scores = layer(middle, second, secondBias)
    let top = scores.max() ?? 0
    let powers = scores.map { expf($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private func layer(_ values: [Float], _ weights: [Float], _ bias: [Float]) -> [Float] {
    var sums = bias
    let count = values.count
    values.withUnsafeBytes { left in
      weights.withUnsafeBytes { right in
        for neuron in 0..<bias.count {
          let row = neuron * count * 4
          var sum: SIMD8<Float> = .zero
          for index in stride(from: 0, to: count - 7, by: 8) {
            sum +=
              left.loadUnaligned(fromByteOffset: index * 4, as: SIMD8<Float>.self)
              * right.loadUnaligned(fromByteOffset: row + index * 4, as: SIMD8<Float>.self)
          }
          sums[neuron] += sum.sum()
        }
      }
    }
    for neuron in 0..<bias.count {
      for index in count & ~7..<count { sums[neuron] += values[index] * weights[neuron * count + index] }
    }
    return sums
  }
}
