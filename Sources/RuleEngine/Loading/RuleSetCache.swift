import Analysis
package import FileSystem
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

  /// What a rule set depends on.
  struct Key {
    private var low: UInt64 = 0x243F_6A88_85A3_08D3
    private var high: UInt64 = 0x1319_8A2E_0370_7344

    mutating func add(_ bytes: [UInt8]) {
      (low, high) = Hash128.hash(bytes, low, high)
    }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    var name: String { "rules-" + Self.hexadecimal(high) + Self.hexadecimal(low) }

    private static func hexadecimal(_ number: UInt64) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
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
    do throws(PrivateCache.Refusal) {
      guard let bytes = try store.read(key.name) else { return nil }
      do throws(PackedReader.Nonsense) {
        var header = PackedReader(bytes)
        let sum = try header.array(of: UInt64.self)
        let start = 8 + sum.count * 8
        guard sum == Self.sum(bytes, from: start) else { throw PackedReader.Nonsense() }
        var reader = PackedReader(bytes, from: start)
        return try RuleSet(&reader, files: files, analysisLexicons: analysisLexicons)
      } catch {
        notes.append("the cache file \(store.folder)/\(key.name) is damaged and was not used")
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

  private static func sum(_ bytes: [UInt8], from start: Int) -> [UInt64] {
    let (low, high) = Hash128.hash(bytes, from: start, 1, 2)
    return [low, high]
  }
}

/// Two 64-bit hashes of the same bytes, eight at a time: against accidents, not against malice.
private enum Hash128 {
  static func hash(_ bytes: [UInt8], from start: Int = 0, _ low: UInt64, _ high: UInt64) -> (UInt64, UInt64) {
    bytes.withUnsafeBytes { bytes in
      var low = low ^ UInt64(bytes.count &- start) &* 0x9E37_79B9_7F4A_7C15
      var high = high &+ UInt64(bytes.count &- start)
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
      return (low, high)
    }
  }
}
