import Glibc
import GovConvert

/// All results one after another: Markdown and text with a blank line between them, JSON as lines, CSV as one list.
struct OutputStream: OutputPlace {
  private let format: OutputFormat
  private let byteOrderMark: Bool
  private let file: ReplacingFile?
  private var isEmpty = true

  init(_ options: OutputOptions, sparing inputs: FileIdentities) throws {
    format = options.format
    byteOrderMark = options.bom && options.format == .csv
    file = try options.output.flatMap { try replacingFile($0, sparing: inputs) }
  }

  mutating func write(_ result: Result<Conversion, ConversionError>, of input: NamedInput) throws {
    switch result {
    case .success(let conversion):
      var options = WriterOptions()
      options.hasHeader = isEmpty
      try append(conversion.bytes(as: format, options: options))
    case .failure(let error):
      if format == .json { try append(json(error)) }
    }
  }

  mutating func finish() throws {
    try file?.commit()
  }

  private mutating func append(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    if isEmpty, byteOrderMark { try put(WriterOptions.byteOrderMark) }
    if !isEmpty, format == .markdown || format == .text { try put([UInt8(ascii: "\n")]) }
    isEmpty = false
    try put(bytes)
  }

  private func put(_ bytes: [UInt8]) throws {
    guard let file else { return try StandardOutput.write(bytes) }
    try file.append(bytes)
  }
}

/// The file at a path; a link is followed, because the caller named it.
private func replacingFile(_ path: String, sparing inputs: FileIdentities) throws -> ReplacingFile {
  let target = resolved(path)
  try inputs.check(target, in: AT_FDCWD, path: path)
  try refuseDevice(target, path: path)
  let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
  let parent = slash.map { String(target[...$0]) } ?? "."
  let name = slash.map { String(target[target.utf8.index(after: $0)...]) } ?? target
  let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard folder >= 0 else { throw OutputError(errno: errno, path: path) }
  return try ReplacingFile(name, in: folder, path: path)
}

/// Renaming over a pipe or a device would replace it; as root even /dev/null.
private func refuseDevice(_ target: String, path: String) throws {
  var status = stat()
  guard stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
  throw OutputError("\(oneLine(path)): is a pipe or a device: use > to write there")
}

private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
