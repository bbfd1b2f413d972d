import Synchronization

/// Where the different words of one text stand.
///
/// Made in one pass over the tokens, when something is first looked for. From then on a word list is looked for word by
/// word, not token by token: what it costs does not grow with the text, only with what is found.
final class TextIndex: Sendable {
  /// The number of different tokens.
  let count: Int
  /// Which of them each token is.
  let wordOfToken: [Int32]
  /// The first token that is each word.
  let firstTokens: [Int32]
  /// The tokens that are word w, in order: `postings[postingStarts[w]..<postingStarts[w + 1]]`.
  let postingStarts: [Int32]
  let postings: [Int32]
  private let slots: [Int32]
  private let tokens: [WordStream.Token]
  private let folded: [UInt8]
  private let sorted = Mutex<SortedWords?>(nil)
  private let triples = Mutex<LetterTriples?>(nil)
  private let places = Mutex<[ObjectIdentifier: (RequiredText, Places)]>([:])

  init(_ stream: WordStream) {
    tokens = stream.tokens
    folded = stream.folded
    var capacity = 64
    // Copy repeats its words; a table that is small for a text of many words grows below.
    while capacity < stream.tokens.count { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var wordOfToken = [Int32](repeating: 0, count: stream.tokens.count)
    var firstTokens: [Int32] = []
    var counts: [Int32] = []
    stream.folded.withUnsafeBufferPointer { folded in
      stream.tokens.withUnsafeBufferPointer { tokens in
        slots.withUnsafeMutableBufferPointer { slots in
          for i in 0..<tokens.count {
            let token = tokens[i]
            var slot = WordTable.mix(token.hash) & (capacity - 1)
            var word: Int32 = -1
            while slots[slot] >= 0 {
              let other = tokens[Int(firstTokens[Int(slots[slot])])]
              if other.hash == token.hash, same(other.bytes(folded), token.bytes(folded)) {
                word = slots[slot]
                break
              }
              slot = (slot + 1) & (capacity - 1)
            }
            if word < 0 {
              word = Int32(truncatingIfNeeded: firstTokens.count)
              slots[slot] = word
              firstTokens.append(Int32(truncatingIfNeeded: i))
              counts.append(0)
            }
            counts[Int(word)] += 1
            wordOfToken[i] = word
          }
        }
      }
    }
    var starts = [Int32](repeating: 0, count: counts.count + 1)
    for word in counts.indices { starts[word + 1] = starts[word] + counts[word] }
    var next = starts
    var postings = [Int32](repeating: 0, count: wordOfToken.count)
    for (i, word) in wordOfToken.enumerated() {
      postings[Int(next[Int(word)])] = Int32(truncatingIfNeeded: i)
      next[Int(word)] += 1
    }
    count = firstTokens.count
    self.slots = slots
    self.wordOfToken = wordOfToken
    self.firstTokens = firstTokens
    postingStarts = starts
    self.postings = postings
  }

  /// The word with these bytes, or -1.
  @inline(__always)
  func find(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>) -> Int32 {
    slots.withUnsafeBufferPointer { slots in
      var slot = WordTable.mix(hash) & (slots.count - 1)
      while slots[slot] >= 0 {
        let token = tokens[Int(firstTokens[Int(slots[slot])])]
        if token.hash == hash, same(token.bytes(folded), bytes) { return slots[slot] }
        slot = (slot + 1) & (slots.count - 1)
      }
      return -1
    }
  }

  /// The tokens that are a word, within a range of tokens.
  @inline(__always)
  func tokens(of word: Int32, in range: Range<Int>) -> ArraySlice<Int32> {
    let all = postings[Int(postingStarts[Int(word)])..<Int(postingStarts[Int(word) + 1])]
    if range.count == wordOfToken.count { return all }
    let low = all.firstIndex(notBelow: Int32(truncatingIfNeeded: range.lowerBound))
    let high = all[low...].firstIndex(notBelow: Int32(truncatingIfNeeded: range.upperBound))
    return all[low..<high]
  }

  // MARK: Beginnings

  /// The words in the order of their first eight bytes.
  private struct SortedWords {
    var keys: [UInt64]
    var words: [Int32]
  }

  /// Calls `body` with each word, not sign, that begins with some bytes.
  func forEachWord(beginningWith prefix: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>, _ body: (Int32) -> Void) {
    let order = sorted.withLock { known in
      if let known { return known }
      let made = sortWords()
      known = made
      return made
    }
    let low = Self.key(prefix)
    let high = prefix.count >= 8 ? low : low | (UInt64.max >> UInt64(8 * prefix.count))
    var i = order.keys.firstIndex(notBelow: low)
    while i < order.keys.count, order.keys[i] <= high {
      let word = order.words[i]
      let token = tokens[Int(firstTokens[Int(word)])]
      let bytes = token.bytes(folded)
      if token.isWord, bytes.count >= prefix.count, same(UnsafeBufferPointer(rebasing: bytes[..<prefix.count]), prefix) { body(word) }
      i += 1
    }
  }

  private func sortWords() -> SortedWords {
    folded.withUnsafeBufferPointer { folded in
      let pairs = (0..<count).map { (key: Self.key(tokens[Int(firstTokens[$0])].bytes(folded)), word: Int32(truncatingIfNeeded: $0)) }
        .sorted { $0.key < $1.key }
      return SortedWords(keys: pairs.map(\.key), words: pairs.map(\.word))
    }
  }

  private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for i in 0..<8 { key = key << 8 | UInt64(i < bytes.count ? bytes[i] : 0) }
    return key
  }

  // MARK: Letters within words

  /// Which words hold each run of three letters.
  private struct LetterTriples {
    static let size = 4096
    var starts: [Int32]
    var words: [Int32]

    @inline(__always)
    static func bucket(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
      let key = UInt32(a & 31) << 10 | UInt32(b & 31) << 5 | UInt32(c & 31)
      return Int((key &* 0x9E37_79B1) >> 20)
    }
  }

  /// The words that hold some lower-case letters, three at least.
  func words(holding letters: [UInt8]) -> [Int32] {
    let triples = triples.withLock { known in
      if let known { return known }
      let made = makeTriples()
      known = made
      return made
    }
    var best = 0..<Int.max
    for i in 0..<max(0, letters.count - 2) {
      let bucket = LetterTriples.bucket(letters[i], letters[i + 1], letters[i + 2])
      let range = Int(triples.starts[bucket])..<Int(triples.starts[bucket + 1])
      if range.count < best.count { best = range }
      if range.isEmpty { return [] }
    }
    guard best.upperBound <= triples.words.count else { return [] }
    var found: [Int32] = []
    folded.withUnsafeBufferPointer { folded in
      letters.withUnsafeBufferPointer { letters in
        for word in triples.words[best] where found.last != word {
          if Self.holds(tokens[Int(firstTokens[Int(word)])].bytes(folded), letters) { found.append(word) }
        }
      }
    }
    return found
  }

  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= letters.count else { return false }
    for start in 0...(bytes.count - letters.count) where bytes[start] == letters[0] {
      var k = 1
      while k < letters.count, bytes[start + k] == letters[k] { k += 1 }
      if k == letters.count { return true }
    }
    return false
  }

  private func makeTriples() -> LetterTriples {
    var starts = [Int32](repeating: 0, count: LetterTriples.size + 1)
    var words: [Int32] = []
    folded.withUnsafeBufferPointer { folded in
      func forEachTriple(_ body: (Int, Int32) -> Void) {
        for word in 0..<count {
          let bytes = tokens[Int(firstTokens[word])].bytes(folded)
          if bytes.count < 3 { continue }
          for i in 0..<(bytes.count - 2) { body(LetterTriples.bucket(bytes[i], bytes[i + 1], bytes[i + 2]), Int32(truncatingIfNeeded: word)) }
        }
      }
      forEachTriple { bucket, _ in starts[bucket + 1] += 1 }
      for bucket in 0..<LetterTriples.size { starts[bucket + 1] += starts[bucket] }
      words = [Int32](repeating: 0, count: Int(starts[LetterTriples.size]))
      var next = starts
      forEachTriple { bucket, word in
        words[Int(next[bucket])] = word
        next[bucket] += 1
      }
    }
    return LetterTriples(starts: starts, words: words)
  }

  // MARK: What patterns require

  /// Where something stands that a match must touch: ordered, disjoint.
  struct Places: Sendable {
    var starts: [Int32] = []
    var ends: [Int32] = []

    /// Whether one of them shares a byte with a stretch of text.
    @inline(__always)
    func touch(_ low: Int, _ high: Int) -> Bool {
      let i = ends.firstIndex(notBelow: Int32(truncatingIfNeeded: low + 1))
      return i < starts.count && Int(starts[i]) < high
    }
  }

  /// The places of what a pattern requires; kept.
  func places(of required: RequiredText, in utf8: [UInt8]) -> Places {
    let key = ObjectIdentifier(required)
    if let known = places.withLock({ $0[key]?.1 }) { return known }
    var found: [(start: Int32, end: Int32)] = []
    for letters in required.letters {
      for word in words(holding: letters) {
        for i in postings[Int(postingStarts[Int(word)])..<Int(postingStarts[Int(word) + 1])] {
          found.append((tokens[Int(i)].start, tokens[Int(i)].end))
        }
      }
    }
    if !required.signs.isEmpty {
      required.signs.forEach(in: utf8) { found.append((Int32(truncatingIfNeeded: $0), Int32(truncatingIfNeeded: $1))) }
    }
    found.sort { $0.start != $1.start ? $0.start < $1.start : $0.end > $1.end }
    var result = Places()
    for place in found {
      if let last = result.ends.last, place.end <= last { continue }
      result.starts.append(place.start)
      result.ends.append(place.end)
    }
    let made = result
    places.withLock {
      // A rule that makes up patterns must not fill the memory.
      if $0.count > 10_000 { $0 = [:] }
      $0[key] = (required, made)
    }
    return made
  }
}

extension WordStream.Token {
  /// The token's folded bytes.
  @inline(__always)
  func bytes(_ folded: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: folded[Int(foldedStart)..<Int(foldedEnd)])
  }
}

extension RandomAccessCollection where Element: Comparable, Index == Int {
  /// The first index of an element of this sorted collection that is not below a value.
  @inline(__always)
  func firstIndex(notBelow value: Element) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) >> 1
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
