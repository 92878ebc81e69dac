import GovDocument
import Testing

@testable import GovNormalizer

@Suite struct HalfConvertedTests {
  @Test func `a half converted page becomes right traditional text`() {
    var document = Document(source: Source(name: "page.txt", format: .text))
    document.blocks = [.paragraph(Prose("公开关于規(guī)范的制度，統(tǒng)籌全麵工作，監(jiān)督體(tǐ)係。", origin: .line(1)))]
    var options = NormalizationOptions()
    options.script = .taiwan
    normalize(&document, options: options)
    guard case .paragraph(let prose) = document.blocks[0] else { return }
    #expect(prose.text == "公開關於規範的制度，統籌全面工作，監督體系。")
    #expect(prose.edits.contains { $0.pass == "half-converted-script" })
  }

  @Test func `real traditional text keeps its forms`() {
    let text = "臺北市各級機關應依規範公開資訊，製作目錄，並於峯頂設置牌示。"
    var document = Document(source: Source(name: "page.txt", format: .text))
    document.blocks = [.paragraph(Prose(text, origin: .line(1)))]
    var options = NormalizationOptions()
    options.script = .traditional
    normalize(&document, options: options)
    guard case .paragraph(let prose) = document.blocks[0] else { return }
    #expect(prose.text == text)
  }
}
