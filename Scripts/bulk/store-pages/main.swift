// Converts the pages of a folder in this process: into a store, or without one to JSON that nobody reads. What a bulk run
// costs without its workers, and without its store.
//   store-pages FOLDER [STORE]
import FoundationEssentials
import GovBulk
import GovConvert
import GovWorker

let arguments = CommandLine.arguments
guard arguments.count > 1 else { fatalError("store-pages FOLDER [STORE]") }
let folder = arguments[1]
let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
if arguments.count > 2 {
  let items = names.map { name in BulkItem(id: name) { .success(.file("\(folder)/\(name)")) } }
  let result = try convert(
    items, into: Store(path: arguments[2]), with: InProcessConverter(), options: BulkOptions(),
    now: { "2021-02-03T04:05:06Z" }, isInterrupted: { false }, progress: { _ in })
  print("\(result.done) pages")
} else {
  let bytes = try names.map { try Converter().convert(.file("\(folder)/\($0)")).bytes(as: .json).count }
  print("\(names.count) pages, \(bytes.reduce(0, +)) bytes of JSON")
}
