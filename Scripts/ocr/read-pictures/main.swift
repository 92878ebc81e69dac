// Reads the pictures named on the command line and prints what GovOCR saw, one JSON line for each: the input of
// Scripts/ocr/evaluate.py. Developers' tool, no part of the product.
import Foundation
import GovDocument
import GovForms
@_spi(Measuring) import GovOCR

let templates = StatutoryForm.all.flatMap(\.templates)
let reader = TablePictureReader()
for path in CommandLine.arguments.dropFirst() {
  let name = URL(fileURLWithPath: path).lastPathComponent
  let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
  let before = processorSeconds()
  let content = Result { try reader.readWithEvidence(Picture(name: name, bytes: bytes), templates: templates) }
  print(line(name, content, seconds: processorSeconds() - before))
}

func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
}

typealias Evidence = [Box: [(text: String, traits: [String])]]

func line(
  _ name: String, _ result: Result<(content: PictureContent, evidence: Evidence), any Error>, seconds: Double
) -> String {
  var object: [String: Any] = ["name": name, "seconds": seconds]
  switch result {
  case .failure(let error): object["error"] = "\(error)"
  case .success(let (content, evidence)):
    object["tables"] = content.blocks.compactMap { block in
      if case .table(let table) = block { json(table, evidence) } else { nil }
    }
    object["text"] = content.blocks.compactMap { block in
      if case .paragraph(let prose) = block { prose.text } else { nil }
    }
    object["findings"] = content.findings.map(\.message)
  }
  let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
  return String(decoding: data ?? Data(), as: UTF8.self)
}

func json(_ table: Table, _ evidence: Evidence) -> [String: Any] {
  let cells: [[Any]] = table.cells.map { cell in
    let reading = cell.reading
    let candidates = reading?.candidates.map { [$0.reader, $0.text, $0.confidence] as [Any] } ?? []
    return [
      cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.content.text, reading?.status.rawValue ?? "",
      reading?.confidence ?? 0, candidates, reading.map { [$0.box.x, $0.box.y, $0.box.width, $0.box.height] } ?? [],
      (reading.flatMap { evidence[$0.box] } ?? []).map { [$0.text, $0.traits] as [Any] },
    ]
  }
  return ["rows": table.rows, "columns": table.columns, "caption": table.caption?.text ?? "", "cells": cells]
}
