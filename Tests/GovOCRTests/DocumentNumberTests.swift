import Testing

@testable import GovOCR

@Suite("The brackets of document numbers")
struct DocumentNumberTests {
  @Test(
    "Brackets of two kinds round a year are the tortoise shell brackets that the reader does not know",
    arguments: [
      ("【2019)] 15号", "〔2019〕15号"), ("[2023j」50号", "〔2023〕50号"), ("国办发【2019)15号", "国办发〔2019〕15号"),
      ("[2024]】8气", "〔2024〕8号"),
    ])
  func unlike(seen: String, number: String) { #expect(documentNumber(seen) == number) }

  @Test(
    "A pair of one kind stays, and what is no document number",
    arguments: [
      "[2024] 52号", "(2024) 5号", "2024号", "【2024)", "【3024) 5号", "【2024) 52", "第【2024) 5x", "", "〔〕号",
      "(2024) 5月", "（2023）12件", "[2024] 8气", "【2023) 3月", "合计【2023) 12件",
    ])
  func others(seen: String) { #expect(documentNumber(seen) == nil) }
}
