import GovDocument
import GovReport
import Testing

/// Numbers in prose: what counts, what it counts, and what is no count at all.
struct MentionTests {
  private func mentions(_ text: String) -> [Mention] {
    var document = Document(
      source: Source(name: "page.html", format: .html), blocks: [.paragraph(Prose(text, origin: .line(1)))])
    return recognise(&document).mentions
  }

  @Test(arguments: [
    ("全年共收到政府信息公开申请117宗。", "117", "宗"),
    ("发布信息1.1万余条。", "11000+", "条"),
    ("关注人数达187余万人。", "1870000+", "人"),
    ("点击量达到1.9亿次。", "190000000", "次"),
    ("公开文件1,234件。", "1234", "件"),
    ("公开文件１２３４件。", "1234", "件"),
    ("全年召开新闻发布会十二场。", "12", "场"),
    ("全年办理建议一百二十件。", "120", "件"),
    ("每月更新3至5条。", "3-5", "条"),
    ("每月更新3-5条。", "3-5", "条"),
    ("每年发布3至5万条。", "30000-50000", "条"),
    ("按期答复占21.4%。", "21.4", "%"),
    ("按期答复率为百分之九十五。", "95", "%"),
    ("全年收费金额為3.5萬元。", "3.5", "萬元"),
    ("收到申請２０餘件。", "20+", "件"),
  ])
  func aCountIsRead(_ text: String, _ value: String, _ unit: String) throws {
    let mention = try #require(mentions(text).first)
    let upper = mention.upperValue.map { "-\($0)" } ?? ""
    #expect("\(mention.value)\(upper)\(mention.isApproximate ? "+" : "")" == value)
    #expect(mention.unit == unit)
  }

  @Test(arguments: [
    "根据国办公开办函〔2021〕30号编制。", "统计期限为2021年1月1日至2021年12月31日。", "联系电话：0571-88000000。",
    "地址：人民路97号，邮编310000。", "自收到之日起20个工作日内答复。", "《条例》第二十条第一款。", "进一步提高了水平。",
    "本局有一个网站。", "网址www.example.gov.cn/2021。",
  ])
  func whatIsNoCountIsLeftAlone(_ text: String) {
    #expect(mentions(text).isEmpty)
  }

  @Test(arguments: [
    ("2021年，本局共收到单位和个人递交的政府信息公开申请9件。", "requests/new/total"),
    ("予以公开4件。", "requests/granted/total"),
    ("部分公开2件。", "requests/partlyGranted/total"),
    ("结转下年度继续办理1件。", "requests/carriedOut/total"),
    ("发生行政复议3件。", "review/reconsideration/total"),
    ("予以公开与部分公开6件。", nil),
    ("通过网络收到政府信息公开申请5件。", nil),
    ("收到政府信息公开申请较上年增加5件。", nil),
  ])
  func aClearSubjectIsLinked(_ text: String, _ figure: String?) throws {
    var chance = Chance(seed: 41)
    let truth = GeneratedReport(&chance, fill: .zeros)
    var document = Shape.grid.document(of: truth, &chance)
    document.blocks.insert(.paragraph(Prose(text, origin: .line(3))), at: 1)
    let report = recognise(&document)
    let mention = try #require(report.mentions.first)
    #expect(mention.figure == figure)
  }

  @Test func agreementAndContradictionAreReportedAndNothingIsChanged() throws {
    var chance = Chance(seed: 42)
    let truth = GeneratedReport(&chance, fill: .zeros)
    let printed = try #require(Int(truth.texts["requests/new/total"] ?? ""))
    for (number, code) in [(printed, Finding.Code.proseAgrees), (printed + 1, .proseContradicts)] {
      var document = Shape.grid.document(of: truth, &chance)
      document.blocks.insert(.paragraph(Prose("全年共收到政府信息公开申请\(number)件。", origin: .line(3))), at: 1)
      let report = recognise(&document)
      #expect(report.figure("requests/new/total")?.figure == .count(printed))
      #expect(document.findings.contains { $0.code == code && $0.figures == ["requests/new/total"] })
    }
  }
}
