import Foundation

/// The program at a real pseudo-terminal, typed at and read from as a user would.
final class Terminal {
  private let process = Process()
  private let primary: Int32
  private(set) var transcript = ""

  struct Failure: Error { var message: String }

  init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    // Linux's own calls: the portable ones are not among those that Swift sees.
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
    let ask: UInt = 0x8004_5430  // TIOCGPTN
    guard primary >= 0, ioctl(primary, unlock, &unlocked) == 0, ioctl(primary, ask, &number) == 0 else {
      throw Failure(message: "no pseudo-terminal")
    }
    let name = "/dev/pts/\(number)"
    let replica = open(name, O_RDWR | O_NOCTTY)
    guard replica >= 0 else { throw Failure(message: "no pseudo-terminal") }
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(primary, UInt(TIOCSWINSZ), &size)
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm", "HOME": folder.path].merging(environment) { $1 }
    let handle = FileHandle(fileDescriptor: replica, closeOnDealloc: true)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try? handle.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(primary)
  }

  /// Reads until some words have come since the last ``type(_:)``, or throws after some seconds.
  func wait(for words: String, seconds: Double = 60) throws {
    let deadline = Date().addingTimeInterval(seconds)
    while !transcript[mark...].contains(words) {
      var poller = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
      guard Date() < deadline else { throw Failure(message: "“\(words)” did not come; there is:\n\(transcript)") }
      guard poll(&poller, 1, 200) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let n = read(primary, &buffer, buffer.count)
      guard n > 0 else { throw Failure(message: "the program ended before “\(words)”:\n\(transcript)") }
      let kept = transcript.distance(from: transcript.startIndex, to: mark)
      bytes += buffer[0..<n]
      transcript = String(decoding: bytes, as: UTF8.self)
      mark = transcript.index(transcript.startIndex, offsetBy: min(kept, transcript.count))
    }
  }

  private var bytes: [UInt8] = []
  private lazy var mark: String.Index = transcript.startIndex

  func type(_ text: String) {
    mark = transcript.endIndex
    let bytes = Array(text.utf8)
    _ = write(primary, bytes, bytes.count)
  }

  /// The exit status, once the program has ended.
  func status() -> Int32 {
    // What the program still says must be taken, or it waits.
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let n = read(primary, &buffer, buffer.count)
      if n <= 0 { break }
      bytes += buffer[0..<n]
    }
    transcript = String(decoding: bytes, as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus
  }
}
