/// GitHub's `primaryLocationLineHash`: what its code scanning tells results apart by.
///
/// The published algorithm of github/codeql-action (`fingerprints.ts`, MIT): for
/// each line a rolling hash, modulus 2^64 and base 37, over the hundred UTF-16
/// units from its start, blanks and tabs left out, line ends as line feeds; then
/// a colon and the line's number among those with the same hash.
enum LineHash {
  /// By 1-based line.
  static func hashes(of utf8: [UInt8]) -> [Int: String] {
    var state = State()
    let text = String(decoding: utf8, as: UTF8.self)
    for unit in text.utf16 { state.take(unit) }
    state.take(0xFFFF)
    state.finish()
    return state.hashes
  }

  private struct State {
    private static let width = 100
    private static let base: UInt64 = 37
    /// `base` to the power of `width`.
    private static let leaving: UInt64 = (0..<width).reduce(1) { power, _ in power &* base }

    private var window = [UInt64](repeating: 0, count: width)
    /// The line that starts at a place of the window; 0 for none.
    private var lines = [Int](repeating: 0, count: width)
    private var position = 0
    private var hash: UInt64 = 0
    private var line = 0
    private var isLineStart = true
    private var previousIsReturn = false
    private var counts: [UInt64: Int] = [:]
    var hashes: [Int: String] = [:]

    mutating func take(_ unit: UInt16) {
      if unit == 0x20 || unit == 0x09 || (previousIsReturn && unit == 0x0A) {
        previousIsReturn = false
        return
      }
      previousIsReturn = unit == 0x0D
      let unit = unit == 0x0D ? 0x0A : unit
      emit()
      if isLineStart {
        isLineStart = false
        line += 1
        lines[position] = line
      }
      if unit == 0x0A { isLineStart = true }
      update(UInt64(unit))
    }

    mutating func finish() {
      for _ in 0..<Self.width {
        emit()
        update(0)
      }
    }

    private mutating func emit() {
      guard lines[position] != 0 else { return }
      counts[hash, default: 0] += 1
      hashes[lines[position]] = String(hash, radix: 16) + ":\(counts[hash] ?? 1)"
      lines[position] = 0
    }

    private mutating func update(_ unit: UInt64) {
      let first = window[position]
      window[position] = unit
      hash = hash &* Self.base &+ unit &- first &* Self.leaving
      position = (position + 1) % Self.width
    }
  }
}
