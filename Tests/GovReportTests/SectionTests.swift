import GovDocument
import GovReport
import Testing

/// Sections, agency and year in the spellings of many years.
struct SectionTests {
  @Test(arguments: [
    ("一、总体情况", ReportSection.Kind.overview), ("一,、總體情況", .overview), ("一、概述", .overview), ("一、基本情况", .overview),
    ("二、主动公开政府信息情况", .disclosure), ("二、主動公開政府信息的情況", .disclosure),
    ("三、收到和处理政府信息公开申请情况", .requests), ("三、依申请公开政府信息情况", .requests),
    ("四、政府信息公开行政复议、行政诉讼情况", .review), ("五、申请行政复议、提起行政诉讼情况", .review),
    ("五、存在的主要问题及改进情况", .problems), ("七、存在的问题和改进措施", .problems), ("五、不足之处和下一步打算", .problems),
    ("六、其他需要报告的事项", .other), ("六、政府信息公开收费情况", .other), ("四、咨询处理情况", .other),
  ])
  func aHeadingIsKnown(_ heading: String, _ kind: ReportSection.Kind) {
    var document = Document(
      source: Source(name: "page.html", format: .html),
      blocks: [.paragraph(Prose("前言", origin: .line(1))), .heading(level: 2, Prose(heading, origin: .line(2)))])
    #expect(recognise(&document).sections == [ReportSection(kind: kind, block: 1)])
  }

  @Test(arguments: ["四、结转下年度继续办理", "一、本年新收政府信息公开申请数量", "三、本年度办理结果"])
  func aRowOfATableIsNoSection(_ line: String) {
    var document = Document(
      source: Source(name: "page.txt", format: .text), blocks: [.heading(level: 2, Prose(line, origin: .line(1)))])
    #expect(recognise(&document).sections.isEmpty)
  }

  @Test(arguments: [
    ("示例市档案局2021年政府信息公开工作年度报告", "示例市档案局", 2021),
    ("2020年示例县水利局政府信息公开工作年度报告", "示例县水利局", 2020),
    ("示例省科技厅政府信息公开工作年度报告（2020年度）", "示例省科技厅", 2020),
    ("示例市人民政府办公室关于2019年度政府信息公开工作的报告", "示例市人民政府办公室", 2019),
    ("示例区教育局二〇一六年政府信息公开年度报告", "示例区教育局", 2016),
    ("示例市公安局 ２０２２年政务公开工作年度报告", "示例市公安局", 2022),
  ])
  func theTitleNamesAgencyAndYear(_ title: String, _ agency: String, _ year: Int) {
    var document = Document(
      source: Source(name: "page.html", format: .html), blocks: [.heading(level: 1, Prose(title, origin: .line(1)))])
    let report = recognise(&document)
    #expect(report.agency == agency)
    #expect(report.year == year)
  }

  @Test func thePeriodAndTheSignatureServeWhereThereIsNoTitle() {
    var document = crawledDocument(
      """
      根据《中华人民共和国政府信息公开条例》编制本报告，数据的统计期限自2018年1月1日起至2018年12月31日止。
      一、概述
      示例市统计局
      2019年2月1日
      """)
    let report = recognise(&document)
    #expect(report.year == 2018)
    #expect(report.agency == "示例市统计局")
  }
}
