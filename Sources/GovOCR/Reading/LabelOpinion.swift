import GovDocument

/// From here on a line says a label: of 302 drawn ones with another letter in one place 2 agree as well, of 599 that say something
/// else none. Of those that say it 9 in 10 do, however bad the print.
private let sameLoss = 1.5
/// Up to here, all letters together, it does: one other letter, or one more or fewer, costs as much however long the label is. Of
/// 880 labels of hard drawings that said it 30 cost more, nearly all of more than 8 letters.
private let sameLossInAll = 10.0
/// A letter less likely than this, as a natural logarithm, is another one, however clear those beside it: 1. is not 3. Of the 850
/// left 11 had such a letter.
private let leastLetter = -6.0
/// Up to here it may be the label, when no other one of the form comes near: of 47,785 pairs of a line of hard drawings and a
/// label of its form that it does not say, 14 agree as well.
private let nearLoss = 8.0
/// By how much another label must agree less, as a natural logarithm for each letter.
private let nearMargin = 2.0
/// By how much it must agree less with a line that says a label, as a natural logarithm of all letters together.
private let sameMargin = 3.0

/// What the network thinks of a line in the place of a label.
struct LabelOpinion {
  /// How much the line agrees, 0 to 1: the mean probability of the label's letters.
  let confidence: Double
  /// Whether the line says the label, and no other one of the form.
  let isOfficial: Bool
  /// Whether it may be the label, and is no other one of the form.
  let resembles: Bool

  /// - Parameters:
  ///   - own: How the label agrees with the line.
  ///   - others: How each other label of the form does.
  init(_ own: Agreement, others: [Agreement]) {
    confidence = own.meanProbability
    let rival = others.map(\.loss).min() ?? .infinity
    let lead = rival - own.loss
    isOfficial =
      own.lossPerLetter <= sameLoss && own.loss <= sameLossInAll && own.leastLetter >= leastLetter && lead >= sameMargin
    resembles = own.lossPerLetter <= nearLoss && lead >= nearMargin * Double(own.letters.count)
  }
}

extension PageReader {
  /// What the network thinks of a line in the place of a label; `nil` where it knows a letter of it not, or sees no line.
  mutating func opinion(on strip: Raster, official: String, among labels: [String]) -> LabelOpinion? {
    guard let spelling = spelling(of: official), let first = network.look(at: strip) else { return nil }
    var (scores, own) = (first, first.agreement(with: spelling))
    if own.lossPerLetter > sameLoss, let band = strip.band(forLetters: official),
      let second = network.look(at: band)
    {
      let again = second.agreement(with: spelling)
      if again.loss < own.loss { (scores, own) = (second, again) }
    }
    // With what is no label there is nothing to be compared.
    guard own.lossPerLetter <= nearLoss else { return LabelOpinion(own, others: []) }
    let others = labels.filter { $0 != official }.compactMap { self.spelling(of: $0) }
    return LabelOpinion(own, others: others.map { scores.agreement(with: $0) })
  }

  private mutating func spelling(of label: String) -> [[Int]]? {
    if let known = spellings[label] { return known }
    let spelling = network.spelling(of: label)
    spellings[label] = spelling
    return spelling
  }
}

extension Raster {
  /// The part of a line in which its letters stand, when the line is clearly higher than so many letters of its width are:
  /// specks, and what is left of lines and of other text, make it so. `nil` when it is not.
  fileprivate func band(forLetters label: String) -> Raster? {
    let letters = label.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 0.5 : 1) }
    let wanted = Int((Double(width) / max(1, letters)).rounded(.up)) + 1
    guard wanted >= 6, wanted * 6 <= height * 5 else { return nil }
    let ink = (0..<height).map { y in pixels[y * width..<(y + 1) * width].reduce(0) { $0 + 255 - Int($1) } }
    var (top, most) = (0, ink[..<wanted].reduce(0, +))
    var inside = most
    for start in 1...height - wanted {
      inside += ink[start + wanted - 1] - ink[start - 1]
      if inside > most { (top, most) = (start, inside) }
    }
    return crop(Area(left: 0, top: top, right: width, bottom: top + wanted))
  }
}
