import Analysis
import ContentModel
import LuaRuntime

/// What rules asked of the records for the document on show.
struct EvidenceDesk {
  var knowledge = Knowledge()
  /// The worker's own way to the records; opened once.
  var source: (any EvidenceSource)?
  /// Records that rules hold, by object number.
  var records: [EvidenceRecord] = []
  /// By reference; nil inside where there is none.
  var found: [Int: FoundRecord?] = [:]
  var recordNumbers: [Int: Int] = [:]
  var identifiers: [IdentifierMention]?
  var claims: [ClaimMatch]?

  mutating func clear() {
    records = []
    found = [:]
    recordNumbers = [:]
    identifiers = nil
    claims = nil
  }
}

extension RuleHost {
  func know(_ knowledge: Knowledge) {
    evidence.knowledge = knowledge
    evidence.source = knowledge.records?.open()
  }

  /// Records are asked through here, so that a store that fails is a failed rule, not a clear document.
  private func asking<Answer>(_ body: (any EvidenceSource) throws(EvidenceError) -> Answer?) throws(LuaHostError) -> Answer? {
    guard let source = evidence.source else { return nil }
    do throws(EvidenceError) { return try body(source) } catch { throw LuaHostError("evidence records cannot be read: \(error.path): \(error.message)") }
  }

  func foundRecord(ofReference index: Int) throws(LuaHostError) -> FoundRecord? {
    if let known = evidence.found[index] { return known }
    let analysis = analysis
    let found = try asking { source throws(EvidenceError) in try analysis.record(ofReference: index, in: source) }
    evidence.found[index] = .some(found)
    return found
  }

  func combinedStudy(ofReference index: Int) throws(LuaHostError) -> Study {
    let own = analysis.references[index].study
    return try foundRecord(ofReference: index).map { own.completed(by: $0.record) } ?? own
  }

  func record(ofReference index: Int) throws(LuaHostError) -> LuaValue {
    if let number = evidence.recordNumbers[index] { return object(.record, number) }
    guard let found = try foundRecord(ofReference: index) else { return .nil }
    evidence.recordNumbers[index] = evidence.records.count
    return add(found.record)
  }

  func record(ofCitation index: Int) throws(LuaHostError) -> LuaValue {
    if let reference = analysis.citations[index].references.first { return try record(ofReference: reference) }
    let keys = analysis.workKeys(ofCitation: index)
    let record = try asking { source throws(EvidenceError) -> EvidenceRecord? in
      for key in keys { if let record = try source.record(key) { return record } }
      return nil
    }
    return record.map(add) ?? .nil
  }

  private func add(_ record: EvidenceRecord) -> LuaValue {
    evidence.records.append(record)
    return object(.record, evidence.records.count - 1)
  }

  /// Identifiers in the text, well formed or not.
  var identifiers: [IdentifierMention] {
    if let known = evidence.identifiers { return known }
    let found = analysis.identifierMentions()
    evidence.identifiers = found
    return found
  }

  /// Where the text says, or nearly says, what has been approved.
  var claimMatches: [ClaimMatch] {
    if let known = evidence.claims { return known }
    let found = evidence.knowledge.claims.map { analysis.matches(of: $0) } ?? []
    evidence.claims = found
    return found
  }
}

extension ObjectModel.ObjectType {
  func adding(_ fields: [ObjectModel.Field], _ methods: [ObjectModel.Method] = []) -> Self {
    var type = self
    type.fields += fields
    type.methods += methods
    return type
  }
}

extension ObjectModel {
  static var referenceRecordFields: [Field] {
    [
      Field("record", "record?", "What is on record about the work; nil where no record is known.") { host, index in
        try host.record(ofReference: index)
      },
      Field("pmcid", "string?", "PubMed Central's number.") { host, index in LuaValue(host.analysis.references[index].pmcid) },
      Field("summary", "hit?", "The part that retells the work, such as an abstract.") { host, index in
        guard let span = host.analysis.references[index].summary else { return .nil }
        host.hits.append(RuleHost.Hit(span: span, trigger: "summary", captures: []))
        return host.object(.hit, host.hits.count - 1)
      },
      Field("title_words", "hit?", "The title, as a place in the text.") { host, index in
        guard let span = host.analysis.references[index].title else { return .nil }
        host.hits.append(RuleHost.Hit(span: span, trigger: "title", captures: []))
        return host.object(.hit, host.hits.count - 1)
      },
    ]
  }

  static var referenceRecordMethods: [Method] {
    [
      Method("title_compared", returns: "title_comparison?", "How the title differs from the one on record; nil without record or title.") { host, index, _ in
        guard let found = try host.foundRecord(ofReference: index), let title = found.record.title,
          let comparison = host.analysis.titleComparison(ofReference: index, from: found)
        else { return .nil }
        return .table(
          LuaTable(fields: [
            LuaTable.Field(key: "added", value: strings(comparison.added)),
            LuaTable.Field(key: "kind", value: .string(comparison.kind.rawValue)),
            LuaTable.Field(key: "missing", value: strings(comparison.missing)),
            LuaTable.Field(key: "title", value: .string(title)),
          ]))
      },
      Method("record_differences", returns: "record_difference[]", "Where author, year, journal or identifiers differ from the record that the identifier leads to.") { host, index, _ in
        guard let found = try host.foundRecord(ofReference: index) else { return .table(LuaTable()) }
        return .table(
          LuaTable(
            array: host.analysis.differences(ofReference: index, from: found).map {
              .table(
                LuaTable(fields: [
                  LuaTable.Field(key: "field", value: .string($0.field)), LuaTable.Field(key: "given", value: .string($0.given)),
                  LuaTable.Field(key: "recorded", value: .string($0.recorded)),
                ]))
            }))
      },
    ]
  }

  static var citationRecordFields: [Field] {
    [
      Field("record", "record?", "What is on record about the work cited, by its entry or by the identifier that it gives.") { host, index in
        try host.record(ofCitation: index)
      }
    ]
  }

  static var documentEvidenceFields: [Field] {
    [
      Field("identifiers", "identifier[]", "DOIs, PubMed and trial numbers, ISBNs and ISSNs, well formed or not.") { host, _ in
        host.objects(.identifier, host.identifiers.indices)
      },
      Field("claims", "claim[]", "Where the text says, or nearly says, what the library of approved claims holds.") { host, _ in
        host.objects(.claim, host.claimMatches.indices)
      },
    ]
  }

  private static func strings(_ list: [String]) -> LuaValue { .table(LuaTable(array: list.map { .string($0) })) }

  static var recordType: ObjectType {
    @Sendable func record(_ host: RuleHost, _ index: Int) -> EvidenceRecord { host.evidence.records[index] }
    @Sendable func key(_ host: RuleHost, _ index: Int, _ kind: WorkKey.Kind) -> LuaValue {
      LuaValue(record(host, index).keys.first { $0.kind == kind }?.value)
    }
    return ObjectType(
      name: .record, summary: "What is on record about a published work or registered trial, from outside the document.",
      fields: [
        Field("kind", "\"article\"|\"registration\"", "A published work, or a trial's entry in a register.") { .string(record($0, $1).kind.rawValue) },
        Field("title", "string?", "The true title.") { LuaValue(record($0, $1).title) },
        Field("authors", "string[]", "Surnames, in order.") { strings(record($0, $1).authors) },
        Field("year", "integer?", "The year of publication.") { LuaValue(record($0, $1).year) },
        Field("journal", "string?", "The journal's name.") { LuaValue(record($0, $1).journal) },
        Field("volume", "string?", "The volume.") { LuaValue(record($0, $1).volume) },
        Field("pages", "string?", "Pages or article number.") { LuaValue(record($0, $1).pages) },
        Field("doi", "string?", "The DOI, in lower case.") { key($0, $1, .doi) },
        Field("pmid", "string?", "The PubMed number.") { key($0, $1, .pmid) },
        Field("registration", "string?", "A trial's registration number.") { key($0, $1, .registration) },
        Field("design", "string?", "The first of the designs.") { LuaValue(record($0, $1).designs.first?.rawValue) },
        Field("designs", "string[]", "As in a study.") { strings(record($0, $1).designs.map(\.rawValue)) },
        Field("phase", "number?", "As in a study.") { LuaValue(record($0, $1).phase) },
        Field("size", "integer?", "Number of people or animals.") { LuaValue(record($0, $1).size) },
        Field("conclusion", "string?", "What the authors conclude, in a sentence.") { LuaValue(record($0, $1).conclusion) },
        Field("harms", "string?", "What went wrong in the study, in a sentence.") { LuaValue(record($0, $1).harms) },
        Field("harm_terms", "string[]", "The harms by name, as phrases to look for.") { host, index in
          strings(record(host, index).harmTerms.map { $0 + "~" })
        },
        Field("retracted", "boolean", "Whether the work was retracted.") { .boolean(record($0, $1).retraction?.kind == .retraction) },
        Field("concern", "boolean", "Whether its journal has expressed concern.") { .boolean(record($0, $1).retraction?.kind == .concern) },
        Field("retraction_date", "string?", "YYYY-MM-DD, or its beginning.") { LuaValue(record($0, $1).retraction?.date) },
        Field("retraction_reason", "string?", "Why.") { LuaValue(record($0, $1).retraction?.reason) },
        Field("retraction_source", "string?", "Who says so.") { LuaValue(record($0, $1).retraction?.source) },
        Field("source", "string?", "Where the facts come from.") { LuaValue(record($0, $1).source) },
        Field("checked", "string?", "The day they were taken from there.") { LuaValue(record($0, $1).checked) },
        Field("study", "study?", "What the record tells of the study; nil where it tells nothing.") { host, index in
          guard let study = record(host, index).study else { return .nil }
          return host.add(study, span: Span(0, 0), key: RuleHost.StudyKey(reference: -1 - index, span: Span(0, 0)))
        },
      ], methods: [])
  }

  static var identifierType: ObjectType {
    @Sendable func mention(_ host: RuleHost, _ index: Int) -> IdentifierMention { host.identifiers[index] }
    return ObjectType(
      name: .identifier, summary: "A DOI, PubMed or trial number, ISBN or ISSN in the text.",
      fields: nodeFields(.identifier) + [
        Field("kind", "string", "DOI, PMID, PMCID, NCT, EudraCT, ISRCTN, ISBN or ISSN.") { .string(mention($0, $1).kind.rawValue) },
        Field("value", "string", "The identifier alone, as written.") { .string(mention($0, $1).value) },
        Field("problem", "string?", "What is wrong with its form; nil where nothing is.") { LuaValue(mention($0, $1).problem) },
      ],
      methods: nodeMethods(.identifier))
  }

  static var claimType: ObjectType {
    @Sendable func match(_ host: RuleHost, _ index: Int) -> ClaimMatch { host.claimMatches[index] }
    @Sendable func claim(_ host: RuleHost, _ index: Int) -> ApprovedClaim { match(host, index).claim }
    return ObjectType(
      name: .claim, summary: "A place where the text says, or nearly says, what has been approved.",
      fields: nodeFields(.claim) + [
        Field("kind", "\"exact\"|\"near\"", "Whether the words are the approved ones.") { .string(match($0, $1).isExact ? "exact" : "near") },
        Field("id", "string", "The claim's id in the library.") { .string(claim($0, $1).id) },
        Field("wording", "string", "The approved words.") { .string(claim($0, $1).wording) },
        Field("differences", "string[]", "Each difference in words: “rapid” for “gradual”, “may” left out, “fully” added.") { strings(match($0, $1).differences) },
        Field("product", "string?", "The product it is approved for.") { LuaValue(claim($0, $1).product) },
        Field("markets", "string[]", "The markets it is approved for; empty for all.") { strings(claim($0, $1).markets) },
        Field("owner", "string?", "Who answers for it.") { LuaValue(claim($0, $1).owner) },
        Field("substantiation", "string[]", "What it rests on.") { strings(claim($0, $1).substantiation) },
        Field("valid_from", "string?", "YYYY-MM-DD.") { LuaValue(claim($0, $1).validFrom?.description) },
        Field("valid_until", "string?", "YYYY-MM-DD; the last day of approval.") { LuaValue(claim($0, $1).validUntil?.description) },
        Field("expired", "boolean", "Whether its approval had ended on the day of the check.") { host, index in
          .boolean(claim(host, index).isExpired(on: host.evidence.knowledge.today))
        },
        Field("not_yet_valid", "boolean", "Whether its approval had not begun on the day of the check.") { host, index in
          .boolean(claim(host, index).isEarly(on: host.evidence.knowledge.today))
        },
        Field("note", "string?", "Words that must stand in the same document.") { LuaValue(claim($0, $1).note) },
        Field("note_present", "boolean", "Whether the note stands in the document, or there is none.") { .boolean(match($0, $1).hasNote) },
        Field("market_fits", "boolean", "Whether the document's market, if it names one, is among the claim's.") { host, index in
          .boolean(claim(host, index).fits(market: host.document.fact(.market)))
        },
      ],
      methods: nodeMethods(.claim))
  }
}
