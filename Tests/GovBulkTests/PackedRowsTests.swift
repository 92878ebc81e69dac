import Testing

@testable import GovWriters

/// What a worker that a hostile page took over can send in the place of rows.
@Suite struct PackedRowsTests {
  @Test func `Rows come through as they are; cut ones, false counts and bytes that are no text do not`() throws {
    var rows = PackedRows()
    rows.begin(.edits)
    rows.add(7)
    rows.add("甲\0乙")
    rows.add(0.5)
    #expect(PackedRows(checking: rows.bytes) == rows)
    #expect(PackedRows(checking: []) == PackedRows())
    for end in 1..<rows.bytes.count { #expect(PackedRows(checking: Array(rows.bytes[..<end])) == nil) }
    var random = SystemRandomNumberGenerator()
    for place in rows.bytes.indices {
      var wrong = rows.bytes
      wrong[place] = UInt8.random(in: 0...255, using: &random)
      // Whatever passes the check can be read to its end.
      PackedRows(checking: wrong)?.withReader { rows in
        while let table = rows.table() {
          for _ in table.columns { #expect(rows.next() != nil) }
        }
      }
    }
    var text = rows.bytes
    text[try #require(text.firstIndex(of: 0xE7))] = 0xFF
    #expect(PackedRows(checking: text) == nil)
    #expect(RowTable.allCases.allSatisfy { $0.columns.count == $0.fieldCount })
  }
}

extension PackedRows {
  var tables: [RowTable] {
    var tables: [RowTable] = []
    withReader { rows in
      while let table = rows.table() {
        tables.append(table)
        for _ in table.columns { _ = rows.next() }
      }
    }
    return tables
  }
}
