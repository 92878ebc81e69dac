import GovDocument

/// Reads plain text as crawlers leave it.
public func readText(
  _ bytes: [UInt8], name: String, encodingLabel: String? = nil, limits: ReaderLimits = ReaderLimits()
) throws(ReadError) -> Document {
  throw ReadError(code: .init(rawValue: "no-text"), message: "")
}
