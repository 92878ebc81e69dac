// How long a conversion to Markdown takes in-process; see Scripts/bench.
//   convert-bench PAGE...     prints, for each page, the milliseconds of its best and median run of 20
import Glibc
import GovConvert

let runs = 20

func milliseconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) / 1e6
}

func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}

let converter = Converter()
for path in CommandLine.arguments.dropFirst() {
  let bytes = contents(of: path)
  var written = 0
  let times = try (0..<runs).map { _ in
    let begun = milliseconds()
    written += try converter.convert(.bytes(bytes, name: "page.html")).bytes(as: .markdown).count
    return milliseconds() - begun
  }.sorted()
  precondition(written > 0)
  print(path, times[0], (times[runs / 2 - 1] + times[runs / 2]) / 2)
}
