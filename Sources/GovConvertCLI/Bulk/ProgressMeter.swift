import ArgumentParser
import Glibc
import GovBulk
import Synchronization

/// How a bulk run shows how far it is.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
  case auto, json, none
}

/// Shows the progress of a bulk run on standard error: a bar on a terminal, or lines of JSON for programs.
final class ProgressMeter: Sendable {
  private let isBar: Bool
  private let isJSON: Bool
  private let start = SuspendingClock.now
  private let shown = Mutex(SuspendingClock.now)

  init(style: ProgressStyle) {
    isBar = style == .auto && isatty(STDERR_FILENO) == 1
    isJSON = style == .json
  }

  /// Shows the progress, at most ten times a second.
  func show(_ progress: BulkProgress) {
    guard isBar || isJSON else { return }
    let isDue = shown.withLock { last in
      guard last.duration(to: .now) >= .milliseconds(100) else { return false }
      last = .now
      return true
    }
    if isDue { put(progress) }
  }

  /// The closing lines: what came out, and what went wrong most often in the store, which holds so many pages.
  func finish(_ progress: BulkProgress, stored: Int, findings: [(code: String, pages: Int)]) {
    if isBar || isJSON { put(progress) }
    leaveBar()
    let counts = "\(progress.complete) complete, \(progress.partial) partial, \(progress.failed) failed"
    Messages.print("\(progress.done) of \(progress.total) pages: \(counts), \(progress.skipped) unchanged")
    if progress.skippedFailures > 0 {
      Messages.print("  \(progress.skippedFailures) of the unchanged had failed; --retry-errors does them again")
    }
    if progress.done == progress.total, stored > progress.total {
      // Who names a second input gets longer names, and the pages of the first once more.
      Messages.print(
        "  the store has \(stored - progress.total) other pages; a page is page.html below one input, "
          + "input/page.html below one of several")
    }
    for finding in findings { Messages.print("  \(finding.pages) pages: \(finding.code)") }
  }

  /// Ends the line of the bar, so that a message gets one of its own.
  func leaveBar() {
    if isBar { Messages.print("") }
  }

  private func put(_ progress: BulkProgress) {
    let seconds = start.duration(to: .now) / .seconds(1)
    let rate = Double(progress.done) / max(seconds, 0.001)
    let left = Int(Double(progress.total - progress.done) / max(rate, 0.001))
    guard !isJSON else {
      Messages.print(
        "{\"total\":\(progress.total),\"done\":\(progress.done),\"complete\":\(progress.complete),"
          + "\"partial\":\(progress.partial),\"failed\":\(progress.failed),\"skipped\":\(progress.skipped),"
          + "\"seconds\":\(Int(seconds)),\"left\":\(left)}")
      return
    }
    let filled = progress.total == 0 ? 30 : 30 * progress.done / progress.total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    let text =
      "\r[\(bar)] \(progress.done)/\(progress.total)  \(Int(rate))/s  \(left) s left  "
      + "\(progress.complete) ok \(progress.partial) partial \(progress.failed) failed\u{1B}[K"
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
