import FoundationEssentials
import GRDB

/// A person's value for one figure.
public struct Correction: Sendable, Hashable {
  /// The page, by its identifier in the store, and the figure, by the identifiers of the JSON.
  public var document, table, row, column: String
  /// The value as the person wrote it: a number, nothing for a blank cell, or 无, /, -, — for a stated none.
  public var value: String
  /// Who says so.
  public var name: String
}

/// Reads a list of corrections: CSV whose first line names `document`, `table`, `row`, `column`, `value`, `name`, in any
/// order and among others. A line without a name is a proposal that nobody has looked at, and is passed over.
///
/// - Throws: `StoreError.unusable` when a column is missing.
public func readCorrections(_ bytes: [UInt8]) throws(StoreError) -> [Correction] {
  var lines = parseCSV(bytes)
  guard !lines.isEmpty else { return [] }
  let header = lines.removeFirst()
  func index(_ name: String) throws(StoreError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .unusable("the corrections have no column \(name): start from `govconvert export --to review`")
    }
    return index
  }
  let places = (
    try index("document"), try index("table"), try index("row"), try index("column"), try index("value"),
    try index("name")
  )
  return lines.compactMap { line in
    func field(_ index: Int) -> String { index < line.count ? line[index] : "" }
    guard !field(places.5).isEmpty else { return nil }
    return Correction(
      document: field(places.0), table: field(places.1), row: field(places.2), column: field(places.3),
      value: field(places.4), name: field(places.5))
  }
}

extension Store {
  /// Takes corrections in and applies them to the figures that are there; the others wait for their page.
  ///
  /// - Returns: How many of them met a figure.
  public func add(_ corrections: [Correction]) throws(StoreError) -> Int {
    try write { database in
      var met = 0
      for correction in corrections {
        try database.execute(
          sql: "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            correction.document, correction.table, correction.row, correction.column, correction.value,
            correction.name,
          ])
        met += try apply(correction, in: database) ? 1 : 0
      }
      return met
    }
  }

  /// Applies what is known about a page's figures.
  func applyCorrections(to document: String, in database: Database) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM corrections WHERE document = ? ORDER BY 2, 3, 4", arguments: [document])
    for row in rows {
      let correction = Correction(
        document: row[0], table: row[1], row: row[2], column: row[3], value: row[4], name: row[5])
      _ = try apply(correction, in: database)
    }
  }
}

private func apply(_ correction: Correction, in database: Database) throws -> Bool {
  let (kind, value) = meaning(of: correction.value)
  let key: StatementArguments = [
    "document": correction.document, "table": correction.table, "row": correction.row, "column": correction.column,
  ]
  let place = """
    document = :document AND "table" = :table AND row = :row AND "column" = :column
    """
  try database.execute(
    sql: """
      UPDATE figures SET original = coalesce(original, \(reading)),
        unit = CASE WHEN kind = 'amount' AND :kind IN ('count', 'amount') THEN unit END,
        kind = CASE WHEN :kind = 'count' AND kind = 'amount' THEN 'amount' ELSE :kind END,
        value = :value, text = :text, status = 'corrected', confidence = 1 WHERE \(place)
      """, arguments: key + ["kind": kind, "value": value, "text": correction.value])
  guard database.changesCount > 0 else { return false }
  // The JSON says the same; its figure stands where it stood.
  try database.execute(
    sql: """
      UPDATE documents SET json = (
        SELECT json_set(documents.json, '$.report.figures[' || position || ']', json(CASE
          WHEN kind = 'statedNone' THEN figure
          WHEN unit IS NULL THEN json_set(figure, '$.value', value)
          ELSE json_set(figure, '$.value', value, '$.unit', unit) END))
        FROM (SELECT *, json_set(
          json_remove(documents.json -> ('$.report.figures[' || position || ']'), '$.value', '$.unit'),
          '$.kind', kind, '$.text', text, '$.status', status, '$.confidence', confidence,
          '$.original', json(original)) AS figure FROM figures WHERE \(place)))
      WHERE id = :document
      """, arguments: key)
  return true
}

/// What was read, as JSON; a key that does not apply is absent, see `govconvert-1.schema.json`.
private let reading = """
  CASE
    WHEN kind = 'statedNone' THEN json_object('kind', kind, 'text', text, 'status', status)
    WHEN unit IS NULL THEN json_object('kind', kind, 'value', value, 'text', text, 'status', status)
    ELSE json_object('kind', kind, 'value', value, 'unit', unit, 'text', text, 'status', status) END
  """

/// What a person's value means: the kind of the figure, and its number.
private func meaning(of text: String) -> (kind: String, value: DatabaseValue) {
  switch text {
  case "": return ("blank", .null)
  case "无", "無", "/", "-", "—": return ("statedNone", .null)
  default:
    let digits = text.filter { $0 != "," && $0 != " " }
    if let count = Int(digits) { return ("count", count.databaseValue) }
    if Decimal(string: digits) != nil, let amount = Double(digits) { return ("amount", amount.databaseValue) }
    return ("unreadable", .null)
  }
}

/// The lines of a CSV with their fields (RFC 4180); a byte order mark is passed over.
func parseCSV(_ bytes: [UInt8]) -> [[String]] {
  var lines: [[String]] = []
  var line: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  func endField() {
    line.append(String(decoding: field, as: UTF8.self))
    field = []
  }
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "\"") where isQuoted && rest.first == byte: field.append(rest.removeFirst())
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: ",") where !isQuoted: endField()
    case UInt8(ascii: "\r") where !isQuoted && rest.first == UInt8(ascii: "\n"): continue
    case UInt8(ascii: "\n") where !isQuoted:
      endField()
      lines.append(line)
      line = []
    default: field.append(byte)
    }
  }
  if !field.isEmpty || !line.isEmpty {
    endField()
    lines.append(line)
  }
  return lines
}
