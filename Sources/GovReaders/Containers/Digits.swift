/// The value of a hexadecimal digit; absent for another byte.
package func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  default: nil
  }
}

/// The value of a base64 digit of the usual or the URL-safe alphabet (RFC 4648, sections 4 and 5); absent for another byte.
package func base64Value(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
  case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
  case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
  case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
  default: nil
  }
}

/// The value of a base32 digit in either case (RFC 4648, section 6); absent for another byte.
func base32Value(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
  case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a")
  case UInt8(ascii: "2")...UInt8(ascii: "7"): digit - UInt8(ascii: "2") + 26
  default: nil
  }
}

/// Joins digits to bytes, the first digit highest; bits that fill no byte at the end fall away.
///
/// - Parameter width: The bits of each digit, at most 8.
package func joined(_ digits: some Sequence<UInt8>, of width: UInt32) -> [UInt8] {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var held: UInt32 = 0
  for digit in digits {
    bits = bits << width | UInt32(digit)
    held += width
    guard held >= 8 else { continue }
    held -= 8
    bytes.append(UInt8(truncatingIfNeeded: bits >> held))
  }
  return bytes
}
