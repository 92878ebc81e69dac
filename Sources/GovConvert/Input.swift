/// One thing to convert: a file, or bytes that are already there.
public struct Input: Sendable {
  /// The name by which findings and the JSON call it: a file's name without its folder.
  public var name: String
  /// The kind of input. Default: told by the first bytes, then by the name's ending.
  public var format: Source.Format?
  /// The encoding that came with the input from outside, such as HTTP's charset. It weighs less than the content.
  public var encodingLabel: String?
  /// Where the pictures of the page are.
  public var resources: any Resources
  /// What was noticed on the way to the bytes, such as a damaged archive's; they come first among the findings.
  public var findings: [Finding] = []

  let content: Content

  enum Content: Sendable {
    case file(path: String)
    case bytes([UInt8])
  }

  /// A regular file. Its pictures are taken from its own folder only.
  ///
  /// - Parameters:
  ///   - path: The file; it is opened when it is converted.
  ///   - imageRoot: A folder that holds the pictures instead.
  public static func file(_ path: String, imageRoot: String? = nil) -> Input {
    let resources = FolderResources(page: path, imageRoot: imageRoot)
    return Input(name: lastComponent(of: path), resources: resources, content: .file(path: path))
  }

  /// Bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The input, not decoded.
  ///   - name: What findings call it; its ending helps to tell the format.
  ///   - resources: Where its pictures are. Default: nowhere.
  public static func bytes(_ bytes: [UInt8], name: String, resources: any Resources = NoResources()) -> Input {
    Input(name: name, resources: resources, content: .bytes(bytes))
  }
}

/// The parts of a path between its slashes; bytes are compared, for a slash with a combining mark is a slash to the kernel.
func pathComponents(_ path: String) -> [String] {
  path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
}

/// The last part of a path; the path itself when it has none.
func lastComponent(of path: String) -> String {
  pathComponents(path).last ?? path
}
