/// The statutory forms, by the year from which they apply; the raw value is what the JSON carries.
public enum FormIdentifier: String, Sendable, Hashable, CaseIterable {
  /// 国办公开办函〔2021〕30号, reports from 2021.
  case form2021 = "2021"
  /// 国办公开办函〔2019〕60号, reports for 2019 and 2020.
  case form2019 = "2019"
  /// 政府信息公开情况统计表, attached to reports for 2014 to 2018.
  case form2014 = "2014"
  /// No statutory table; figures stand in the prose only.
  case none
}
