import Glibc

/// The bytes of a regular file that the caller named, at most one more than `limit`, so that a reader sees the excess.
///
/// - Throws: `ConversionError` for a folder, a pipe, a device, and for what may not be read.
func readFile(_ path: String, name: String, atMost limit: Int) throws(ConversionError) -> [UInt8] {
  do throws(SystemError) {
    let file = try Descriptor(path, flags: 0)
    guard let size = file.regularFileSize() else { throw SystemError(ENOTSUP) }
    return try file.read(atMost: limit == .max ? limit : limit + 1, expecting: size)
  } catch {
    let (code, message) = explanation(of: error)
    throw ConversionError(name: name, code: code, stage: .open, message: message)
  }
}

func explanation(of error: SystemError) -> (Finding.Code, String) {
  switch error.code {
  case ENOENT, ENOTDIR: (.inputNotFound, "no such file: check the name")
  case EACCES, EPERM: (.inputUnreadable, "no permission to read it: check with ls -l")
  case ENOTSUP, ENXIO, EISDIR: (.inputNotAFile, "not a regular file: use - to read from a pipe")
  default: (.inputUnreadable, "could not be read: \(error.message)")
  }
}
