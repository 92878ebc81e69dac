import GovDocument

extension Finding.Code {
  /// A table has more slots than the limit; part of it is missing.
  static let tableLimit = Finding.Code(rawValue: "table-limit")
}

extension Finding.Code {
  /// The input holds no text.
  static let noText = Finding.Code(rawValue: "no-text")
}
