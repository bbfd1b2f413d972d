internal import CSandbox
internal import Glibc

/// A misfortune that a document asks for by the mark `[[fault: …]]`, so that tests see what becomes of the others.
///
/// Only workers started with `--faults` obey, which nothing but tests asks for.
enum WorkerFault: String, CaseIterable {
  case crash, abort, spin, sleep, exit, garbage
  case memoryBomb = "memory-bomb"
  /// Crashes the first worker and spares the second.
  case crashOnce = "crash-once"

  init?(in request: WorkerRequest) {
    let text = String(decoding: request.bytes, as: UTF8.self)
    guard let fault = Self.allCases.first(where: { text.contains("[[fault: \($0.rawValue)]]") }) else { return nil }
    if fault == .crashOnce, request.attempt > 0 { return nil }
    self = fault
  }

  func happen() {
    switch self {
    case .crash, .crashOnce: obs_crash()
    case .abort: Glibc.abort()
    case .spin: while true { Self.turns &+= 1 }
    case .sleep: while true { _ = Glibc.sleep(1000) }
    case .exit: Glibc._exit(3)
    case .garbage: _ = WorkerProcess.write(Worker.header(4) + [0xFF, 0xFF, 0xFF, 0xFF])
    case .memoryBomb:
      var hoard: [[UInt8]] = []
      while true { hoard.append([UInt8](repeating: 1, count: 16 << 20)) }
    }
  }

  /// Keeps the endless loop from being optimised away.
  nonisolated(unsafe) private static var turns = 0
}
