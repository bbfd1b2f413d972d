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
    case .pattern(let text): return [.pattern(text)]
    case .lexicon(let index): return lexicons.lexicons[index].triggers
    }
  }

  /// The words that an argument asks for: a phrase, a pattern, a lexicon, or a list of these.
  func triggers(_ arguments: Arguments, _ position: Int) throws(LuaHostError) -> [Trigger] {
    func one(_ value: LuaValue) throws(LuaHostError) -> [Trigger] {
      switch value {
      case .string(let text): return [.phrase(text)]
      case .object(let object): if let found = triggers(of: object) { return found }
      default: break
      }
      throw LuaHostError(
        "\(arguments.method): argument \(position + 1) must be a phrase, a pattern, a lexicon or a list of them, got \(value.typeName)")
    }
    guard case .table(let list) = arguments[position] else { return try one(arguments[position]) }
    guard list.fields.isEmpty else {
      throw LuaHostError("\(arguments.method): argument \(position + 1) must be a list, got a table with the key '\(list.fields[0].key)'")
    }
    var found: [Trigger] = []
    for value in list.array { found += try one(value) }
    return found
  }

  /// The compiled form of some triggers, kept: rules ask for the same words for each hit.
  func screen(_ triggers: [Trigger]) throws(TriggerError) -> Screen {
    if let screen = screens[triggers] { return screen }
    let screen = try Screen([triggers])
    // A rule that makes up new words for each hit must not fill the memory.
    if screens.count >= 1024 { screens.removeAll() }
    screens[triggers] = screen
    return screen
  }

  func matches(_ arguments: Arguments, within span: Span?) throws(LuaHostError) -> [Screen.Match] {
    let wanted = try triggers(arguments, 0)
    if wanted.isEmpty { return [] }
    var failures: [Screen.Failure] = []
    let found: [Screen.Match]
    do throws(TriggerError) {
      found = try screen(wanted).matches(in: analysis.words, within: span, failures: &failures)
    } catch {
      throw LuaHostError("\(arguments.method): '\(error.trigger.text)': \(error.message)")
    }
    if let failure = failures.first {
      throw LuaHostError("\(arguments.method): '\(wanted[failure.trigger].text)': \(failure.message)")
    }
    return found
  }

  func addHits(_ matches: [Screen.Match], _ triggers: [Trigger]) -> [Int] {
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

  /// Words between two spans that do not overlap.
  func wordsBetween(_ a: Span, _ b: Span) -> Int {
    if a.overlaps(b) { return 0 }
    let gap = a.end <= b.start ? a.end..<b.start : b.end..<a.start
    var words = 0
    var inWord = false
    for byte in document.utf8[gap] {
      let isSpace = byte <= 0x20
      if !isSpace && !inWord { words += 1 }
      inWord = !isSpace
    }
    return words
  }
}
