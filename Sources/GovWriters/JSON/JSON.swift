import GovDocument
import GovReport

/// A document and its report as one JSON object on one line: version 1 of `govconvert-1.schema.json`.
///
/// - Parameter figures: `report.figures`; a store has none here, for they are its rows, more than half of the JSON.
package func json(_ document: Document, report: Report, figures: [ReportFigure]) -> [UInt8] {
  var json = JSONWriter(capacity: document.blocks.count * 256)
  json.object { json in
    writeHead(status: ConversionStatus(of: document, report: report), to: &json)
    write(document.source, to: &json)
    write(document.metadata, to: &json)
    if let profile = document.textProfile { write(profile, to: &json) }
    writeBlocks(of: document, to: &json)
    write(report, figures: figures, to: &json)
    json.array("findings", document.findings) { write($1, to: &$0) }
  }
  json.endLine()
  return json.bytes
}

/// The JSON object of an input that could not be read at all.
public func json(_ error: ConversionError) -> [UInt8] {
  var json = JSONWriter(capacity: 256)
  json.object { json in
    writeHead(status: .failed, to: &json)
    json.object("source") { json in
      json.string("name", error.name)
      json.string("format", error.format?.rawValue)
    }
    json.object("error") { json in
      json.string("code", error.code.rawValue)
      json.integer("signal", error.signal)
      json.string("stage", error.stage.rawValue)
      json.string("message", error.message)
    }
  }
  json.endLine()
  return json.bytes
}

private func writeHead(status: ConversionStatus, to json: inout JSONWriter) {
  json.string("schema", "govconvert/1")
  json.string("tool", Tool.name)
  json.string("status", status.rawValue)
}

private func write(_ source: Source, to json: inout JSONWriter) {
  json.object("source") { json in
    json.string("name", source.name)
    json.string("format", source.format.rawValue)
    if let encoding = source.encoding { write(encoding, to: &json) }
  }
}

private func write(_ encoding: EncodingVerdict, to json: inout JSONWriter) {
  json.object("encoding") { json in
    json.string("declared", encoding.declared)
    json.string("used", encoding.used)
    json.string("reason", encoding.reason)
    json.integer("replacements", encoding.replacements)
    json.array("runs", encoding.runs) { json, run in
      json.object { json in
        json.integer("start", run.start)
        json.integer("end", run.end)
        json.string("encoding", run.encoding)
      }
    }
  }
}

private func write(_ metadata: Metadata, to json: inout JSONWriter) {
  json.object("metadata") { json in
    json.string("title", metadata.title?.text)
    json.string("date", metadata.date)
    json.string("publisher", metadata.publisher?.text)
    json.string("agency", metadata.agency?.text)
    json.integer("year", metadata.year)
    json.string("indexNumber", metadata.indexNumber)
    guard !metadata.attachments.isEmpty else { return }
    json.array("attachments", metadata.attachments) { json, attachment in
      json.object { json in
        json.string("href", attachment.href)
        json.string("text", attachment.text.text)
      }
    }
  }
}

private func write(_ profile: TextProfile, to json: inout JSONWriter) {
  json.object("text") { json in
    json.string("script", profile.script.rawValue)
    json.array("damage", profile.damage) { json, damage in
      json.object { json in
        json.string("class", damage.kind)
        json.integer("count", damage.count)
        json.key("confidence")
        json.confidence(damage.confidence)
      }
    }
  }
}

private func write(_ finding: Finding, to json: inout JSONWriter) {
  json.object { json in
    json.string("severity", finding.severity.rawValue)
    json.string("code", finding.code.rawValue)
    json.string("message", finding.message)
    json.key("origin")
    writeOrigin(finding.origin, to: &json)
    json.array("figures", finding.figures) { $0.string($1) }
  }
}
