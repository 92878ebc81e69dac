import CLibXML2
import GovDocument

/// A parsed page and the limits that were reached on the way.
struct ParsedPage {
  var page: Page
  var exceededDepth: Bool
  var exceededElements: Bool
}

/// Parses clean UTF-8 with libxml2 and collects the elements in arrays of our own instead of its tree.
///
/// The event interface spares one allocation per node and lets limits act while parsing. No error is printed, no entity or
/// catalogue is loaded, nothing global is changed: every setting belongs to this parser.
///
/// - Parameter markup: The prepared page; see `prepareMarkup`. NULs have been taken out.
func parsePage(_ markup: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) -> ParsedPage {
  guard let start = markup.baseAddress, let size = Int32(exactly: markup.count), size > 0,
    let parser = Parser(start, size)
  else { return ParsedPage(page: emptyPage, exceededDepth: false, exceededElements: false) }
  var builder = PageBuilder(limits: limits, input: parser.input, size: markup.count)
  parser.run(&builder)
  let page = builder.finish()
  return ParsedPage(
    page: page, exceededDepth: builder.exceededDepth, exceededElements: builder.exceededElements)
}

private var emptyPage: Page {
  var page = Page()
  page.nodes.append(.init(tag: .root, parent: 0, end: 1, line: 1, start: 0, count: 0))
  return page
}

/// Sets up what libxml2 shares among its parsers. Left to the first parsers, it is done by each of them, and two that
/// start at the same moment on two threads wait for each other for ever.
private let libraryIsReady: Void = xmlInitParser()

/// Owns one libxml2 parser; no pointer into it outlives it.
private struct Parser: ~Copyable {
  private let context: htmlParserCtxtPtr

  init?(_ bytes: UnsafePointer<UInt8>, _ size: Int32) {
    _ = libraryIsReady
    let made = bytes.withMemoryRebound(to: CChar.self, capacity: Int(size)) { htmlCreateMemoryParserCtxt($0, size) }
    guard let made else { return nil }
    context = made
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
  }

  deinit { htmlFreeParserCtxt(context) }

  var input: xmlParserInputPtr? { context.pointee.input }

  borrowing func run(_ builder: inout PageBuilder) {
    guard let handler = context.pointee.sax else { return }
    handler.pointee = events
    withUnsafeMutablePointer(to: &builder) { pointer in
      context.pointee.userData = UnsafeMutableRawPointer(pointer)
      _ = htmlParseDocument(context)
      context.pointee.userData = nil
    }
  }
}

/// The events that we listen to. With no tree builder among them the user data may be ours.
private var events: htmlSAXHandler {
  var handler = htmlSAXHandler()
  handler.initialized = UInt32(XML_SAX2_MAGIC)
  handler.startElement = { user, name, attributes in
    if let name { builder(user)?.pointee.startElement(name, attributes) }
  }
  handler.endElement = { user, _ in builder(user)?.pointee.endElement() }
  handler.characters = collectCharacters
  handler.ignorableWhitespace = collectCharacters
  handler.cdataBlock = collectCharacters
  handler.serror = { _, _ in }
  return handler
}

private let collectCharacters: charactersSAXFunc = { user, text, count in
  if let text, count > 0 { builder(user)?.pointee.characters(UnsafeBufferPointer(start: text, count: Int(count))) }
}

private func builder(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PageBuilder>? {
  user?.assumingMemoryBound(to: PageBuilder.self)
}
