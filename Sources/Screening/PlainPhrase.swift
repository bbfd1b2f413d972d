/// A phrase of ASCII words alone, read in one pass; most phrases are such.
///
/// Gives the same as ``Phrase`` or nothing: whatever may mean something else, or be a mistake, is left to that.
struct PlainPhrase {
  enum Kind { case literal, prefix, inflected, any, group }

  struct Element {
    var kind: Kind
    /// Its letters in ``folded``; for a group its options in ``options``.
    var range: Range<Int>
  }

  /// The alternatives of each stretch of the phrase.
  private var stretches: [[[Element]]] = []
  /// The options of all groups of single words.
  private(set) var options: [Element] = []
  private(set) var folded: [UInt8] = []

  @inline(__always)
  private static func isWord(_ b: UInt8) -> Bool { (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A) || (b >= 0x30 && b <= 0x39) }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    folded.reserveCapacity(bytes.count)
    var i = 0
    var plain: [Element] = []
    while i < bytes.count {
      if bytes[i] == 0x7B {
        guard i == 0 || bytes[i - 1] == 0x20, let choice = readChoice(bytes, &i), i == bytes.count || bytes[i] == 0x20 else { return nil }
        if !plain.isEmpty { stretches.append([plain]) }
        plain = []
        stretches.append(choice)
      } else if !readElement(bytes, &i, &plain) {
        return nil
      }
    }
    if !plain.isEmpty { stretches.append([plain]) }
    var combinations = 1
    for stretch in stretches {
      combinations *= stretch.count
      guard combinations <= Phrase.maximumExpansions else { return nil }
    }
    // Some word must be left whichever alternatives are chosen.
    guard stretches.contains(where: { $0.allSatisfy { $0.contains { $0.kind != .any } } }) else { return nil }
  }

  init?(_ text: String) {
    var text = text
    guard let plain = text.withUTF8({ $0.count <= Phrase.longestPhrase ? PlainPhrase($0) : nil }) else { return nil }
    self = plain
  }

  /// In how many ways the phrase can be read.
  var count: Int { stretches.reduce(1) { $0 * $1.count } }

  /// The elements of each way to read the phrase.
  func forEachSequence(_ body: ([Element]) -> Void) {
    if stretches.count == 1, stretches[0].count == 1 { return body(stretches[0][0]) }
    var choice = [Int](repeating: 0, count: stretches.count)
    while true {
      body(stretches.indices.flatMap { stretches[$0][choice[$0]] })
      var k = stretches.count - 1
      while k >= 0 {
        choice[k] += 1
        if choice[k] < stretches[k].count { break }
        choice[k] = 0
        k -= 1
      }
      if k < 0 { return }
    }
  }

  /// Reads a space, a word with its sign, or `*`. Gives false for anything else.
  private mutating func readElement(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int, _ elements: inout [Element]) -> Bool {
    @inline(__always) func isEnd(_ i: Int) -> Bool { i >= bytes.count || bytes[i] == 0x20 || bytes[i] == 0x7C || bytes[i] == 0x7D }
    let b = bytes[i]
    if b == 0x20 {
      i += 1
      return true
    }
    if b == 0x2A {
      i += 1
      elements.append(Element(kind: .any, range: 0..<0))
      return isEnd(i)
    }
    guard Self.isWord(b) else { return false }
    let range = readWord(bytes, &i)
    var kind = Kind.literal
    if i < bytes.count {
      switch bytes[i] {
      case 0x2A, 0x7E:
        kind = bytes[i] == 0x2A ? .prefix : .inflected
        i += 1
        guard isEnd(i) else { return false }
      case 0x2D:
        guard i + 1 < bytes.count, Self.isWord(bytes[i + 1]) else { return false }
        i += 1
      default: guard isEnd(i) else { return false }
      }
    }
    elements.append(Element(kind: kind, range: range))
    return true
  }

  /// Reads letters, digits and apostrophes between them.
  private mutating func readWord(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Range<Int> {
    let start = folded.count
    while i < bytes.count {
      let b = bytes[i]
      if Self.isWord(b) {
        folded.append(b >= 0x41 ? b | 0x20 : b)
      } else if b == 0x27, i + 1 < bytes.count, Self.isWord(bytes[i + 1]) {
        folded.append(b)
      } else {
        break
      }
      i += 1
    }
    return start..<folded.count
  }

  /// Reads `{one|two~|three words|}`. Options that are single words become one group.
  private mutating func readChoice(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> [[Element]]? {
    i += 1
    var parts: [[Element]] = [[]]
    while i < bytes.count, bytes[i] != 0x7D {
      if bytes[i] == 0x7C {
        parts.append([])
        i += 1
      } else {
        guard readElement(bytes, &i, &parts[parts.count - 1]) else { return nil }
      }
    }
    guard i < bytes.count else { return nil }
    i += 1
    func isSingle(_ part: [Element]) -> Bool { part.count == 1 && (part[0].kind == .literal || part[0].kind == .inflected) }
    let singles = parts.filter(isSingle)
    guard singles.count > 1 else { return parts }
    let first = options.count
    options += singles.map { $0[0] }
    return [[Element(kind: .group, range: first..<options.count)]] + parts.filter { !isSingle($0) }
  }

  func withWord(_ element: Element, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    folded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[element.range])) }
  }
}
