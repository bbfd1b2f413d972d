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
    keep(pattern)
    return pattern
  }

  private static func keep(_ pattern: CompiledPattern) {
    known.withLock { known in
      known.bytes += pattern.size + pattern.key.count
      if known.bytes > mostBytes { known = Known(patterns: [:], bytes: pattern.size) }
      known.patterns[pattern.key] = pattern
    }
  }

  /// A pattern that was packed; the one known where there is one.
  static func pattern(_ reader: inout PackedReader) throws(PackedReader.Nonsense) -> CompiledPattern {
    let pattern = try CompiledPattern(&reader)
    if let known = known.withLock({ $0.patterns[pattern.key] }) { return known }
    keep(pattern)
    return pattern
  }
}

/// Packs patterns that stand in rule files beside those of any screen.
package enum PatternPacking {
  package static func pack(_ patterns: [String], into writer: inout PackedWriter) {
    // Compiled before, so none is left out.
    let compiled = patterns.compactMap { try? PatternStore.pattern($0) }
    writer.writeList(compiled) { $1.pack(into: &$0) }
  }

  /// Makes the patterns known to this process.
  package static func unpack(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    _ = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in try PatternStore.pattern(&reader) }
  }

  /// What the packed form depends on beside the patterns.
  package static var libraryVersion: String { CompiledPattern.libraryVersion }
}
