import GovConvert

/// The worker's end of the line, shared by those who ask and tell during a conversion. One thread uses it at a time.
final class Line: Sendable {
  let channel = Channel(Descriptor(owning: lineDescriptor))
}

/// The pictures of a page, asked for at the command.
struct LineResources: Resources {
  let line: Line

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    guard (try? line.channel.send(Reply.need(reference, atMost: limit))) != nil,
      case .resource(let result)? = try? line.channel.receive(Request.self)
    else { throw .unreadable("the command does not answer") }
    return try result.get().bytes
  }
}

/// Tells the command which picture is being read, and leaves out those that have ended a worker before.
struct StagedReader: PictureReader {
  let pictures: any PictureReader
  let line: Line
  let job: DocumentJob

  func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    if let condemned = job.condemned.first(where: { $0.name == picture.name }) { throw condemned.error }
    guard job.readsPictures else {
      throw PictureError(code: .pictureNotRead, message: "not read: too many pictures of this page ended a worker")
    }
    tell(.picture(picture.name))
    defer { tell(.document) }
    return try pictures.read(picture, templates: templates)
  }

  private func tell(_ stage: Stage) {
    // When the command is gone, the next message will show it.
    try? line.channel.send(Reply.stage(stage))
  }
}
