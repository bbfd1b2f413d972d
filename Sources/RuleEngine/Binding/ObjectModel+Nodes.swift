import Analysis
import ContentModel
import LuaRuntime
import Screening

// What every object with words of its own answers to.
extension ObjectModel {
  /// The span of an object of a type that always has one.
  private static func span(_ host: RuleHost, _ type: TypeName, _ index: Int) -> Span {
    host.span(of: LuaObject(type: type.rawValue, index: index)) ?? Span(0, 0)
  }

  static func nodeFields(_ type: TypeName) -> [Field] {
    let words: [Field] = [
      Field("text", "string", "The words, as extracted.") { host, index in
        let span = span(host, type, index)
        host.charge(span.count / 16)
        return .string(host.document.text(span))
      },
      Field("hidden", "boolean", "Whether the words are in the source but not shown to a reader at first sight.") { host, index in
        .boolean(host.leaf(at: span(host, type, index)).map { host.analysis.blocks[$0].flags.contains(.hidden) } ?? false)
      },
    ]
    if type == .document { return words }
    let whole = [Field("document", "document", "The whole document.") { host, _ in host.object(.document, 0) }]
    let contexts: [(ContextFlag, AssertionContext, String)] = [
      (.negated, .negated, "Whether a negation governs the words (“cannot be guaranteed”)."),
      (.hypothetical, .hypothetical, "Whether the words are conditional or merely possible (“if”, “may”)."),
      (.quoted, .quoted, "Whether the words stand in quotation marks or a block quotation."),
      (.distanced, .distanced, "Whether the text reports the words with distance (“beware of anyone who says …”)."),
      (.questioned, .questioned, "Whether the words stand in a question."),
      (.historical, .historical, "Whether the words speak of the past (“used to”)."),
      (.inReference, .inReference, "Whether the words stand in an entry of a reference list."),
      (.ofOthers, .other, "Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”)."),
    ]
    let around: [Field] = [
      Field("document", "document", "The whole document.") { host, _ in host.object(.document, 0) },
      Field("sentence", "sentence?", "The sentence in which the words begin; nil between sentences.") { host, index in
        host.object(.sentence, host.analysis.sentenceIndex(at: span(host, type, index).start))
      },
      Field("block", "block?", "The smallest block around the words.") { host, index in
        host.object(.block, host.leaf(at: span(host, type, index)))
      },
      Field("section", "section?", "The section around the words: a heading and what follows it.") { host, index in
        host.object(
          .section,
          host.analysis.leafIndex(at: span(host, type, index).start).flatMap { host.section(ofLeaf: $0) })
      },
    ]
    return words + whole
      + contexts.map { flag, context, summary in
        Field(flag.rawValue, "boolean", summary) { host, index in
          host.charge(50)
          return .boolean(host.context(of: span(host, type, index)).contains(context))
        }
      } + around
  }

  static func nodeMethods(_ type: TypeName) -> [Method] {
    let own: [Method] = [
      Method("has", ["triggers": "triggers"], returns: "boolean", "Whether some of the words, patterns or lexicons stand in this text.") {
        host, index, arguments in
        .boolean(try host.hasMatch(arguments, within: span(host, type, index)))
      },
      Method("find", ["triggers": "triggers"], returns: "hit[]", "Every place in this text where some of the words stand.") {
        host, index, arguments in
        host.objects(.hit, host.addHits(try host.matches(arguments, within: span(host, type, index))))
      },
      Method("first", ["triggers": "triggers"], returns: "hit?", "The first place in this text where some of the words stand.") {
        host, index, arguments in
        let found = try host.matches(arguments, within: span(host, type, index))
        return host.object(.hit, host.addHits(found.matches.prefix(1), found.triggers).first)
      },
      Method("starts_with", ["triggers": "triggers"], returns: "boolean", "Whether this text begins with some of the words.") {
        host, index, arguments in
        let own = span(host, type, index)
        return .boolean(try host.matches(arguments, within: own).matches.contains { $0.span.start == own.start })
      },
      Method("report", ["options": "report_options?"], "Makes a finding on these words.") { host, index, arguments in
        try host.report(LuaObject(type: type.rawValue, index: index), arguments)
      },
    ]
    if type == .document { return own }
    let near: [Method] = [
      Method(
        "followed_by", ["triggers": "triggers", "words": "integer?"], returns: "boolean",
        "Whether some of the words stand later in the same sentence, at most so many words away.") { host, index, arguments in
        let own = span(host, type, index)
        let most = try arguments.optionalInteger(1) ?? .max
        return .boolean(host.follows(own, try host.matches(arguments, within: host.sentenceSpan(around: own)), most: most))
      },
      Method(
        "preceded_by", ["triggers": "triggers", "words": "integer?"], returns: "boolean",
        "Whether some of the words stand earlier in the same sentence, at most so many words away.") { host, index, arguments in
        let own = span(host, type, index)
        let most = try arguments.optionalInteger(1) ?? .max
        return .boolean(host.precedes(own, try host.matches(arguments, within: host.sentenceSpan(around: own)), most: most))
      },
      Method(
        "near", ["triggers": "triggers", "words": "integer?"], returns: "boolean",
        "Whether some of the words stand in the same sentence on either side, at most so many words away.") { host, index, arguments in
        let own = span(host, type, index)
        let most = try arguments.optionalInteger(1) ?? .max
        let found = try host.matches(arguments, within: host.sentenceSpan(around: own))
        return .boolean(
          (most >= 0 && found.matches.contains { $0.span.overlaps(own) }) || host.follows(own, found, most: most)
            || host.precedes(own, found, most: most))
      },
    ]
    return own + near
  }

  static var hitType: ObjectType {
    ObjectType(
      name: .hit, summary: "A place where words that a rule looks for stand.",
      fields: nodeFields(.hit) + [
        Field("trigger", "string", "The phrase or pattern of the rule that matched.") { host, index in
          .string(host.hits[index].trigger)
        },
        Field("captures", "(string|false)[]", "What the pattern's groups matched; false for a group that took no part.") { host, index in
          .table(
            LuaTable(
              array: host.hits[index].captures.map { $0.map { .string(host.document.text($0)) } ?? .boolean(false) }))
        },
        Field("before", "string", "The text of the same sentence before the hit.") { host, index in
          let span = host.hits[index].span
          let before = Span(host.sentenceSpan(around: span).start, span.start)
          host.charge(before.count / 16)
          return .string(host.document.text(before))
        },
        Field("after", "string", "The text of the same sentence after the hit.") { host, index in
          let span = host.hits[index].span
          let after = Span(span.end, host.sentenceSpan(around: span).end)
          host.charge(after.count / 16)
          return .string(host.document.text(after))
        },
        clauseField(.hit),
        Field("claim", "stretch", "The clause together with what the hit is about, where that reaches into another clause (“guarantee that you …”).") { host, index in
          host.stretch(host.analysis.claim(around: host.hits[index].span))
        },
        Field("subject", "stretch?", "The words before the hit in its clause; nil where there are none.") { host, index in
          host.stretch(host.analysis.subject(of: host.hits[index].span))
        },
        Field(
          "object", "stretch?",
          "What the hit is about: what follows an active verb or a participle before its noun (“guarantee delivery”), the subject of a passive one (“delivery is guaranteed”), what stands before one set behind (“No pain – guaranteed”)."
        ) { host, index in host.stretch(host.analysis.government(of: host.hits[index].span).object) },
      ],
      methods: nodeMethods(.hit) + [
        Method(
          "governs", ["triggers": "triggers"], returns: "boolean",
          "Whether some of the words stand in what the hit is about: its object, its complement (“is guaranteed to work”) or its modifiers (“money-back guarantee”)."
        ) { host, index, arguments in
          let government = host.analysis.government(of: host.hits[index].span)
          for span in [government.object].compactMap(\.self) + government.others {
            if try host.hasMatch(arguments, within: span) { return .boolean(true) }
          }
          return .boolean(false)
        },
      ])
  }

  /// The clause around an object's words.
  static func clauseField(_ type: TypeName) -> Field {
    Field("clause", "stretch", "The clause around the words: bounded by “;”, “:”, dashes, brackets and words such as “but”, “because”, “while”, “if”.") {
      host, index in host.stretch(host.analysis.clause(around: span(host, type, index)))
    }
  }

  static var stretchType: ObjectType {
    ObjectType(
      name: .stretch, summary: "A part of a sentence: a clause, or what a word in it is about.", fields: nodeFields(.stretch),
      methods: nodeMethods(.stretch))
  }

  static var sentenceType: ObjectType {
    ObjectType(
      name: .sentence, summary: "A sentence, or a heading or list item without full stop.",
      fields: nodeFields(.sentence) + [
        Field("previous", "sentence?", "The sentence before, in whatever block.") { host, index in
          host.object(.sentence, index > 0 ? index - 1 : nil)
        },
        Field("next", "sentence?", "The sentence after, in whatever block.") { host, index in
          host.object(.sentence, index + 1 < host.analysis.sentences.count ? index + 1 : nil)
        },
        Field("words", "integer", "How many words it has.") { host, index in
          let span = host.analysis.sentences[index].span
          return .integer(host.wordCount(span))
        },
        Field("citations", "citation[]", "The citations in the sentence.") { host, index in
          let span = host.analysis.sentences[index].span
          return host.objects(.citation, host.analysis.citations.indices(of: span, by: \.span))
        },
        Field("sources", "citation[]", "The citations that stand by the sentence: in it, in its source line, or right after it.") { host, index in
          host.objects(.citation, host.analysis.citations(near: index, following: true))
        },
        Field("quantities", "quantity[]", "The numbers in the sentence.") { host, index in
          let span = host.analysis.sentences[index].span
          return host.objects(.quantity, host.analysis.quantities.indices(of: span, by: \.span))
        },
        Field("study", "study?", "What the sentence's own words tell of a study (“a pilot in six patients”); nil where they tell nothing.") { host, index in
          host.study(in: host.analysis.sentences[index].span)
        },
        Field("is_lead_in", "boolean", "Whether it ends in a colon.") { host, index in
          .boolean(host.document.utf8[host.analysis.sentences[index].span.utf8Offsets].last == UInt8(ascii: ":"))
        },
      ],
      methods: nodeMethods(.sentence) + [
        Method(
          "asserts", ["kind": "assertion_kind", "strength": "assertion_strength?"], returns: "boolean",
          "Whether the sentence makes a claim of a kind, at least of a strength; negated, questioned and distanced claims do not count. Kinds: efficacy (it works), cure (a disease ends), safety (it does no harm), establishment (evidence proves it), mechanism (how it works), comparison (better than another, the best), testimonial (somebody's experience), status (approved, certified, awarded), price (what it costs or saves), returns (what money earns), environmental (kind to nature). The words stand in Rules/_lexicons/assertions.txt."
        ) { host, index, arguments in
          let kind = try arguments.choice(0, Assertion.Kind.self)
          let least = try arguments.optionalChoice(1, Assertion.Strength.self) ?? .hedged
          host.charge(50 + host.analysis.sentences[index].span.count / 2)
          return .boolean(host.analysis.assertions(inSentence: index).contains { $0.kind == kind && $0.strength >= least })
        },
        Method(
          "assertion", ["kind": "assertion_kind"], returns: "hit?",
          "The words that make the strongest claim of a kind."
        ) { host, index, arguments in
          let kind = try arguments.choice(0, Assertion.Kind.self)
          host.charge(50 + host.analysis.sentences[index].span.count / 2)
          let strongest = host.analysis.assertions(inSentence: index).filter { $0.kind == kind }
            .max { $0.strength < $1.strength }
          guard let strongest else { return .nil }
          host.hits.append(RuleHost.Hit(span: strongest.span, trigger: kind.rawValue, captures: []))
          return host.object(.hit, host.hits.count - 1)
        },
        Method(
          "claims_about", ["kind": "assertion_kind"], returns: "hit?",
          "What the sentence's claim of a kind is about: the words before it in its clause (“our cream” in “our cream heals”); nil where there are none or no such claim."
        ) { host, index, arguments in
          let kind = try arguments.choice(0, Assertion.Kind.self)
          host.charge(50 + host.analysis.sentences[index].span.count / 2)
          guard let claim = host.analysis.assertions(inSentence: index).first(where: { $0.kind == kind }),
            let subject = host.analysis.claimSubject(of: claim.span)
          else { return .nil }
          host.hits.append(RuleHost.Hit(span: subject, trigger: kind.rawValue, captures: []))
          return host.object(.hit, host.hits.count - 1)
        },
      ])
  }

  static var quantityType: ObjectType {
    @Sendable func quantity(_ host: RuleHost, _ index: Int) -> Quantity { host.analysis.quantities[index] }
    return ObjectType(
      name: .quantity, summary: "A number with what it counts or measures.",
      fields: nodeFields(.quantity) + [
        clauseField(.quantity),
        Field("kind", "quantity_kind", "What the number is about: only an outcome makes a claim.") { .string(quantity($0, $1).kind.rawValue) },
        Field("form", "quantity_form", "How the number is written.") { .string(quantity($0, $1).form.rawValue) },
        Field("value", "number?", "The value: 0.489 for 48.9%, 0.7 for “7 out of 10”.") { LuaValue(quantity($0, $1).value) },
        Field("upper", "number?", "The upper end of a range.") { LuaValue(quantity($0, $1).upper) },
        Field("denominator", "number?", "10 in “7 out of 10”.") { LuaValue(quantity($0, $1).denominator) },
        Field("unit", "string?", "The unit or the counted thing, as written.") { LuaValue(quantity($0, $1).unit) },
        Field("sources", "citation[]", "The citations that stand by the number's sentence.") { host, index in
          guard let sentence = host.analysis.sentenceIndex(at: quantity(host, index).span.start) else { return .table(LuaTable()) }
          return host.objects(.citation, host.analysis.citations(near: sentence, following: true))
        },
      ],
      methods: nodeMethods(.quantity))
  }
}

extension LuaValue {
  init(_ text: String?) { self = text.map { .string($0) } ?? .nil }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .nil }
  /// Whole numbers become integers, so that they print without a fraction.
  init(_ number: Double?) {
    guard let number else {
      self = .nil
      return
    }
    self = number == number.rounded() && abs(number) < 1e15 ? .integer(Int(number)) : .number(number)
  }
}

extension RuleHost {
  /// The index of the leaf around a span's start.
  func leaf(at span: Span) -> Int? {
    analysis.leafIndex(at: span.start).map { analysis.leaves[$0] }
  }

  func wordCount(_ span: Span) -> Int {
    charge(span.count / 8)
    var words = 0
    var inWord = false
    for byte in document.utf8[span.utf8Offsets] {
      let isSpace = byte <= 0x20
      if !isSpace && !inWord { words += 1 }
      inWord = !isSpace
    }
    return words
  }

  /// A study object for what a text tells; nil where it tells nothing.
  func study(in span: Span) -> LuaValue {
    let key = StudyKey(reference: nil, span: span)
    charge(50)
    if let number = studyNumbers[key] { return number < 0 ? .nil : object(.study, number) }
    charge(50 + span.count)
    let study = analysis.study(in: span)
    guard !study.evidence.isEmpty else {
      studyNumbers[key] = -1
      return .nil
    }
    return add(study, span: study.evidence.dropFirst().reduce(study.evidence[0]) { $0.union($1) }, key: key)
  }

  /// A study object for what a reference tells; nil where it tells nothing.
  func study(ofReference index: Int) throws(LuaHostError) -> LuaValue {
    let reference = analysis.references[index]
    let key = StudyKey(reference: index, span: reference.span)
    if let number = studyNumbers[key] { return number < 0 ? .nil : object(.study, number) }
    let study = try combinedStudy(ofReference: index)
    guard !study.evidence.isEmpty || study.isFromRecord else {
      studyNumbers[key] = -1
      return .nil
    }
    return add(study, span: reference.span, key: key)
  }

  func add(_ study: Study, span: Span, key: StudyKey) -> LuaValue {
    studies.append((study, span))
    studyNumbers[key] = studies.count - 1
    return object(.study, studies.count - 1)
  }
}

extension Array {
  /// The indices of the elements that lie inside a span; the elements are ordered by span and disjoint.
  fileprivate func indices(of span: Span, by place: (Element) -> Span) -> [Int] {
    let first = partitionPoint { place($0).start >= span.start }
    return self[first...].prefix { place($0).end <= span.end }.indices.map { $0 }
  }
}
