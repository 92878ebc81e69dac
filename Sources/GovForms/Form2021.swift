extension StatutoryForm {
  /// 国办公开办函〔2021〕30号: reports from 2021.
  public static let form2021 = StatutoryForm(
    identifier: .form2021, years: 2021...9999,
    tables: [
      disclosure2021,
      .requests(otherRows: [
        FormRow("other.notCorrected", "三、本年度办理结果", "(六)其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        FormRow("other.feeUnpaid", "三、本年度办理结果", "(六)其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        FormRow("other.other", "三、本年度办理结果", "(六)其他处理", "3.其他"),
      ]),
      .review,
    ])

  /// 主动公开政府信息情况, table 1.
  private static let disclosure2021 = FormTable(
    identifier: "disclosure",
    parts: [
      FormPart(
        heading: "第二十条第(一)项", corner: "信息内容",
        columns: [
          FormColumn("issued", "本年制发件数"), FormColumn("repealed", "本年废止件数"),
          FormColumn("inForce", "现行有效件数"),
        ],
        rows: [
          FormRow("regulations", "规章"),
          FormRow("normativeDocuments", "行政规范性文件", aliases: ["规范性文件"]),
        ]),
      FormPart(
        heading: "第二十条第(五)项", corner: "信息内容", columns: [FormColumn("decisions", "本年处理决定数量")],
        rows: [FormRow("licensing", "行政许可")]),
      FormPart(
        heading: "第二十条第(六)项", corner: "信息内容", columns: [FormColumn("decisions", "本年处理决定数量")],
        rows: [FormRow("penalties", "行政处罚"), FormRow("coercion", "行政强制")]),
      FormPart(
        heading: "第二十条第(八)项", corner: "信息内容",
        columns: [FormColumn("amount", "本年收费金额(单位:万元)", kind: .amount(unit: "万元"))],
        rows: [FormRow("fees", "行政事业性收费")]),
    ],
    identities: [],
    layouts: [.stacked, .stackedPadded, .stackedHalves])
}
