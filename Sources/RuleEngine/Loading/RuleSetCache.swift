import Analysis
package import FileSystem
import Fingerprints
import LuaRuntime
import Screening

/// Rule sets that were loaded before, by what their files hold.
///
/// A file is the hash of everything that loading depends on (rules, word lists, limits, this program, PCRE2), a check
/// sum, and the packed rule set. A file that does not fit is not used, whatever the reason, and the rules are loaded
/// from their sources.
package struct RuleSetCache: Sendable {
  private let store: PrivateCache

  package init(_ store: PrivateCache) { self.store = store }

  /// What a rule set depends on, hashed: by SHA-256, since rules come from people who may want theirs taken for others.
  struct Key {
    private var parts: [[UInt8]] = []

    mutating func add(_ bytes: [UInt8]) { parts += [Array("\(bytes.count)\u{0}".utf8), bytes] }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    var name: String { "rules-" + Digest.sha256(parts: parts) }
  }

  /// Nil where the program cannot be told from other builds of it.
  func key(_ files: [RuleFile], _ texts: [AnalysisLexicons.Text], _ limits: LuaLimits) -> Key? {
    guard let stamp = FileSystem.programStamp else { return nil }
    var key = Key()
    key.add("\(stamp) \(PatternPacking.libraryVersion) \(limits)")
    for file in files {
      key.add(file.path)
      key.add(file.name)
      key.add(file.bytes)
    }
    for text in texts {
      key.add(text.path)
      key.add(text.bytes)
    }
    return key
  }

  func ruleSet(
    _ key: Key, files: [RuleFile], analysisLexicons: AnalysisLexicons, notes: inout [String]
  ) -> RuleSet? {
    let name = key.name
    do throws(PrivateCache.Refusal) {
      guard let bytes = try store.read(name) else { return nil }
      do throws(PackedReader.Nonsense) {
        var header = PackedReader(bytes)
        let sum = try header.array(of: UInt64.self)
        let start = 8 + sum.count * 8
        guard sum == Self.sum(bytes, from: start) else { throw PackedReader.Nonsense() }
        var reader = PackedReader(bytes, from: start)
        return try RuleSet(&reader, files: files, analysisLexicons: analysisLexicons)
      } catch {
        notes.append("the cache file \(store.folder)/\(name) is damaged and was not used")
      }
    } catch { notes.append("the cache \(error.path) \(error.reason) and is not used") }
    return nil
  }

  /// Keeps a rule set; without effect where that cannot be done.
  func keep(_ rules: RuleSet, _ key: Key) {
    var body = PackedWriter()
    rules.pack(into: &body)
    var file = PackedWriter()
    file.write(Self.sum(body.bytes, from: 0))
    try? store.write(key.name, file.bytes + body.bytes)
  }

  /// Two 64-bit hashes of the same bytes, eight at a time: against accidents. Nobody but the user can write the file.
  private static func sum(_ bytes: [UInt8], from start: Int) -> [UInt64] {
    bytes.withUnsafeBytes { bytes in
      var low = UInt64(bytes.count &- start) &* 0x9E37_79B9_7F4A_7C15
      var high = UInt64(bytes.count &- start)
      @inline(__always) func mix(_ word: UInt64) {
        low = (low ^ word) &* 0xFF51_AFD7_ED55_8CCD
        low ^= low >> 29
        high = (high &+ word) &* 0xC4CE_B9FE_1A85_EC53
        high ^= high >> 31
      }
      var i = start
      while i + 8 <= bytes.count {
        mix(bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        i += 8
      }
      var rest: UInt64 = 1
      while i < bytes.count {
        rest = rest << 8 | UInt64(bytes[i])
        i += 1
      }
      mix(rest)
      return [low, high]
    }
  }
}
