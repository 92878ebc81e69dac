/// What a page says about the report outside of its text, gathered from lines, tables, the head and scripts.
struct PageInformation: Sendable {
  /// The title in a header table or a labelled line.
  var title: String?
  /// The day of publication as ISO 8601.
  var published: String?
  /// The day of the document itself, where it is printed apart.
  var issued: String?
  /// 来源, verbatim.
  var source: Printed?
  /// The office that published it.
  var issuer: Printed?
  var indexNumber: String?

  /// A printed value and the line on which it stands.
  struct Printed: Sendable {
    var text: String
    var line: Int
  }

  /// Takes up a field; what was noted first stays, for the most prominent place comes first.
  mutating func note(_ field: PrintedField, line: Int) {
    guard !field.value.isEmpty else { return }
    switch field.kind {
    case .title: title = title ?? field.value
    case .source: source = source ?? Printed(text: field.value, line: line)
    case .publisher: issuer = issuer ?? Printed(text: field.value, line: line)
    case .indexNumber: indexNumber = indexNumber ?? field.value
    case .date: published = published ?? isoDate(in: Line(field.value))
    case .documentDate: issued = issued ?? isoDate(in: Line(field.value))
    case .documentNumber, .other: break
    }
  }
}
