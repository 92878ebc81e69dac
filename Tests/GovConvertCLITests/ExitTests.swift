import Glibc
import TestSupport
import Testing

@Suite("The command ends as its table of exit codes says")
struct ExitTests {
  @Test("Help and version go to standard output", arguments: ["--version", "--help", "-h", "help"])
  func help(argument: String) throws {
    let outcome = try govconvert(argument, in: ScratchFolder())
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("govconvert"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(
    "A wrong command line is 2, and says what is wrong",
    arguments: [
      ([], "Name a page"), (["--format", "doc", "a.html"], "'doc' is invalid"),
      (["--nonsense", "a.html"], "--nonsense"),
      (["--jobs", "0", "a.html"], "--jobs"),
      (["bulk", "a.html", "--store", "s", "--jobs", "1025"], "from 1 to 1024"),
      (["-q", "-v", "a.html"], "exclude each other"), (["-", "-"], "only once"),
    ])
  func usage(arguments: [String], reason: String) throws {
    let outcome = try govconvert(arguments, in: ScratchFolder())
    #expect(outcome.exit == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(reason))
  }

  @Test(
    "What gives nothing is 3, in one line that says what, where and what to do",
    arguments: [
      ("none.html", "none.html: failed: no such file: check the name\n"),
      ("empty.html", "empty.html: failed: the file is empty\n"),
      ("pipe.html", "pipe.html: failed: not a regular file: use - to read from a pipe\n"),
      ("folder", "folder: failed: no page in this folder\n"),
      ("a.pdf", "a.pdf: failed: PDF is not read: save the page as HTML, or its pages as pictures\n"),
    ])
  func nothing(name: String, message: String) throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "empty.html")
    try folder.write("x", to: "folder/picture.png")
    try folder.write("%PDF-1.4", to: "a.pdf")
    mkfifo("\(folder.path)/pipe.html", 0o600)
    let outcome = try govconvert(name, in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == message)
  }

  @Test("A page that comes out whole is 0, and quiet")
  func complete() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "page.html")
    let outcome = try govconvert("page.html", in: folder)
    #expect(outcome.exit == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("| 行政许可 | -68 |"))
  }

  @Test("One bad input does not stop the rest and shows in the exit status")
  func oneBad() throws {
    let folder = try ScratchFolder()
    try folder.write(page("甲"), to: "a.html")
    try folder.write(page("乙"), to: "b.html")
    let outcome = try govconvert("a.html", "none.html", "b.html", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.output.contains("由甲科编写") && outcome.output.contains("由乙科编写"))
    #expect(outcome.errors == "none.html: failed: no such file: check the name\n")
  }

  /// With eight, a queue of the concurrency library could not be opened, and the command waited for ever.
  @Test(
    "Too few open files are told in one line, as far as the system's own limit stands in the way",
    arguments: ["bulk in --store s.sqlite --ocr none --jobs 9", "stream --ocr none <in.jsonl", "in/a.html"])
  func fewOpenFiles(arguments: String) throws {
    let folder = try ScratchFolder()
    try folder.write("{\"id\":1,\"text\":\"本年新收申请7件。\"}\n", to: "in.jsonl")
    try folder.write(page(), to: "in/a.html")
    for count in 4...12 {
      let refused = try shell("ulimit -n \(count); govconvert \(arguments)", in: folder)
      #expect(refused.exit == 3 && refused.output.isEmpty, "\(count): \(refused.exit)")
      #expect(refused.errors.hasPrefix("govconvert: only \(count) files may be open at once: "), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1)
    }
    let raised = try shell("ulimit -Sn 9; govconvert \(arguments)", in: folder)
    #expect(raised.exit == 0, "\(raised.errors)")
  }

  @Test("A reader that goes away is a quiet end")
  func closedPipe() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "page.html")
    for arguments in [["page.html"], ["--help"], ["page.html", "page.html", "--format", "json"]] {
      let outcome = try govconvert(arguments, in: folder, to: .closedPipe)
      #expect(outcome.exit == 0)
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test("Ctrl-C is 130 and leaves no half-written file")
  func interrupted() throws {
    let folder = try ScratchFolder()
    let streams = try ScratchFolder()
    mkfifo("\(folder.path)/endless", 0o600)
    let arguments = [binary, "-", "--output", "out/"]
    let child = try Child(arguments, in: folder.path, input: "\(folder.path)/endless", streams: streams.path)
    child.waitUntilItHandlesInterrupts()
    child.interrupt()
    #expect(child.wait() == 130)
    #expect(try folder.files() == ["endless"])
  }
}
