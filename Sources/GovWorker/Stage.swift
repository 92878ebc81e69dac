/// What a worker is doing; the last stage that it named is the one that a death is blamed on.
public enum Stage: Sendable, Hashable, CustomStringConvertible {
  /// The process is being started.
  case start
  /// A page is being read, repaired and written.
  case document
  /// A picture of that name is being read.
  case picture(String)

  /// The stage as error records and messages name it: `start`, `document`, `picture 02.png`.
  public var description: String {
    switch self {
    case .start: "start"
    case .document: "document"
    case .picture(let name): "picture \(name)"
    }
  }
}

extension Stage: Wired {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .start: wire.write(tag: 0)
    case .document: wire.write(tag: 1)
    case .picture(let name):
      wire.write(tag: 2)
      name.write(to: &wire)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .start
    case 1: self = .document
    case 2: self = .picture(try String(from: &wire))
    default: throw WireError()
    }
  }
}
