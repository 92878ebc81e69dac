import Glibc
import GovConvert
import TestSupport
import Testing

@Suite("Pictures come from the page's own folder and from nowhere else")
struct FolderResourcesTests {
  /// A page in `site/` with pictures round it; each file holds its own name.
  private func site() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for name in [
      "secret.png", "site/page.html", "site/02.png", "site/page_files/03.jpg", "site/page_files/文档1_01_副本.png",
      "site/sub/04.png", "site/UPPER.PNG", "site/a b.png", "site/100%.png", "site/twin.PNG", "site/twin.Png",
    ] {
      try folder.write(name, to: name)
    }
    try folder.link("site/link.png", to: "../secret.png")
    try folder.link("site/out", to: "..")
    try folder.link("site/loop.png", to: "loop.png")
    mkfifo("\(folder.path)/site/pipe.png", 0o600)
    mkdir("\(folder.path)/site/folder.png", 0o700)
    return folder
  }

  private func read(_ reference: String, limit: Int = 1000) throws -> Result<String, ResourceError> {
    let folder = try site()
    let resources = FolderResources(page: "\(folder.path)/site/page.html")
    return Result { () throws(ResourceError) in
      String(decoding: try resources.bytes(of: reference, atMost: limit), as: UTF8.self)
    }
  }

  @Test(
    "What lies in the folder is found",
    arguments: [
      ("02.png", "site/02.png"), ("./02.png", "site/02.png"), (" 02.png\n", "site/02.png"),
      ("02.png?v=3#x", "site/02.png"), ("page_files/03.jpg", "site/page_files/03.jpg"),
      ("page_files\\03.jpg", "site/page_files/03.jpg"), ("sub/04.png", "site/sub/04.png"),
      ("sub/../02.png", "site/02.png"), ("http://www.example.gov.cn/x/P02/03.jpg", "site/page_files/03.jpg"),
      ("//www.example.gov.cn/02.png", "site/02.png"), ("/images/02.png", "site/02.png"),
      ("../../images/02.png", "site/02.png"), ("C:\\Users\\a\\02.png", "site/02.png"),
      ("upper.png", "site/UPPER.PNG"), ("０２.png", "site/02.png"), ("02.PNG", "site/02.png"),
      ("a%20b.png", "site/a b.png"), ("100%.png", "site/100%.png"),
      ("%E6%96%87%E6%A1%A31_01_%E5%89%AF%E6%9C%AC.png", "site/page_files/文档1_01_副本.png"),
    ])
  func found(reference: String, content: String) throws {
    #expect(try read(reference) == .success(content))
  }

  @Test(
    "What leads elsewhere is not followed",
    arguments: [
      ("../secret.png", ResourceError.notFound), ("..%2fsecret.png", .notFound), ("%2e%2e/secret.png", .notFound),
      ("sub/../../secret.png", .notFound), ("/etc/passwd", .notFound), ("file:///etc/passwd", .notFound),
      ("link.png", .refused("a symbolic link")), ("out/secret.png", .refused("a symbolic link")),
      ("loop.png", .refused("a symbolic link")), ("pipe.png", .refused("not a regular file")),
      ("folder.png", .refused("not a regular file")), ("twin.png", .notFound), ("02.png/x", .notFound),
      ("", .refused("an address outside the page's folder")), ("..", .refused("an address outside the page's folder")),
      ("/", .refused("an address outside the page's folder")), ("a\0b.png", .refused("an address with a NUL")),
      ("a%00b.png", .notFound),
    ])
  func refused(reference: String, error: ResourceError) throws {
    #expect(try read(reference) == .failure(error))
  }

  @Test("The size is checked before the bytes")
  func size() throws {
    #expect(try read("02.png", limit: 10) == .failure(.tooLarge(bytes: 11)))
    #expect(try read("02.png", limit: 11) == .success("site/02.png"))
  }

  @Test("An image root stands in for the page's folder")
  func imageRoot() throws {
    let folder = try site()
    let resources = FolderResources(page: "/nowhere/page.html", imageRoot: "\(folder.path)/site/sub")
    #expect(try resources.bytes(of: "http://a.cn/04.png", atMost: 100) == Array("site/sub/04.png".utf8))
    #expect(throws: ResourceError.notFound) { try resources.bytes(of: "02.png", atMost: 100) }
  }
}
