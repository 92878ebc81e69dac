import Testing

@testable import GovOCR

@Suite("Light text on dark paper all over a picture")
struct LightOnDarkTests {
  /// Rows of characters on paper, below a head with a ground and ink of its own.
  private func page(paper: UInt8, ink: UInt8, head: (height: Int, ground: UInt8, ink: UInt8) = (0, 0, 0)) -> Raster {
    var page = Raster(width: 480, height: 360, filledWith: paper)
    page.fill(Area(left: 0, top: 0, right: 480, bottom: head.height), head.ground)
    for y in stride(from: 6, to: 340, by: 24) {
      for x in stride(from: 30, to: 440, by: 16) {
        page.fill(Area(left: x, top: y, right: x + 3, bottom: y + 12), y < head.height ? head.ink : ink)
      }
    }
    return page
  }

  @Test("A picture of the night is turned round", arguments: [(0, 255), (25, 208), (60, 170)] as [(UInt8, UInt8)])
  func night(paper: UInt8, ink: UInt8) {
    let page = page(paper: paper, ink: ink)
    let turned = Pages(darkest: page, brightest: page).darkOnLight()
    #expect(turned.darkest[0, 0] == 255 - paper && turned.darkest[31, 8] == 255 - ink)
    #expect(turned.brightest == turned.darkest)
  }

  @Test(
    "A dark head, a dark desk and paper in the shade are left as they are",
    arguments: [(0, 255, 255), (250, 60, 250), (300, 30, 30)] as [(Int, UInt8, UInt8)])
  func day(height: Int, ground: UInt8, ink: UInt8) {
    let page = page(paper: 250, ink: 20, head: (height, ground, ink))
    #expect(Pages(darkest: page, brightest: page).darkOnLight().darkest == page)
  }

  @Test("Paper in the dark keeps its dark ink")
  func shade() {
    let page = page(paper: 100, ink: 20)
    #expect(Pages(darkest: page, brightest: page).darkOnLight().darkest == page)
  }

  @Test("A coloured ground has other channels when it is turned")
  func coloured() {
    var low = page(paper: 20, ink: 220)
    var high = page(paper: 50, ink: 220)
    (low[470, 350], high[470, 350]) = (0, 255)
    let turned = Pages(darkest: low, brightest: high).darkOnLight()
    // The most of (20, …, 40) was made brighter by half of its colour: 40 + 10.
    #expect(turned.darkest[0, 0] == 215 && turned.brightest[0, 0] == 245)
    #expect(turned.darkest[470, 350] == 85 && turned.brightest[470, 350] == 255)
  }
}
