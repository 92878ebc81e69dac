extension StatutoryForm {
  /// 国办公开办函〔2019〕60号: reports for 2019 and 2020.
  public static let form2019 = StatutoryForm(
    identifier: .form2019, years: 2019...2020,
    tables: [
      disclosure2019,
      .requests(otherRows: [FormRow("other", "三、本年度办理结果", "(六)其他处理")]),
      .review,
    ])

  /// 主动公开政府信息情况, table 1.
  private static let disclosure2019 = FormTable(
    identifier: "disclosure",
    parts: [
      FormPart(
        heading: "第二十条第(一)项", corner: "信息内容",
        columns: [
          FormColumn("made", "本年新制作数量"), FormColumn("published", "本年新公开数量"),
          FormColumn("totalPublished", "对外公开总数量"),
        ],
        rows: [
          FormRow("regulations", "规章"),
          FormRow("normativeDocuments", "规范性文件", aliases: ["行政规范性文件"]),
        ]),
      FormPart(
        heading: "第二十条第(五)项", corner: "信息内容", columns: decided,
        rows: [FormRow("licensing", "行政许可"), FormRow("otherServices", "其他对外管理服务事项")]),
      FormPart(
        heading: "第二十条第(六)项", corner: "信息内容", columns: decided,
        rows: [FormRow("penalties", "行政处罚"), FormRow("coercion", "行政强制")]),
      FormPart(
        heading: "第二十条第(八)项", corner: "信息内容", columns: itemised,
        rows: [FormRow("fees", "行政事业性收费")]),
      FormPart(
        heading: "第二十条第(九)项", corner: "信息内容",
        columns: [FormColumn("projects", "采购项目数量"), FormColumn("amount", "采购总金额", kind: .amount(unit: ""))],
        rows: [FormRow("procurement", "政府集中采购")]),
    ],
    identities: [],
    layouts: [.stacked, .stackedPadded, .stackedHalves])

  private static let itemised: [FormColumn] = [
    FormColumn("priorItems", "上一年项目数量"), FormColumn("change", "本年增/减", kind: .change),
  ]

  private static let decided: [FormColumn] = itemised + [FormColumn("decisions", "处理决定数量")]
}
