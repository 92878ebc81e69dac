import Testing

@testable import GovOCR

@Suite("Light that falls off towards one side of a page")
struct EvenLightTests {
  /// A page with rows of dark characters, under a head of some grey, in light that falls off to the right and to the bottom.
  private static func page(fall: Double, head: UInt8 = 255, stripes: UInt8 = 255) -> Pages {
    page(head: head, stripes: stripes) { x, y in 1 - fall * (x + y) / 2 }
  }

  /// - Parameter light: How much of its grey each pixel keeps; the places run from 0 to 1.
  private static func page(head: UInt8 = 255, stripes: UInt8 = 255, light: (Double, Double) -> Double) -> Pages {
    var page = Raster(width: 480, height: 360, filledWith: 255)
    page.fill(Area(left: 20, top: 20, right: 460, bottom: 110), head)
    for row in stride(from: 120, to: 340, by: 48) {
      page.fill(Area(left: 0, top: row, right: 480, bottom: row + 24), stripes)
    }
    for row in stride(from: 126, to: 340, by: 24) {
      for column in stride(from: 30, to: 440, by: 16) {
        page.fill(Area(left: column, top: row, right: column + 3, bottom: row + 12), 60)
      }
    }
    for y in 0..<360 {
      for x in 0..<480 {
        page[x, y] = UInt8(min(255, Double(page[x, y]) * light(Double(x) / 480, Double(y) / 360)))
      }
    }
    return Pages(darkest: page, brightest: page)
  }

  @Test(
    "Paper is as bright everywhere and ink as dark as before, whatever the head", arguments: [255, 200, 80] as [UInt8])
  func lit(head: UInt8) {
    let dim = Self.page(fall: 0.4, head: head)
    let page = dim.evenlyLit().brightest
    #expect(dim.brightest[470, 350] < 165)
    for (x, y) in [(5, 5), (470, 5), (5, 350), (470, 350), (240, 350)] { #expect(page[x, y] > 240) }
    #expect(page[31, 130] < 75 && page[431, 320] < 75)
  }

  @Test("Where the bright side is overexposed, the dark one is lit", arguments: [0.55, 0.6, 0.7, 0.8])
  func overexposed(share: Double) {
    let dim = Self.page { x, _ in 0.25 + 0.75 * x / share }
    let page = dim.evenlyLit().brightest
    for (x, y) in [(5, 5), (240, 5), (470, 5), (5, 350), (470, 350)] { #expect(page[x, y] > 220) }
    #expect(dim.brightest[5, 5] < 75 && page[31, 130] < 75)
  }

  @Test(
    "Even light, a fall that harms nothing, a dark head and stripes are left as they are",
    arguments: [(0, 255, 255), (0.15, 255, 255), (0, 60, 255), (0, 120, 200)] as [(Double, UInt8, UInt8)])
  func even(fall: Double, head: UInt8, stripes: UInt8) {
    #expect(lightPlane(of: Self.page(fall: fall, head: head, stripes: stripes).brightest) == nil)
  }

  @Test("A picture too small for a plane is left as it is")
  func small() {
    let page = Raster(width: 60, height: 40, filledWith: 200)
    #expect(lightPlane(of: page) == nil)
    #expect(lightPlane(of: Raster(width: 0, height: 0, filledWith: 0)) == nil)
  }
}
