import GovDocument
import GovReport
import Testing

/// Generated reports in every shape, against what they print. The floors are the project's promise.
struct ShapeTests {
  static let reports = 60

  @Test(arguments: [Shape.grid, .pipe, .repeatedPipe, .paddedPipe])
  func figuresOfTablesThatKeptTheirBlanksComeBack(_ shape: Shape) {
    let score = score(shape)
    #expect(score.rightShare >= 0.999, "\(score)")
    #expect(score.silentShare <= 0.001, "\(score)")
  }

  @Test(arguments: [Shape.movedPipe, .lines, .rowLines])
  func lostBlanksAreFoundAgainOrLeftOpen(_ shape: Shape) {
    let score = score(shape)
    #expect(score.totalShare >= 0.99, "\(score)")
    #expect(score.truthShare >= 0.99, "\(score)")
    #expect(score.silentShare <= 0.001, "\(score)")
  }

  private func score(_ shape: Shape) -> Score {
    var chance = Chance(seed: 7)
    var score = Score()
    for _ in 0..<Self.reports {
      let truth = GeneratedReport(&chance)
      var document = shape.document(of: truth, &chance)
      let report = recognise(&document)
      score.count(report, findings: document.findings, against: truth)
    }
    return score
  }

  /// Every tenth report contradicts itself in print: its figures stay, and the contradiction is reported.
  @Test func contradictionsAreReportedNotRepaired() {
    var chance = Chance(seed: 11)
    for _ in 0..<60 {
      let truth = GeneratedReport(&chance, isBroken: true)
      for shape in Shape.allCases {
        var document = shape.document(of: truth, &chance)
        let report = recognise(&document)
        let codes = Set(document.findings.map(\.code))
        #expect(
          codes.contains(.identityBroken) || codes.contains(.totalMissing),
          "\(shape) \(truth.brokenCell ?? "") \(truth.fill)")
        guard shape == .grid, let name = truth.brokenCell else { continue }
        let found = report.figure(name).map { digest($0.figure) }
        #expect(found == printedFigure(truth.texts[name] ?? ""))
      }
    }
  }
}
