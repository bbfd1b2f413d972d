package import ContentModel

extension Screen {
  /// Every match within a span of the text, ordered by span, then set and trigger; per set, a match that lies inside another of the same set is left out. Patterns that ran into their match limit are listed in `failures`.
  ///
  /// A pattern sees the part of each leaf that lies within the span, and nothing around it.
  package func matches(in stream: WordStream, within span: Span? = nil, failures: inout [Failure]) -> [Match] {
    let bounds = span ?? Span(0, stream.utf8.count)
    var found: [Match] = []
    var tally = Tally()
    findPhrases(in: stream, tokens: span.map(stream.tokenRange) ?? 0..<stream.tokens.count, &found, &tally)
    if !patterns.isEmpty { findPatterns(in: stream, within: bounds, &found, &tally, &failures) }
    failures += tally.overruns.map { set, trigger in
      Failure(set: set, trigger: trigger, message: "matches in more than \(Self.maximumMatches) places")
    }
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
  private struct Tally {
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

  private func findPhrases(in stream: WordStream, tokens range: Range<Int>, _ found: inout [Match], _ tally: inout Tally) {
    guard !sequences.isEmpty, !range.isEmpty else { return }
    let tokens = stream.tokens
    stream.folded.withUnsafeBufferPointer { folded in
      let ids = range.map { i in
        let token = tokens[i]
        return words.find(token.hash, UnsafeBufferPointer(rebasing: folded[Int(token.foldedStart)..<Int(token.foldedEnd)]))
      }
      func passes(_ test: Test, _ i: Int) -> Bool {
        switch test {
        case .word(let id): return ids[i - range.lowerBound] == id
        case .inflected(let set):
          let id = ids[i - range.lowerBound]
          return id >= 0 && inflections[Int(set)].contains(id)
        case .anyWord: return tokens[i].isWord
        case .prefix(let prefix): return tokens[i].isWord && hasPrefix(prefix, tokens[i], folded)
        }
      }
      func consider(_ index: Int32, at i: Int) {
        let sequence = sequences[Int(index)]
        let start = i - sequence.anchor
        let end = start + sequence.tests.count
        guard start >= range.lowerBound, end <= range.upperBound, tokens[start].leaf == tokens[end - 1].leaf else { return }
        for k in sequence.tests.indices where k != sequence.anchor && !passes(sequence.tests[k], start + k) { return }
        guard tally.count(set: Int(sequence.set), trigger: Int(sequence.trigger)) else { return }
        found.append(
          Match(
            set: Int(sequence.set), trigger: Int(sequence.trigger),
            span: Span(Int(tokens[start].start), Int(tokens[end - 1].end))))
      }
      for i in range {
        let id = ids[i - range.lowerBound]
        if id >= 0 {
          for sequence in byWord[Int(id)] { consider(sequence, at: i) }
        }
        guard prefixes.count > 0, tokens[i].isWord else { continue }
        let start = Int(tokens[i].foldedStart)
        let length = Int(tokens[i].foldedEnd) - start
        let lengths = prefixLengths[Int(folded[start])]
        if lengths == 0 { continue }
        var hash = WordStream.hashStart
        for n in 1...length {
          hash = WordStream.hash(hash, folded[start + n - 1])
          if n > Self.longestPrefix { break }
          guard lengths & (1 << UInt64(min(n, 63))) != 0 else { continue }
          let prefix = prefixes.find(hash, UnsafeBufferPointer(rebasing: folded[start..<start + n]))
          if prefix >= 0 {
            for sequence in byPrefix[Int(prefix)] { consider(sequence, at: i) }
          }
        }
      }
    }
  }

  /// Words of a phrase longer than this do not occur; it bounds the work on a hostile "word" of a megabyte.
  static let longestPrefix = 256

  private func hasPrefix(_ prefix: Int32, _ token: WordStream.Token, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = prefixes.bytes(of: prefix)
    let start = Int(token.foldedStart)
    guard Int(token.foldedEnd) - start >= bytes.count else { return false }
    for (k, byte) in bytes.enumerated() where folded[start + k] != byte { return false }
    return true
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
    var scratch: CompiledPattern.Scratch?
    defer { if let scratch { CompiledPattern.Scratch.giveBack(scratch) } }
    let letters = !stream.hasCombiningMarks && patterns.contains { !$0.required.isEmpty } ? LetterTriples(of: stream, within: bounds) : nil
    var firstLeaf = 0
    var behind = stream.leaves.count
    while firstLeaf < behind {
      let middle = (firstLeaf + behind) / 2
      if stream.leaves[middle].end <= bounds.start { firstLeaf = middle + 1 } else { behind = middle }
    }
    stream.utf8.withUnsafeBufferPointer { bytes in
      var clock: (set: Int, clock: MatchClock)?
      for pattern in patterns where !tally.isOver(pattern.set) {
        if let letters, !pattern.required.isEmpty, !pattern.required.contains(where: letters.mayContain) { continue }
        let state = scratch ?? CompiledPattern.Scratch.take()
        scratch = state
        let watch: MatchClock
        if let clock, clock.set == pattern.set {
          watch = clock.clock
          if watch.isOver { continue }
        } else {
          watch = MatchClock(bytes: bounds.count)
          clock = (pattern.set, watch)
        }
        for leaf in stream.leaves[firstLeaf...] {
          if leaf.start >= bounds.end { break }
          let low = max(leaf.start, bounds.start)
          let high = min(leaf.end, bounds.end, bytes.count)
          guard low < high else { continue }
          let failure = pattern.code.forEachMatch(
            in: UnsafeBufferPointer(rebasing: bytes[low..<high]), scratch: state, clock: watch
          ) { range, captures in
            guard tally.count(set: pattern.set, trigger: pattern.trigger) else { return false }
            found.append(
              Match(
                set: pattern.set, trigger: pattern.trigger, span: Span(low + range.lowerBound, low + range.upperBound),
                captures: captures.map { $0.map { Span(low + $0.lowerBound, low + $0.upperBound) } }))
            return true
          }
          if let failure {
            failures.append(Failure(set: pattern.set, trigger: pattern.trigger, message: failure))
            break
          }
          if tally.isOver(pattern.set) { break }
        }
      }
    }
  }
}

/// Which runs of three letters occur in a text's words; a cheap test of what does not.
struct LetterTriples {
  private var bits = [UInt64](repeating: 0, count: 512)

  init(of stream: WordStream, within span: Span) {
    let tokens = stream.tokenRange(in: Span(span.start, span.end))
    // One token more at each side: a pattern may match within a word that the span cuts.
    let low = max(0, tokens.lowerBound - 1)
    let high = min(stream.tokens.count, tokens.upperBound + 1)
    guard low < high else { return }
    var key = 0
    for i in Int(stream.tokens[low].foldedStart)..<Int(stream.tokens[high - 1].foldedEnd) {
      key = (key << 5 | Int(stream.folded[i] & 31)) & 0x7FFF
      bits[key >> 6] |= 1 << UInt64(key & 63)
    }
  }

  /// Whether lower-case ASCII letters may occur together; false means that they do not.
  func mayContain(_ letters: [UInt8]) -> Bool {
    var key = 0
    for (i, letter) in letters.enumerated() {
      key = (key << 5 | Int(letter & 31)) & 0x7FFF
      if i >= 2, bits[key >> 6] & (1 << UInt64(key & 63)) == 0 { return false }
    }
    return true
  }
}
