import TestSupport
import Testing

@Suite("govconvert normalize")
struct NormalizeTests {
  /// Longer than several of the pieces that jobs work on, each line another.
  private static let text = (0..<9000).map { number in
    number % 40 == 0 ? "第\(number)項以恰當?shù)男问街鲃庸_。" : "第\(number)項已在規(guī)定期限內(nèi)答復(fù)。"
  }.joined(separator: "\n")

  @Test("There may be more jobs than a number can count the results of")
  func manyJobs() throws {
    let folder = try ScratchFolder()
    try folder.write("本年新收申请7件。\n", to: "in.txt")
    let outcome = try shell("govconvert normalize --jobs \(Int.max) <in.txt", in: folder)
    #expect(outcome.output == "本年新收申请7件。\n", "\(outcome.errors)")
  }

  @Test("However many jobs there are, the text and the report are the same")
  func jobs() throws {
    let folder = try ScratchFolder()
    let alone = try govconvert("normalize", "--jobs", "1", in: folder, input: Self.text)
    #expect(alone.exit == 0)
    let lines = alone.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 9000)
    #expect(lines.last == "第8999项已在规定期限内答复。")
    for jobs in ["2", "4"] {
      let together = try govconvert("normalize", "--jobs", jobs, in: folder, input: Self.text)
      #expect(together.exit == 0 && together.output == alone.output)
    }
    let reports = try ["1", "4"].map { jobs in
      try govconvert("normalize", "--report", "--jobs", jobs, in: folder, input: Self.text).output
    }
    #expect(reports[0] == reports[1] && reports[0].hasPrefix("script\t"))
  }

  @Test("No job is none too few")
  func none() throws {
    #expect(try govconvert("normalize", "--jobs", "0", in: ScratchFolder()).exit == 2)
  }
}
