import Glibc

/// One end of the line between the command and a worker: messages as a length (eight little-endian bytes) and a body.
struct Channel: ~Copyable {
  /// The longest message that is taken, in bytes; a longer one can only be an attack or a mistake.
  private static let longest = 512 << 20

  private let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Sends a message. Without a deadline it waits as long as it takes.
  func send(_ message: some Wired, until deadline: SuspendingClock.Instant? = nil) throws(ChannelError) {
    try send(WireWriter(headed: message).bytes, until: deadline)
  }

  /// Waits for the next message.
  func receive<Message: Wired>(
    _ type: Message.Type, until deadline: SuspendingClock.Instant? = nil
  ) throws(ChannelError) -> Message {
    var header = WireReader(try receive(WireWriter.headSize, until: deadline))
    guard let count = try? Int(from: &header), (0...Channel.longest).contains(count) else { throw .malformed }
    var body = WireReader(try receive(count, until: deadline))
    do { return try Message(from: &body) } catch { throw .malformed }
  }

  private func send(_ bytes: [UInt8], until deadline: SuspendingClock.Instant?) throws(ChannelError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          descriptor.number, buffer.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        try wait(for: POLLOUT, until: deadline)
      } else if errno != EINTR {
        throw .closed
      }
    }
  }

  private func receive(_ count: Int, until deadline: SuspendingClock.Instant?) throws(ChannelError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      // Room grows with what has arrived: a false length must not reserve memory.
      let piece = try receive(piece: min(count - bytes.count, max(1 << 20, bytes.count)), until: deadline)
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }

  private func receive(
    piece count: Int, until deadline: SuspendingClock.Instant?
  ) throws(ChannelError) -> [UInt8] {
    var failure: ChannelError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, got in
      do throws(ChannelError) {
        while got < count { got += try receive(into: room, from: got, until: deadline) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Takes what there is, and waits for it first when there is nothing.
  private func receive(
    into room: UnsafeMutableBufferPointer<UInt8>, from start: Int, until deadline: SuspendingClock.Instant?
  ) throws(ChannelError) -> Int {
    // Who sends without end must not be listened to without end.
    _ = try milliseconds(until: deadline)
    let got = recv(
      descriptor.number, room.baseAddress.map { $0 + start }, room.count - start, Int32(MSG_DONTWAIT))
    if got > 0 { return got }
    guard got < 0, errno == EAGAIN || errno == EINTR else { throw .closed }
    if errno == EAGAIN { try wait(for: POLLIN, until: deadline) }
    return 0
  }

  private func wait(for event: Int32, until deadline: SuspendingClock.Instant?) throws(ChannelError) {
    var entry = pollfd(fd: descriptor.number, events: Int16(event), revents: 0)
    while true {
      let ready = poll(&entry, 1, try milliseconds(until: deadline))
      if ready > 0 { return }
      guard ready == 0 || errno == EINTR else { throw .closed }
    }
  }

  /// What is left for `poll`, never 0; -1 for ever.
  private func milliseconds(until deadline: SuspendingClock.Instant?) throws(ChannelError) -> Int32 {
    guard let deadline else { return -1 }
    let left = SuspendingClock.now.duration(to: deadline)
    guard left > .zero else { throw .deadline }
    return Int32(min(left / .milliseconds(1) + 1, 1e9))
  }
}

/// Why no message went over the line.
enum ChannelError: Error {
  /// The other side is gone.
  case closed
  /// It did not come in time.
  case deadline
  /// What came is not a message.
  case malformed
}
