import GovBulk
import GovConvert

/// The pages of a bulk run, each under its own identifier: the path below the folder that was named. Where several
/// inputs were named, the path as typed, so that two folders cannot claim the same one.
func bulkItems(of arguments: InputArguments) -> [BulkItem] {
  let isOne = arguments.inputs.count == 1 && arguments.list.isEmpty
  var names: [String: Int] = [:]
  return inputs(of: arguments).map { input in
    let name = isOne ? input.identifier : input.shownName
    let count = (names[name] ?? 0) + 1
    names[name] = count
    return BulkItem(id: count == 1 ? name : "\(name)#\(count)") { input.content }
  }
}
