import Glibc
import GovConvert

/// The endings of files that are taken from a folder.
private let pageEndings: Set<String> = ["html", "htm", "shtml", "xhtml", "mht", "mhtml", "txt"]

/// The pages in a folder and below it, ordered by path. Symbolic links are not followed, hidden names are passed over.
func pages(in root: String, imageRoot: String?) -> [NamedInput] {
  var found: [NamedInput] = []
  var pending: [[String]] = [[]]
  while let folder = pending.popLast() {
    guard let entries = entries(of: path(root, folder)) else {
      found.append(failed(root, folder, .inputUnreadable, "the folder could not be read: check with ls -l"))
      continue
    }
    let files = entries.filter { $0.kind == .file }
    let pages = files.filter { pageEndings.contains(ending(of: $0.name)) }
    let companions = Set(pages.flatMap { ["\(stem(of: $0.name))_files", "\(stem(of: $0.name)).files"] })
    found += pages.map { page($0, in: folder, of: root, imageRoot: imageRoot) }
    found += files.filter { $0.isUTF8 && isArchiveName($0.name) }.flatMap { file in
      records(of: path(root, folder + [file.name]), relativePath: folder + [file.name])
    }
    pending += entries.filter { $0.kind == .folder && !companions.contains($0.name) }.map { folder + [$0.name] }
  }
  guard !found.isEmpty else { return [failed(root, [], .inputNotFound, "no page in this folder")] }
  return found.sorted { $0.relativePath.lexicographicallyPrecedes($1.relativePath) }
}

private struct Entry {
  enum Kind { case file, folder }

  let name: String
  let isUTF8: Bool
  let kind: Kind
}

/// The files and folders in a folder; `nil` when it cannot be read. Links, pipes and devices are left out.
private func entries(of folder: String) -> [Entry]? {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0, let stream = fdopendir(descriptor) else { return nil }
  defer { closedir(stream) }
  var entries: [Entry] = []
  while let entry = readdir(stream) {
    let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map { $0 } }
    guard bytes.first != UInt8(ascii: "."), let kind = kind(of: bytes, in: descriptor) else { continue }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    entries.append(Entry(name: String(decoding: bytes, as: UTF8.self), isUTF8: isUTF8, kind: kind))
  }
  return entries
}

private func kind(of name: [UInt8], in folder: CInt) -> Entry.Kind? {
  var status = stat()
  let answer = fstatat(folder, (name + [0]).map { CChar(bitPattern: $0) }, &status, AT_SYMLINK_NOFOLLOW)
  guard answer == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return nil
  }
}

private func page(_ entry: Entry, in folder: [String], of root: String, imageRoot: String?) -> NamedInput {
  guard entry.isUTF8 else {
    return failed(root, folder + [entry.name], .inputUnreadable, "its name is not UTF-8: rename it with convmv")
  }
  let relative = folder + [entry.name]
  let path = path(root, relative)
  return NamedInput(
    shownName: path, relativePath: relative, content: .success(.file(path, imageRoot: imageRoot)))
}

private func failed(_ root: String, _ place: [String], _ code: Finding.Code, _ message: String) -> NamedInput {
  let name = place.last ?? root
  return NamedInput(
    shownName: path(root, place), relativePath: place.isEmpty ? [name] : place,
    content: .failure(ConversionError(name: name, code: code, stage: .open, message: message)))
}

private func path(_ root: String, _ components: [String]) -> String {
  let separator = root.utf8.last == UInt8(ascii: "/") ? "" : "/"
  return components.isEmpty ? root : root + separator + components.joined(separator: "/")
}

private func ending(of name: String) -> String {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
  return name[name.utf8.index(after: dot)...].lowercased()
}

private func stem(of name: String) -> String {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
  return String(name[..<dot])
}
