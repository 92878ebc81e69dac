import Glibc
import GovReaders

/// An archive in a file: its pages, and the stretches of it that could not be read.
public struct ArchiveFile: Sendable {
  private let archive: Archive

  /// Opens an archive and reads its table of contents.
  ///
  /// - Throws: `ConversionError` when the file cannot be read or is no archive.
  public init(_ path: String) throws(ConversionError) {
    let name = lastComponent(of: path)
    let source = try openSource(path, name: name)
    do throws(ReadError) {
      guard let archive = try Archive(source, name: name) else {
        throw ReadError(code: .inputUnsupported, message: "neither a ZIP nor a WARC")
      }
      self.archive = archive
    } catch {
      throw ConversionError(name: name, code: error.code, stage: .read, message: error.message)
    }
  }

  /// The pages and the gaps, in the order of the file.
  public var records: [ArchiveRecord] { archive.records }

  /// What a record is called inside the archive: a page's name; `gap@` and the place of a gap.
  public func name(of record: ArchiveRecord) -> String {
    switch record {
    case .page(let page): page.name
    case .gap(let gap): "gap@\(gap.offset)"
    }
  }

  /// A page ready to be converted, with its pictures.
  ///
  /// - Throws: `ConversionError` for a gap, and for a page that is damaged or over the limit.
  public func input(
    for record: ArchiveRecord, limits: ReaderLimits = ReaderLimits()
  ) throws(ConversionError) -> Input {
    switch record {
    case .gap(let gap):
      throw ConversionError(name: name(of: record), code: gap.code, stage: .read, message: gap.message)
    case .page(let page):
      do throws(ReadError) {
        let content = try archive.content(of: page, limits: limits)
        var input = Input.bytes(content.bytes, name: page.name, resources: archive.resources(of: page))
        input.encodingLabel = page.encodingLabel
        if page.isDoubtful { input.findings = [doubt(page.name)] }
        if content.isAltered { input.findings.append(alteration(of: page.name)) }
        return input
      } catch {
        throw ConversionError(name: page.name, code: error.code, stage: .read, message: error.message)
      }
    }
  }
}

/// Whether a name ends like that of an archive.
public func isArchiveName(_ name: String) -> Bool {
  let name = name.lowercased()
  return [".zip", ".warc", ".warc.gz"].contains { name.hasSuffix($0) }
}

private func doubt(_ name: String) -> Finding {
  Finding(
    .error, .archiveDamaged,
    "the checksum of the archive's stretch that holds \(name) is wrong: its figures may be altered; fetch it again")
}

private func alteration(of name: String) -> Finding {
  Finding(
    .error, .archiveAltered,
    "\(name) is not what the crawler stored: its digest does not fit, its figures may be altered; fetch it again")
}

private func openSource(_ path: String, name: String) throws(ConversionError) -> FileSource {
  do throws(SystemError) {
    let file = try Descriptor(path, flags: 0)
    guard let size = file.regularFileSize() else { throw SystemError(ENOTSUP) }
    return FileSource(file, count: size)
  } catch {
    let (code, message) = explanation(of: error)
    throw ConversionError(name: name, code: code, stage: .open, message: message)
  }
}

/// An open file that is read at any place.
private final class FileSource: ByteSource {
  let count: Int
  private let file: Descriptor

  init(_ file: consuming Descriptor, count: Int) {
    self.file = file
    self.count = count
  }

  func bytes(at offset: Int, count wanted: Int) throws(ReadError) -> [UInt8] {
    guard offset >= 0, offset < count, wanted > 0 else { return [] }
    do throws(SystemError) {
      return try file.read(at: offset, count: min(wanted, count - offset))
    } catch {
      throw ReadError(code: .inputUnreadable, message: "could not be read at byte \(offset): \(error.message)")
    }
  }
}

/// A regular file that is read at any place.
public struct SeekableFile: Sendable {
  private let source: FileSource
  private let name: String

  /// Opens a file.
  ///
  /// - Throws: `ConversionError` when it cannot be read.
  public init(_ path: String) throws(ConversionError) {
    name = lastComponent(of: path)
    source = try openSource(path, name: name)
  }

  /// The number of bytes.
  public var count: Int { source.count }

  /// The bytes from a place on; fewer only where the file ends.
  ///
  /// - Throws: `ConversionError` when the device fails.
  public func bytes(at offset: Int, count: Int) throws(ConversionError) -> [UInt8] {
    do throws(ReadError) {
      return try source.bytes(at: offset, count: count)
    } catch {
      throw ConversionError(name: name, code: error.code, stage: .open, message: error.message)
    }
  }
}
