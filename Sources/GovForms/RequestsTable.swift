extension FormTable {
  /// 收到和处理政府信息公开申请情况, table 2; the forms differ in the rows of (六)其他处理 only.
  static func requests(otherRows: [FormRow]) -> FormTable {
    let resultRows = processedRows + otherRows
    return FormTable(
      identifier: "requests",
      parts: [
        FormPart(
          corner: "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", banner: "申请人情况",
          columns: applicantColumns + [FormColumn("total", "总计")],
          rows: incomingRows + resultRows + closingRows)
      ],
      identities: [
        Identity("总计=自然人+法人或其他组织", .columns, ["total"], equals: applicantColumns.map(\.identifier)),
        Identity("(七)总计=(一)至(六)之和", .rows, ["resultsTotal"], equals: resultRows.map(\.identifier)),
        Identity("第一项+第二项=第三项+第四项", .rows, ["new", "carriedIn"], equals: ["resultsTotal", "carriedOut"]),
      ],
      layouts: [.standard])
  }

  private static let applicantColumns: [FormColumn] = [
    FormColumn("naturalPersons", "自然人"),
    FormColumn("businesses", "法人或其他组织", "商业企业"),
    FormColumn("researchInstitutions", "法人或其他组织", "科研机构"),
    FormColumn("publicWelfareOrganisations", "法人或其他组织", "社会公益组织"),
    FormColumn("legalServiceOrganisations", "法人或其他组织", "法律服务机构"),
    FormColumn("others", "法人或其他组织", "其他"),
  ]

  private static let incomingRows: [FormRow] = [
    FormRow("new", "一、本年新收政府信息公开申请数量"),
    FormRow("carriedIn", "二、上年结转政府信息公开申请数量"),
  ]

  private static let processedRows: [FormRow] = [
    FormRow("granted", "三、本年度办理结果", "(一)予以公开"),
    FormRow(
      "partlyGranted", "三、本年度办理结果", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", aliases: ["(二)部分公开"]),
    FormRow("denied.stateSecret", "三、本年度办理结果", "(三)不予公开", "1.属于国家秘密"),
    FormRow("denied.forbiddenByLaw", "三、本年度办理结果", "(三)不予公开", "2.其他法律行政法规禁止公开"),
    FormRow("denied.securityAndStability", "三、本年度办理结果", "(三)不予公开", "3.危及“三安全一稳定”"),
    FormRow("denied.thirdPartyRights", "三、本年度办理结果", "(三)不予公开", "4.保护第三方合法权益"),
    FormRow("denied.internalAffairs", "三、本年度办理结果", "(三)不予公开", "5.属于三类内部事务信息"),
    FormRow("denied.processInformation", "三、本年度办理结果", "(三)不予公开", "6.属于四类过程性信息"),
    FormRow("denied.enforcementFiles", "三、本年度办理结果", "(三)不予公开", "7.属于行政执法案卷"),
    FormRow("denied.administrativeEnquiry", "三、本年度办理结果", "(三)不予公开", "8.属于行政查询事项"),
    FormRow("unavailable.notHeld", "三、本年度办理结果", "(四)无法提供", "1.本机关不掌握相关政府信息"),
    FormRow("unavailable.needsCreation", "三、本年度办理结果", "(四)无法提供", "2.没有现成信息需要另行制作"),
    FormRow("unavailable.stillUnclear", "三、本年度办理结果", "(四)无法提供", "3.补正后申请内容仍不明确"),
    FormRow("notProcessed.petition", "三、本年度办理结果", "(五)不予处理", "1.信访举报投诉类申请"),
    FormRow("notProcessed.repeated", "三、本年度办理结果", "(五)不予处理", "2.重复申请"),
    FormRow("notProcessed.publications", "三、本年度办理结果", "(五)不予处理", "3.要求提供公开出版物"),
    FormRow("notProcessed.excessive", "三、本年度办理结果", "(五)不予处理", "4.无正当理由大量反复申请"),
    FormRow("notProcessed.confirmation", "三、本年度办理结果", "(五)不予处理", "5.要求行政机关确认或重新出具已获取信息"),
  ]

  private static let closingRows: [FormRow] = [
    FormRow("resultsTotal", "三、本年度办理结果", "(七)总计"),
    FormRow("carriedOut", "四、结转下年度继续办理"),
  ]
}
