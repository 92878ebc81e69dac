/// The form of a scalar in which lines are matched with the rules' words: see `Line`.
func fold(_ scalar: Unicode.Scalar) -> UInt32 {
  let value = scalar.value
  switch value {
  case 0x41...0x5A: return value + 0x20
  case 0x21...0x7E: return value
  case 0xFF21...0xFF3A: return value - 0xFEE0 + 0x20
  case 0xFF01...0xFF5E: return value - 0xFEE0
  case 0x09...0x0D, 0x20, 0xA0, 0x2002...0x200B, 0x3000, 0xFEFF: return 0x20
  case 0xFF0E, 0x2024: return 0x2E
  case 0x3014, 0x3010: return 0x5B
  case 0x3015, 0x3011: return 0x5D
  case 0x25CB, 0x3007, 0x96F6: return 0x3007
  case 0x3400...0x9FFF: return traditional[value] ?? value
  default: return value
  }
}

/// Traditional forms of the characters that the rules' words consist of.
private let traditional: [UInt32: UInt32] = {
  let pairs =
    "發发佈布時时間间來来源源瀏浏覽览號号網网備备單单辦办權权關关於于聯联絡络圖图標标識识碼码術术護护責责編编輯辑審审體体縮缩導导頁页內内檢检總总況况動动開开務务請请處处複复復复議议訴诉訟讼問问題题進进報报項项資资訊讯諮咨詢询"
    + "狀状態态機机構构監监據据統统計计數数點点擊击訪访閱阅讀读覽览幫帮收收無无障障長长區区縣县廳厅員员會会黨党縱纵國国務务鄉乡鎮镇鐵铁財财產产業业農农學学廣广電电視视觀观環环規规劃划門门戶户戸户當当現现載载類类別别"
    + "詞词歡欢迎迎獲获頒颁電电話话傳传真真郵邮箱箱熱热線线鏈链接接閉闭藏藏獎奖見见與与餘余為为對对應应舉举證证質质設设論论評评選选擇择經经濟济萬万億亿歲岁個个從从後后書书記记聞闻稱称屬属於于準准確确實实際际執执聽听眾众條条"
    + "結结轉转續续納纳費费說说讓让誌志譯译誰谁課课調调談谈辭辞邊边過过還还連连週周運运達达遷迁遠远適适醫医釋释銀银錄录鑑鉴錯错閒闲隊队陳陈隨随險险隱隐雙双雜杂難难離离靈灵靜静韓韩響响頂顶順顺預预領领頭头顯显風风飛飞館馆驗验魚鱼鳥鸟麗丽齊齐龍龙"
  var table: [UInt32: UInt32] = [:]
  var scalars = pairs.unicodeScalars.makeIterator()
  while let from = scalars.next(), let to = scalars.next() { table[from.value] = to.value }
  return table
}()
