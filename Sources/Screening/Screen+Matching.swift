package import ContentModel

extension Screen {
  /// Every match within a span of the text, ordered by span, then set and trigger; per set, a match that lies inside another of the same set is left out. Patterns that ran into their match limit are listed in `failures`.
  ///
  /// A pattern sees the part of each leaf that lies within the span, and nothing around it.
  package func matches(in stream: WordStream, within span: Span? = nil, failures: inout [Failure]) -> [Match] {
    let bounds = span ?? Span(0, stream.utf8.count)
    var tally = Tally()
    var found = phrases(in: stream, tokens: span.map(stream.tokenRange) ?? 0..<stream.tokens.count, &tally).map(\.match)
    if !patterns.isEmpty { findPatterns(in: stream, within: bounds, &found, &tally, &failures) }
    failures += tally.overruns.map { set, trigger in
      Failure(set: set, trigger: trigger, message: "matches in more than \(Self.maximumMatches) places")
    }
    return ordered(&found)
  }

  private func ordered(_ found: inout [Match]) -> [Match] {
    found.sort { a, b in
      if a.set != b.set { return a.set < b.set }
      if a.span != b.span { return a.span < b.span }
      return a.trigger < b.trigger
    }
    var kept: [Match] = []
    kept.reserveCapacity(found.count)
    var set = -1
    var end = -1
    var last: Match?
    for match in found {
      if match.set != set {
        set = match.set
        end = -1
        last = nil
      }
      if keepsNested {
        if let last, last.span == match.span, last.trigger == match.trigger { continue }
        last = match
      } else {
        if match.span.end <= end { continue }
        end = match.span.end
      }
      kept.append(match)
    }
    kept.sort { a, b in
      if a.span != b.span { return a.span < b.span }
      return a.set != b.set ? a.set < b.set : a.trigger < b.trigger
    }
    return kept
  }

  /// How many matches each set has, so that a word that is everywhere does not fill the memory.
  struct Tally {
    private var counts: [Int] = []
    /// The trigger that went too far, by set, in order.
    private(set) var overruns: [(set: Int, trigger: Int)] = []

    /// Counts a match. Gives false where the set has too many.
    mutating func count(set: Int, trigger: Int) -> Bool {
      if set >= counts.count { counts.append(contentsOf: repeatElement(0, count: set + 1 - counts.count)) }
      counts[set] += 1
      if counts[set] <= Screen.maximumMatches { return true }
      if counts[set] == Screen.maximumMatches + 1 { overruns.append((set, trigger)) }
      return false
    }

    func isOver(_ set: Int) -> Bool { set < counts.count && counts[set] > Screen.maximumMatches }
  }

  /// Where a phrase stands.
  struct PhraseMatch {
    var start: Int32
    var end: Int32
    var set: Int32
    var trigger: Int32

    var match: Match { Match(set: Int(set), trigger: Int(trigger), span: Span(Int(start), Int(end))) }

    /// By place as ``Span`` is, then by trigger.
    @inline(__always)
    static func precedes(_ a: PhraseMatch, _ b: PhraseMatch) -> Bool {
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return a.trigger < b.trigger
    }
  }

  /// Every place where a phrase stands within some tokens, in no particular order.
  func phrases(in stream: WordStream, tokens range: Range<Int>, _ tally: inout Tally) -> [PhraseMatch] {
    guard !sequences.isEmpty, !range.isEmpty else { return [] }
    let index = stream.index
    return stream.folded.withUnsafeBufferPointer { folded in
      stream.tokens.withUnsafeBufferPointer { tokens in
        index.wordOfToken.withUnsafeBufferPointer { wordOfToken in
          var search = PhraseSearch(
            screen: self, index: index, tokens: tokens, wordOfToken: wordOfToken, folded: folded, range: range)
          search.run(&tally)
          return search.found
        }
      }
    }
  }

  private func findPatterns(
    in stream: WordStream, within bounds: Span, _ found: inout [Match], _ tally: inout Tally,
    _ failures: inout [Failure]
  ) {
    guard stream.isValidUTF8 else {
      for pattern in patterns {
        failures.append(Failure(set: pattern.set, trigger: pattern.trigger, message: "cannot be matched: the text is not valid UTF-8"))
      }
      return
    }
    var clock: (set: Int, clock: MatchClock)?
    for pattern in patterns where !tally.isOver(pattern.set) {
      let watch: MatchClock
      if let clock, clock.set == pattern.set {
        watch = clock.clock
        if watch.isOver { continue }
      } else {
        watch = MatchClock(bytes: bounds.count)
        clock = (pattern.set, watch)
      }
      let places = pattern.code.required.flatMap { stream.hasCombiningMarks ? nil : stream.index.places(of: $0, in: stream.utf8) }
      let failure = pattern.code.forEachMatch(in: stream, within: bounds, at: places, clock: watch) { span, captures in
        guard tally.count(set: pattern.set, trigger: pattern.trigger) else { return false }
        found.append(Match(set: pattern.set, trigger: pattern.trigger, span: span, captures: captures))
        return true
      }
      if let failure { failures.append(Failure(set: pattern.set, trigger: pattern.trigger, message: failure)) }
    }
  }
}

/// One search for the phrases of a screen.
private struct PhraseSearch {
  let screen: Screen
  let index: TextIndex
  let tokens: UnsafeBufferPointer<WordStream.Token>
  let wordOfToken: UnsafeBufferPointer<Int32>
  let folded: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  var found: [Screen.PhraseMatch] = []
  /// The screen's number of each word of the text, or -1; empty until one is known.
  private var known: [Int32] = []

  init(
    screen: Screen, index: TextIndex, tokens: UnsafeBufferPointer<WordStream.Token>, wordOfToken: UnsafeBufferPointer<Int32>,
    folded: UnsafeBufferPointer<UInt8>, range: Range<Int>
  ) {
    self.screen = screen
    self.index = index
    self.tokens = tokens
    self.wordOfToken = wordOfToken
    self.folded = folded
    self.range = range
  }

  /// Looks up the screen's words among the text's, or the other way round, whichever are fewer; then looks around each.
  mutating func run(_ tally: inout Screen.Tally) {
    var present: [(word: Int32, own: Int32)] = []
    let hashes = screen.words.hashes
    if hashes.count <= index.count {
      for own in hashes.indices {
        let own = Int32(truncatingIfNeeded: own)
        let word = screen.words.withBytes(of: own) { index.find(hashes[Int(own)], $0, folded) }
        if word >= 0 { present.append((word, own)) }
      }
    } else {
      for word in 0..<index.count {
        let token = tokens[Int(index.firstTokens[word])]
        let own = screen.words.find(token.hash, token.bytes(folded))
        if own >= 0 { present.append((Int32(truncatingIfNeeded: word), own)) }
      }
    }
    if !present.isEmpty {
      known = [Int32](repeating: -1, count: index.count)
      for (word, own) in present { known[Int(word)] = own }
    }
    for (word, own) in present {
      let waiting = screen.byWord[own]
      if waiting.isEmpty { continue }
      for token in index.tokens(of: word, in: range) {
        for sequence in waiting { consider(screen.sequences[Int(sequence)], at: Int(token), &tally) }
      }
    }
    for prefix in 0..<Int32(truncatingIfNeeded: screen.prefixes.count) where !screen.byPrefix[prefix].isEmpty {
      var words: [Int32] = []
      screen.prefixes.withBytes(of: prefix) { bytes in index.forEachWord(beginningWith: bytes, folded) { words.append($0) } }
      for word in words {
        for token in index.tokens(of: word, in: range) {
          for sequence in screen.byPrefix[prefix] { consider(screen.sequences[Int(sequence)], at: Int(token), &tally) }
        }
      }
    }
  }

  @inline(__always)
  private mutating func consider(_ sequence: Screen.Sequence, at i: Int, _ tally: inout Screen.Tally) {
    let start = i - Int(sequence.anchor)
    let end = start + Int(sequence.testCount)
    if sequence.testCount > 1 {
      guard start >= range.lowerBound, end <= range.upperBound, tokens[start].leaf == tokens[end - 1].leaf else { return }
      for k in 0..<Int(sequence.testCount) where k != Int(sequence.anchor) {
        if !passes(screen.tests[Int(sequence.firstTest) + k], start + k) { return }
      }
    }
    guard tally.count(set: Int(sequence.set), trigger: Int(sequence.trigger)) else { return }
    found.append(
      Screen.PhraseMatch(start: tokens[start].start, end: tokens[end - 1].end, set: sequence.set, trigger: sequence.trigger))
  }

  @inline(__always)
  private func passes(_ test: Screen.Test, _ i: Int) -> Bool {
    switch Screen.Test.Kind(rawValue: test.kind) {
    case .word: return !known.isEmpty && known[Int(wordOfToken[i])] == test.id
    case .inflected:
      guard !known.isEmpty, case let own = known[Int(wordOfToken[i])], own >= 0 else { return false }
      let words = screen.inflections[test.id]
      if words.count <= 12 { return words.contains(own) }
      let at = words.firstIndex(notBelow: own)
      return at < words.endIndex && words[at] == own
    case .anyWord: return tokens[i].isWord
    case .prefix:
      guard tokens[i].isWord else { return false }
      let bytes = tokens[i].bytes(folded)
      return screen.prefixes.withBytes(of: test.id) { prefix in
        bytes.count >= prefix.count && same(UnsafeBufferPointer(rebasing: bytes[..<prefix.count]), prefix)
      }
    case nil: return false
    }
  }
}

extension CompiledPattern {
  /// Gives each match in the parts of a text's leaves that lie within a span, until `body` says to stop.
  ///
  /// The text must be valid UTF-8.
  ///
  /// - Parameter places: what the pattern requires; leaves without are passed over. Nil to look everywhere.
  /// - Returns: why matching was given up, or nil.
  func forEachMatch(
    in stream: WordStream, within bounds: Span, at places: TextIndex.Places?, clock: MatchClock, _ body: (Span, [Span?]) -> Bool
  ) -> String? {
    let leaves = stream.leaves
    // The first leaf that ends behind a place.
    func leaf(behind place: Int, from: Int) -> Int {
      var low = from
      var high = leaves.count
      while low < high {
        let middle = (low + high) / 2
        if leaves[middle].end <= place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var scratch: Scratch?
    defer { if let scratch { Scratch.giveBack(scratch) } }
    return stream.utf8.withUnsafeBufferPointer { bytes in
      var i = leaf(behind: bounds.start, from: 0)
      while i < leaves.count, leaves[i].start < bounds.end {
        let low = max(leaves[i].start, bounds.start)
        let high = min(leaves[i].end, bounds.end, bytes.count)
        if let places, low < high, !places.touch(low, high) {
          // On to the leaf of the next place.
          let next = places.ends.firstIndex(notBelow: Int32(truncatingIfNeeded: high + 1))
          guard next < places.starts.count else { return nil }
          i = max(i + 1, leaf(behind: Int(places.starts[next]), from: i))
          continue
        }
        i += 1
        guard low < high else { continue }
        let state = scratch ?? Scratch.take()
        scratch = state
        var goesOn = true
        let failure = forEachMatch(in: UnsafeBufferPointer(rebasing: bytes[low..<high]), scratch: state, clock: clock) { range, captures in
          goesOn = body(
            Span(low + range.lowerBound, low + range.upperBound),
            captures.map { $0.map { Span(low + $0.lowerBound, low + $0.upperBound) } })
          return goesOn
        }
        if let failure { return failure }
        if !goesOn { return nil }
      }
      return nil
    }
  }
}
