import GovBulk
import GovConvert

/// The pages of a bulk run, each under its own identifier: the path below the folder that was named. Where several
/// inputs were named, the path as typed, so that two folders cannot claim the same one.
func bulkItems(of arguments: InputArguments) -> [BulkItem] {
  let isOne = arguments.inputs.count == 1 && arguments.list.isEmpty
  var counts: [String: Int] = [:]
  return inputs(of: arguments).map { input in
    BulkItem(id: unused(visible(isOne ? input.identifier : input.shownName), &counts)) { input.content }
  }
}

/// The name with a sign for every character that no CSV of ours holds: a line of corrections must find its page again.
/// Lines and tabs stay; U+2400 and what follows it are the pictures of C0.
private func visible(_ name: String) -> String {
  var visible = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A: visible.append(scalar)
    case ..<0x20: visible.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: visible.append("\u{2421}")
    case 0x80..<0xA0: visible.append("\u{FFFD}")
    default: visible.append(scalar)
    }
  }
  return String(visible)
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
