import GovDocument

/// The descriptor on which a worker finds its end of the line.
let lineDescriptor: Int32 = 3

/// What the command says to a worker.
enum Request: Wired {
  /// Read this picture. The answer is `Reply.picture`.
  case picture(Picture, [TableTemplate])

  func write(to wire: inout WireWriter) {
    switch self {
    case .picture(let picture, let templates):
      wire.write(tag: 0)
      picture.write(to: &wire)
      templates.write(to: &wire)
    }
  }

  init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .picture(try Picture(from: &wire), try [TableTemplate](from: &wire))
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

  func write(to wire: inout WireWriter) {
    switch self {
    case .stage(let stage):
      wire.write(tag: 0)
      stage.write(to: &wire)
    case .picture(let result):
      wire.write(tag: 1)
      result.write(to: &wire)
    }
  }

  init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .stage(try Stage(from: &wire))
    case 1: self = .picture(try Result(from: &wire))
    default: throw WireError()
    }
  }
}
