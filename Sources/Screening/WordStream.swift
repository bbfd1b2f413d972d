package import ContentModel
import Synchronization

/// The words of a text in order, folded so that they can be compared: lower case, straight apostrophes, no soft hyphens, ligatures and full-width forms resolved.
///
/// Made in one pass over the leaves. A word is letters, digits, inner apostrophes,
/// and inner points and commas between digits. A hyphen directly between word
/// characters separates like a space; every other visible character is a token of
/// its own. Costs about 32 bytes a token beside the text.
package struct WordStream: Sendable {
  package struct Token: Sendable {
    /// Byte offsets in the text.
    package var start: Int32
    package var end: Int32
    /// Offsets in ``WordStream/folded``.
    package var foldedStart: Int32
    package var foldedEnd: Int32
    /// Index of the leaf, as given.
    package var leaf: Int32
    package var isWord: Bool
    /// FNV-1a of the folded bytes.
    package var hash: UInt64

    package var span: Span { Span(Int(start), Int(end)) }
  }

  /// The text that was read.
  package let utf8: [UInt8]
  package let leaves: [Span]
  package private(set) var tokens: [Token] = []
  /// The folded bytes of all tokens, one after the other, each followed by a line feed.
  package private(set) var folded: [UInt8] = []
  /// Whether some letter was joined with a combining mark, so that ``folded`` lacks letters that the text has.
  private(set) var hasCombiningMarks = false
  /// Whether the text is valid UTF-8; patterns are only matched in text that is.
  package let isValidUTF8: Bool

  private let lazyIndex = LazyIndex()

  /// Where the different words stand; made when first asked for.
  var index: TextIndex { lazyIndex.index(of: self) }

  private final class LazyIndex: Sendable {
    private let made = Mutex<TextIndex?>(nil)

    func index(of stream: WordStream) -> TextIndex {
      made.withLock { made in
        if let made { return made }
        let index = TextIndex(stream)
        made = index
        return index
      }
    }
  }

  /// Reads the leaves of a text; they are ordered and disjoint. Linear.
  package init(_ utf8: [UInt8], leaves: [Span]) {
    self.utf8 = utf8
    self.leaves = leaves
    tokens.reserveCapacity(utf8.count / 5)
    folded.reserveCapacity(utf8.count + utf8.count / 8)
    isValidUTF8 = utf8.withUnsafeBufferPointer(Self.isValid)
    for (index, leaf) in leaves.enumerated() where leaf.end <= utf8.count && leaf.start >= 0 {
      utf8.withUnsafeBufferPointer { read($0, leaf, Int32(truncatingIfNeeded: index)) }
    }
  }

  /// A text that is one leaf.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, leaves: [Span(0, bytes.count)])
  }

  /// The folded bytes of a token.
  package func foldedBytes(_ token: Token) -> ArraySlice<UInt8> {
    folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
  }

  /// The folded text of a token.
  package func foldedText(_ token: Token) -> String {
    String(decoding: foldedBytes(token), as: UTF8.self)
  }

  /// The index of the first token that starts at or after an offset.
  package func firstToken(from utf8Offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < utf8Offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that lie within a span.
  package func tokenRange(in span: Span) -> Range<Int> {
    let low = firstToken(from: span.start)
    var high = firstToken(from: span.end)
    while high > low, Int(tokens[high - 1].end) > span.end { high -= 1 }
    return low..<high
  }

  @inline(__always)
  package static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  package static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 { i += 1; continue }
      let (scalar, length) = Folding.decode(bytes, i, bytes.count)
      if scalar == 0xFFFD, length == 1 { return false }
      i += length
    }
    return true
  }

  private mutating func close(start: Int, end: Int, foldedStart: Int, leaf: Int32, isWord: Bool) {
    var hash = Self.hashStart
    for k in foldedStart..<folded.count { hash = Self.hash(hash, folded[k]) }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        foldedStart: Int32(truncatingIfNeeded: foldedStart), foldedEnd: Int32(truncatingIfNeeded: folded.count),
        leaf: leaf, isWord: isWord, hash: hash))
    folded.append(0x0A)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span, _ leaf: Int32) {
    let end = span.end
    var i = span.start
    while i < end {
      let (scalar, length) = Folding.decode(bytes, i, end)
      switch Folding.classOf(scalar) {
      case .space, .ignorable, .combining: i += length
      case .letter, .digit: i = readWord(bytes, i, end, leaf)
      case .superscript:
        let foldedStart = folded.count
        let start = i
        while i < end {
          let (s, n) = Folding.decode(bytes, i, end)
          guard Folding.classOf(s) == .superscript else { break }
          Folding.appendUTF8(s, to: &folded)
          i += n
        }
        close(start: start, end: i, foldedStart: foldedStart, leaf: leaf, isWord: false)
      case .hyphen where i > span.start && bytes[i - 1] == 0x25 && Self.isWordCharacter(bytes, i + length, end):
        i += length  // "100%-effective"
      case .apostrophe, .hyphen, .other:
        let foldedStart = folded.count
        Folding.append(scalar, to: &folded)
        close(start: i, end: i + length, foldedStart: foldedStart, leaf: leaf, isWord: false)
        i += length
      }
    }
  }

  /// Reads the word that starts at `start`; gives the offset behind it and, where a joining hyphen follows, behind that.
  private mutating func readWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ leaf: Int32
  ) -> Int {
    let foldedStart = folded.count
    var i = start
    var wordEnd = start
    var next = start
    var lastIsDigit = false
    scan: while i < end {
      let b = bytes[i]
      if b < 0x80, b | 0x20 >= 0x61, b | 0x20 <= 0x7A {
        folded.append(b | 0x20)
        i += 1
        wordEnd = i
        lastIsDigit = false
        continue
      }
      let (scalar, length) = Folding.decode(bytes, i, end)
      switch Folding.classOf(scalar) {
      case .letter, .digit:
        Folding.append(scalar, to: &folded)
        lastIsDigit = Folding.classOf(scalar) == .digit
        i += length
        wordEnd = i
      case .combining:
        hasCombiningMarks = true
        Folding.combine(scalar, into: &folded, wordStart: foldedStart)
        i += length
        wordEnd = i
      case .ignorable:
        i += length
      case .apostrophe where Self.isWordCharacter(bytes, i + length, end):
        folded.append(0x27)
        i += length
        lastIsDigit = false
      case .other where lastIsDigit && (scalar == 0x2E || scalar == 0x2C) && Self.isDigit(bytes, i + 1, end):
        folded.append(UInt8(scalar))
        i += 1
      case .hyphen where Self.isWordCharacter(bytes, i + length, end):
        next = i + length
        break scan
      default:
        break scan
      }
    }
    close(start: start, end: wordEnd, foldedStart: foldedStart, leaf: leaf, isWord: true)
    return max(next, wordEnd)
  }

  private static func isWordCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    var i = offset
    while i < end {
      let (scalar, length) = Folding.decode(bytes, i, end)
      switch Folding.classOf(scalar) {
      case .letter, .digit: return true
      case .ignorable where i - offset < 64: i += length
      default: return false
      }
    }
    return false
  }

  private static func isDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    i < end && bytes[i] >= 0x30 && bytes[i] <= 0x39
  }
}
