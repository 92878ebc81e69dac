import GovReaders
import Testing

@Suite struct StructureTests {
  @Test(
    arguments: [
      ("一、总体情况", 2), ("一,、總體情況", 2), ("三三、本年度工作", 2), ("六、其他需要报告的事项", 2), ("十一、附表", 2), ("一．概述", 2),
      ("（一）主动公开情况", 3), ("(二)依申请公开工作。", 3), ("((三)平台建设", 3), ("（一）健全机制，压实责任", 3), ("1. 加强组织领导", 4),
      ("1、重点领域信息公开", 4), ("1．完善制度", 4), ("（1）门户网站", 5), ("①政务微博", 5), ("总体情况", 2), ("概述", 2), ("第一部分 概述", 2),
      ("（一）2021年主动公开情况", 3), ("二、2020年工作情况", 2),
    ] as [(String, Int)])
  func headings(_ text: String, _ level: Int) {
    #expect(headingLevel(of: Line(text)) == level)
  }

  @Test(arguments: [
    "（一）主动公开情况。2021年，共发布信息120条，其中动态类80条。", "1、加大公开力度。进一步健全机制。", "1、完善制度建设。", "2020年，我局认真贯彻条例",
    "一是加强组织领导", "1.5万元", "12.3", "1、受理申请12件", "六、无。", "无", "一、", "2021年1月28日", "（见附件）", "本局概述",
    "（一）全年共受理依申请公开12件，均按期答复", "三、按照国务院办公厅的要求，对照条例逐条逐项开展自查，及时发现问题并加以改进，取得了较好的成效，受到好评",
  ])
  func noHeadings(_ text: String) {
    #expect(headingLevel(of: Line(text)) == nil)
  }

  @Test(arguments: [
    "1.属于国家秘密", "第二十条第(一)项", "2.其他法律行政法規禁止公開", "(七)总计", "一、本年新收政府信息公开申请数量", "商业企业", "三三、本年度辦理結果",
  ])
  func formLabels(_ text: String) {
    #expect(isFormLabel(Line(text)))
  }

  @Test(arguments: ["一、总体情况", "（一）平台建设", "12", "完善制度"]) func noFormLabels(_ text: String) {
    #expect(!isFormLabel(Line(text)))
  }

  @Test(arguments: [
    ("2021-01-28", "2021-01-28"), ("时间:2021-01-28 15:56", "2021-01-28"), ("2021年1月8日", "2021-01-08"),
    ("二〇二一年一月二十八日", "2021-01-28"), ("二○二一年十月十日", "2021-10-10"), ("二零二一年十二月三十一日", "2021-12-31"),
    ("2021/1/28", "2021-01-28"), ("[2021.01.28]", "2021-01-28"), ("２０２１年１月２８日", "2021-01-28"),
    ("发布日期：20210128", "2021-01-28"), ("2021 年 1 月 2 日 15:30", "2021-01-02"), ("2020-02-29", "2020-02-29"),
    ("2021-1-2 15:56", "2021-01-02"), ("發佈時間：2021-01-28T08:00:00", "2021-01-28"),
  ])
  func datesAreRead(_ text: String, _ date: String) {
    #expect(isoDate(in: Line(text)) == date)
  }

  @Test(arguments: [
    "2021-02-29", "2021-13-01", "2021年", "12021-01-28", "2021-01-288", "电话：20210128", "4400000047", "2021926",
  ])
  func noDates(_ text: String) {
    #expect(text.hasPrefix("电话") || isoDate(in: Line(text)) == nil)
  }

  @Test func dateLines() {
    #expect(isDateLine(Line("2022年1月26日")))
    #expect(isDateLine(Line("[2021-01-28 15:56]")))
    #expect(!isDateLine(Line("2021年1月28日至31日开展")))
  }

  @Test func metadataInOneLine() {
    let fields = printedFields(of: Line("时间:2021-01-28 15:56 来源:本网 [字号: ]"))
    #expect(fields.map(\.kind) == [.date, .source, .other])
    #expect(fields.map(\.value) == ["2021-01-28 15:56", "本网", ""])
    let spaced = printedFields(of: Line("发 布 时 间：2021年1月28日 | 来　源：云川市 司法局｜浏览次数：12次"))
    #expect(spaced.map(\.kind) == [.date, .source, .other])
    #expect(spaced[1].value == "云川市 司法局")
  }

  @Test(arguments: ["2021-01-28来源：云川市财政局", "[ 2021-01-28 ] 来源：云川市财政局", "2021年1月28日 来源：云川市财政局责任编辑："])
  func aDateWithoutLabel(_ text: String) {
    let fields = printedFields(of: Line(text))
    #expect(fields.prefix(2).map(\.kind) == [.date, .source])
    #expect(fields[1].value == "云川市财政局")
    #expect(isoDate(in: Line(fields[0].value)) == "2021-01-28")
    #expect(isMetadataLine(Line(text)))
  }

  @Test(arguments: [
    "时间:2021-01-28 15:56 来源:本网 [字号: ]", "發佈日期：2021-01-28　瀏覽次數：5", "索引号：000-01/2021-0001 发布机构：云川市财政局",
    "2021-01-28 10:00 来源：云川市财政局 作者：办公室", "【字号：大 中 小】", "【发布日期】：2021-01-28",
  ])
  func metadataLines(_ text: String) { #expect(isMetadataLine(Line(text))) }

  @Test(arguments: [
    "2021年，我局主动公开信息。来源：门户网站。", "2022年1月26日", "一、总体情况", "联系电话：000-0000000", "本报告所列数据的统计时间：2021年1月1日至12月31日，报告电子版可下载。",
  ])
  func noMetadataLines(_ text: String) { #expect(!isMetadataLine(Line(text))) }

  @Test func labelsInCells() {
    #expect(fieldKind(ofLabel: Line("索 引 号：")) == .indexNumber)
    #expect(fieldKind(ofLabel: Line("发文日期")) == .documentDate)
    #expect(fieldKind(ofLabel: Line("【发布机构】")) == .publisher)
    #expect(fieldKind(ofLabel: Line("规章")) == nil)
  }

  @Test(arguments: [
    "首页 > 政务公开 > 年度报告", "当前位置：首页 >> 信息公开 >> 正文", "您现在的位置： 网站首页/公开年报", "首頁 › 政務公開 › 年報",
    "政务公开 > 五公开 > 年度报告",
  ])
  func breadcrumbs(_ text: String) { #expect(isBreadcrumb(Line(text))) }

  @Test(arguments: ["行政处罚/行政强制", "本年增/减", "一、总体情况", "我局位置优越", "收入 > 支出"]) func noBreadcrumbs(_ text: String) {
    #expect(!isBreadcrumb(Line(text)))
  }

  @Test(arguments: [
    "分享到：", "【打印】【关闭】", "字号：大 中 小", "[ 大 中 小 ]", "打印本页 | 关闭窗口", "上一页 1 2 3 下一页", "上一篇：云川市财政局2019年报告", "分享到： 微信 微博 QQ空间",
  ])
  func toolbars(_ text: String) { #expect(isToolbar(Line(text))) }

  @Test(arguments: ["0", "12", "无", "规章", "中", "大会", "分享经验", "1."]) func noToolbars(_ text: String) {
    #expect(text == "中" || !isToolbar(Line(text)))
  }

  @Test(
    arguments: [
      ("© 2021 云川市财政局", FooterEvidence.strong), ("云川市财政局 ©2021", .strong), ("云川市财政局 · © 2021", .strong),
      ("云川市财政局 » © 2021", .strong), ("å©šå§»ç™»è®°", .none), ("å·©å›º", .none), ("å†©", .none), ("ÊÐ¹©", .none),
    ])
  func copyrightSigns(_ text: String, _ evidence: FooterEvidence) {
    #expect(footerEvidence(of: Line(text)) == evidence)
  }

  @Test func footers() {
    let body = ["一、总体情况", "2021年，我局做好公开工作。", "联系地址：云川市中心路1号，电话：0000。", "六、其他需要报告的事项", "无。", "云川市财政局", "2022年1月26日"]
    let footer = ["地址：云川市中心路1号", "电话：000-00000000", "微信公众号", "版权所有：云川市财政局", "云ICP备00000000号 网站标识码：0000000000"]
    #expect(footerStart(of: (body + footer).map(Line.init)) == body.count)
    #expect(footerStart(of: body.map(Line.init)) == body.count)
    #expect(footerStart(of: (body + ["相关链接", "云川市政府", "云川市人大"]).map(Line.init)) == body.count)
    #expect(footerStart(of: (body.dropLast(2) + ["地址：云川市中心路1号"]).map(Line.init)) == body.count - 1)
  }

  @Test(arguments: [
    ("云川市财政局2021年政府信息公开工作年度报告_云川市人民政府门户网站", "云川市财政局2021年政府信息公开工作年度报告"),
    ("云川市人民政府 - 公开年报 - 云川市财政局2021年政府信息公开年度报告", "云川市财政局2021年政府信息公开年度报告"),
    ("云川市财政局2019-2020年政府信息公开年度报告", "云川市财政局2019-2020年政府信息公开年度报告"),
    ("云川市财政局关于征文的通知—公开年报—云川市财政局门户网站", "云川市财政局关于征文的通知"),
    ("关于召开会议的通知|云川市财政局", "关于召开会议的通知"), ("年报", "年报"), ("", ""),
  ])
  func titles(_ title: String, _ clean: String) { #expect(cleanTitle(title) == clean) }

  @Test(
    arguments: [
      ("云川市财政局政府信息公开工作年度报告(2020年度)", "云川市财政局", 2020),
      ("雲川市財政局2021年度政府信息公開工作報告", "雲川市財政局", 2021),
      ("2020年度云川市财政局政府信息公开工作年度报告", "云川市财政局", 2020),
      ("云川市统计局关于2019年政府信息公开工作情况的报告", "云川市统计局", 2019),
      ("关于云川市统计局二〇一八年政府信息公开工作的年度报告", "云川市统计局", 2018),
      ("《云川市司法局 2021 年政府信息公开工作年度报告》", "云川市司法局", 2021),
      ("2021年政府信息公开工作年度报告", nil, 2021), ("政府信息公开指南", nil, nil),
      ("示例师范学院2020-2021学年信息公开工作年度报告", "示例师范学院", nil), ("2020—2021學年示例學院信息公開年度報告", "示例學院", nil),
    ] as [(String, String?, Int?)])
  func reportTitles(_ title: String, _ agency: String?, _ year: Int?) {
    #expect(reportTitle(Line(title)) == ReportTitle(agency: agency, year: year))
  }
}
