import ArgumentParser
import GovBulk
import GovConvert

/// Writes out what a store holds.
///
/// - Parameter inputs: What the user named: one store.
func exportStore(_ inputs: [String], to format: ExportFormat, bom: Bool) throws {
  guard let path = inputs.first, inputs.count == 1 else {
    throw ValidationError("--to \(format.rawValue) wants one store, the file that govconvert bulk --store made.")
  }
  let store = try openingStore { () throws(StoreError) in try Store.reading(path: path) }
  var pending = bom && format != .jsonl ? WriterOptions.byteOrderMark : []
  try store.export(to: format) { piece in
    pending += piece
    guard pending.count > 1 << 16 else { return }
    try StandardOutput.write(pending)
    pending = []
  }
  try StandardOutput.write(pending)
}
