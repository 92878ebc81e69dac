/// How long a piece of work may still take.
///
/// A worker names its stages, and one that a hostile page took over may name new ones for ever. So no stage gives back
/// what was used: all that is no picture shares one deadline, and all pictures together have so many of theirs.
struct StageClock {
  /// So many pictures may each take all of their time; no page of a report has as many that do.
  static let slowPictures = 64

  /// What the worker is doing.
  private(set) var stage: Stage
  /// When it must be over.
  private(set) var deadline: SuspendingClock.Instant
  private var begun: SuspendingClock.Instant
  private var documentTime, pictureTime: Duration
  private let settings: WorkerSettings

  init(_ stage: Stage, at now: SuspendingClock.Instant = .now, _ settings: WorkerSettings) {
    self.stage = stage
    self.settings = settings
    (begun, deadline) = (now, now)
    documentTime = settings.documentDeadline
    pictureTime = settings.pictureDeadline * Self.slowPictures
    start(at: now)
  }

  /// The worker has named another stage.
  mutating func begin(_ next: Stage, at now: SuspendingClock.Instant = .now) {
    let used = begun.duration(to: now)
    switch stage {
    case .start, .document: documentTime -= used
    case .picture: pictureTime -= used
    }
    stage = next
    start(at: now)
  }

  private mutating func start(at now: SuspendingClock.Instant) {
    begun = now
    switch stage {
    case .start, .document: deadline = now + documentTime
    case .picture: deadline = now + min(settings.pictureDeadline, pictureTime)
    }
  }
}
