import GovDocument

/// A file that holds many pages with their pictures: a ZIP, or a WARC with or without gzip.
///
/// Opening it reads it once and remembers where everything lies, so that a picture is found even when it comes later
/// than its page; nothing but places is kept in memory. A damaged archive gives everything that is intact, and a gap
/// for every stretch that is not.
public struct Archive: Sendable {
  /// The pages and the gaps, in the order of the file. Pictures are not listed; `resources` finds them.
  public let records: [ArchiveRecord]
  private let store: any ArchiveStore

  /// Opens an archive, told by its first bytes, or by its name's ending where they are damaged.
  ///
  /// - Returns: `nil` when the bytes are no archive of a kind that is read here.
  /// - Throws: `ReadError` when the device fails.
  public init?(_ source: any ByteSource, name: String) throws(ReadError) {
    guard let kind = Kind(start: try source.bytes(at: 0, count: 8)) ?? Kind(name: name) else { return nil }
    switch kind {
    case .warc: store = try WARCStore(source)
    case .gzip: store = try WARCStore(compressed: source)
    case .zip: store = try ZIPStore(source)
    }
    records = store.records
  }

  private enum Kind {
    case warc, gzip, zip

    init?(start: [UInt8]) {
      if start.starts(with: "WARC/".utf8) {
        self = .warc
      } else if start.starts(with: [0x1f, 0x8b]) {
        self = .gzip
      } else if start.starts(with: "PK".utf8) {
        self = .zip
      } else {
        return nil
      }
    }

    init?(name: String) {
      let name = name.lowercased()
      if name.hasSuffix(".warc") {
        self = .warc
      } else if name.hasSuffix(".warc.gz") {
        self = .gzip
      } else if name.hasSuffix(".zip") {
        self = .zip
      } else {
        return nil
      }
    }
  }

  /// The bytes of a page.
  ///
  /// - Throws: `ReadError` when the record is damaged, over the limit or of a kind that is not read; the message gives
  ///   the place in the file.
  public func content(of page: ArchivePage, limits: ReaderLimits = ReaderLimits()) throws(ReadError) -> ArchiveContent {
    try store.content(at: page.index, atMost: limits.bytes)
  }

  /// The pictures that a page refers to, looked up in the same archive.
  public func resources(of page: ArchivePage) -> any Resources {
    ArchiveResources(store: store, base: page.address)
  }
}

/// One line of an archive's table of contents.
public enum ArchiveRecord: Sendable, Hashable {
  /// Something that may be a page.
  case page(ArchivePage)
  /// A stretch that could not be read.
  case gap(ArchiveGap)
}

/// A page in an archive.
public struct ArchivePage: Sendable, Hashable {
  /// The name of the record: the path inside a ZIP, the URL in a WARC. A name that comes again gets `#2`, `#3` ….
  public var name: String
  /// The address that the page's references are relative to.
  public var address: String
  /// The charset that came with the page, such as HTTP's; absent when none did.
  public var encodingLabel: String?
  /// Whether the archive's own checksum failed for a stretch that includes this page: its figures may be wrong.
  public var isDoubtful = false
  /// The number by which the archive knows it.
  let index: Int
}

/// What an archive holds under one name.
public struct ArchiveContent: Sendable, Hashable {
  /// The bytes, unpacked.
  public var bytes: [UInt8]
  /// Whether the digest that the crawler noted is another's: something has changed since.
  public var isAltered: Bool
}

/// A stretch of an archive that could not be read.
public struct ArchiveGap: Sendable, Hashable {
  /// The first byte, counted from 0 in the file.
  public var offset: Int
  /// The number of bytes.
  public var length: Int
  /// What is wrong with it.
  public var code: Finding.Code
  /// One line for a person, with the place.
  public var message: String

  /// Makes a gap over `length` bytes from `offset` on.
  init(offset: Int, length: Int, code: Finding.Code = .archiveDamaged, _ reason: String) {
    self.offset = offset
    self.length = length
    self.code = code
    self.message = "\(length) bytes from byte \(offset) on: \(reason)"
  }
}

extension Finding.Code {
  /// A stretch of an archive is damaged or missing.
  public static let archiveDamaged = Finding.Code(rawValue: "archive-damaged")
  /// A content is not the one whose digest the crawler noted.
  public static let archiveAltered = Finding.Code(rawValue: "archive-altered")
  /// A record would unpack to far more than a page can be.
  public static let archiveBomb = Finding.Code(rawValue: "archive-bomb")
  /// A record is packed or encrypted in a way that is not read.
  public static let archiveUnsupported = Finding.Code(rawValue: "archive-unsupported")
}

/// What each kind of archive gives.
protocol ArchiveStore: Sendable {
  /// The pages and the gaps, in the order of the file.
  var records: [ArchiveRecord] { get }

  /// The unpacked bytes of an entry, page or not.
  func content(at index: Int, atMost limit: Int) throws(ReadError) -> ArchiveContent

  /// The entry behind an absolute address.
  func index(of address: String) -> Int?
}

/// The pictures of one page of an archive.
private struct ArchiveResources: Resources {
  let store: any ArchiveStore
  let base: String

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    guard let index = store.index(of: resolve(reference, against: base)) else { throw .notFound }
    do throws(ReadError) {
      let content = try store.content(at: index, atMost: limit)
      guard !content.isAltered else {
        throw ReadError(code: .archiveAltered, message: "it is not what the crawler stored; fetch the archive again")
      }
      return content.bytes
    } catch {
      throw .unreadable(error.message)
    }
  }
}
