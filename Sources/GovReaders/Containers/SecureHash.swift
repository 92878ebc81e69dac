/// SHA-1 of some bytes (FIPS 180-4, section 6.1). It protects against decay, not against forgery; crawlers use it.
func sha1(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
  var words = [UInt32](repeating: 0, count: 80)
  forEachBlock(of: message, into: &words) { words in
    for index in 16..<80 {
      words[index] = rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for index in 0..<80 {
      let (mixed, constant): (UInt32, UInt32) =
        switch index {
        case ..<20: (b & c | ~b & d, 0x5a82_7999)
        case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
        case ..<60: (b & c | b & d | c & d, 0x8f1b_bcdc)
        default: (b ^ c ^ d, 0xca62_c1d6)
        }
      let sum = rotate(a, 5) &+ mixed &+ e &+ constant &+ words[index]
      (e, d, c, b, a) = (d, c, rotate(b, 30), a, sum)
    }
    add([a, b, c, d, e], to: &state)
  }
  return bigEndian(state)
}

/// SHA-256 of some bytes (FIPS 180-4, section 6.2).
func sha256(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  var words = [UInt32](repeating: 0, count: 64)
  forEachBlock(of: message, into: &words) { words in
    for index in 16..<64 {
      let (late, early) = (words[index - 2], words[index - 15])
      let mixed = rotate(late, 15) ^ rotate(late, 13) ^ late >> 10
      words[index] =
        words[index - 16] &+ words[index - 7] &+ mixed &+ (rotate(early, 25) ^ rotate(early, 14) ^ early >> 3)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)) &+ (e & f ^ ~e & g)
      let first = h &+ choice &+ sha256Constants[index] &+ words[index]
      let second = (rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)) &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    add([a, b, c, d, e, f, g, h], to: &state)
  }
  return bigEndian(state)
}

/// Calls `body` with each block of 64 bytes as sixteen words at the front of `words`; the last blocks hold the padding.
private func forEachBlock(of message: [UInt8], into words: inout [UInt32], _ body: (inout [UInt32]) -> Void) {
  let whole = message.count / 64 * 64
  var rest = Array(message[whole...]) + [0x80]
  rest += [UInt8](repeating: 0, count: (120 - rest.count) % 64)
  let bits = UInt64(message.count) * 8
  rest += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
  for (bytes, end) in [(message, whole), (rest, rest.count)] {
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: end, by: 64) {
        for index in 0..<16 {
          words[index] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
        }
        body(&words)
      }
    }
  }
}

private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }

private func add(_ more: [UInt32], to state: inout [UInt32]) {
  for index in state.indices { state[index] &+= more[index] }
}

private func bigEndian(_ words: [UInt32]) -> [UInt8] {
  words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
}

/// FIPS 180-4, section 4.2.2.
private let sha256Constants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
