import Glibc
import Synchronization

/// ^C and the end of a session, taken as a wish to stop cleanly.
///
/// The first signal only makes a note; the second ends the program at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// From now on a signal is noted.
  static func `await`() {
    // Touched before a signal can come, so that the handler finds it made.
    received.store(0, ordering: .sequentiallyConsistent)
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // A program that was started in the background keeps ignoring what it was told to ignore.
      guard sigaction(signal, nil, &action) == 0, !isIgnored(action) else { continue }
      action = sigaction()
      action.__sigaction_handler.sa_handler = { Interruption.received.store($0, ordering: .sequentiallyConsistent) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(signal, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// The signal that came, if one did.
  static var signal: Int32? {
    let number = received.load(ordering: .sequentiallyConsistent)
    return number == 0 ? nil : number
  }

  /// Ends the program as the signal would have.
  static func end(by signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
    exit(128 + signal)
  }
}
