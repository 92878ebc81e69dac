import GovDocument
import Testing

@testable import GovOCR

@Suite("Signs and points of small print may be lost")
struct LostMarkTests {
  private let digit = Area(left: 25, top: 7, right: 33, bottom: 17)

  /// A cell with marks of some grey on white paper.
  private func cell(_ marks: [(area: Area, grey: Int)]) -> CellInk {
    var page = Raster(width: 60, height: 24, filledWith: 255)
    for mark in marks { page.fill(mark.area, UInt8(mark.grey)) }
    return CellInk(page: page, area: Area(left: 0, top: 0, right: 60, bottom: 24), contrast: 200, noise: 2)
  }

  @Test(
    "Three grey pixels before a number may be its sign; behind it as well they are a rim",
    arguments: [(before: 160, behind: 255, true), (before: 230, behind: 255, false), (before: 160, behind: 160, false)])
  func sign(before: Int, behind: Int, mayHaveSign: Bool) {
    let ink = cell([
      (digit, 0), (Area(left: 19, top: 12, right: 22, bottom: 13), before),
      (Area(left: 36, top: 12, right: 39, bottom: 13), behind),
    ])
    #expect(ink.mayHaveSign(before: digit) == mayHaveSign)
  }

  @Test(
    "A flat mark at half height that touches the first digit may be its sign; at its foot or as high as a digit it is none",
    arguments: [(top: 12, bottom: 14, true), (top: 15, bottom: 17, false), (top: 9, bottom: 15, false)])
  func touching(top: Int, bottom: Int, beginsFlat: Bool) {
    let ink = cell([(digit, 0), (Area(left: 21, top: top, right: 25, bottom: bottom), 120)])
    #expect(ink.beginsFlat(Area(left: 21, top: 7, right: 33, bottom: 17)) == beginsFlat)
  }

  @Test(
    "A dash at half height before the first digit is its sign; what stands lower, higher, further off or upright is none",
    arguments: [
      (Area(left: 19, top: 12, right: 23, bottom: 14), true), (Area(left: 19, top: 15, right: 23, bottom: 17), false),
      (Area(left: 19, top: 7, right: 23, bottom: 9), false), (Area(left: 11, top: 12, right: 15, bottom: 14), false),
      (Area(left: 22, top: 11, right: 23, bottom: 14), false), (Area(left: 10, top: 12, right: 23, bottom: 14), false),
    ])
  func dash(area: Area, beginsWithDash: Bool) {
    for grey in [0, 140, 190] {
      let line = Area(left: area.left, top: 7, right: 33, bottom: 17)
      #expect(cell([(digit, 0), (area, grey)]).beginsWithDash(line) == beginsWithDash)
    }
    #expect(!cell([(digit, 0), (area, 230)]).beginsWithDash(Area(left: area.left, top: 7, right: 33, bottom: 17)))
  }

  /// A stem of ten rows, and three pixels of each row from `top` to `bottom` beside it, one column apart.
  @Test(
    "What is pale beside the lower half of a stem may be the diagonal of a 4, its flag and its foot are a 1's",
    arguments: [
      (top: 11, bottom: 15, shade: 190, true), (top: 7, bottom: 11, shade: 190, false),
      (top: 16, bottom: 17, shade: 40, false), (top: 11, bottom: 15, shade: 230, false),
    ])
  func diagonal(top: Int, bottom: Int, shade: Int, mayBeginWithFour: Bool) {
    let stem = Area(left: 25, top: 7, right: 26, bottom: 17)
    let ink = cell([(stem, 0), (Area(left: 21, top: top, right: 24, bottom: bottom), shade)])
    #expect(ink.mayBeginWithFour(stem) == mayBeginWithFour)
  }

  @Test(
    "A whole number in small print, in a column of numbers with points",
    arguments: [("26.3", true, [0]), ("06", true, [0, 1]), ("26", true, []), ("26.3", false, [])])
  func point(other: String, isSmall: Bool, expected: [Int]) {
    let grid = Grid(
      xs: [0, 30], ys: [0, 20, 40], horizontal: [[Bool]](repeating: [true], count: 3),
      vertical: [[Bool]](repeating: [true, true], count: 2))
    let readings = ["43", other].map { text in
      var reading = CellReading(text: text, confidence: 0.99, status: .read, candidates: [])
      reading.isSmall = isSmall
      return reading
    }
    #expect(lostPoints(Structure(grid), readings) == expected)
  }
}
