import Glibc
import GovConvert

/// The file that a line's `path` names, when it lies in a folder or below it.
///
/// Who writes the lines is seldom who runs the command: a line must not open what its user can read elsewhere. Links are
/// followed before it is decided.
///
/// - Parameter root: The folder that a relative path begins in; `/` admits every file, nothing is the working directory.
/// - Throws: `ConversionError` for a path that leads out of the folder.
func file(_ path: String, below root: String) throws(ConversionError) -> String {
  // In front of a slash nothing would be `/`.
  let root = root.isEmpty ? "." : root
  let isAbsolute = path.utf8.first == slash
  let whole = isAbsolute ? path : "\(root)/\(path)"
  if let file = resolved(whole), let folder = resolved(root) {
    if file.starts(with: folder), folder.count == 1 || file.dropFirst(folder.count).first == slash { return whole }
  } else if !isAbsolute, !path.utf8.split(separator: slash).contains(where: { $0.elementsEqual("..".utf8) }) {
    // That it is not there is said where it is opened.
    return whole
  }
  let place = root == "." ? "the working directory" : root
  throw ConversionError(
    name: path, code: .badRecord, stage: .open,
    message: "its path leads out of \(place); name a folder above it with --path-root")
}

private let slash = UInt8(ascii: "/")

/// A path without links, `.` and `..`; absent when there is no such file.
private func resolved(_ path: String) -> [UInt8]? {
  guard let whole = realpath(path, nil) else { return nil }
  defer { free(whole) }
  return UnsafeBufferPointer(start: whole, count: strlen(whole)).map { UInt8(bitPattern: $0) }
}
