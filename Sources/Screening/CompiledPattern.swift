import CPCRE2
import Synchronization

/// A regular expression, compiled once and shared by all threads.
///
/// PCRE2 with UTF and Unicode properties, caseless unless the pattern says
/// `(?-i)`. A match attempt that takes more than ``matchLimit`` steps at one
/// position, and a pattern that uses up its ``MatchClock``, is given up.
final class CompiledPattern: @unchecked Sendable {
  // Unchecked: the code is written to under the lock of `state` alone, before it is first matched, as PCRE2 requires of
  // code shared by threads.
  private let text: [UInt8]
  private let captureCount: Int
  /// Bytes of its code, before the machine code that comes of it.
  let size: Int
  /// What every match touches; nil where nothing is known.
  let required: RequiredText?
  private let state: Mutex<State>

  private struct State {
    /// Nil until a pattern that was checked earlier is first matched.
    nonisolated(unsafe) var code: OpaquePointer?
    /// Whether machine code was made of it, or refused.
    var isPrepared = false
    /// Bytes that were searched so far.
    var searched = 0
  }

  static let matchLimit: UInt32 = 200_000
  static let lightMatchLimit: UInt32 = 2_000
  static let depthLimit: UInt32 = 20_000
  static let heapLimitKiB: UInt32 = 20_000
  static let longestPattern = 4096

  struct Problem: Error {
    var message: String
  }

  private static let options =
    PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C
    | PCRE2_USE_OFFSET_LIMIT

  init(_ pattern: String) throws(Problem) {
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    guard bytes.count <= Self.longestPattern else {
      throw Problem(message: "is longer than \(Self.longestPattern) bytes; split it into several patterns")
    }
    let compiled = bytes.withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, Self.options, &error, &offset, nil)
    }
    guard let compiled else {
      let character = String(decoding: bytes[..<min(max(offset, 0), bytes.count)], as: UTF8.self).unicodeScalars.count + 1
      throw Problem(message: "\(Self.text(of: error)) at character \(character)")
    }
    text = bytes
    state = Mutex(State(code: compiled))
    var captures: UInt32 = 0
    _ = pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &captures)
    captureCount = Int(captures)
    var bytesOfCode = 0
    _ = pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_SIZE), &bytesOfCode)
    size = bytesOfCode
    required = RequiredText(pattern: pattern)
    let probe = pcre2_match_data_create_from_pattern_8(compiled, nil)
    defer { pcre2_match_data_free_8(probe) }
    let empty: [UInt8] = [0]
    let found = empty.withUnsafeBufferPointer { pcre2_match_8(compiled, $0.baseAddress, 0, 0, 0, probe, nil) }
    if found < PCRE2_ERROR_NOMATCH {
      throw Problem(message: "cannot be matched: \(Self.text(of: found))")
    }
    if found >= 0 {
      throw Problem(message: "matches the empty string; make at least one part of the pattern required")
    }
  }

  deinit { state.withLock { pcre2_code_free_8($0.code) } }

  /// Makes the code, once, when it is first to be matched, and machine code when that pays: it takes as long to make as
  /// several kilobytes of text take to be searched without.
  ///
  /// - Parameter bytes: to be searched now; nil where machine code is needed.
  private func prepared(for bytes: Int?) -> (code: OpaquePointer, isFast: Bool)? {
    state.withLock { state in
      if state.isPrepared { return state.code.map { ($0, true) } }
      if state.code == nil {
        var error: Int32 = 0
        var offset = 0
        state.code = text.withUnsafeBufferPointer { pcre2_compile_8($0.baseAddress, $0.count, Self.options, &error, &offset, nil) }
      }
      guard let code = state.code else { return nil }
      state.searched += bytes ?? 0
      if bytes != nil, state.searched < max(2_048, size * 4) { return (code, false) }
      state.isPrepared = true
      // Without JIT (refused by a hardened kernel) matching is slower and otherwise the same.
      _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
      return (code, true)
    }
  }

  func pack(into writer: inout PackedWriter) {
    writer.write(text)
    writer.write(captureCount)
    writer.write(size)
    writer.write(required != nil)
    required?.pack(into: &writer)
  }

  /// Reads a pattern that was compiled when it was packed, and is compiled again when it is first matched.
  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    text = try reader.array(of: UInt8.self)
    captureCount = try reader.int()
    size = try reader.int()
    required = try reader.bool() ? try RequiredText(&reader) : nil
    state = Mutex(State(code: nil))
    guard captureCount >= 0, captureCount < 65_536, size >= 0 else { throw PackedReader.Nonsense() }
  }

  static var libraryVersion: String {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &buffer)
    return count > 0 ? String(decoding: buffer.prefix(Int(count)).prefix { $0 != 0 }, as: UTF8.self) : ""
  }

  /// Its text, as bytes.
  var key: [UInt8] { text }

  /// PCRE2's own words for an error.
  private static func text(of error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(error, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<Int(count)], as: UTF8.self) : "PCRE2 error \(error)"
  }

  /// Where PCRE2 keeps its state while matching; for one thread at a time.
  ///
  /// Making one maps memory, which costs more than matching a sentence, so they are kept for reuse.
  final class Scratch: @unchecked Sendable {
    private static let pool = Mutex<[Scratch]>([])

    static func take() -> Scratch { pool.withLock { $0.popLast() } ?? Scratch() }

    static func giveBack(_ scratch: Scratch) {
      pool.withLock { if $0.count < 64 { $0.append(scratch) } }
    }

    let context = pcre2_match_context_create_8(nil)
    /// For matching without machine code: what needs more than these few steps is left to machine code, so that limits
    /// are met by the same patterns whichever way they were tried first.
    let lightContext = pcre2_match_context_create_8(nil)
    private var data = pcre2_match_data_create_8(16, nil)
    private var groups = 15
    private let stack = pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil)

    init() {
      pcre2_set_match_limit_8(context, CompiledPattern.matchLimit)
      pcre2_set_depth_limit_8(context, CompiledPattern.depthLimit)
      pcre2_set_heap_limit_8(context, CompiledPattern.heapLimitKiB)
      pcre2_set_match_limit_8(lightContext, CompiledPattern.lightMatchLimit)
      pcre2_set_heap_limit_8(lightContext, CompiledPattern.heapLimitKiB)
      pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }

    /// Room for the places of so many groups.
    func data(groups wanted: Int) -> OpaquePointer? {
      if wanted > groups || data == nil {
        pcre2_match_data_free_8(data)
        data = pcre2_match_data_create_8(UInt32(wanted + 1), nil)
        groups = wanted
      }
      return data
    }

    deinit {
      pcre2_match_data_free_8(data)
      pcre2_jit_stack_free_8(stack)
      pcre2_match_context_free_8(context)
      pcre2_match_context_free_8(lightContext)
    }
  }

  /// Gives each match, until `body` says to stop, in `subject` (valid UTF-8) as start, end and the capture groups' offsets (nil where a group took no part).
  ///
  /// - Returns: why matching was given up, or nil.
  func forEachMatch(
    in subject: UnsafeBufferPointer<UInt8>, scratch: Scratch, clock: MatchClock, _ body: (Range<Int>, [Range<Int>?]) -> Bool
  ) -> String? {
    guard let base = subject.baseAddress, subject.count > 0 else { return nil }
    guard var (code, isFast) = prepared(for: subject.count) else { return "cannot be compiled again" }
    guard let data = scratch.data(groups: captureCount), let ovector = pcre2_get_ovector_pointer_8(data) else { return "is out of memory" }
    var start = 0
    while start <= subject.count {
      let limit = min(start + clock.stride, subject.count)
      let context = isFast ? scratch.context : scratch.lightContext
      pcre2_set_offset_limit_8(context, limit)
      let result = pcre2_match_8(
        code, base, subject.count, start, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY | (isFast ? 0 : PCRE2_NO_JIT), data, context)
      if !isFast, result < PCRE2_ERROR_NOMATCH {
        guard let prepared = prepared(for: nil) else { return "cannot be compiled again" }
        (code, isFast) = prepared
        continue
      }
      if result == PCRE2_ERROR_NOMATCH {
        if !clock.advance(limit - start) { return MatchClock.message }
        if limit >= subject.count { return nil }
        start = limit + 1
        while start < subject.count, subject[start] & 0xC0 == 0x80 { start += 1 }
        continue
      }
      if result < 0 {
        _ = clock.advance(clock.stride)
        switch result {
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
          return "ran into its match limit; narrow its repetitions"
        default:
          return "cannot be matched: \(Self.text(of: result))"
        }
      }
      let low = ovector[0]
      let high = ovector[1]
      if !clock.advance(max(1, high - start)) { return MatchClock.message }
      // A match that ends where the search began makes no way: `\K` in a lookbehind.
      guard low < high, high <= subject.count, high > start else {
        start = max(start, min(high, subject.count)) + 1
        while start < subject.count, subject[start] & 0xC0 == 0x80 { start += 1 }
        continue
      }
      var captures: [Range<Int>?] = []
      for group in 0..<captureCount {
        let a = ovector[2 * group + 2]
        let b = ovector[2 * group + 3]
        captures.append(group + 1 < Int(result) && a >= 0 && a <= b && b <= subject.count ? a..<b : nil)
      }
      guard body(low..<high, captures) else { return nil }
      start = high
    }
    return nil
  }
}
