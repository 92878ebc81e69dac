import GovConvert

/// The descriptor on which a worker finds its end of the line.
let lineDescriptor: Int32 = 3

/// What the command says to a worker.
enum Request: Wired {
  /// Read this picture. The answer is `Reply.picture`.
  case picture(Picture, [TableTemplate])
  /// Convert this page. Questions may come first; the answer is `Reply.document`.
  case document(DocumentJob)
  /// The answer to `Reply.need`.
  case resource(Result<ResourceBytes, ResourceError>)

  func write(to wire: inout WireWriter) {
    switch self {
    case .picture(let picture, let templates):
      wire.write(tag: 0)
      picture.write(to: &wire)
      templates.write(to: &wire)
    case .document(let job):
      wire.write(tag: 1)
      job.write(to: &wire)
    case .resource(let result):
      wire.write(tag: 2)
      result.write(to: &wire)
    }
  }

  init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .picture(try Picture(from: &wire), try [TableTemplate](from: &wire))
    case 1: self = .document(try DocumentJob(from: &wire))
    case 2: self = .resource(try Result(from: &wire))
    default: throw WireError()
    }
  }
}

/// What a worker says to the command.
enum Reply: Wired {
  /// It has begun another stage; the clock starts anew.
  case stage(Stage)
  /// What the picture holds.
  case picture(Result<PictureContent, PictureError>)
  /// It needs the bytes behind a reference of the page, at most so many.
  case need(String, atMost: Int)
  /// What became of the page.
  case document(DocumentAnswer)

  func write(to wire: inout WireWriter) {
    switch self {
    case .stage(let stage):
      wire.write(tag: 0)
      stage.write(to: &wire)
    case .picture(let result):
      wire.write(tag: 1)
      result.write(to: &wire)
    case .need(let reference, let limit):
      wire.write(tag: 2)
      reference.write(to: &wire)
      limit.write(to: &wire)
    case .document(let answer):
      wire.write(tag: 3)
      answer.write(to: &wire)
    }
  }

  init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .stage(try Stage(from: &wire))
    case 1: self = .picture(try Result(from: &wire))
    case 2: self = .need(try String(from: &wire), atMost: try Int(from: &wire))
    case 3: self = .document(try DocumentAnswer(from: &wire))
    default: throw WireError()
    }
  }
}

/// Bytes as the success of a `Result`.
struct ResourceBytes: Wired {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func write(to wire: inout WireWriter) { wire.write(bytes: bytes) }

  init(from wire: inout WireReader) throws(WireError) { bytes = try wire.readBytes() }
}
