package import ContentModel

/// What was looked for in one text, kept: a list is searched for once, and every later question about a part of the text is answered from its places.
///
/// For one thread.
package final class TextScreening {
  private let stream: WordStream
  /// By screen; the screen is held so that its identity stays its own.
  private var phrases: [ObjectIdentifier: (screen: Screen, found: Found)] = [:]
  private var patterns: [PatternQuestion: (pattern: CompiledPattern, answer: PatternAnswer)] = [:]
  private var keptMatches = 0
  /// How much was done, for statistics and tests.
  package private(set) var counts = ScreeningCounts()

  package init(_ stream: WordStream) { self.stream = stream }

  /// Where the phrases of a screen stand, ordered; the trigger numbers are the list's.
  fileprivate struct Found {
    var matches: [Screen.PhraseMatch] = []
    /// The trigger with which there were too many.
    var overrun: Int?
  }

  /// A list that is looked for in this text. Ask ``search(_:)`` for it once, and keep it as long as the text.
  package final class Search {
    fileprivate let list: WordList
    fileprivate let found: Found
    /// What each of the list's patterns requires; nil where it is to be tried everywhere.
    fileprivate let places: [TextIndex.Places?]

    fileprivate init(list: WordList, found: Found, places: [TextIndex.Places?]) {
      self.list = list
      self.found = found
      self.places = places
    }
  }

  private struct PatternQuestion: Hashable {
    var pattern: ObjectIdentifier
    var span: Span
  }

  private struct PatternAnswer {
    var matches: [(span: Span, captures: [Span?])] = []
    var failure: String?
  }

  /// Looks for a list in the whole text, once.
  package func search(_ list: WordList) -> Search {
    let places = list.patterns.map { pattern -> TextIndex.Places? in
      guard let required = pattern.code.required, !stream.hasCombiningMarks else { return nil }
      return stream.index.places(of: required, in: stream.utf8)
    }
    return Search(list: list, found: phrases(of: list), places: places)
  }

  /// As ``Screen/matches(in:within:failures:)`` for a screen of one set.
  package func matches(of search: Search, within span: Span, failures: inout [Screen.Failure]) -> [Screen.Match] {
    counts.questions += 1
    var found: [Screen.Match] = []
    note(search.found.overrun, &failures)
    if search.list.patterns.isEmpty {
      var end = -1
      forEach(search.found.matches, within: span) { match in
        if Int(match.end) > end {
          end = Int(match.end)
          found.append(match.match)
        }
        return true
      }
      return found
    }
    forEach(search.found.matches, within: span) {
      found.append($0.match)
      return true
    }
    forEachPattern(of: search, within: span, &failures) { trigger, answer in
      for match in answer.matches { found.append(Screen.Match(set: 0, trigger: trigger, span: match.span, captures: match.captures)) }
      return true
    }
    if found.count < 2 { return found }
    found.sort { $0.span != $1.span ? $0.span < $1.span : $0.trigger < $1.trigger }
    var end = -1
    return found.filter { match in
      defer { end = max(end, match.span.end) }
      return match.span.end > end
    }
  }

  /// Whether there are any.
  package func hasMatch(of search: Search, within span: Span, failures: inout [Screen.Failure]) -> Bool {
    counts.questions += 1
    note(search.found.overrun, &failures)
    var isFound = false
    forEach(search.found.matches, within: span) { _ in
      isFound = true
      return false
    }
    if isFound { return true }
    if search.list.patterns.isEmpty { return false }
    forEachPattern(of: search, within: span, &failures) { _, answer in
      isFound = !answer.matches.isEmpty
      return !isFound
    }
    return isFound
  }

  private func note(_ overrun: Int?, _ failures: inout [Screen.Failure]) {
    guard let overrun else { return }
    failures.append(Screen.Failure(set: 0, trigger: overrun, message: "matches in more than \(Screen.maximumMatches) places"))
  }

  /// Gives the phrases that lie within a span, in order, until `body` says to stop.
  @inline(__always)
  private func forEach(_ matches: [Screen.PhraseMatch], within span: Span, _ body: (Screen.PhraseMatch) -> Bool) {
    if matches.isEmpty { return }
    matches.withUnsafeBufferPointer { matches in
      var low = 0
      var high = matches.count
      while low < high {
        let middle = (low + high) >> 1
        if Int(matches[middle].start) < span.start { low = middle + 1 } else { high = middle }
      }
      while low < matches.count, Int(matches[low].start) < span.end {
        if Int(matches[low].end) <= span.end, !body(matches[low]) { return }
        low += 1
      }
    }
  }

  // MARK: Phrases

  private func phrases(of list: WordList) -> Found {
    var all = Found()
    for part in list.parts {
      let found = phrases(of: part.screen)
      if all.overrun == nil, let overrun = found.overrun { all.overrun = overrun + part.firstTrigger }
      if found.matches.isEmpty { continue }
      if part.firstTrigger == 0, all.matches.isEmpty {
        all.matches = found.matches
      } else {
        for var match in found.matches {
          match.trigger += Int32(truncatingIfNeeded: part.firstTrigger)
          all.matches.append(match)
        }
      }
    }
    if list.parts.count > 1, all.matches.count > 1 { all.matches.sort(by: Screen.PhraseMatch.precedes) }
    return all
  }

  private func phrases(of screen: Screen) -> Found {
    if let known = phrases[ObjectIdentifier(screen)] { return known.found }
    counts.searches += 1
    var tally = Screen.Tally()
    var found = Found()
    found.matches = screen.phrases(in: stream, tokens: 0..<stream.tokens.count, &tally)
    found.matches.sort(by: Screen.PhraseMatch.precedes)
    found.overrun = tally.overruns.first?.trigger
    // A text that is full of everything must not fill the memory.
    keptMatches += found.matches.count
    if keptMatches > 4_000_000 {
      phrases = [:]
      keptMatches = 0
    }
    phrases[ObjectIdentifier(screen)] = (screen, found)
    return found
  }

  // MARK: Patterns

  private func forEachPattern(
    of search: Search, within span: Span, _ failures: inout [Screen.Failure], _ body: (Int, PatternAnswer) -> Bool
  ) {
    if search.list.patterns.isEmpty { return }
    guard stream.isValidUTF8 else {
      for pattern in search.list.patterns {
        failures.append(Screen.Failure(set: 0, trigger: pattern.trigger, message: "cannot be matched: the text is not valid UTF-8"))
      }
      return
    }
    var clock: MatchClock?
    for (i, (pattern, trigger)) in search.list.patterns.enumerated() {
      if let places = search.places[i], !places.touch(span.start, span.end) {
        counts.patternsScreened += 1
        continue
      }
      let question = PatternQuestion(pattern: ObjectIdentifier(pattern), span: span)
      let answer: PatternAnswer
      if let known = patterns[question] {
        answer = known.answer
      } else {
        counts.patternsMatched += 1
        let watch = clock ?? MatchClock(bytes: span.count)
        clock = watch
        answer = match(pattern, within: span, search.places[i], watch)
        if patterns.count > 100_000 { patterns = [:] }
        patterns[question] = (pattern, answer)
      }
      if let failure = answer.failure { failures.append(Screen.Failure(set: 0, trigger: trigger, message: failure)) }
      if !body(trigger, answer) { return }
    }
  }

  private func match(_ pattern: CompiledPattern, within span: Span, _ places: TextIndex.Places?, _ clock: MatchClock) -> PatternAnswer {
    var answer = PatternAnswer()
    answer.failure = pattern.forEachMatch(in: stream, within: span, at: places, clock: clock) { span, captures in
      guard answer.matches.count < Screen.maximumMatches else { return false }
      answer.matches.append((span, captures))
      return true
    }
    if answer.failure == nil, answer.matches.count == Screen.maximumMatches {
      answer.failure = "matches in more than \(Screen.maximumMatches) places"
    }
    return answer
  }
}

/// How much was done to find words.
package struct ScreeningCounts: Sendable, Equatable {
  /// Questions that rules asked about parts of a text.
  package var questions = 0
  /// Word lists that were looked for in a whole text.
  package var searches = 0
  /// Patterns that were tried on a part of a text, and those that needed not to be.
  package var patternsMatched = 0
  package var patternsScreened = 0

  package init() {}

  package static func += (sum: inout ScreeningCounts, other: ScreeningCounts) {
    sum.questions += other.questions
    sum.searches += other.searches
    sum.patternsMatched += other.patternsMatched
    sum.patternsScreened += other.patternsScreened
  }
}
