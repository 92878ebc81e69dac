import GovConvert

/// The paths that a list holds, in its order: between NULs, as `find -print0` gives them, when it holds one; else on
/// lines.
func paths(in list: [UInt8]) -> [String] {
  let separator = list.contains(0) ? 0 : UInt8(ascii: "\n")
  return list.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
}

/// The inputs that a list names, each as if it had been typed; a list that cannot be read is an input that failed.
func listedInputs(_ list: String, _ arguments: InputArguments) -> [NamedInput] {
  do throws(ConversionError) {
    return paths(in: try listBytes(list)).flatMap { inputs(at: $0, arguments) }
  } catch {
    return [NamedInput(shownName: list, relativePath: [error.name], content: .failure(error))]
  }
}

/// A quarter of a gigabyte holds two million paths.
private func listBytes(_ list: String) throws(ConversionError) -> [UInt8] {
  var limits = ReaderLimits()
  limits.bytes = 256 << 20
  let isInput = list == "-"
  let bytes = try isInput ? readStandardInput(atMost: limits.bytes + 1).get() : Input.file(list).bytes(limits: limits)
  guard bytes.count <= limits.bytes else {
    throw ConversionError(
      name: list, code: .inputUnreadable, stage: .open, message: "a list of more than 256 MiB: divide it")
  }
  return bytes
}
