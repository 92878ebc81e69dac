import Glibc
import GovConvert

/// Where the results of a run go.
protocol OutputPlace {
  /// Writes what came out of one input; of an input that failed, JSON says why and the other formats say nothing.
  mutating func write(_ result: Result<Conversion, ConversionError>, of input: NamedInput) throws

  /// Called once after the last input.
  mutating func finish() throws
}

/// The place that the options name: standard output, one file, or a folder.
func outputPlace(_ options: OutputOptions, inputs: [NamedInput]) throws -> any OutputPlace {
  let identities = FileIdentities(of: inputs)
  if let path = options.output, path.utf8.last == UInt8(ascii: "/") || isFolder(path) {
    return try OutputFolder(path, options, sparing: identities)
  }
  guard options.format != .html || inputs.count == 1 else {
    throw OutputError("--format html writes one page per input: name a folder, as in --output folder/")
  }
  return try OutputStream(options, sparing: identities)
}

/// The files that must not be overwritten because they are read.
struct FileIdentities {
  private struct Identity: Hashable {
    let device: dev_t
    let inode: ino_t
  }

  private var identities: Set<Identity> = []

  init(of inputs: [NamedInput]) {
    for input in inputs {
      if let identity = Self.identity(input.shownName, in: AT_FDCWD) { identities.insert(identity) }
    }
  }

  /// - Throws: `OutputError` when the name stands for one of the inputs.
  func check(_ name: String, in folder: CInt, path: String) throws {
    guard let identity = Self.identity(name, in: folder), identities.contains(identity) else { return }
    throw OutputError("\(oneLine(path)): is one of the inputs and is not overwritten: choose another --output")
  }

  private static func identity(_ name: String, in folder: CInt) -> Identity? {
    var status = stat()
    guard fstatat(folder, name, &status, 0) == 0 else { return nil }
    return Identity(device: status.st_dev, inode: status.st_ino)
  }
}
