import Testing

@testable import GovOCR

@Suite("How well letters agree with columns")
struct LetterScoresTests {
  /// Columns of which each is sure of one answer: 0 is blank.
  private func scores(_ answers: [Int]) -> LetterScores {
    let rows = answers.flatMap { answer in (0..<6).map { $0 == answer ? Float(10) : 0 } }
    return LetterScores(columns: answers.count, classes: 5, stride: 6, scores: rows)
  }

  @Test(
    "Letters stand in their order, each in any number of columns, with blanks wherever they may be",
    arguments: [
      ([2, 3], [[2], [3]]), ([0, 2, 2, 0, 0, 3, 0], [[2], [3]]), ([2, 4], [[2], [3, 4]]), ([2, 0, 2], [[2], [2]]),
    ] as [([Int], [[Int]])])
  func same(columns: [Int], spelling: [[Int]]) {
    let agreement = scores(columns).agreement(with: spelling)
    #expect(abs(agreement.loss) < 0.01)
    #expect(agreement.leastLetter > -0.01)
  }

  @Test(
    "Another letter, one more, one fewer, the same one twice, and the wrong order cost a letter at least",
    arguments: [
      ([2, 3, 0], [[2], [4]]), ([2, 3, 4], [[2], [4]]), ([2, 0, 0], [[2], [4]]), ([2, 2, 2], [[2], [2]]),
      ([3, 2, 0], [[2], [3]]),
    ] as [([Int], [[Int]])])
  func other(columns: [Int], spelling: [[Int]]) {
    #expect(scores(columns).agreement(with: spelling).loss > 9)
  }

  @Test(
    "More letters than columns do not agree",
    arguments: [([2], [[2], [3]]), ([2, 2], [[2], [2]])] as [([Int], [[Int]])])
  func fewer(columns: [Int], spelling: [[Int]]) {
    #expect(scores(columns).agreement(with: spelling).loss == .infinity)
  }
}
