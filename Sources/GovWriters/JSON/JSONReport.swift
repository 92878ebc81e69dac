import GovDocument
import GovReport

func write(_ report: Report, figures: [ReportFigure], to json: inout JSONWriter) {
  json.object("report") { json in
    json.string("form", report.form.rawValue)
    json.string("agency", report.agency)
    json.integer("year", report.year)
    json.array("sections", report.sections) { json, section in
      json.object { json in
        json.string("kind", section.kind.rawValue)
        json.integer("block", section.block)
      }
    }
    json.array("figures", figures) { write($1, to: &$0) }
    json.array("mentions", report.mentions) { write($1, to: &$0) }
  }
}

private func write(_ figure: ReportFigure, to json: inout JSONWriter) {
  json.object { json in
    json.string("table", figure.table)
    json.string("row", figure.row)
    json.string("column", figure.column)
    write(figure.figure, to: &json)
    json.string("text", figure.text)
    json.string("status", figure.status.rawValue)
    json.key("confidence")
    json.confidence(figure.confidence)
    json.key("alternatives")
    writeAlternatives(figure.alternatives, to: &json)
    json.string("label", figure.label)
    json.string("columnLabel", figure.columnLabel)
    json.key("origin")
    writeOrigin(figure.origin, to: &json)
  }
}

private func writeAlternatives(_ alternatives: [Figure], to json: inout JSONWriter) {
  json.array(alternatives) { json, alternative in json.object { write(alternative, to: &$0) } }
}

/// Writes `kind`, and `value` where the kind has one: null for what is blank or unreadable, nothing for a stated none.
private func write(_ figure: Figure, to json: inout JSONWriter) {
  switch figure {
  case .count(let value):
    json.string("kind", "count")
    json.integer("value", value)
  case .amount(let value, let unit):
    json.string("kind", "amount")
    json.key("value")
    json.decimal(value)
    if !unit.isEmpty { json.string("unit", unit) }
  case .statedNone:
    json.string("kind", "statedNone")
  case .blank:
    json.string("kind", "blank")
    json.key("value")
    json.null()
  case .unreadable:
    json.string("kind", "unreadable")
    json.key("value")
    json.null()
  }
}

private func write(_ mention: Mention, to json: inout JSONWriter) {
  json.object { json in
    json.string("subject", mention.subject)
    json.key("value")
    json.decimal(mention.value)
    if let upper = mention.upperValue {
      json.key("upperValue")
      json.decimal(upper)
    }
    if mention.isApproximate {
      json.key("isApproximate")
      json.boolean(true)
    }
    json.string("unit", mention.unit)
    json.string("text", mention.text)
    json.key("origin")
    writeOrigin(mention.origin, to: &json)
    json.string("figure", mention.figure)
  }
}

/// A figure as a JSON text of its own.
func jsonText(_ figure: ReportFigure) -> String {
  var json = JSONWriter(capacity: 512)
  write(figure, to: &json)
  return String(decoding: json.bytes, as: UTF8.self)
}

/// The alternatives of a figure as a JSON text of their own.
func jsonText(_ alternatives: [Figure]) -> String {
  var json = JSONWriter(capacity: 64)
  writeAlternatives(alternatives, to: &json)
  return String(decoding: json.bytes, as: UTF8.self)
}
