/// Gives every input a name of its own below the output folder.
///
/// The name follows the input's, without its ending. It never leaves the folder: it has no slash, is no dot name, holds
/// no control character. A name that is taken gets `-2`, `-3` and so on, in the order of the inputs.
struct OutputNames {
  private var taken: Set<String> = []

  /// The folders below the output folder, and the name without an ending.
  mutating func next(for relativePath: [String]) -> (folders: [String], stem: String) {
    let folders = relativePath.dropLast().map(safeComponent)
    let wanted = safeComponent(withoutPageEnding(relativePath.last ?? ""))
    let prefix = folders.map { $0 + "/" }.joined()
    var stem = wanted
    var number = 2
    while !taken.insert(prefix + stem).inserted {
      stem = "\(wanted)-\(number)"
      number += 1
    }
    return (folders, stem)
  }
}

/// Endings that say how the page was kept, not what it is called.
private let droppedEndings = [
  ".html", ".htm", ".shtml", ".xhtml", ".txt", ".mht", ".mhtml", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif",
  ".tiff",
  ".webp",
]

private func withoutPageEnding(_ name: String) -> String {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex,
    droppedEndings.contains(name[dot...].lowercased())
  else { return name }
  return String(name[..<dot])
}

/// 200 bytes leave room for a number and an ending below the 255 that a file system takes.
private func safeComponent(_ name: String) -> String {
  var safe = String.UnicodeScalarView()
  var bytes = 0
  for scalar in printable(name).unicodeScalars where scalar != "/" && scalar != "\n" && scalar != "\t" {
    bytes += UTF8.width(scalar)
    if bytes > 200 { break }
    safe.append(scalar)
  }
  let text = String(safe)
  return text.utf8.allSatisfy { $0 == UInt8(ascii: ".") } ? "page" : text
}
