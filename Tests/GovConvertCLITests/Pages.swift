/// A small report page that the readers take for one.
///
/// - Parameter mark: A word of the text, to tell pages apart.
func page(_ mark: String = "甲", pictures: Int = 0) -> String {
  let images = (0..<pictures).map { "<p><img src=\"0\($0).png\"></p>" }.joined(separator: "\n")
  return """
    <html><head><meta charset="utf-8"><title>年度报告</title></head><body><h1>青云市水务局2021年政府信息公开工作年度报告</h1>
    <p>本报告根据条例编制，所列数据的统计期限自2021年1月1日起，至2021年12月31日止，由\(mark)科编写。</p>
    <p>一、总体情况</p><p>全年公开信息12条，办理申请3件，均在期限内答复，没有收取任何费用。</p>
    <table border="1"><tr><td>信息内容</td><td>本年增/减</td></tr><tr><td>行政许可</td><td>-68</td></tr></table>
    \(images)
    </body></html>
    """
}
