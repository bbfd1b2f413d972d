import Analysis
import ContentModel
import LuaRuntime
import Screening

extension RuleHost {
  /// The triggers that a pattern or lexicon object stands for.
  func triggers(of object: LuaObject) -> [Trigger]? {
    guard ObjectModel.TypeName.pattern.rawValue == object.type || ObjectModel.TypeName.lexicon.rawValue == object.type
    else { return nil }
    switch triggerSources[object.index] {
    case .phrase(let text): return [.phrase(text)]
    case .pattern(let text): return [.pattern(text)]
    case .lexicon(let index): return lexicons.lexicons[index].triggers
    }
  }

  /// The words that an argument asks for: a phrase, a pattern, a lexicon, or a list of these.
  private func sources(_ arguments: Arguments, _ position: Int) throws(LuaHostError) -> [TriggerSource] {
    func one(_ value: LuaValue) throws(LuaHostError) -> TriggerSource {
      switch value {
      case .string(let text): return .phrase(text)
      case .object(let object):
        if object.type == ObjectModel.TypeName.pattern.rawValue || object.type == ObjectModel.TypeName.lexicon.rawValue {
          return triggerSources[object.index]
        }
      default: break
      }
      throw LuaHostError(
        "\(arguments.method): argument \(position + 1) must be a phrase, a pattern, a lexicon or a list of them, got \(value.typeName)")
    }
    guard case .table(let list) = arguments[position] else { return [try one(arguments[position])] }
    guard list.fields.isEmpty else {
      throw LuaHostError("\(arguments.method): argument \(position + 1) must be a list, got a table with the key '\(list.fields[0].key)'")
    }
    charge(list.array.count * 8)
    var found: [TriggerSource] = []
    found.reserveCapacity(list.array.count)
    for value in list.array { found.append(try one(value)) }
    return found
  }

  /// The compiled form of some words.
  ///
  /// A rule pays for compiling once a document, whether or not they were compiled for another one before: equal work
  /// must cost the same on every worker.
  func wordSet(_ sources: [TriggerSource]) throws(TriggerError) -> WordSet {
    let words: WordSet
    if let known = wordSets[sources] {
      words = known
    } else {
      var triggers: [Trigger] = []
      for source in sources {
        switch source {
        case .phrase(let text): triggers.append(.phrase(text))
        case .pattern(let text): triggers.append(.pattern(text))
        case .lexicon(let index): triggers += lexicons.lexicons[index].triggers
        }
        guard triggers.count <= Screen.maximumSequences else { break }
      }
      do throws(TriggerError) {
        words = WordSet(screen: try Screen([triggers]), triggers: triggers)
      } catch {
        charge(error.trigger.text.utf8.count + 1000)
        throw error
      }
      wordSets[sources] = words
      wordSetCost += words.screen.compileCost
    }
    if words.lastRun != run {
      words.lastRun = run
      charge(words.screen.compileCost)
    }
    return words
  }

  func matches(_ arguments: Arguments, within span: Span?) throws(LuaHostError) -> Found {
    let wanted = try sources(arguments, 0)
    if wanted.isEmpty { return Found(matches: [], triggers: []) }
    let words: WordSet
    do throws(TriggerError) {
      words = try wordSet(wanted)
    } catch {
      throw LuaHostError("\(arguments.method): '\(Self.clipped(error.trigger.text))': \(error.message)")
    }
    let span = span ?? Span(0, document.utf8.count)
    charge(words.screen.matchingCost(of: span, in: analysis.words))
    var failures: [Screen.Failure] = []
    let found = words.screen.matches(in: analysis.words, within: span, failures: &failures)
    charge(found.count * 20)
    if let failure = failures.first {
      throw LuaHostError("\(arguments.method): '\(Self.clipped(words.triggers[failure.trigger].text))': \(failure.message)")
    }
    return Found(matches: found, triggers: words.triggers)
  }

  /// A phrase or pattern as messages show it.
  static func clipped(_ text: String) -> String {
    text.utf8.count <= 200 ? text : String(text.unicodeScalars.prefix(100)) + "…"
  }

  func addHits(_ found: Found) -> [Int] { addHits(found.matches, found.triggers) }

  func addHits(_ matches: some Sequence<Screen.Match>, _ triggers: [Trigger]) -> [Int] {
    matches.map { match in
      hits.append(Hit(span: match.span, trigger: triggers[match.trigger].text, captures: match.captures))
      return hits.count - 1
    }
  }

  /// A part of a sentence as an object.
  func stretch(_ span: Span?) -> LuaValue {
    guard let span else { return .nil }
    stretches.append(span)
    return object(.stretch, stretches.count - 1)
  }

  /// The sentence around a span, or the span's own block where there is none.
  func sentenceSpan(around span: Span) -> Span {
    if let index = analysis.sentenceIndex(at: span.start) { return analysis.sentences[index].span.union(span) }
    return span
  }

  /// Whether one of the matches lies behind a span with at most `most` words between. Only the nearest matters.
  func follows(_ span: Span, _ found: Found, most: Int) -> Bool {
    found.matches.first { $0.span.start >= span.end }.map { isNear(span, $0.span, most) } ?? false
  }

  /// Whether one of the matches lies before a span with at most `most` words between.
  func precedes(_ span: Span, _ found: Found, most: Int) -> Bool {
    found.matches.lazy.map(\.span).filter { $0.end <= span.start }.max { $0.end < $1.end }
      .map { isNear(span, $0, most) } ?? false
  }

  /// Whether there are at most so many words between two spans that do not overlap.
  private func isNear(_ a: Span, _ b: Span, _ most: Int) -> Bool {
    if most == .max { return true }
    let gap = a.end <= b.start ? a.end..<b.start : b.end..<a.start
    charge(gap.count / 8)
    var words = 0
    var inWord = false
    for byte in document.utf8[gap] {
      let isSpace = byte <= 0x20
      if !isSpace && !inWord {
        words += 1
        if words > most { return false }
      }
      inWord = !isSpace
    }
    return words <= most
  }
}

/// Words that a rule asked for, compiled.
final class WordSet {
  let screen: Screen
  let triggers: [Trigger]
  /// The run of a rule that has paid for it last.
  var lastRun = -1

  init(screen: Screen, triggers: [Trigger]) {
    self.screen = screen
    self.triggers = triggers
  }
}

/// Places where words that a rule asked for stand, ordered by span.
struct Found {
  var matches: [Screen.Match]
  var triggers: [Trigger]
}
