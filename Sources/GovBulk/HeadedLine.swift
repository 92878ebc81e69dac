/// A JSON object with its number and identifier in front; either may be absent.
func headed(_ json: [UInt8], number: Int? = nil, id: String?) -> [UInt8] {
  let sequence = number.map { "\"seq\":\($0)," } ?? ""
  let identifier = id.map { "\"id\":\(jsonString($0))," } ?? ""
  return Array("{\(sequence)\(identifier)".utf8) + json.dropFirst()
}

/// A text in JSON's quotes (RFC 8259, section 7).
private func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
