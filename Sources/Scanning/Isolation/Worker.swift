internal import CSandbox
internal import Glibc

/// The parent's end of one worker process.
///
/// Belongs to one thread, which must outlive it: the kernel ends a worker with
/// the thread that started it.
final class Worker {
  private let pid: pid_t
  private let descriptor: Int32
  private let memoryLimit: Int
  private var hasEnded = false

  /// How a worker was lost.
  struct Death: Error, Equatable {
    /// A phrase whose subject is the worker: `ended with signal 11 (segmentation fault)`.
    var how: String
    var isTimeout = false
  }

  /// - Parameter memoryMegabytes: what the worker limits itself to; no longer answer is taken from it.
  init(_ launch: WorkerLaunch, memoryMegabytes: Int) throws(Death) {
    var ends: (Int32, Int32) = (-1, -1)
    let status = withUnsafeMutableBytes(of: &ends) {
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, $0.assumingMemoryBound(to: Int32.self).baseAddress)
    }
    guard status == 0 else { throw Death(how: "could not be given a pipe: \(String(cString: strerror(errno)))") }
    defer { close(ends.1) }
    var arguments: [UnsafeMutablePointer<CChar>?] = launch.arguments.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid = pid_t()
    let failure = obs_spawn(launch.program, &arguments, ends.1, &pid)
    guard failure == 0 else {
      close(ends.0)
      throw Death(how: "could not be started: \(String(cString: strerror(failure)))")
    }
    self.pid = pid
    descriptor = ends.0
    memoryLimit = memoryMegabytes << 20
  }

  deinit { end() }

  /// Ends the process if it has not ended yet.
  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    close(descriptor)
    _ = obs_reap(pid, 0)
  }

  /// Sends a message and waits for the answer.
  ///
  /// - Parameters:
  ///   - seconds: of wall clock. A worker that had too little processor time for its own share of them, because the
  ///     machine is busy, gets up to four times as long.
  ///   - key: the setting that `seconds` comes from, for the message.
  /// - Throws: where no whole answer came; the process has ended then.
  func exchange(_ message: [UInt8], seconds: Int, key: String?) throws(Death) -> [UInt8] {
    var deadline = Deadline(pid: pid, seconds: seconds)
    try send(Self.header(message.count) + message, &deadline, key)
    let header = try receive(8, &deadline, key)
    var length = 0
    for (index, byte) in header.enumerated() where index < 7 { length |= Int(byte) << (8 * index) }
    guard header[7] == 0, length <= memoryLimit else {
      end()
      throw Death(how: "gave an answer that makes no sense")
    }
    return try receive(length, &deadline, key)
  }

  static func header(_ length: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } }

  private func send(_ bytes: [UInt8], _ deadline: inout Deadline, _ key: String?) throws(Death) {
    var sent = 0
    while sent < bytes.count {
      try wait(for: Int16(POLLOUT), &deadline, key)
      let n = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if n > 0 { sent += n } else if n < 0, errno != EINTR, errno != EAGAIN { throw death() }
    }
  }

  /// Exactly `count` bytes; memory grows with what has come, not with what was announced.
  private func receive(_ count: Int, _ deadline: inout Deadline, _ key: String?) throws(Death) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 18))
    while bytes.count < count {
      try wait(for: Int16(POLLIN), &deadline, key)
      let most = min(chunk.count, count - bytes.count)
      let n = chunk.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, most, Int32(MSG_DONTWAIT)) }
      if n > 0 { bytes += chunk[..<n] } else if n == 0 || (errno != EINTR && errno != EAGAIN) { throw death() }
    }
    return bytes
  }

  private func wait(for events: Int16, _ deadline: inout Deadline, _ key: String?) throws(Death) {
    while true {
      var request = pollfd(fd: descriptor, events: events, revents: 0)
      let ready = poll(&request, 1, deadline.millisecondsToWait)
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw death() }
      if deadline.hasPassed {
        end()
        throw Death(how: "took longer than \(deadline.seconds) s" + (key.map { " (\($0))" } ?? ""), isTimeout: true)
      }
    }
  }

  /// Collects a process whose pipe is closed, and says how it ended.
  private func death() -> Death {
    hasEnded = true
    close(descriptor)
    let end = obs_reap(pid, 2000)
    guard end.signal != 0 else { return Death(how: "ended with status \(end.status)") }
    var how = "ended with signal \(end.signal) (\(String(cString: obs_signal_name(end.signal)).lowercased()))"
    // What a failed allocation ends with differs; how much memory there was at the end tells.
    if end.memory_bytes > UInt64(memoryLimit) / 2 {
      how += ", near its limit of \(memoryLimit >> 20) MB of memory (limits.worker-megabytes)"
    }
    return Death(how: how)
  }
}

/// When to stop waiting for a process.
private struct Deadline {
  let seconds: Int
  private let pid: pid_t
  private let start: Int64
  private let processorStart: Int64

  init(pid: pid_t, seconds: Int) {
    self.pid = pid
    self.seconds = seconds
    start = Self.now
    processorStart = obs_processor_time(pid)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private var limit: Int64 { Int64(seconds) * 1_000_000_000 }

  var hasPassed: Bool {
    let waited = Self.now - start
    guard waited >= limit else { return false }
    let used = obs_processor_time(pid)
    guard processorStart >= 0, used >= 0 else { return true }
    return used - processorStart >= limit || waited >= 4 * limit
  }

  /// Until the limit, then in short steps.
  var millisecondsToWait: Int32 {
    Int32(clamping: max(50, min((limit - (Self.now - start)) / 1_000_000 + 1, 1_000_000)))
  }
}
