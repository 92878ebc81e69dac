import FoundationEssentials
import GovDocument

/// A number that the prose names, with what it counts.
public struct Mention: Sendable, Hashable {
  /// What is counted, in the words of the text: 收到政府信息公开申请.
  public var subject: String
  /// The number; 1.1万 is 11000.
  public var value: Decimal
  /// The greater number of a range such as 3至5件, whose lesser one is `value`; absent otherwise.
  public var upperValue: Decimal?
  /// Whether the text says that the number is rounded: 余, 多, 近, 约, 超.
  public var isApproximate: Bool
  /// The counted unit, such as 宗, 件, 条 or %.
  public var unit: String
  /// The number with its unit as printed: 117宗.
  public var text: String
  /// Where it stands.
  public var origin: Origin
  /// The identifier of the figure that says the same, `requests/new/total`; absent when the subject is not clear.
  public var figure: String?

  /// Makes a mention.
  public init(
    subject: String, value: Decimal, upperValue: Decimal? = nil, isApproximate: Bool = false, unit: String,
    text: String, origin: Origin, figure: String? = nil
  ) {
    self.subject = subject
    self.value = value
    self.upperValue = upperValue
    self.isApproximate = isApproximate
    self.unit = unit
    self.text = text
    self.origin = origin
    self.figure = figure
  }
}
