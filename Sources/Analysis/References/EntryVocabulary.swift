import ContentModel

/// The closed word classes that tell bibliographic entries from running text.
enum EntryVocabulary {
  /// Headings of reference lists whose following lines are taken for entries on weak evidence.
  static let clearHeadings: Set<String> = [
    "references", "reference", "bibliography", "citations", "sources", "literature", "literatur", "quellen",
    "literaturverzeichnis", "quellenverzeichnis", "quellenangaben", "referenzen", "endnotes", "footnotes",
  ]
  /// Headings that often stand over running text as well.
  static let openHeadings: Set<String> = [
    "publications", "studies", "notes", "evidence", "research", "papers", "articles", "trials", "studien",
    "publikationen", "science",
  ]
  /// Words that may stand beside them in a heading.
  static let headingCompanions: Set<String> = [
    "and", "the", "our", "list", "of", "cited", "works", "work", "further", "reading", "scientific", "selected", "key",
    "clinical", "medical", "published", "supporting", "relevant", "peer-reviewed", "related", "recommended", "used", "data",
    "background", "for", "additional", "more", "full", "main", "und", "weitere", "study", "notes", "literature", "sources",
    "references", "publications",
  ]

  static let prefixes: Set<String> = ["references", "reference", "sources", "literature", "bibliography", "literatur", "quellen", "ref", "refs"]

  /// Whether a short line is the heading of a reference list, and if so whether it says so clearly.
  static func referenceHeading(_ line: TokenLine) -> (isHeading: Bool, isClear: Bool) {
    guard line.span.count <= 70, line.count <= 10 else { return (false, false) }
    var words: [String] = []
    for k in 0..<line.count {
      guard let token = line[k] else { continue }
      switch token.kind {
      case .word: words.append(line.folded(token))
      case .number, .superscript: if k > 2 { return (false, false) }
      case .punctuation:
        let isNeutral = line.isPunctuation(k, ":") && k == line.count - 1 || line.isPunctuation(k, ".") && k <= 2
          || line.isPunctuation(k, ")") && k <= 1 || line.isPunctuation(k, "&") || line.isPunctuation(k, "/") || line.isDash(k)
          || line.isPunctuation(k, "#")
        if !isNeutral { return (false, false) }
      }
    }
    guard !words.isEmpty, words.count <= 6 else { return (false, false) }
    if words == ["further", "reading"] || words == ["works", "cited"] || words == ["weiterfuhrende", "literatur"] {
      return (true, true)
    }
    var isClear = false
    var isOpen = false
    for word in words {
      if clearHeadings.contains(word) { isClear = true } else if openHeadings.contains(word) { isOpen = true } else if
        !headingCompanions.contains(word)
      { return (false, false) }
    }
    return (isClear || isOpen, isClear)
  }

  private static let summaryWords: Set<String> = [
    "abstract", "summary", "conclusion", "conclusions", "results", "result", "findings", "finding", "background",
    "objective", "objectives", "methods", "purpose", "aim", "aims", "synopsis", "zusammenfassung", "ergebnis",
    "ergebnisse", "schlussfolgerung", "interpretation", "overview", "takeaway", "outcome", "outcomes", "description",
  ]
  private static let summaryCompanions: Set<String> = ["key", "main", "brief", "short", "in", "study", "plain", "language", "author", "authors"]

  /// The token behind a label such as `Abstract – summary:`, `Key findings:`, `Conclusion.`; nil where there is none.
  static func summaryLabelEnd(_ line: TokenLine, at start: Int) -> Int? {
    var k = start
    var found = false
    while k - start < 6, let token = line[k] {
      if token.kind == .word {
        if line.isWord(k, in: summaryWords) { found = true } else if !line.isWord(k, in: summaryCompanions) { break }
      } else if line.isDash(k) || line.isPunctuation(k, "/") || line.isPunctuation(k, "&") {
        // between two label words, or, with space before it, the end of the label
        if found, line[k + 1]?.kind == .word, !line.isWord(k + 1, in: summaryWords), token.spaceBefore { return k + 1 }
      } else {
        break
      }
      k += 1
    }
    guard found else { return nil }
    if line.isPunctuation(k, ":") || line.isPunctuation(k, "|") { return k + 1 }
    if k == line.count { return k }
    return nil
  }

  /// Whether a line is nothing but links and identifiers with their labels: `Link / PubMed: https://…`, `DOI: 10.5555/x`.
  static func isIdentifierLine(_ line: TokenLine, _ identifiers: [WorkIdentifier]) -> Bool {
    guard !identifiers.isEmpty else {
      return line.count <= 4 && line.isWord(0, in: linkWords) && line.count >= 1 && !line.isWord(0, "available")
    }
    var covered = 0
    var words = 0
    for k in 0..<line.count {
      guard let token = line[k] else { break }
      if identifiers.contains(where: { $0.span.contains(token.start) }) {
        covered += 1
      } else if token.kind == .word {
        if !line.isWord(k, in: linkWords) && !line.isWord(k, in: smallWords) { return false }
        words += 1
      }
      if k > 60 { break }
    }
    return covered > 0 && words <= 10
  }

  static let linkWords: Set<String> = [
    "link", "links", "pubmed", "doi", "pmid", "pmcid", "url", "available", "full", "text", "online", "access", "accessed",
    "id", "registration", "registered", "trial", "clinicaltrials", "gov", "number", "read", "source", "web", "website",
    "pdf", "article", "paper", "study", "registry", "nct", "here", "see", "identifier", "free", "view", "retrieved", "from",
    "quelle", "download", "journal", "page", "isrctn", "eudract", "publication", "original", "the", "more",
  ]

  /// Labels of the fields of an entry that stands on several lines.
  static let fieldLabels: Set<String> = [
    "author", "authors", "journal", "published", "publication", "year", "publisher", "autoren", "autor", "date",
  ]

  static let smallWords: Set<String> = [
    "of", "the", "and", "in", "for", "on", "a", "an", "to", "at", "by", "with", "de", "la", "fur", "der", "und", "et", "des",
  ]

  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar", "februar",
    "marz", "mai", "juni", "juli", "oktober", "dezember",
  ]

  static let pronouns: Set<String> = [
    "we", "our", "ours", "us", "you", "your", "yours", "my", "me", "wir", "unser", "unsere", "sie", "ihr", "ihre",
  ]

  /// Words before a year that is not one of publication: `sold since 2016`.
  static let beforeOtherYears: Set<String> = [
    "since", "from", "in", "until", "by", "between", "during", "before", "after", "of", "to", "and", "the", "about", "till",
  ]

  /// Finite verbs that make a line a sentence.
  static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "can", "could", "would", "should", "may", "might", "must",
    "does", "do", "did", "shows", "showed", "show", "shown", "found", "finds", "find", "reported", "reports", "report",
    "demonstrated", "demonstrates", "demonstrate", "confirmed", "confirms", "proves", "proved", "suggests", "suggested",
    "concluded", "concludes", "observed", "described", "describes", "noted", "argued", "argues", "studied", "examined",
    "reviewed", "estimated", "measured", "leads", "led", "says", "said", "gives", "makes", "means", "helps", "offers",
    "achieved", "improved", "revealed", "indicates", "indicated", "followed", "treated", "tested", "compared",
  ]

  /// Words that mark a line as page furniture rather than an entry.
  static let pageFurniture: Set<String> = [
    "version", "approved", "copyright", "reserved", "updated", "revised", "reviewed", "imprint", "privacy", "cookie",
    "cookies", "terms", "vat", "registered", "telephone", "tel", "fax", "e-mail", "email", "contact", "disclaimer",
    "expires", "expiry", "valid",
  ]

  static let notJournals: Set<String> = ["available", "retrieved", "accessed", "presented", "see", "epub", "published"]

  static let abbreviations: Set<String> = ["vs", "st", "no", "vol", "e.g", "i.e", "approx", "dr", "ca", "cf", "ed", "eds", "etc"]

  /// Lower-case words that go on with an entry behind its pages.
  static let tailWords: Set<String> = [
    "doi", "pmid", "pmcid", "https", "http", "www", "accessed", "available", "e", "s", "epub", "pubmed", "in", "suppl",
    "retrieved", "discussion", "erratum", "published", "presented", "trial", "clinicaltrials", "no", "pp", "p", "and", "review",
  ]
}
