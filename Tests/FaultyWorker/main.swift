// A worker for tests, with the faults that real libraries have; the bytes of a picture, and the name of a page before
// its first hyphen, spell which one.
// It is no product: the worker that people install knows no such message.
import Glibc
import GovConvert
import GovWorker

struct FaultyReader: PictureReader {
  func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    let order = String(decoding: picture.bytes, as: UTF8.self)
    try obey(order)
    let text = "\(order) \(templates.count) \(getpid())"
    return PictureContent(blocks: [.paragraph(Prose(text, origin: .picture(name: picture.name, box: nil)))])
  }
}

func obey(_ order: String) throws(PictureError) {
  switch order {
  case "segfault": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
  case "trap": fatalError("a trap")
  case "abort": abort()
  case "hang": while true { sleep(1) }
  case "exit": exit(7)
  case "memory": exhaust()
  case "killed": kill(getpid(), SIGKILL)
  case "chatter": for number in 0..<300_000 { print("line \(number)") }
  case "refuse":
    throw PictureError(code: Finding.Code(rawValue: "no-table"), message: "no", missingPackage: "a-package")
  default: break
  }
}

func exhaust() {
  var blocks: [[UInt8]] = []
  while true { blocks.append([UInt8](repeating: 1, count: 8 << 20)) }
}

serve(pictures: FaultyReader(), arguments: CommandLine.arguments) {
  (converter: Converter, input: Input) throws(ConversionError) -> Conversion in
  let order = String(input.name.prefix { $0 != "-" })
  try? obey(order)
  if order == "greedy" { _ = try? input.resources.bytes(of: "02.png", atMost: .max) }
  return try converter.convert(input)
}
