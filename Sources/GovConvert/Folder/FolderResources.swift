import Glibc

/// The pictures in a page's own folder: beside it, below it, or in the `page_files/` or `page.files/` that a browser
/// saved with it.
///
/// The page is hostile, the folder is not trusted either: no component of a picture's path may be a symbolic link, only
/// regular files are read, their size is checked before their bytes, and no reference leads out of the folder. The
/// folder itself is the caller's choice and is opened as named.
public struct FolderResources: Resources {
  /// The folder that holds the pictures.
  public let folder: String
  /// The names of the subfolder that a browser saves with the page, `page_files` for `page.html`.
  public let companions: [String]

  /// Makes the resources of a page.
  ///
  /// - Parameters:
  ///   - page: The path of the page's file.
  ///   - imageRoot: A folder that holds the pictures instead of the page's own.
  public init(page: String, imageRoot: String? = nil) {
    let slash = page.utf8.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { String(page[...$0]) } ?? "."
    let name = lastComponent(of: page)
    let stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name[...]
    folder = imageRoot ?? parent
    companions = ["\(stem)_files", "\(stem).files"]
  }

  /// The bytes of a picture in the folder; see `Resources`.
  public func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    let places = try PictureReference(reference).places(companions: companions)
    guard let root = try openComponent(folder, in: AT_FDCWD, flags: O_DIRECTORY) else { throw .notFound }
    for place in places {
      if let bytes = try bytes(at: place[...], in: root, atMost: limit) { return bytes }
    }
    throw .notFound
  }

  /// Walks down component by component; `nil` when nothing of that name is there.
  private func bytes(
    at place: ArraySlice<String>, in folder: borrowing Descriptor, atMost limit: Int
  ) throws(ResourceError) -> [UInt8]? {
    guard let name = place.first else { return nil }
    let below = place.dropFirst()
    if below.isEmpty { return try fileBytes(name, in: folder, atMost: limit) }
    guard let next = try openComponent(name, in: folder.number, flags: O_DIRECTORY | O_NOFOLLOW) else { return nil }
    return try bytes(at: below, in: next, atMost: limit)
  }

  private func fileBytes(
    _ name: String, in folder: borrowing Descriptor, atMost limit: Int
  ) throws(ResourceError) -> [UInt8]? {
    if let file = try openComponent(name, in: folder.number, flags: O_NOFOLLOW) {
      return try read(file, atMost: limit)
    }
    guard let similar = onlyNameMatching(name, in: folder),
      let file = try openComponent(similar, in: folder.number, flags: O_NOFOLLOW)
    else { return nil }
    return try read(file, atMost: limit)
  }
}

private func openComponent(_ name: String, in folder: CInt, flags: CInt) throws(ResourceError) -> Descriptor? {
  do throws(SystemError) {
    return try Descriptor(name, in: folder, flags: flags)
  } catch {
    switch error.code {
    case ENOTDIR where isLink(name, in: folder), ELOOP: throw .refused("a symbolic link")
    case ENOENT, ENAMETOOLONG, ENOTDIR: return nil
    case ENXIO: throw .refused("not a regular file")
    default: throw .unreadable(error.message)
    }
  }
}

private func read(_ file: borrowing Descriptor, atMost limit: Int) throws(ResourceError) -> [UInt8] {
  guard let size = file.regularFileSize() else { throw .refused("not a regular file") }
  guard size <= limit else { throw .tooLarge(bytes: size) }
  do throws(SystemError) {
    return try file.read(atMost: limit, expecting: size)
  } catch {
    throw .unreadable(error.message)
  }
}

/// With `O_DIRECTORY` the kernel answers "not a directory" for a link; the reason given should name the link.
private func isLink(_ name: String, in folder: CInt) -> Bool {
  var status = stat()
  return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// The name in a folder that is the same but for the case of ASCII letters and full-width forms; `nil` when there is
/// none or more than one.
private func onlyNameMatching(_ name: String, in folder: borrowing Descriptor) -> String? {
  let copy = dup(folder.number)
  guard copy >= 0, let stream = fdopendir(copy) else { return nil }
  defer { closedir(stream) }
  rewinddir(stream)
  let wanted = foldedName(name)
  var match: String?
  while let entry = readdir(stream) {
    let candidate = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard foldedName(candidate) == wanted else { continue }
    guard match == nil else { return nil }
    match = candidate
  }
  return match
}
