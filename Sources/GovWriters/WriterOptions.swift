/// How the writers write. The defaults are safe to open in a spreadsheet.
public struct WriterOptions: Sendable, Hashable {
  /// Whether CSV text cells that a spreadsheet would run as a formula get an apostrophe in front. Default: they do.
  ///
  /// A number such as -68 is never altered.
  public var isFormulaSafe = true
  /// Whether CSV begins with the line of column names. Default: it does; leave it out to continue a list.
  public var hasHeader = true

  /// Makes the default options.
  public init() {}

  /// The byte order mark by which spreadsheets know a CSV file as UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
