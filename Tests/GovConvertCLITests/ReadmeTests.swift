import FoundationEssentials
import Glibc
import TestSupport
import Testing

@Suite("The README is true")
struct ReadmeTests {
  private let root = String(#filePath.dropLast("/Tests/GovConvertCLITests/ReadmeTests.swift".count))

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\(name)")), as: UTF8.self)
  }

  /// The lines of the fenced blocks of a language.
  private func blocks(of language: String) throws -> [[Substring]] {
    try text("README.md").split(separator: "```\(language)\n").dropFirst().compactMap { rest in
      rest.split(separator: "\n```").first?.split(separator: "\n")
    }
  }

  @Test("The commands work as printed")
  func commands() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "page.html")
    try folder.write(page(), to: "pages/page.html")
    try folder.write(page(), to: "archive/page.html")
    try folder.write(#"{"id": "1", "text": "一、总体情况"}"# + "\n", to: "pages.jsonl")
    try FileManager.default.copyItem(
      atPath: "\(root)/Fixtures/Archives/members.warc.gz", toPath: "\(folder.path)/crawl.warc.gz")
    let lines = try blocks(of: "sh").flatMap { $0 }.filter { !$0.hasPrefix("Scripts/") }
    #expect(lines.count >= 5)
    for line in lines {
      let outcome = try shell(String(line), in: folder)
      // The archive's pictures are no pictures, which makes its pages partial.
      #expect(outcome.exit == (line.contains(" crawl.warc.gz --store results.sqlite --jobs") ? 1 : 0), "\(line)")
      // Runs over many pages close with a line that counts them.
      #expect(outcome.errors.isEmpty || line.contains("results."), "\(line)")
    }
    let made = ["clean/page.md", "results.jsonl", "results.sqlite", "review.csv", "tables/page-1.csv"]
    #expect(try folder.files().filter(made.contains) == made)
  }

  @Test("The scripts and fixtures that it names are there and can be run")
  func scripts() throws {
    let words = try blocks(of: "sh").flatMap { $0 }.filter { $0.hasPrefix("Scripts/") }.flatMap {
      $0.split(separator: " ")
    }
    #expect(words.count >= 3)
    for word in words {
      #expect(access("\(root)/\(word)", word.hasPrefix("Scripts/") ? X_OK : R_OK) == 0, "\(word)")
    }
  }

  @Test("The damage is in the fixture, the cure in the output")
  func damageAndCure() throws {
    let folder = try ScratchFolder()
    let page = "\(root)/Fixtures/pages/qingyun-2021.html"
    let damaged = try shell("iconv --from gb18030 --to utf-8 '\(page)'", in: folder).output
    let cured = try govconvert(page, in: folder).output
    let rows = try text("README.md").split(separator: "\n").drop { !$0.hasPrefix("|---") }.dropFirst()
      .prefix { $0.hasPrefix("|") }
    #expect(rows.count >= 3)
    for row in rows {
      let columns = row.replacing("\\|", with: "\u{0}").split(separator: "|").map { column in
        column.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { $0.element.replacing("\u{0}", with: "|") }
      }
      for damage in columns.first ?? [] { #expect(damaged.contains(damage), "\(damage)") }
      for cure in columns.last ?? [] { #expect(cured.contains(cure), "\(cure)") }
    }
  }

  @Test("Every option of the command is in the help, and every exit code in the README")
  func exits() throws {
    let readme = try text("README.md")
    let help = try govconvert("--help", in: ScratchFolder()).output
    for code in ["0", "1", "2", "3", "5", "6", "130"] {
      #expect(readme.contains("| \(code) | "))
      #expect(help.contains("\n  \(code) "))
    }
  }
}
