// Script conversion alone: text on standard input, converted text on standard output; for measuring and comparing.
//
//   script-bench DICTIONARY [repetitions]
//
// DICTIONARY is t2s (OpenCC's words alone) or a target of the command: simplified, traditional, taiwan, hongkong,
// vocabulary. With a number of repetitions nothing is written but the time of the first use of the tables and the
// throughput of the fastest repetition.

import Glibc
@_spi(Measuring) import GovNormalizer

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

func measure(_ name: String, _ stage: ScriptStage, _ input: [UInt8], repetitions: Int) {
  let clock = ContinuousClock()
  let opening = clock.measure { _ = convert(stage, Array("開".utf8)) }
  let times = (0..<repetitions).map { _ in clock.measure { _ = convert(stage, input) } }
  let seconds = (times.min() ?? .zero) / .seconds(1)
  print("\(name): tables ready after \(opening), \(Int(Double(input.count) / seconds / 1e6)) MB/s")
}

/// The stage of that name; `nil` when there is none.
func stage(_ name: String) -> ScriptStage? {
  switch name {
  case "t2s": .openCC
  case "vocabulary": .vocabulary
  default: NormalizationOptions.TargetScript(rawValue: name).map { .target($0) }
  }
}

func convert(_ stage: ScriptStage, _ input: [UInt8]) -> [UInt8]? { input.withUnsafeBufferPointer(stage.converted) }

let arguments = CommandLine.arguments
guard arguments.count >= 2, let chosen = stage(arguments[1]) else {
  print("usage: script-bench t2s|vocabulary|simplified|traditional|taiwan|hongkong [repetitions]")
  exit(2)
}
let input = readInput()
if arguments.count > 2, let repetitions = Int(arguments[2]) {
  measure(arguments[1], chosen, input, repetitions: repetitions)
} else {
  writeOutput(convert(chosen, input) ?? input)
}
