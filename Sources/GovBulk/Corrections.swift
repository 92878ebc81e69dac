import FoundationEssentials
import GovWriters

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
      document: withoutGuard(field(places.0)), table: field(places.1), row: field(places.2), column: field(places.3),
      value: field(places.4), name: field(places.5))
  }
}

extension Store {
  /// Takes corrections in and applies them to the figures that are there; the others wait for their page.
  ///
  /// - Returns: How many of them met a figure.
  public func add(_ corrections: [Correction]) throws(StoreError) -> Int {
    try write { connection in
      let keep = try connection.prepare("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?)")
      var met = 0
      for correction in corrections {
        try keep.run(correction.place + [.text(correction.value), .text(correction.name)])
        met += try apply(correction, in: connection) ? 1 : 0
      }
      return met
    }
  }
}

/// Applies what is known about a page's figures.
func applyCorrections(to document: String, in connection: borrowing Connection) throws(SQLiteError) {
  let rows = try connection.prepare("SELECT * FROM corrections WHERE document = ? ORDER BY 2, 3, 4")
  try rows.bind(.text(document), at: 1)
  while try rows.step() {
    let fields = (0..<6).map { rows.text($0) ?? "" }
    let correction = Correction(
      document: document, table: fields[1], row: fields[2], column: fields[3], value: fields[4], name: fields[5])
    _ = try apply(correction, in: connection)
  }
}

extension Correction {
  fileprivate var place: [SQLiteValue] { [.text(document), .text(table), .text(row), .text(column)] }
}

/// The JSON of the page says the same, for it is made of these rows.
private func apply(_ correction: Correction, in connection: borrowing Connection) throws(SQLiteError) -> Bool {
  let (kind, value) = meaning(of: correction.value)
  try connection.prepare(
    """
    UPDATE figure_rows SET original = coalesce(original, \(reading)), json = NULL,
      unit = CASE WHEN kind = 'amount' AND ?5 IN ('count', 'amount') THEN unit END,
      kind = CASE WHEN ?5 = 'count' AND kind = 'amount' THEN 'amount' ELSE ?5 END,
      value = ?6, text = ?7, status = 'corrected', confidence = 1
    WHERE document = (SELECT number FROM document_rows WHERE id = ?1)
      AND cell = (SELECT number FROM cells WHERE "table" = ?2 AND row = ?3 AND "column" = ?4)
    """
  ).run(correction.place + [.text(kind), value, .text(correction.value)])
  return connection.changes > 0
}

/// SQL for what was read, as JSON in the order of `govconvert-1.schema.json`; a key that does not apply is absent.
private let reading = """
  CASE
    WHEN kind = 'statedNone' THEN json_object('kind', kind, 'text', \(text), 'status', status)
    WHEN unit IS NULL THEN json_object('kind', kind, 'value', value, 'text', \(text), 'status', status)
    ELSE json_object('kind', kind, 'value', value, 'unit', unit, 'text', \(text), 'status', status) END
  """

private let text = "coalesce(text, CAST(value AS TEXT), '')"

/// What a person's value means: the kind of the figure, and its number.
private func meaning(of text: String) -> (kind: String, value: SQLiteValue) {
  switch text {
  case "": return ("blank", .null)
  case "无", "無", "/", "-", "—": return ("statedNone", .null)
  default:
    let digits = text.filter { $0 != "," && $0 != " " }
    if let count = Int(digits) { return ("count", .integer(count)) }
    if Decimal(string: digits) != nil, let amount = Double(digits) { return ("amount", .real(amount)) }
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
