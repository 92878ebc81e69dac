import GovDocument
import GovForms
import GovReport
import Testing

/// The equations as checksums over what the readers of a picture propose.
struct ReconciliationTests {
  /// What became of the misread cells of many pictures.
  struct Outcome {
    var misread = 0
    var repaired = 0
    var flagged = 0
    var wronglyRepaired = 0
    var silentlyWrong = 0
    var figures = 0
    var examples: [String] = []

    func share(_ part: Int) -> Double { misread == 0 ? 1 : Double(part) / Double(misread) }
  }

  static func outcome(
    table: String = "requests", failures: Int, pictures: Int = 50, seed: UInt64 = 3,
    failure: @escaping (inout Chance) -> SimulatedPicture.Failure = { $0.happens(0.75) ? .disagreement : .blindness }
  ) -> Outcome {
    var chance = Chance(seed: seed)
    var outcome = Outcome()
    for _ in 0..<pictures {
      let truth = GeneratedReport(&chance, fill: chance.pick([.zeros, .zeros, .mixed, .naturalAndTotal, .blanks]))
      var picture = SimulatedPicture(truth, table: table, failures: failures, &chance, failure: failure)
      let report = recognise(&picture.document)
      let reported = Set(picture.document.findings.filter { $0.severity != .note }.flatMap(\.figures))
      for figure in report.figures {
        let isRight = digest(figure.figure) == printedFigure(truth.texts[figure.identifier] ?? "")
        let warns = figure.status.isWarning || reported.contains(figure.identifier)
        outcome.figures += 1
        if !isRight && !warns {
          outcome.silentlyWrong += 1
          if outcome.examples.count < 5 {
            outcome.examples.append("\(figure.identifier) \(figure.figure) \(figure.status)")
          }
        }
        if !isRight && [.reconciled, .inferred].contains(figure.status) { outcome.wronglyRepaired += 1 }
        guard picture.misread.contains(figure.identifier) else { continue }
        outcome.misread += 1
        outcome.repaired += isRight ? 1 : 0
        outcome.flagged += isRight || warns ? 1 : 0
      }
    }
    return outcome
  }

  @Test(arguments: [(1, 1.0), (2, 0.95)])
  func aFewMisreadCellsAreRepaired(_ failures: Int, _ floor: Double) {
    let outcome = Self.outcome(failures: failures)
    #expect(outcome.share(outcome.repaired) >= floor, "\(outcome)")
    #expect(outcome.wronglyRepaired * 1000 <= outcome.figures, "\(outcome)")
    #expect(outcome.silentlyWrong * 1000 <= outcome.figures, "\(outcome)")
  }

  @Test(arguments: [3, 4, 5])
  func upToFiveMisreadCellsAreRepairedOrFlagged(_ failures: Int) {
    let outcome = Self.outcome(failures: failures)
    #expect(outcome.share(outcome.flagged) >= 0.99, "\(outcome)")
    #expect(outcome.wronglyRepaired * 1000 <= outcome.figures, "\(outcome)")
  }

  /// Readers that agree are taken for the page; a cell where a broken row meets a broken column is doubtful all the same.
  @Test(arguments: [1, 2])
  func unanimousMisreadingsAreFlagged(_ failures: Int) {
    let outcome = Self.outcome(failures: failures, failure: { _ in .unanimity })
    #expect(outcome.share(outcome.flagged) >= 0.99, "\(outcome)")
    #expect(outcome.wronglyRepaired == 0, "\(outcome)")
  }

  @Test(arguments: ["review", "disclosure"])
  func otherTablesAreNeverRepairedBlind(_ table: String) {
    let outcome = Self.outcome(table: table, failures: 2)
    #expect(outcome.share(outcome.flagged) >= 0.99, "\(outcome)")
    #expect(outcome.wronglyRepaired == 0, "\(outcome)")
  }
}
