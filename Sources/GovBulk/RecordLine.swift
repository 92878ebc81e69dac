import FoundationEssentials
import GovConvert
import GovReaders

/// One line of JSON that describes a page:
/// `{"id", "html" | "html_b64" | "path" | "text", "url"?, "encoding"?, "images"?: {name: base64}}`.
public struct RecordLine: Sendable {
  /// The identifier of the page, as given; absent when the line has none.
  public private(set) var id: String?
  private let fields: Fields

  /// Reads a line.
  ///
  /// - Throws: `ConversionError` when it is no such object, or names no page or more than one.
  public init(_ line: [UInt8]) throws(ConversionError) {
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      throw ConversionError(
        name: "line", code: .badRecord, stage: .read, message: "the line is no JSON object that describes a page")
    }
    id = fields.id?.text
    let pages = [fields.html, fields.html_b64, fields.path, fields.text].count { $0 != nil }
    guard pages == 1 else {
      throw ConversionError(
        name: name, code: .badRecord, stage: .read, message: "give one of html, html_b64, path and text, not \(pages)")
    }
  }

  /// The page, ready to be converted.
  ///
  /// - Parameter root: The folder that `path` must lie in or below.
  /// - Throws: `ConversionError` when it does not.
  public func input(pathsBelow root: String) throws(ConversionError) -> Input {
    if let path = fields.path {
      var input = Input.file(try file(path, below: root))
      if fields.images != nil { input.resources = resources }
      return labelled(input)
    }
    var input: Input
    if let text = fields.text {
      input = .bytes(Array(text.utf8), name: name, resources: resources)
      input.format = .text
    } else if let html = fields.html {
      input = .bytes(Array(html.utf8), name: name, resources: resources)
      input.format = .html
    } else {
      input = .bytes(decodeBase64((fields.html_b64 ?? "").utf8), name: name, resources: resources)
    }
    return labelled(input)
  }

  private var name: String { fields.url ?? id ?? "line" }

  private func labelled(_ input: Input) -> Input {
    var input = input
    // Text inside JSON was decoded by whoever wrote it.
    input.encodingLabel = fields.html == nil && fields.text == nil ? fields.encoding : "utf-8"
    return input
  }

  private var resources: any Resources { LineImages(images: fields.images ?? [:]) }

  private struct Fields: Decodable {
    var id: RecordIdentifier?
    var html, html_b64, path, text, url, encoding: String?
    var images: [String: String]?
  }
}

/// The pictures that came in the line, by the name that the page uses, or by its last part.
private struct LineImages: Resources {
  let images: [String: String]

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    let last = reference.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
    guard let image = images[reference] ?? last.flatMap({ images[$0] }) else { throw .notFound }
    guard image.utf8.count / 4 * 3 <= limit else { throw .tooLarge(bytes: image.utf8.count / 4 * 3) }
    return decodeBase64(image.utf8)
  }
}

extension Finding.Code {
  /// A line of JSON lines does not describe a page.
  public static let badRecord = Finding.Code(rawValue: "bad-record")
}
