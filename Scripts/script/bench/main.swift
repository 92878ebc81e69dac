// Script conversion alone: text on standard input, converted text on standard output; for measuring and comparing.
//
//   script-bench DICTIONARY [repetitions]
//
// DICTIONARY is t2s (OpenCC's words alone) or a target of the command: simplified, traditional, taiwan, hongkong,
// vocabulary. With a number of repetitions nothing is written but the time of the first use of the tables and the
// throughput of the fastest repetition.

import Glibc
import GovNormalizer

/// Reads standard input to its end.
func readInput() -> [UInt8] {
  var input: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = read(0, &chunk, chunk.count)
    guard count > 0 else { return input }
    input += chunk[..<count]
  }
}

func writeOutput(_ bytes: [UInt8]) {
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    guard count > 0 else { exit(1) }
    written += count
  }
}

func measure(_ name: String, _ input: [UInt8], repetitions: Int) {
  let clock = ContinuousClock()
  let opening = clock.measure { _ = convert(name, Array("開".utf8)) }
  let times = (0..<repetitions).map { _ in clock.measure { _ = convert(name, input) } }
  let seconds = (times.min() ?? .zero) / .seconds(1)
  print("\(name): tables ready after \(opening), \(Int(Double(input.count) / seconds / 1e6)) MB/s")
}

/// The conversion of that name; `nil` when there is none, or nothing had to be changed.
func convert(_ name: String, _ input: [UInt8]) -> [UInt8]? {
  input.withUnsafeBufferPointer { utf8 in
    if name == "t2s" { return ScriptConverter.openCC.converted(utf8) }
    if name == "vocabulary" { return restored(utf8) }
    let counts = ScriptCounts(utf8)
    guard let target = NormalizationOptions.TargetScript(rawValue: name) else { return nil }
    return ScriptConverter(to: target, document: counts)?.converted(utf8)
  }
}

func restored(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  var evidence = VocabularyEvidence()
  evidence.observe(utf8)
  return TaiwanVocabulary(evidence)?.converted(utf8)
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: script-bench t2s|vocabulary|simplified|traditional|taiwan|hongkong [repetitions]")
  exit(2)
}
let input = readInput()
if arguments.count > 2, let repetitions = Int(arguments[2]) {
  measure(arguments[1], input, repetitions: repetitions)
} else {
  writeOutput(convert(arguments[1], input) ?? input)
}
