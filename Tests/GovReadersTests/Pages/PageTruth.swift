import FoundationEssentials
import GovDocument

/// What is known about a drawn page: `Scripts/pages/draw.py` writes it.
struct PageTruth: Decodable {
  let isReport: Bool
  let title: String
  let date: String
  let publisher: String
  let indexNumber: String?
  let attachments: [String]
  let encoding: String
  let replacements: Int
  let runs: Int
  let boilerplate: [String]
  let blocks: [PageBlock]
}

/// A block in the form in which truth and reading are compared: white space squeezed, the title left out.
enum PageBlock: Hashable, Decodable {
  case heading(Int, String)
  case paragraph(String)
  case list([String])
  case table(rows: Int, columns: Int, cells: Set<String>)
  case image(String)

  init(from decoder: any Decoder) throws {
    let block = try Raw(from: decoder)
    switch block.type {
    case "heading": self = .heading(block.level ?? 0, squeezed(block.text ?? ""))
    case "list": self = .list(block.items?.map { squeezed($0.text) } ?? [])
    case "table":
      self = .table(
        rows: block.rows ?? 0, columns: block.columns ?? 0, cells: Set(block.cells?.map(\.description) ?? []))
    case "image": self = .image(lastComponent(block.src ?? ""))
    default: self = .paragraph(squeezed(block.text ?? ""))
    }
  }

  /// The block of a document; `nil` for a page's title.
  init?(_ block: Block) {
    switch block {
    case .heading(1, _): return nil
    case .heading(let level, let prose): self = .heading(level, squeezed(prose.text))
    case .paragraph(let prose): self = .paragraph(squeezed(prose.text))
    case .list(let items): self = .list(items.map { squeezed($0.text) })
    case .table(let table):
      let cells = table.cells.map {
        describe($0.row, $0.column, $0.rowSpan, $0.columnSpan, $0.content.text)
      }
      self = .table(rows: table.rows, columns: table.columns, cells: Set(cells))
    case .image(let image): self = .image(lastComponent(image.source))
    }
  }

  /// Its running text; none for tables and pictures.
  var text: String {
    switch self {
    case .heading(_, let text), .paragraph(let text): text
    case .list(let items): items.joined()
    case .table, .image: ""
    }
  }

  private struct Raw: Decodable {
    let type: String
    let level: Int?
    let text: String?
    let items: [Item]?
    let rows: Int?
    let columns: Int?
    let cells: [RawCell]?
    let src: String?
    struct Item: Decodable { let text: String }
  }

  /// `[row, column, row span, column span, text]`.
  private struct RawCell: Decodable, CustomStringConvertible {
    let description: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      let numbers = try (0..<4).map { _ in try values.decode(Int.self) }
      description = describe(numbers[0], numbers[1], numbers[2], numbers[3], try values.decode(String.self))
    }
  }
}

private func describe(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int, _ text: String) -> String {
  "\(row),\(column) \(rows)x\(columns) \(squeezed(text).replacing(" ", with: ""))"
}

private func lastComponent(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

/// White space as one space and none at the ends; zero-width spaces, which are the normalizer's matter, left out.
func squeezed(_ text: String) -> String {
  text.filter { $0 != "\u{200B}" }.split { $0.isWhitespace }.joined(separator: " ")
}
