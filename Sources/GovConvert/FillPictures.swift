import GovForms

/// The second step: every picture whose bytes are to be had becomes the text and tables that it shows.
///
/// A picture that cannot be read stays where it is, with the reason and a finding.
///
/// - Returns: The Debian package whose absence kept a picture from being read.
func fillPictures(in document: inout Document, from resources: any Resources, options: Options) -> String? {
  var missingPackage: String?
  var blocks: [Block] = []
  var pictures = 0
  let year = document.metadata.year
  // Most pages have no picture, and to lay the forms out takes longer than to read a line of one.
  lazy var templates = likelyTemplates(year: year)
  blocks.reserveCapacity(document.blocks.count)
  for block in document.blocks {
    guard case .image(var image) = block else {
      blocks.append(block)
      continue
    }
    pictures += 1
    do throws(Unfilled) {
      let content = try content(
        of: image, number: pictures, from: resources, templates: options.pictureReader == nil ? [] : templates,
        options: options)
      blocks += content.blocks.map { withCaption(of: image, $0) }
      document.findings += content.findings
    } catch {
      image.reason = error.reason
      missingPackage = missingPackage ?? error.missingPackage
      document.findings.append(error.finding(at: image.origin))
      blocks.append(.image(image))
    }
  }
  document.blocks = blocks
  return missingPackage
}

private func content(
  of image: ImageReference, number: Int, from resources: any Resources, templates: [TableTemplate], options: Options
) throws(Unfilled) -> PictureContent {
  let name = pictureName(image.source, number: number)
  guard let reader = options.pictureReader else {
    throw Unfilled(.warning, .pictureNotRead, name, reason: "not read", advice: "no picture reader was asked for")
  }
  guard number <= options.pictures else {
    throw Unfilled(
      .error, .tooManyPictures, name, reason: "over the limit",
      advice: "only the first \(options.pictures) pictures of a page are read")
  }
  let bytes = try pictureBytes(of: image.source, name: name, from: resources, atMost: options.pictureBytes)
  do throws(PictureError) {
    return try reader.read(Picture(name: name, bytes: bytes), templates: templates)
  } catch {
    throw Unfilled(
      .error, error.code, name, reason: error.message, advice: "", missingPackage: error.missingPackage)
  }
}

private func pictureBytes(
  of source: String, name: String, from resources: any Resources, atMost limit: Int
) throws(Unfilled) -> [UInt8] {
  do throws(ResourceError) {
    if isDataURI(source) { return try dataURIBytes(source, atMost: limit) }
    return try resources.bytes(of: source, atMost: limit)
  } catch {
    throw Unfilled(.error, .pictureMissing, name, reason: error.reason, advice: error.advice)
  }
}

/// All statutory tables, those of the report's year first: a page may be wrong about its year.
private func likelyTemplates(year: Int?) -> [TableTemplate] {
  let current = StatutoryForm.all.filter { form in year.map(form.years.contains) ?? false }
  let others = StatutoryForm.all.filter { form in !current.contains { $0.identifier == form.identifier } }
  return (current + others).flatMap(\.templates)
}

/// A table that was read from a picture takes over the caption that the page prints with the picture.
private func withCaption(of image: ImageReference, _ block: Block) -> Block {
  guard case .table(var table) = block, table.caption == nil else { return block }
  table.caption = image.caption
  return .table(table)
}

/// What findings call a picture: its file's name; a picture inside the page has none and is numbered.
private func pictureName(_ source: String, number: Int) -> String {
  guard !isDataURI(source) else { return "picture \(number) inside the page" }
  let path = source.prefix { $0 != "?" && $0 != "#" }
  return lastComponent(of: String(path.isEmpty ? source[...] : path))
}

/// Why one picture was left as it is.
private struct Unfilled: Error {
  let severity: Finding.Severity
  let code: Finding.Code
  let name: String
  let reason: String
  let advice: String
  let missingPackage: String?

  init(
    _ severity: Finding.Severity, _ code: Finding.Code, _ name: String, reason: String, advice: String,
    missingPackage: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.name = name
    self.reason = reason
    self.advice = advice
    self.missingPackage = missingPackage
  }

  func finding(at origin: Origin) -> Finding {
    let cause = advice.isEmpty ? reason : "\(reason) (\(advice))"
    return Finding(severity, code, "\(name): \(cause); what it shows is missing from the text", origin: origin)
  }
}

extension ResourceError {
  /// A few words for the image block.
  fileprivate var reason: String {
    switch self {
    case .notFound: "not found beside the page"
    case .refused(let place): "refused: \(place)"
    case .tooLarge(let bytes): "too large: \(bytes) bytes"
    case .unreadable(let why): "could not be read: \(why)"
    }
  }

  /// What the person can do about it.
  fileprivate var advice: String {
    switch self {
    case .notFound: "put it into the page's folder, or name its folder with --image-root"
    case .refused: "only regular files in the page's own folder are opened"
    case .tooLarge, .unreadable: ""
    }
  }
}
