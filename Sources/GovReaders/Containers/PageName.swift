/// Whether a name ends like that of a page.
func isPageName(_ name: String) -> Bool {
  let path = lowercasedPath(name)
  return [".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".txt"].contains { path.hasSuffix($0) }
}

/// Whether a path lies in the folder that a browser made for another page's parts: `X_files/` or `X.files/` beside
/// `X.html`. The frames and advertisements in it are no pages of their own.
func isPart(_ path: String, among names: Set<String>) -> Bool {
  var folder: [UInt8] = []
  for component in path.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
    folder += (folder.isEmpty ? [] : [UInt8(ascii: "/")]) + Array(component)
    let text = String(decoding: folder, as: UTF8.self)
    for ending in ["_files", ".files"] where text.hasSuffix(ending) {
      let page = text.dropLast(ending.count)
      if names.contains("\(page).html") || names.contains("\(page).htm") { return true }
    }
  }
  return false
}
