import Glibc
import GovWorker

extension WorkerSettings {
  /// The worker that lies beside this command's own binary: never one that PATH happens to find.
  static func besideCommand() -> WorkerSettings {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = max(0, readlink("/proc/self/exe", &path, path.count))
    let bytes = path[..<count].map { UInt8(bitPattern: $0) }
    let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[...$0] } ?? []
    var settings = WorkerSettings(executable: String(decoding: folder, as: UTF8.self) + "govconvert-worker")
    // Tesseract's data and Swift's libraries may lie elsewhere; nothing else of the environment concerns a worker.
    let names: [String] = ["TESSDATA_PREFIX", "LD_LIBRARY_PATH"]
    settings.environment = names.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return settings
  }
}
