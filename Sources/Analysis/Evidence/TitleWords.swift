/// A title's words, folded so that spelling variants compare equal.
struct TitleWords {
  private(set) var words: [String] = []
  /// As written, by word.
  private var written: [String] = []
  /// Words behind which a subtitle may begin.
  private var breaks: Set<Int> = []

  static let small: Set<String> = ["a", "an", "the", "of", "in", "for", "on", "and", "with", "to", "by", "at", "from", "its", "as"]
  /// Parts that some write with a hyphen, some as a word of its own and some as one word with what follows.
  private static let prefixes: Set<String> = ["meta", "non", "pre", "post", "anti", "multi", "semi", "sub", "co", "re", "intra", "inter", "peri", "micro", "neuro"]

  init(_ title: String) {
    var current: [Unicode.Scalar] = []
    var joins = false
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || Folding.isCombining(scalar.value)
    }
    func flush(_ self: inout TitleWords) {
      guard !current.isEmpty, self.words.count < 200 else { return }
      let text = String(String.UnicodeScalarView(current))
      current = []
      let folded = Self.normalised(text)
      guard !folded.isEmpty else { return }
      let isPhase = self.words.last == Self.normalised("phase")
      if let last = self.words.last, Self.prefixes.contains(last), joins || last == "meta" || last == "non" {
        self.words[self.words.count - 1] = last + folded
        self.written[self.written.count - 1] += "-" + text
      } else {
        self.words.append(isPhase ? Self.numerals[folded] ?? folded : folded)
        self.written.append(text)
      }
      joins = false
    }
    for scalar in title.unicodeScalars.prefix(4096) {
      if isPart(scalar) {
        current.append(scalar)
      } else if Folding.isApostrophe(scalar.value) || scalar.value == 0xAD {
        continue
      } else {
        flush(&self)
        if Folding.isHyphen(scalar.value) { joins = true } else if scalar != " " { joins = false }
        if scalar == "&" { current = Array("and".unicodeScalars); flush(&self) }
        if [":", "?", ".", ";", "(", "\u{2013}", "\u{2014}"].contains(scalar), !words.isEmpty { breaks.insert(words.count) }
      }
    }
    flush(&self)
  }

  private static let numerals = ["i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3"]

  /// Lower case without accents, in one spelling of the British and the American.
  static func normalised(_ word: String) -> String {
    let folded = Folding.fold(word)
    var bytes = Array((TitleVocabulary.variants[folded] ?? folded).utf8)
    func replace(_ pattern: StaticString, _ by: StaticString, onlyAtEnd: Bool = false) {
      let count = pattern.utf8CodeUnitCount
      guard bytes.count > count + 1 else { return }
      var i = onlyAtEnd ? bytes.count - count : 0
      while i + count <= bytes.count {
        if (0..<count).allSatisfy({ bytes[i + $0] == pattern.utf8Start[$0] }) {
          bytes.replaceSubrange(i..<i + count, with: UnsafeBufferPointer(start: by.utf8Start, count: by.utf8CodeUnitCount))
          i += by.utf8CodeUnitCount
        } else {
          i += 1
        }
      }
    }
    // haemorrhage, oesophagus, tumour, randomise, analyse, centre, labelled
    replace("ae", "e")
    replace("oe", "e")
    replace("our", "or")
    replace("is", "iz")
    replace("ys", "yz")
    replace("tre", "ter", onlyAtEnd: true)
    replace("tres", "ters", onlyAtEnd: true)
    replace("bre", "ber", onlyAtEnd: true)
    replace("bres", "bers", onlyAtEnd: true)
    replace("ll", "l")
    replace("ph", "f")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether words mean the same up to a slip of the pen: a plural's `s`, or one letter in a long word behind its first.
  private static func match(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard abs(x.count - y.count) <= 1, x.first == y.first, min(x.count, y.count) >= 3 else { return false }
    if (x + y).contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return false }
    let common = zip(x, y).prefix { $0 == $1 }.count
    let (short, long) = x.count <= y.count ? (x, y) : (y, x)
    if long.count > short.count { return common == short.count ? long.last == 0x73 : short.count >= 7 && short[common...] == long[(common + 1)...] }
    return short.count >= 7 && short[(common + 1)...] == long[(common + 1)...]
  }

  /// Which words of each belong to a longest common subsequence.
  static func alignment(_ a: [String], _ b: [String]) -> ([Bool], [Bool]) {
    let width = b.count + 1
    var lengths = [Int](repeating: 0, count: (a.count + 1) * width)
    var same = [Bool](repeating: false, count: a.count * b.count)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        let equal = match(a[i], b[j])
        same[i * b.count + j] = equal
        lengths[i * width + j] =
          equal ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (keptA, keptB) = ([Bool](repeating: false, count: a.count), [Bool](repeating: false, count: b.count))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if same[i * b.count + j] {
        keptA[i] = true
        keptB[j] = true
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return (keptA, keptB)
  }

  /// Whether these words stand in a longer text one after the other, small words aside.
  func isContained(in text: String) -> Bool {
    let own = words.filter { !Self.small.contains($0) }
    let others = TitleWords(text).words.filter { !Self.small.contains($0) }
    guard let first = own.first, others.count >= own.count else { return false }
    return (0...others.count - own.count).contains { start in
      others[start] == first && own.indices.allSatisfy { others[start + $0] == own[$0] }
    }
  }

  /// Neighbouring words joined, as written.
  func stretches(_ indices: [Int]) -> [String] {
    var result: [String] = []
    var last = -2
    for index in indices {
      if index == last + 1 { result[result.count - 1] += " " + written[index] } else { result.append(written[index]) }
      last = index
    }
    return result.filter { !Self.small.contains(Self.normalised($0)) }
  }

  /// Whether some words are all of what stands behind one of the title's breaks, or before its first.
  func isEdge(_ indices: [Int]) -> Bool {
    guard let first = indices.first, let last = indices.last else { return true }
    let gone = Set(indices)
    let isGone = { (k: Int) in gone.contains(k) || Self.small.contains(words[k]) }
    let tail = breaks.contains { $0 <= first && ($0..<words.count).allSatisfy(isGone) }
    let head = breaks.contains { $0 > last && (0..<$0).allSatisfy(isGone) }
    return tail || head
  }
}
