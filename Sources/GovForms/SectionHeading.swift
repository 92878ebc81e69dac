/// An official heading of a report's section, with the spellings in use.
public struct SectionHeading: Sendable, Hashable {
  /// The stable name: `overview`, `disclosure`, `requests`, `review`, `problems` or `other`.
  public let kind: String
  /// The wording of the forms of 2019 and 2021, without the enumerator.
  public let official: String
  /// Words of which one occurs in every heading of the kind, earlier and local ones included.
  public let keywords: [String]

  /// The six sections in the order of the forms (国办公开办函〔2019〕60号, 〔2021〕30号) and their forerunners.
  ///
  /// A heading is of the first kind whose keyword it holds, so the narrow kinds stand before the wide ones.
  public static let all: [SectionHeading] = [
    SectionHeading(
      kind: "problems", official: "存在的主要问题及改进情况",
      keywords: ["主要问题", "存在的问题", "存在问题", "不足", "改进", "下一步", "工作打算", "今后工作"]),
    SectionHeading(
      kind: "review", official: "政府信息公开行政复议、行政诉讼情况",
      keywords: ["行政复议", "行政诉讼", "复议和诉讼", "复议诉讼", "申诉情况"]),
    SectionHeading(
      kind: "requests", official: "收到和处理政府信息公开申请情况",
      keywords: ["收到和处理", "依申请公开", "申请公开政府信息", "信息公开申请", "申请情况", "申请办理"]),
    SectionHeading(
      kind: "disclosure", official: "主动公开政府信息情况",
      keywords: ["主动公开"]),
    SectionHeading(
      kind: "other", official: "其他需要报告的事项",
      keywords: ["其他需要", "需要报告", "需要说明", "其他事项", "说明与附表", "说明和附", "附表", "附件", "收费", "减免", "咨询"]),
    SectionHeading(
      kind: "overview", official: "总体情况",
      keywords: ["总体情况", "概述", "基本情况", "概况", "总体", "主要工作", "组织领导", "工作情况", "工作概"]),
  ]
}
