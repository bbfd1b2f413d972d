import Synchronization

/// The patterns that were compiled in this process: each once, whoever asks.
enum PatternStore {
  private struct Known {
    /// By the bytes of their text; strings compare by canonical equivalence, patterns do not.
    var patterns: [[UInt8]: CompiledPattern] = [:]
    var bytes = 0
  }
  private static let known = Mutex(Known())

  /// Bytes of code, before machine code, that are kept: a rule that makes up patterns must not fill the memory.
  private static let mostBytes = 32 << 20

  static func pattern(_ text: String) throws(CompiledPattern.Problem) -> CompiledPattern {
    let key = Array(text.utf8)
    if let pattern = known.withLock({ $0.patterns[key] }) { return pattern }
    let pattern = try CompiledPattern(text)
    known.withLock { known in
      known.bytes += pattern.size + key.count
      if known.bytes > mostBytes { known = Known(patterns: [:], bytes: pattern.size) }
      known.patterns[key] = pattern
    }
    return pattern
  }
}
