import Analysis
import ContentModel
import LuaRuntime

// Citations, references, studies: the way from a claim to its evidence.
extension ObjectModel {
  static var citationType: ObjectType {
    @Sendable func citation(_ host: RuleHost, _ index: Int) -> Citation { host.analysis.citations[index] }
    return ObjectType(
      name: .citation, summary: "A mark or mention in the running text that points to a source.",
      fields: nodeFields(.citation) + [
        Field("kind", "citation_kind", "Its shape: author-year, numeric, footnote, …") { .string(citation($0, $1).kind.rawValue) },
        Field("authors", "string[]", "Surnames, as written.") { host, index in
          .table(LuaTable(array: citation(host, index).authors.map { .string($0) }))
        },
        Field("year", "integer?", "The year, or the first of a range.") { LuaValue(citation($0, $1).year) },
        Field("label", "string?", "The number or mark, a footnote's label, or a link's address.") { LuaValue(citation($0, $1).label) },
        Field("resolved", "boolean", "Whether an entry, footnote, link or source line answers to it.") { .boolean(citation($0, $1).isResolved) },
        Field("ambiguous", "boolean", "Whether more than one entry answers to it.") { .boolean(citation($0, $1).isAmbiguous) },
        Field("reference", "reference?", "The entry it points to; the first, where several answer.") { host, index in
          host.object(.reference, citation(host, index).references.first)
        },
        Field("references", "reference[]", "Every entry that answers to it.") { host, index in
          host.objects(.reference, citation(host, index).references)
        },
        Field("study", "study?", "What the entry and its record tell of the evidence; nil where they tell nothing.") { host, index in
          guard let reference = citation(host, index).references.first else { return .nil }
          return try host.study(ofReference: reference)
        },
      ],
      methods: nodeMethods(.citation))
      .adding(citationRecordFields)
  }

  static var referenceType: ObjectType {
    @Sendable func reference(_ host: RuleHost, _ index: Int) -> Reference { host.analysis.references[index] }
    return ObjectType(
      name: .reference, summary: "An entry of a reference list, or a footnote.",
      fields: nodeFields(.reference) + [
        Field("label", "string?", "Its number or mark; nil for an unlabelled entry.") { LuaValue(reference($0, $1).label) },
        Field("authors", "string[]", "Surnames, in order.") { host, index in
          .table(LuaTable(array: reference(host, index).authors.map { .string($0) }))
        },
        Field("year", "integer?", "The year of publication.") { LuaValue(reference($0, $1).year) },
        Field("title", "string?", "The work's title, as the document gives it.") { host, index in
          LuaValue(reference(host, index).title.map { host.document.text($0) })
        },
        Field("journal", "string?", "The journal, as written.") { LuaValue(reference($0, $1).journal) },
        Field("doi", "string?", "The DOI without address and trailing punctuation.") { LuaValue(reference($0, $1).doi) },
        Field("pmid", "string?", "The PubMed number.") { LuaValue(reference($0, $1).pmid) },
        Field("registration", "string?", "A trial's registration number, such as NCT03308565.") { LuaValue(reference($0, $1).registration) },
        Field("url", "string?", "An address.") { LuaValue(reference($0, $1).url) },
        Field("is_bibliographic", "boolean", "Whether the entry names a work; false for a mere note.") { .boolean(reference($0, $1).isBibliographic) },
        Field("citations", "citation[]", "The citations that point to it.") { host, index in
          host.objects(.citation, host.analysis.citations(of: index))
        },
        Field("study", "study?", "What the entry's words and its record tell of the evidence; nil where they tell nothing.") { host, index in
          try host.study(ofReference: index)
        },
      ],
      methods: nodeMethods(.reference))
      .adding(referenceRecordFields, referenceRecordMethods)
  }

  static var studyType: ObjectType {
    @Sendable func study(_ host: RuleHost, _ index: Int) -> Study { host.studies[index].study }
    return ObjectType(
      name: .study, summary: "What a text tells of a study: its phase, design, size and what it measured.",
      fields: [
        Field("phase", "number?", "1, 1.5 for phase I/II, 2, …; nil where not told.") { LuaValue(study($0, $1).phase) },
        Field("phase_text", "string?", "The phase as written.") { LuaValue(study($0, $1).phaseText) },
        Field("designs", "string[]", "The designs told, such as “pilot study”, in the order of the text.") { host, index in
          .table(LuaTable(array: study(host, index).designs.map { .string($0.rawValue) }))
        },
        Field("size", "integer?", "Number of people or animals.") { LuaValue(study($0, $1).size) },
        Field("pooled_studies", "integer?", "How many studies a meta-analysis or review pools.") { LuaValue(study($0, $1).pooledStudies) },
        Field("endpoints", "string[]", "What it was made to measure: safety, efficacy.") { host, index in
          .table(LuaTable(array: study(host, index).endpoints.map { .string($0.rawValue) }))
        },
        Field("blinding", "string?", "open, single, double or triple; nil where not told.") { LuaValue(study($0, $1).blinding?.rawValue) },
        Field("species", "string[]", "The animals that were looked at, as plurals (“mice”); empty for people.") { host, index in
          .table(LuaTable(array: study(host, index).species.map { .string($0) }))
        },
        Field("is_early", "boolean", "Whether it is evidence of a kind that cannot carry a conclusion about benefit: phase 0 or I, pilot, uncontrolled, animal, in vitro, …") {
          .boolean(study($0, $1).isEarlyEvidence)
        },
        Field("description", "string", "In words with article: “a phase I pilot study of 9 people”.") { .string(study($0, $1).description) },
      ],
      methods: [
        Method(
          "supports", ["endpoint": "study_endpoint"], returns: "boolean?",
          "Whether such a study can carry a conclusion about an endpoint; nil where the text does not tell."
        ) { host, index, arguments in
          let endpoint = try arguments.choice(0, Study.Endpoint.self)
          return study(host, index).supports(endpoint).map { .boolean($0) } ?? .nil
        }
      ])
  }
}
