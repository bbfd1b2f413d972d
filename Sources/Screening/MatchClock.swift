import Glibc

/// The processor time that the patterns of one set have for one text.
///
/// A net, not a measure: what a pattern costs at one place is bounded by steps; this bounds the sum over all places.
/// It is half a second, and a tenth of a second more for each megabyte.
final class MatchClock {
  static let message = "took too long for a text of this size; narrow its repetitions"

  private let allowance: UInt64
  /// Set at the first look; most texts are done before it.
  private var deadline: UInt64?
  private var lastLook: UInt64 = 0
  private var untimed = 0
  private(set) var isOver = false
  /// Match starts to be tried before the next look at the clock: few where the pattern is slow.
  private(set) var stride = shortestStride

  private static let shortestStride = 256
  private static let longestStride = 16_384

  /// - Parameter bytes: length of the text.
  init(bytes: Int) {
    allowance = 500_000_000 &+ UInt64(max(0, bytes)) &* 100
  }

  /// Counts match starts tried. Gives false once the time is over.
  func advance(_ starts: Int) -> Bool {
    untimed += starts + 1
    guard untimed >= stride else { return true }
    untimed = 0
    let now = Self.now()
    guard let deadline else {
      deadline = now &+ allowance
      lastLook = now
      return true
    }
    let elapsed = now &- lastLook
    lastLook = now
    if elapsed < 100_000 {
      stride = min(stride * 2, Self.longestStride)
    } else if elapsed > 2_000_000 {
      stride = Self.shortestStride
    }
    isOver = now > deadline
    return !isOver
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(max(0, time.tv_sec)) &* 1_000_000_000 &+ UInt64(max(0, time.tv_nsec))
  }
}
