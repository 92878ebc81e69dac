import GovReaders

/// The first step: gets the bytes and hands them to the reader of their kind.
///
/// A picture becomes a document of one image block, which the next step fills like any other.
func read(_ input: Input, limits: ReaderLimits) throws(ConversionError) -> (Document, any Resources) {
  let bytes = try input.bytes(limits: limits)
  guard !bytes.isEmpty else {
    throw ConversionError(
      name: input.name, format: input.format, code: .inputEmpty, stage: .open, message: "the file is empty")
  }
  let kind: InputKind = input.format.map { .readable($0) } ?? InputKind(bytes: bytes, name: input.name)
  switch kind {
  case .readable(.html):
    return (
      try reading(input, .html) { () throws(ReadError) in
        try readHTML(bytes, name: input.name, encodingLabel: input.encodingLabel, limits: limits)
      }, input.resources
    )
  case .readable(.text):
    return (
      try reading(input, .text) { () throws(ReadError) in
        try readText(bytes, name: input.name, encodingLabel: input.encodingLabel, limits: limits)
      }, input.resources
    )
  case .readable(.image):
    let picture = ImageReference(source: input.name, origin: .picture(name: input.name, box: nil))
    let document = Document(source: Source(name: input.name, format: .image), blocks: [.image(picture)])
    return (document, OnePicture(bytes: bytes))
  case .readable(.mhtml):
    let page = try reading(input, .mhtml) { () throws(ReadError) in try unpackMHTML(bytes, limits: limits) }
    var document = try reading(input, .mhtml) { () throws(ReadError) in
      try readHTML(
        page.bytes, name: input.name, encodingLabel: page.encodingLabel ?? input.encodingLabel, limits: limits)
    }
    document.source.format = .mhtml
    document.findings += page.findings
    return (document, page.resources)
  case .readable(let container):
    throw unsupported(input, container, "an archive inside an archive, or from a pipe, is not read: name its file")
  case .unsupported(let advice):
    throw unsupported(input, nil, advice)
  }
}

extension Input {
  /// The bytes of the input, not decoded; of a file too large at most one more than the limit.
  ///
  /// - Throws: `ConversionError` when the file cannot be read.
  public func bytes(limits: ReaderLimits = ReaderLimits()) throws(ConversionError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .file(let path): return try readFile(path, name: name, atMost: limits.bytes)
    }
  }
}

private func reading<Result>(
  _ input: Input, _ format: Source.Format, _ read: () throws(ReadError) -> Result
) throws(ConversionError) -> Result {
  do throws(ReadError) {
    return try read()
  } catch {
    throw ConversionError(name: input.name, format: format, code: error.code, stage: .read, message: error.message)
  }
}

private func unsupported(_ input: Input, _ format: Source.Format?, _ advice: String) -> ConversionError {
  ConversionError(name: input.name, format: format, code: .inputUnsupported, stage: .read, message: advice)
}

/// The resources of a picture that was named as an input: itself.
private struct OnePicture: Resources {
  let bytes: [UInt8]

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    return bytes
  }
}
