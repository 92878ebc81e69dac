import Testing

@testable import GovWorker

@Suite struct StageClockTests {
  private let settings = {
    var settings = WorkerSettings(executable: "")
    settings.documentDeadline = .seconds(10)
    settings.pictureDeadline = .seconds(20)
    return settings
  }()

  @Test func `A page that names stages for ever comes to its end all the same`() {
    let start = SuspendingClock.now
    var now = start
    var clock = StageClock(.document, at: now, settings)
    var stages = 0
    // A second of work, a second of a picture, and so on.
    while now + .seconds(1) < clock.deadline {
      now += .seconds(1)
      stages += 1
      clock.begin(stages.isMultiple(of: 2) ? .document : .picture("02.png"), at: now)
    }
    #expect(start.duration(to: now) < .seconds(20))
    #expect(stages < 20)
  }

  @Test func `Each picture has its own time, and all together so many times that`() {
    let start = SuspendingClock.now
    var clock = StageClock(.document, at: start, settings)
    var now = start
    for number in 0..<StageClock.slowPictures {
      clock.begin(.picture("\(number).png"), at: now)
      #expect(now.duration(to: clock.deadline) == .seconds(20))
      now = clock.deadline
    }
    clock.begin(.picture("one more.png"), at: now)
    #expect(clock.deadline == now)
    clock.begin(.document, at: now)
    #expect(now.duration(to: clock.deadline) == .seconds(10))
  }
}
