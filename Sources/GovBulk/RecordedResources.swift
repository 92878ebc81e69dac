import GovConvert
import Synchronization

/// Passes pictures through and remembers which were found, with their hashes, and which were missing: when the user
/// adds `02.png` later, the page has changed though its bytes have not.
final class RecordedResources: Resources {
  private let resources: any Resources
  private let seen = Mutex<[String: String]>([:])

  init(_ resources: any Resources) { self.resources = resources }

  /// Each reference that was asked for, with the hash of what was found, or `missing`.
  var pictures: [String: String] { seen.withLock { $0 } }

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    let result = Result { () throws(ResourceError) in try resources.bytes(of: reference, atMost: limit) }
    seen.withLock { $0[reference] = pictureState(result) }
    return try result.get()
  }
}

/// What a picture is remembered by.
func pictureState(_ result: Result<[UInt8], ResourceError>) -> String {
  switch result {
  case .success(let bytes): contentHash(bytes)
  case .failure: "missing"
  }
}
