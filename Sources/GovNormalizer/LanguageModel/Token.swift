/// What the language model counts: a Han character by its simplified form, everything else by its class.
///
/// Classes are below 32, so that they never meet a code point of the table. `Scripts/normalizer/build-tables` holds the
/// same list.
typealias Token = UInt16

/// The token of a scalar.
func token(_ scalar: UInt32) -> Token {
  if Han.range.contains(scalar) { return Token(Han.simplified(scalar)) }
  switch scalar {
  case 0x30...0x39, 0xFF10...0xFF19: return digitToken
  case 0x41...0x5A, 0x61...0x7A: return 2
  case 0x2C, 0xFF0C: return 3
  case 0x3002, 0x2E: return 4
  case 0x3001: return 5
  case 0x3B, 0xFF1B: return 6
  case 0x3A, 0xFF1A: return 7
  case 0x21, 0xFF01: return 8
  case 0x3F, 0xFF1F: return 9
  case 0x28, 0xFF08, 0x5B, 0x3010, 0x3014: return 10
  case 0x29, 0xFF09, 0x5D, 0x3011, 0x3015: return 11
  case 0x201C, 0x2018, 0x300C, 0x300E, 0x22: return 12
  case 0x201D, 0x2019, 0x300D, 0x300F: return 13
  case 0x300A, 0x3008: return 14
  case 0x300B, 0x3009: return 15
  case 0x20, 0x09, 0x0A, 0x3000: return edgeToken
  case 0x25, 0xFF05, 0x2F, 0x2D, 0x2014, 0x2B, 0xFF0D, 0xB7, 0x2026: return 18
  default: return otherToken
  }
}

/// The token of a scalar of restored text, in which U+FFFD stands for a swallowed byte below 40: a digit in most cases.
func tokenOfRestored(_ scalar: UInt32) -> Token { scalar == 0xFFFD ? digitToken : token(scalar) }

/// What it costs more that a class of tokens is met as this member of it: ‘ is far rarer than “, １ than 1, an ideographic
/// space than the end of a line, and any symbol is one of hundreds.
func unusualMemberCost(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x2018, 0x2019, 0x3008, 0x3009, 0x300C...0x300F, 0x3010, 0x3011, 0x3014, 0x3015: 12
  case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: 20
  case 0x3000: 14
  default: token(scalar) == otherToken ? 24 : 0
  }
}

/// A digit.
let digitToken: Token = 1
/// The edge of a text, and white space.
let edgeToken: Token = 16
/// A symbol or a letter of another script.
let otherToken: Token = 17
