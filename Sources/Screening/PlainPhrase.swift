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

  private(set) var elements: [Element] = []
  private(set) var options: [Element] = []
  private(set) var folded: [UInt8] = []

  @inline(__always)
  private static func isWord(_ b: UInt8) -> Bool { (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A) || (b >= 0x30 && b <= 0x39) }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    folded.reserveCapacity(bytes.count)
    var i = 0
    var hasWord = false
    while i < bytes.count {
      let b = bytes[i]
      if b == 0x20 {
        i += 1
      } else if Self.isWord(b) {
        let range = readWord(bytes, &i)
        var kind = Kind.literal
        if i < bytes.count {
          switch bytes[i] {
          case 0x20: break
          case 0x2A, 0x7E:
            kind = bytes[i] == 0x2A ? .prefix : .inflected
            i += 1
            guard i == bytes.count || bytes[i] == 0x20 else { return nil }
          case 0x2D:
            guard i + 1 < bytes.count, Self.isWord(bytes[i + 1]) else { return nil }
            i += 1
          default: return nil
          }
        }
        hasWord = true
        elements.append(Element(kind: kind, range: range))
      } else if b == 0x2A {
        i += 1
        guard i == bytes.count || bytes[i] == 0x20 else { return nil }
        elements.append(Element(kind: .any, range: 0..<0))
      } else if b == 0x7B {
        guard readGroup(bytes, &i) else { return nil }
        hasWord = true
      } else {
        return nil
      }
    }
    if !hasWord { return nil }
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

  /// Reads `{one|two~}`, two single words at least, with free space on both sides.
  private mutating func readGroup(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Bool {
    let first = options.count
    i += 1
    while true {
      guard i < bytes.count, Self.isWord(bytes[i]) else { return false }
      var option = Element(kind: .literal, range: readWord(bytes, &i))
      if i < bytes.count, bytes[i] == 0x7E {
        option.kind = .inflected
        i += 1
      }
      options.append(option)
      guard i < bytes.count else { return false }
      i += 1
      switch bytes[i - 1] {
      case 0x7C: continue
      case 0x7D:
        guard i == bytes.count || bytes[i] == 0x20, options.count - first > 1 else { return false }
        elements.append(Element(kind: .group, range: first..<options.count))
        return true
      default: return false
      }
    }
  }

  func withWord(_ element: Element, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    folded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[element.range])) }
  }
}
