extension FormTable {
  /// 政府信息公开行政复议、行政诉讼情况, table 3, the same in the forms of 2019 and 2021.
  static let review = FormTable(
    identifier: "review",
    parts: [
      FormPart(
        columns: [
          FormColumn("upheld", "结果维持"), FormColumn("corrected", "结果纠正"), FormColumn("otherResult", "其他结果"),
          FormColumn("pending", "尚未审结"), FormColumn("total", "总计"),
        ],
        rows: [
          FormRow("reconsideration", "行政复议"),
          FormRow("litigationDirect", "行政诉讼", "未经复议直接起诉"),
          FormRow("litigationAfterReconsideration", "行政诉讼", "复议后起诉"),
        ])
    ],
    identities: [
      Identity(
        "总计=结果维持+结果纠正+其他结果+尚未审结", .columns, ["total"],
        equals: ["upheld", "corrected", "otherResult", "pending"])
    ],
    layouts: [.line, .lineTopHeavy, .lineFlat, .standard])
}
