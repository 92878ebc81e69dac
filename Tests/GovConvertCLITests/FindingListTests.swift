import FoundationEssentials
import GovWorker
import Testing

@Suite("The list of findings is whole")
struct FindingListTests {
  private let sources =
    String(#filePath.dropLast("/Tests/GovConvertCLITests/FindingListTests.swift".count)) + "/Sources"

  /// The severities of each code, by `Sources/FINDINGS.md`.
  private func listed() throws -> [String: Set<String>] {
    let rows = try text("FINDINGS.md").split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.split(separator: "|").map { $0.trimmingPrefix { $0 == " " }.split(separator: " `") }
    }
    var listed: [String: Set<String>] = [:]
    for row in rows {
      try #require(row.count == 3, "\(row)")
      let code = row[0].joined().filter { $0 != "`" && $0 != " " }
      #expect(listed[code] == nil, "\(code) stands there twice")
      listed[code] = Set(row[1].joined().split { $0 == "," || $0 == " " }.map(String.init))
    }
    return listed
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(sources)/\(name)")), as: UTF8.self)
  }

  private func program() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    return try names.map(text)
  }

  /// The names of the codes in the program, each with the code.
  private func declared(in program: [String]) -> [(name: String, code: String)] {
    program.flatMap { file in
      file.split(separator: "\n").compactMap { line in
        let sides = line.split(separator: " = Finding.Code(rawValue: \"")
        guard sides.count == 2, let name = sides[0].split(separator: " ").last else { return nil }
        return (String(name), String(sides[1].prefix { $0 != "\"" }))
      }
    }
  }

  @Test("Every code of the program is in the list, and no other")
  func codes() throws {
    let declared = declared(in: try program()).map(\.code)
    #expect(declared.count > 60)
    let codes = Set(declared).union(WorkerFailure.Code.allCases.map(\.rawValue))
    let listed = try listed()
    #expect(codes.symmetricDifference(listed.keys).sorted() == [])
    #expect(listed.values.allSatisfy { !$0.isEmpty && $0.isSubset(of: ["error", "warning", "note", "failed"]) })
  }

  @Test("A finding is made with a severity that the list has for its code")
  func severities() throws {
    let program = try program()
    let codes = Dictionary(declared(in: program).map { ($0.name, $0.code) }) { first, _ in first }
    let listed = try listed()
    var met = 0
    for file in program {
      for severity in ["error", "warning", "note"] {
        for rest in file.split(separator: ".\(severity), .").dropFirst() {
          guard let code = codes[String(rest.prefix { $0.isLetter })] else { continue }
          met += 1
          #expect(listed[code]?.contains(severity) == true, "\(code) is made with \(severity)")
        }
      }
    }
    #expect(met > 40)
  }
}
