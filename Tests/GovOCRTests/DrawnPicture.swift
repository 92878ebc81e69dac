import Foundation
import GovDocument
import GovForms
import Testing

@testable import GovOCR

/// A picture of Fixtures/pictures with its exact truth, as Scripts/pictures/draw.py wrote it.
struct DrawnPicture: CustomTestStringConvertible {
  let path: String
  var testDescription: String { path }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/pictures")

  var picture: Picture {
    get throws {
      let url = Self.folder.appending(path: path)
      return Picture(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
    }
  }

  var truth: Truth {
    get throws {
      let url = Self.folder.appending(path: path).deletingPathExtension().appendingPathExtension("json")
      return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
    }
  }

  func read(with reader: TablePictureReader) throws -> [Table] {
    try reader.read(picture, templates: StatutoryForm.all.flatMap(\.templates)).blocks.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
  }
}

/// What was drawn.
struct Truth: Decodable {
  let tables: [DrawnTable]
}

struct DrawnTable: Decodable {
  let rows: Int
  let columns: Int
  let cells: [DrawnCell]

  /// The layout as row, column and spans of every cell in row-major order.
  var layout: [[Int]] { cells.map(\.place).sorted { $0.lexicographicallyPrecedes($1) } }
}

/// Written as a list: row, column, row span, column span, text, whether it is a figure.
struct DrawnCell: Decodable {
  let place: [Int]
  let text: String
  let isFigure: Bool

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    place = try (0..<4).map { _ in try list.decode(Int.self) }
    text = try list.decode(String.self)
    isFigure = try list.decode(Bool.self)
  }
}

/// How a table that was read compares with the one that was drawn.
struct Score {
  var figures = 0
  var right = 0
  /// Wrong, and nothing says so.
  var unflagged: [String] = []

  init(_ table: Table, _ drawn: DrawnTable) {
    let cells = Dictionary(uniqueKeysWithValues: table.cells.map { ([$0.row, $0.column], $0) })
    for wanted in drawn.cells where wanted.isFigure {
      figures += 1
      let cell = cells[Array(wanted.place[..<2])]
      if cell?.content.text == wanted.text.replacing("—", with: "-") {
        right += 1
      } else if cell?.reading?.status == .read {
        unflagged.append("\(wanted.place): \(wanted.text) became \(cell?.content.text ?? "")")
      }
    }
  }
}

extension Table {
  var layout: [[Int]] { cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } }
}

extension Raster {
  /// Paints a rectangle.
  mutating func fill(_ area: Area, _ value: UInt8) {
    for y in area.top..<area.bottom {
      for x in area.left..<area.right { self[x, y] = value }
    }
  }
}
