import TestSupport
import Testing

/// The short forms of the long runs; what they count, and the long form, stands in each script.
@Suite("Long runs, in short", .serialized)
struct LongRunTests {
  private static let scripts =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Scripts/bulk"

  @Test(
    "Each count is right",
    arguments: ["kills --pages 150 --kills 4 --workers 8", "soak --pages 30 --lines 100 --poison 4"])
  func short(run: String) throws {
    let folder = try ScratchFolder()
    let outcome = try shell("\(Self.scripts)/\(run) --binary $(command -v govconvert)", in: folder)
    #expect(outcome.exit == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count > 2)
  }
}
