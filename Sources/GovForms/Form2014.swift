extension StatutoryForm {
  /// 政府信息公开情况统计表, attached to reports for 2014 to 2018.
  public static let form2014 = StatutoryForm(
    identifier: .form2014, years: 2014...2018,
    tables: [
      FormTable(
        identifier: "statistics",
        parts: [
          FormPart(
            corner: "统计指标", columns: [FormColumn("count", "统计数")],
            rows: disclosedRows + respondedRows + requestRows + reviewRows + resourceRows)
        ],
        identities: statisticsIdentities,
        layouts: [.list])
    ])

  private static let disclosedRows: [FormRow] = [
    FormRow("disclosed", "一、主动公开情况"),
    FormRow(
      "disclosed.items", "一、主动公开情况", "(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)",
      aliases: ["(一)主动公开政府信息数"], unit: "条"),
    FormRow("disclosed.normativeDocuments", "一、主动公开情况", "其中:主动公开规范性文件数", unit: "条"),
    FormRow("disclosed.issuedDocuments", "一、主动公开情况", "制发规范性文件总数", unit: "件"),
    FormRow("disclosed.channels", "一、主动公开情况", "(二)通过不同渠道和方式公开政府信息的情况"),
    FormRow("disclosed.channels.gazette", "一、主动公开情况", "1.政府公报公开政府信息数", unit: "条"),
    FormRow("disclosed.channels.website", "一、主动公开情况", "2.政府网站公开政府信息数", unit: "条"),
    FormRow("disclosed.channels.microblog", "一、主动公开情况", "3.政务微博公开政府信息数", unit: "条"),
    FormRow("disclosed.channels.wechat", "一、主动公开情况", "4.政务微信公开政府信息数", unit: "条"),
    FormRow("disclosed.channels.other", "一、主动公开情况", "5.其他方式公开政府信息数", unit: "条"),
  ]

  private static let respondedRows: [FormRow] = [
    FormRow("responded", "二、回应解读情况"),
    FormRow(
      "responded.concerns", "二、回应解读情况", "(一)回应公众关注热点或重大舆情数(不同方式回应同一热点或舆情计1次)",
      aliases: ["(一)回应公众关注热点或重大舆情数"], unit: "次"),
    FormRow("responded.channels", "二、回应解读情况", "(二)通过不同渠道和方式回应解读的情况"),
    FormRow("responded.channels.pressConferences", "二、回应解读情况", "1.参加或举办新闻发布会总次数", unit: "次"),
    FormRow(
      "responded.channels.pressConferences.leaders", "二、回应解读情况", "其中:主要负责同志参加新闻发布会次数", unit: "次"),
    FormRow("responded.channels.interviews", "二、回应解读情况", "2.政府网站在线访谈次数", unit: "次"),
    FormRow(
      "responded.channels.interviews.leaders", "二、回应解读情况", "其中:主要负责同志参加政府网站在线访谈次数", unit: "次"),
    FormRow("responded.channels.explanations", "二、回应解读情况", "3.政策解读稿件发布数", unit: "篇"),
    FormRow("responded.channels.socialMedia", "二、回应解读情况", "4.微博微信回应事件数", unit: "次"),
    FormRow("responded.channels.other", "二、回应解读情况", "5.其他方式回应事件数", unit: "次"),
  ]

  private static let requestRows: [FormRow] = [
    FormRow("requests", "三、依申请公开情况"),
    FormRow("requests.received", "三、依申请公开情况", "(一)收到申请数", unit: "件"),
    FormRow("requests.received.inPerson", "三、依申请公开情况", "1.当面申请数", unit: "件"),
    FormRow("requests.received.fax", "三、依申请公开情况", "2.传真申请数", unit: "件"),
    FormRow("requests.received.online", "三、依申请公开情况", "3.网络申请数", unit: "件"),
    FormRow("requests.received.letter", "三、依申请公开情况", "4.信函申请数", unit: "件"),
    FormRow("requests.completed", "三、依申请公开情况", "(二)申请办结数", unit: "件"),
    FormRow("requests.completed.onTime", "三、依申请公开情况", "1.按时办结数", unit: "件"),
    FormRow("requests.completed.extended", "三、依申请公开情况", "2.延期办结数", unit: "件"),
    FormRow("requests.answered", "三、依申请公开情况", "(三)申请答复数", unit: "件"),
    FormRow("requests.answered.alreadyPublic", "三、依申请公开情况", "1.属于已主动公开范围数", unit: "件"),
    FormRow("requests.answered.granted", "三、依申请公开情况", "2.同意公开答复数", unit: "件"),
    FormRow("requests.answered.partlyGranted", "三、依申请公开情况", "3.同意部分公开答复数", unit: "件"),
    FormRow("requests.answered.denied", "三、依申请公开情况", "4.不同意公开答复数", unit: "件"),
    FormRow(
      "requests.answered.denied.stateSecret", "三、依申请公开情况", "其中:1.涉及国家秘密",
      aliases: ["涉及国家秘密"], unit: "件"),
    FormRow(
      "requests.answered.denied.tradeSecret", "三、依申请公开情况", "2.涉及商业秘密", aliases: ["涉及商业秘密"], unit: "件"),
    FormRow(
      "requests.answered.denied.privacy", "三、依申请公开情况", "3.涉及个人隐私", aliases: ["涉及个人隐私"], unit: "件"),
    FormRow(
      "requests.answered.denied.security", "三、依申请公开情况", "4.危及国家安全、公共安全、经济安全和社会稳定",
      aliases: ["危及国家安全、公共安全、经济安全和社会稳定"], unit: "件"),
    FormRow(
      "requests.answered.denied.notInformation", "三、依申请公开情况", "5.不是《条例》所指政府信息",
      aliases: ["不是《条例》所指政府信息"], unit: "件"),
    FormRow(
      "requests.answered.denied.otherLaw", "三、依申请公开情况", "6.法律法规规定的其他情形",
      aliases: ["法律法规规定的其他情形"], unit: "件"),
    FormRow("requests.answered.otherAgency", "三、依申请公开情况", "5.不属于本行政机关公开数", unit: "件"),
    FormRow("requests.answered.notExisting", "三、依申请公开情况", "6.申请信息不存在数", unit: "件"),
    FormRow("requests.answered.toBeSupplemented", "三、依申请公开情况", "7.告知作出更改补充数", unit: "件"),
    FormRow("requests.answered.otherChannels", "三、依申请公开情况", "8.告知通过其他途径办理数", unit: "件"),
  ]

  private static let reviewRows: [FormRow] = [
    FormRow("reconsiderations", "四、行政复议数量", unit: "件"),
    FormRow("reconsiderations.upheld", "四、行政复议数量", "(一)维持具体行政行为数", unit: "件"),
    FormRow("reconsiderations.corrected", "四、行政复议数量", "(二)被依法纠错数", unit: "件"),
    FormRow("reconsiderations.other", "四、行政复议数量", "(三)其他情形数", unit: "件"),
    FormRow("litigation", "五、行政诉讼数量", unit: "件"),
    FormRow(
      "litigation.upheld", "五、行政诉讼数量", "(一)维持具体行政行为或者驳回原告诉讼请求数", unit: "件"),
    FormRow("litigation.corrected", "五、行政诉讼数量", "(二)被依法纠错数", unit: "件"),
    FormRow("litigation.other", "五、行政诉讼数量", "(三)其他情形数", unit: "件"),
    FormRow("complaints", "六、举报投诉数量", aliases: ["六、被举报投诉数量"], unit: "件"),
    FormRow(
      "fees", "七、依申请公开信息收取的费用", aliases: ["七、依申请公开信息收取的费用(万元)"],
      kind: .amount(unit: "万元"), unit: "万元"),
  ]

  private static let resourceRows: [FormRow] = [
    FormRow("resources", "八、机构建设和保障经费情况"),
    FormRow("resources.offices", "八、机构建设和保障经费情况", "(一)政府信息公开工作专门机构数", unit: "个"),
    FormRow("resources.readingPoints", "八、机构建设和保障经费情况", "(二)设置政府信息公开查阅点数", unit: "个"),
    FormRow("resources.staff", "八、机构建设和保障经费情况", "(三)从事政府信息公开工作人员数", unit: "人"),
    FormRow(
      "resources.staff.fullTime", "八、机构建设和保障经费情况", "1.专职人员数",
      aliases: ["1.专职人员数(不包括政府公报及政府网站工作人员数)"], unit: "人"),
    FormRow("resources.staff.partTime", "八、机构建设和保障经费情况", "2.兼职人员数", unit: "人"),
    FormRow(
      "resources.funds", "八、机构建设和保障经费情况", "(四)政府信息公开专项经费",
      aliases: ["(四)政府信息公开专项经费(不包括用于政府公报编辑管理及政府网站建设维护等方面的经费)", "(四)政府信息公开专项经费(万元)"],
      kind: .amount(unit: "万元"), unit: "万元"),
    FormRow("training", "九、政府信息公开会议和培训情况"),
    FormRow("training.meetings", "九、政府信息公开会议和培训情况", "(一)召开政府信息公开工作会议或专题会议数", unit: "次"),
    FormRow("training.courses", "九、政府信息公开会议和培训情况", "(二)举办各类培训班数", unit: "次"),
    FormRow("training.participants", "九、政府信息公开会议和培训情况", "(三)接受培训人员数", unit: "人次"),
  ]

  private static let statisticsIdentities: [Identity] = [
    sum("收到申请数=当面+传真+网络+信函", "requests.received", ["inPerson", "fax", "online", "letter"]),
    sum("申请办结数=按时+延期", "requests.completed", ["onTime", "extended"]),
    sum(
      "申请答复数=1至8之和", "requests.answered",
      [
        "alreadyPublic", "granted", "partlyGranted", "denied", "otherAgency", "notExisting", "toBeSupplemented",
        "otherChannels",
      ]),
    sum(
      "不同意公开答复数=其中各项之和", "requests.answered.denied",
      ["stateSecret", "tradeSecret", "privacy", "security", "notInformation", "otherLaw"]),
    sum("行政复议数量=(一)至(三)之和", "reconsiderations", ["upheld", "corrected", "other"]),
    sum("行政诉讼数量=(一)至(三)之和", "litigation", ["upheld", "corrected", "other"]),
    sum("工作人员数=专职+兼职", "resources.staff", ["fullTime", "partTime"]),
  ]

  /// A natural sum; the form does not print it, and agencies do not always keep it.
  private static func sum(_ name: String, _ total: String, _ parts: [String]) -> Identity {
    Identity(name, .rows, [total], equals: parts.map { "\(total).\($0)" }, isStatutory: false)
  }
}
