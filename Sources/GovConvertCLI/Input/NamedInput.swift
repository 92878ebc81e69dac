import Glibc
import GovConvert

/// One input with the names it goes by.
struct NamedInput: Sendable {
  /// What messages call it: the path as typed, or below the folder that was typed.
  let shownName: String
  /// Its path below the folder that was named, ending with the file's name; output names follow it.
  let relativePath: [String]
  /// What to convert, or why there is nothing.
  let content: Result<Input, ConversionError>
}

/// All inputs that the arguments name, in their order; a folder stands for its pages in the order of their paths.
func inputs(of arguments: InputArguments) -> [NamedInput] {
  arguments.inputs.flatMap { path in
    if path == "-" { return [standardInput(arguments)] }
    return isFolder(path) ? pages(in: path, imageRoot: arguments.imageRoot) : [file(path, arguments)]
  }
}

private func file(_ path: String, _ arguments: InputArguments) -> NamedInput {
  let input = Input.file(path, imageRoot: arguments.imageRoot)
  return NamedInput(shownName: path, relativePath: [input.name], content: .success(input))
}

private func standardInput(_ arguments: InputArguments) -> NamedInput {
  let limit = ReaderLimits().bytes + 1
  let resources: any Resources =
    arguments.imageRoot.map { FolderResources(page: "stdin", imageRoot: $0) } ?? NoResources()
  let input = readStandardInput(atMost: limit).map { Input.bytes($0, name: "stdin", resources: resources) }
  return NamedInput(shownName: "standard input", relativePath: ["stdin"], content: input)
}

private func readStandardInput(atMost limit: Int) -> Result<[UInt8], ConversionError> {
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
