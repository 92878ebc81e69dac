import GovBulk
import GovConvert

/// The pages of a bulk run, each under its own identifier: the path below the folder that was named. Where several
/// inputs were named, the path as typed, so that two folders cannot claim the same one.
func bulkItems(of arguments: InputArguments) -> [BulkItem] {
  let isOne = arguments.inputs.count == 1 && arguments.list.isEmpty
  var counts: [String: Int] = [:]
  return inputs(of: arguments).map { input in
    BulkItem(id: unused(isOne ? input.identifier : input.shownName, &counts)) { input.content }
  }
}

/// The name, with `#2` and so on behind it where it is taken; a page may be called `a#2` of its own.
private func unused(_ name: String, _ counts: inout [String: Int]) -> String {
  guard var count = counts[name] else {
    counts[name] = 1
    return name
  }
  repeat { count += 1 } while counts["\(name)#\(count)"] != nil
  counts[name] = count
  counts["\(name)#\(count)"] = 1
  return "\(name)#\(count)"
}
