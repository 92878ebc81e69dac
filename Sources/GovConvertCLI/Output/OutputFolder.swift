import Glibc
import GovConvert

/// One file per input, named after it; CSV one file per table.
///
/// Subfolders of a walked folder are kept. No link inside the output folder is followed, so nothing is written outside.
struct OutputFolder: OutputPlace {
  private let path: String
  private let folder: CInt
  private let format: OutputFormat
  private let prefix: [UInt8]
  private let inputs: FileIdentities
  private var names = OutputNames()

  init(_ path: String, _ options: OutputOptions, sparing inputs: FileIdentities) throws {
    self.path = path
    self.inputs = inputs
    format = options.format
    prefix = options.bom && options.format == .csv ? WriterOptions.byteOrderMark : []
    mkdir(path, 0o777)
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw OutputError(errno: errno, path: path) }
  }

  mutating func write(_ result: Result<Conversion, ConversionError>, of input: NamedInput) throws {
    let (folders, stem) = names.next(for: input.relativePath)
    let files = files(of: result, stem: stem)
    guard !files.isEmpty else { return }
    let place = try openSubfolder(folders)
    defer { close(place) }
    for file in files {
      let shown = ([path] + folders + [file.name]).joined(separator: "/")
      try inputs.check(file.name, in: place, path: shown)
      let output = try ReplacingFile(file.name, in: place, path: shown)
      try output.append(prefix + file.bytes)
      try output.commit()
    }
  }

  mutating func finish() throws {
    close(folder)
  }

  private func files(
    of result: Result<Conversion, ConversionError>, stem: String
  ) -> [(name: String, bytes: [UInt8])] {
    switch result {
    case .success(let conversion) where format == .csv:
      csvTables(conversion.document).enumerated().map { ("\(stem)-\($0 + 1).csv", $1) }
    case .success(let conversion):
      [("\(stem).\(format.ending)", conversion.bytes(as: format))]
    case .failure(let error):
      format == .json ? [("\(stem).json", json(error))] : []
    }
  }

  private func openSubfolder(_ folders: [String]) throws -> CInt {
    var place = dup(folder)
    for name in folders where place >= 0 {
      mkdirat(place, name, 0o777)
      let next = openat(place, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let failure = errno
      close(place)
      errno = failure
      place = next
    }
    guard place >= 0 else { throw OutputError(errno: errno, path: ([path] + folders).joined(separator: "/")) }
    return place
  }
}

extension OutputFormat {
  /// The ending of a file in this format.
  fileprivate var ending: String { self == .text ? "txt" : rawValue }
}
