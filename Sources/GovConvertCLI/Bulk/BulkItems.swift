import GovBulk
import GovConvert

/// The pages of a bulk run, each under its own identifier: the path below the folder that was named. Where several
/// inputs were named, the path as typed, so that two folders cannot claim the same one.
func bulkItems(of arguments: InputArguments) -> [BulkItem] {
  var names: [String: Int] = [:]
  let items = arguments.inputs.flatMap { path in
    path.hasSuffix(".jsonl") ? lines(of: path) : files(of: path, arguments)
  }
  return items.map { item in
    let count = (names[item.id] ?? 0) + 1
    names[item.id] = count
    return count == 1 ? item : BulkItem(id: "\(item.id)#\(count)", load: item.load)
  }
}

private func files(of path: String, _ arguments: InputArguments) -> [BulkItem] {
  var one = arguments
  one.inputs = [path]
  return inputs(of: one).map { input in
    BulkItem(id: arguments.inputs.count == 1 ? input.identifier : input.shownName) { input.content }
  }
}

/// The pages of a file of JSON lines, under `file!id`; a line without an identifier goes by its number.
private func lines(of path: String) -> [BulkItem] {
  do throws(ConversionError) {
    let file = try LinesFile(path)
    return file.lines.indices.map { number in
      let id = file.identifier(of: number) ?? "line \(number + 1)"
      return BulkItem(id: "\(path)!\(id)") {
        Result { () throws(ConversionError) in try file.record(number).input }
      }
    }
  } catch {
    return [BulkItem(id: path) { .failure(error) }]
  }
}
