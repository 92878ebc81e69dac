import Glibc

/// A file that takes the place of another only when it is whole: written under a temporary name beside it, then renamed.
///
/// Abandoned, by an error or by Ctrl-C, it leaves nothing behind and the old file untouched.
final class ReplacingFile {
  private let descriptor: CInt
  private let folder: CInt
  private let name: String
  private let temporaryName: String
  private let path: String

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - name: A name without a slash.
  ///   - folder: The open folder; it must stay open.
  ///   - path: What messages call the file.
  init(_ name: String, in folder: CInt, path: String) throws {
    self.name = name
    self.folder = folder
    self.path = path
    temporaryName = ".govconvert-\(getpid()).part"
    descriptor = openat(folder, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(errno: errno, path: path) }
    Interruption.removeOnExit(temporaryName, in: folder)
  }

  func append(_ bytes: [UInt8]) throws {
    do throws(WriteFailure) {
      try writeAll(bytes, to: descriptor)
    } catch {
      throw OutputError(errno: error.code, path: path)
    }
  }

  /// Puts the file in its place. Close reports what a delayed write could not do.
  func commit() throws {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS,
      renameat(folder, temporaryName, folder, name) == 0
    else { throw OutputError(errno: errno, path: path) }
  }

  deinit {
    close(descriptor)
    unlinkat(folder, temporaryName, 0)
    Interruption.keepFiles()
  }
}
