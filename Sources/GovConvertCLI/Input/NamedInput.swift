import Glibc
import GovBulk
import GovConvert

/// One input with the names it goes by.
struct NamedInput: Sendable {
  /// What messages call it: the path as typed, or below the folder that was typed.
  let shownName: String
  /// Its path below the folder that was named, ending with the file's name; output names follow it.
  let relativePath: [String]
  /// Its key in a store: the path below the folder that was named; for a page of an archive `archive!record`.
  let identifier: String
  private let load: @Sendable () -> Result<Input, ConversionError>

  /// Makes an input whose content is fetched when it is its turn, so that an archive's pages are not all in memory.
  init(
    shownName: String, relativePath: [String], identifier: String? = nil,
    content: @autoclosure @escaping @Sendable () -> Result<Input, ConversionError>
  ) {
    self.shownName = shownName
    self.relativePath = relativePath
    self.identifier = identifier ?? relativePath.joined(separator: "/")
    load = content
  }

  /// What to convert, or why there is nothing.
  var content: Result<Input, ConversionError> { load() }
}

/// All inputs that the arguments name, in their order, then those of the lists; a folder stands for its pages in the
/// order of their paths.
func inputs(of arguments: InputArguments) -> [NamedInput] {
  arguments.inputs.flatMap { path in path == "-" ? [standardInput(arguments)] : inputs(at: path, arguments) }
    + arguments.list.flatMap { listedInputs($0, arguments) }
}

/// What one path stands for.
func inputs(at path: String, _ arguments: InputArguments) -> [NamedInput] {
  if isFolder(path) { return pages(in: path, imageRoot: arguments.imageRoot) }
  if path.hasSuffix(".jsonl") { return lines(of: path, pathRoot: arguments.paths.pathRoot) }
  return isArchiveName(path) ? records(of: path) : [file(path, arguments)]
}

private func file(_ path: String, _ arguments: InputArguments) -> NamedInput {
  let input = Input.file(path, imageRoot: arguments.imageRoot)
  return NamedInput(shownName: path, relativePath: [input.name], content: .success(input))
}

/// The pages of an archive, and its gaps as inputs that failed, in the order of the file.
func records(of path: String, relativePath: [String]? = nil) -> [NamedInput] {
  let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
  let place = relativePath ?? [name ?? path]
  let archive: ArchiveFile
  do throws(ConversionError) {
    archive = try ArchiveFile(path)
  } catch {
    return [NamedInput(shownName: path, relativePath: place, content: .failure(error))]
  }
  return archive.records.map { record in
    let name = archive.name(of: record)
    return NamedInput(
      shownName: "\(path)!\(name)", relativePath: place + outputPath(of: name),
      identifier: "\(place.joined(separator: "/"))!\(name)",
      content: Result { () throws(ConversionError) in try archive.input(for: record) })
  }
}

/// The pages of a file of JSON lines, under their identifiers; a line without one goes by its number.
private func lines(of path: String, pathRoot: String?) -> [NamedInput] {
  let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? path
  do throws(ConversionError) {
    let file = try LinesFile(path, pathRoot: pathRoot)
    return file.lines.indices.map { number in
      let id = file.identifier(of: number) ?? "line \(number + 1)"
      return NamedInput(
        shownName: "\(path)!\(id)", relativePath: [name] + outputPath(of: id), identifier: "\(name)!\(id)",
        content: Result { () throws(ConversionError) in try file.input(of: number) })
    }
  } catch {
    return [NamedInput(shownName: path, relativePath: [name], content: .failure(error))]
  }
}

/// The parts of a record's name that can stand in a path of output: no empty one, no way up.
private func outputPath(of name: String) -> [String] {
  name.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    .filter { $0 != ".." && $0 != "." }
}

private func standardInput(_ arguments: InputArguments) -> NamedInput {
  let limit = ReaderLimits().bytes + 1
  let resources: any Resources =
    arguments.imageRoot.map { FolderResources(page: "stdin", imageRoot: $0) } ?? NoResources()
  let input = readStandardInput(atMost: limit).map { Input.bytes($0, name: "stdin", resources: resources) }
  return NamedInput(shownName: "standard input", relativePath: ["stdin"], content: input)
}

func readStandardInput(atMost limit: Int) -> Result<[UInt8], ConversionError> {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < limit {
    let count = read(STDIN_FILENO, &buffer, min(buffer.count, limit - bytes.count))
    if count == 0 { break }
    if count < 0 {
      if errno == EINTR { continue }
      let message = "could not be read: \(String(cString: strerror(errno)))"
      return .failure(ConversionError(name: "stdin", code: .inputUnreadable, stage: .open, message: message))
    }
    bytes += buffer[..<count]
  }
  return .success(bytes)
}

func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
