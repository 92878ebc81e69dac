import Testing

@testable import GovOCR

@Suite("Light characters on a coloured head")
struct LightTextTests {
  /// The head of a table over most of a page, with two rows of characters, and grain that repeats.
  private func page(ground: Int, ink: Int, grain: Int) -> Raster {
    var page = Raster(width: 400, height: 200, filledWith: 250)
    page.fill(Area(left: 4, top: 4, right: 396, bottom: 160), UInt8(ground))
    for (x, y) in places {
      page.fill(Area(left: x, top: y, right: x + 10, bottom: y + 2), UInt8(ink))
      page.fill(Area(left: x + 4, top: y, right: x + 6, bottom: y + 11), UInt8(ink))
    }
    for index in page.pixels.indices {
      page.pixels[index] = UInt8(clamping: Int(page.pixels[index]) + (index * 7919 % 101 - 50) * grain / 50)
    }
    return page
  }

  private var places: [(x: Int, y: Int)] {
    [40, 100].flatMap { y in stride(from: 40, to: 360, by: 20).map { ($0, y) } }
  }

  @Test(
    "Faded characters are found, and the grain of the ground is none",
    arguments: [(90, 180, 0), (20, 90, 0), (20, 90, 15), (50, 240, 0), (50, 240, 30)])
  func found(ground: Int, ink: Int, grain: Int) {
    let page = page(ground: ground, ink: ink, grain: grain)
    let text = characters(of: page, lightIn: page, height: 11).map(\.area)
    #expect(text.count == places.count)
    for (x, y) in places { #expect(text.contains { abs($0.left - x) <= 1 && abs($0.top - y) <= 1 }) }
  }

  @Test("A dark ground without text has none", arguments: [0, 15, 30])
  func bare(grain: Int) {
    let page = page(ground: 60, ink: 60, grain: grain)
    #expect(characters(of: page, lightIn: page, height: 11).isEmpty)
  }

  @Test(
    "The paper tells what is dark, though a head covers more of the picture",
    arguments: [(61, 150...230), (200, 100...190)])
  func paper(head: UInt8, expected: ClosedRange<UInt8>) {
    var page = Raster(width: 200, height: 100, filledWith: 250)
    page.fill(Area(left: 0, top: 0, right: 200, bottom: 75), head)
    page.fill(Area(left: 10, top: 80, right: 30, bottom: 90), 20)
    #expect(expected.contains(darkThreshold(page)))
  }
}
