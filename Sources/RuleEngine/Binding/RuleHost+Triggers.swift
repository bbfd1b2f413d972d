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

  private static func isTrigger(_ object: LuaObject) -> Bool {
    object.type == ObjectModel.TypeName.pattern.rawValue || object.type == ObjectModel.TypeName.lexicon.rawValue
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

  /// The compiled form of the words that an argument asks for.
  ///
  /// A rule pays for compiling once a document, whether or not they were compiled for another one before: equal work
  /// must cost the same on every worker.
  private func list(_ arguments: Arguments) throws(LuaHostError) -> AskedList? {
    guard let raw = arguments.uncopied else { return try makeList(arguments) }
    let asked: AskedList
    let number = raw.object.flatMap { Self.isTrigger($0) ? $0.index : nil }
    if let number {
      if askedObjects.indices.contains(number), let known = askedObjects[number] {
        asked = known
      } else {
        guard let made = try makeList(arguments) else { return nil }
        asked = made
        if number >= askedObjects.count { askedObjects += [AskedList?](repeating: nil, count: number + 1 - askedObjects.count) }
        askedObjects[number] = asked
        askedCost += asked.list.compileCost
      }
      return paid(asked)
    }
    let fingerprint = raw.fingerprint
    if let known = askedLists.first(fingerprint, where: { raw.isEqual(to: $0.key) }) {
      asked = known
    } else {
      guard let made = try makeList(arguments) else { return nil }
      asked = made
      asked.key = raw.key
      askedLists.insert(fingerprint, asked)
      askedCost += asked.list.compileCost
    }
    return paid(asked)
  }

  private func paid(_ asked: AskedList) -> AskedList {
    charge(asked.size * 8)
    if asked.lastRun != run {
      asked.lastRun = run
      charge(asked.list.compileCost)
    }
    return asked
  }

  private func search(_ asked: AskedList) -> TextScreening.Search {
    if let search = asked.search, asked.document == documentNumber { return search }
    let search = screening.search(asked.list)
    asked.search = search
    asked.document = documentNumber
    return search
  }

  /// Nil for an empty list.
  private func makeList(_ arguments: Arguments) throws(LuaHostError) -> AskedList? {
    let wanted = try sources(arguments, 0)
    if wanted.isEmpty { return nil }
    do throws(TriggerError) {
      return AskedList(list: try words.list(wanted), size: wanted.count)
    } catch {
      charge(error.trigger.text.utf8.count + 1000)
      throw LuaHostError("\(arguments.method): '\(Self.clipped(error.trigger.text))': \(error.message)")
    }
  }

  /// Charges a rule for compiling a pattern, which it does once a document.
  func payForPattern(_ text: String) throws(TriggerError) {
    let list: WordList
    do throws(TriggerError) {
      list = try words.list([.pattern(text)])
    } catch {
      charge(error.trigger.text.utf8.count + 1000)
      throw error
    }
    payFor(list)
  }

  func payFor(_ pattern: WordList) {
    if paidPatterns[ObjectIdentifier(pattern)]?.run == run { return }
    if paidPatterns.count > 10_000 { paidPatterns = [:] }
    paidPatterns[ObjectIdentifier(pattern)] = (pattern, run)
    charge(pattern.compileCost)
  }

  /// Whether some of the words that an argument asks for lie within a span.
  func hasMatch(_ arguments: Arguments, within span: Span) throws(LuaHostError) -> Bool {
    guard let asked = try list(arguments) else { return false }
    charge(asked.list.matchingCost(of: span))
    var failures: [Screen.Failure] = []
    let isFound = screening.hasMatch(of: search(asked), within: span, failures: &failures)
    try check(failures, asked.list, arguments)
    return isFound
  }

  func matches(_ arguments: Arguments, within span: Span) throws(LuaHostError) -> Found {
    guard let asked = try list(arguments) else { return Found(matches: [], triggers: []) }
    charge(asked.list.matchingCost(of: span))
    var failures: [Screen.Failure] = []
    let found = screening.matches(of: search(asked), within: span, failures: &failures)
    charge(found.count * 20)
    try check(failures, asked.list, arguments)
    return Found(matches: found, triggers: asked.list.triggers)
  }

  private func check(_ failures: [Screen.Failure], _ list: WordList, _ arguments: Arguments) throws(LuaHostError) {
    guard let failure = failures.first else { return }
    throw LuaHostError("\(arguments.method): '\(Self.clipped(list.triggers[failure.trigger].text))': \(failure.message)")
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
final class AskedList {
  let list: WordList
  /// How many words, patterns and lexicons were named.
  let size: Int
  /// The argument that named them.
  var key: [UInt8] = []
  /// The run of a rule that has paid for it last.
  var lastRun = -1
  /// Where they stand in a document, and which document that is.
  var search: TextScreening.Search?
  var document = 0

  init(list: WordList, size: Int) {
    self.list = list
    self.size = size
  }
}

/// Places where words that a rule asked for stand, ordered by span.
struct Found {
  var matches: [Screen.Match]
  var triggers: [Trigger]
}
