import GovWriters

/// How workers are started, and how much each may take.
public struct WorkerSettings: Sendable {
  /// The path of `govconvert-worker`. The command gives the one beside its own binary; nothing is searched.
  public var executable: String
  /// The environment, as `NAME=value`; a worker needs none, Tesseract honours `TESSDATA_PREFIX`. Default: empty.
  public var environment: [String] = []
  /// The most memory that a worker may use for data, in bytes. Default: 1 GiB, seven times what reading a picture needs.
  public var memory = 1 << 30
  /// How long a page may take without its pictures. Default: 60 s, a thousand times what a long page needs.
  public var documentDeadline: Duration = .seconds(60)
  /// How long one picture may take. Default: 60 s.
  public var pictureDeadline: Duration = .seconds(60)
  /// How often a worker may be killed from outside, or find no room to start, before the work is given back. Default: 100,
  /// within 25 s: on a busy machine twenty random kills can each come before a worker has begun.
  public var mishaps = 100
  /// After how many answers a worker is replaced, so that a leak in a library stays small. Default: 1000.
  public var recycleAfter = 1000

  /// The exit code of a worker that is asked to be of another version: `EX_CONFIG`.
  static let otherVersion: Int32 = 78

  /// The version that the worker must be of: messages have a form that only the same build of both programs knows.
  package var version = Tool.name

  /// Makes the default settings for the worker at a path.
  public init(executable: String) { self.executable = executable }

  /// How long a stage may take.
  func deadline(for stage: Stage) -> Duration {
    switch stage {
    case .start, .document: documentDeadline
    case .picture: pictureDeadline
    }
  }
}
