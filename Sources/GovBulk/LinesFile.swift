import GovConvert

/// A file of JSON lines, of which only the places of the lines are kept.
public struct LinesFile: Sendable {
  /// Where each line lies, without its line break.
  public let lines: [Range<Int>]
  private let file: SeekableFile
  private let longest: Int
  private let pathRoot: String

  /// Opens a file and finds its lines.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - pathRoot: The folder that a line's `path` must lie in or below. Default: the one that the file lies in.
  ///   - longest: The most bytes that a line may have. Default: 256 MiB, as in a stream.
  /// - Throws: `ConversionError` when it cannot be read.
  public init(_ path: String, pathRoot: String? = nil, longest: Int = 256 << 20) throws(ConversionError) {
    self.pathRoot = pathRoot ?? folder(of: path)
    self.longest = longest
    file = try SeekableFile(path)
    var lines: [Range<Int>] = []
    var start = 0
    var position = 0
    while position < file.count {
      let block = try file.bytes(at: position, count: 1 << 20)
      guard !block.isEmpty else { break }
      for (index, byte) in block.enumerated() where byte == UInt8(ascii: "\n") {
        if position + index > start { lines.append(start..<position + index) }
        start = position + index + 1
      }
      position += block.count
    }
    if start < file.count { lines.append(start..<file.count) }
    self.lines = lines
  }

  /// A line's page.
  ///
  /// - Throws: `ConversionError` when the line is too long, cannot be read, or describes no page.
  public func input(of number: Int) throws(ConversionError) -> Input {
    try RecordLine(try bytes(of: number)).input(pathsBelow: pathRoot)
  }

  /// A line's identifier; absent when it has none or is damaged.
  public func identifier(of number: Int) -> String? {
    (try? bytes(of: number)).flatMap(recordIdentifier)
  }

  private func bytes(of number: Int) throws(ConversionError) -> [UInt8] {
    let line = lines[number]
    guard line.count <= longest else {
      throw ConversionError(
        name: "line", code: .badRecord, stage: .read,
        message:
          "the line is \(line.count) bytes long, over \(longest): put the page into a file and name it with path")
    }
    return try file.bytes(at: line.lowerBound, count: line.count)
  }
}

private func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
