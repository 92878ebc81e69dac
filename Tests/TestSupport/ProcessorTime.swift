import Glibc

/// The seconds that the processor spent on `work` in this thread.
///
/// For work whose time must grow with its size and no faster: unlike the time on a clock, this one does not depend on
/// what else the machine does, so that a limit of many times the usual is never met by chance.
package func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  let begun = threadSeconds()
  try work()
  return threadSeconds() - begun
}

private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
