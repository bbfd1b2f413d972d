import Analysis

/// Reads PubMed's XML: every `PubmedArticle`, by itself, so that a broken one does not end the file.
struct PubMedXMLReader: RecordReader {
  private var scanner: XMLScanner
  private var number = 0
  private var isRefused = false

  init(_ bytes: [UInt8]) { scanner = XMLScanner(bytes) }

  var position: Int { scanner.position }

  mutating func next() -> ImportItem? {
    if isRefused { return nil }
    do throws(XMLScanner.Problem) {
      while let token = try scanner.next() {
        guard case .start("PubmedArticle", _) = token else { continue }
        number += 1
        let record = try article()
        if let problem = ImportText.problem(record) { return .malformed(place: place, reason: problem) }
        return .record(record)
      }
      return nil
    } catch {
      if number == 0 {
        isRefused = true
        return .malformed(place: "the file", reason: error.message)
      }
      let item = ImportItem.malformed(place: place, reason: error.message)
      skip()
      return item
    }
  }

  private var place: String { "article \(number)" }

  /// To the next article's start tag.
  private mutating func skip() {
    let mark = Array("<PubmedArticle>".utf8)
    var i = scanner.position
    while i < scanner.bytes.count {
      if scanner.bytes[i] == 0x3C, scanner.bytes[i...].starts(with: mark) { break }
      i += 1
    }
    scanner = XMLScanner(scanner.bytes, from: i)
  }

  private mutating func article() throws(XMLScanner.Problem) -> EvidenceRecord {
    var record = EvidenceRecord(source: "PubMed")
    var path = ["PubmedArticle"]
    var attributes: [[String: String]] = [[:]]
    var text = ""
    var types: [String] = []
    var lastName: String?
    var revised: [String: Int] = [:]
    var correction: String?
    func add(_ kind: WorkKey.Kind, _ value: String) {
      if let key = WorkKey(kind, value), !record.keys.contains(key) { record.keys.append(key) }
    }
    while let token = try scanner.next() {
      switch token {
      case .text(let more): if text.utf8.count < 1 << 16 { text += more }
      case .start(let name, let given):
        guard path.count < 64 else { throw XMLScanner.Problem(message: "elements nested more than 64 deep") }
        // A title's own markup (<i>, <sub>) belongs to its text.
        if path.last != "ArticleTitle", !path.contains("ArticleTitle") { text = "" }
        path.append(name)
        attributes.append(given)
        if name == "CommentsCorrections" { correction = given["RefType"] }
      case .end(let name):
        guard path.last == name else { throw XMLScanner.Problem(message: "'\(name)' ends where '\(path.last ?? "")' is open") }
        let given = attributes.removeLast()
        path.removeLast()
        if name == "PubmedArticle" && path.isEmpty {
          record.checked = ImportText.date(revised["Year"], revised["Month"], revised["Day"])
          for type in types { ImportText.apply(publicationType: type, to: &record) }
          record.readTitle()
          return record
        }
        if path.contains("ReferenceList") || path.contains("Abstract") { continue }
        let value = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch (path.last ?? "", name) {
        case ("MedlineCitation", "PMID"): add(.pmid, value)
        case ("Article", "ArticleTitle"): record.title = ImportText.title(text)
        case ("Journal", "Title"): record.journal = ImportText.title(value)
        case ("Journal", "ISOAbbreviation"): record.journalAbbreviation = ImportText.title(value)
        case ("JournalIssue", "Volume"): record.volume = value
        case ("PubDate", "Year"), ("PubDate", "MedlineDate"): if path.contains("JournalIssue") { record.year = ImportText.year(value) }
        case ("ArticleDate", "Year"): record.year = record.year ?? ImportText.year(value)
        case ("Pagination", "MedlinePgn"): record.pages = value
        case ("Author", "LastName"): if path.contains("AuthorList") { lastName = value }
        case ("Author", "CollectiveName"): if record.authors.isEmpty { lastName = value }
        case ("AuthorList", "Author"):
          if let lastName { record.authors.append(lastName) }
          lastName = nil
        case ("Article", "ELocationID"): if given["EIdType"] == "doi" { add(.doi, value) }
        case ("ArticleIdList", "ArticleId"):
          switch given["IdType"] {
          case "doi": add(.doi, value)
          case "pmc": add(.pmcid, value)
          default: break
          }
        case ("PublicationTypeList", "PublicationType"): types.append(value)
        case ("AccessionNumberList", "AccessionNumber"): if ImportText.isRegistration(value) { add(.registration, value) }
        case ("DateRevised", _): revised[name] = Int(value)
        case ("CommentsCorrections", "RefSource"):
          if correction == "RetractionIn" {
            record.retraction = EvidenceRecord.Retraction(source: value)
          } else if correction == "ExpressionOfConcernIn", record.retraction == nil {
            record.retraction = EvidenceRecord.Retraction(kind: .concern, source: value)
          }
        default: break
        }
        if path.last != "ArticleTitle", !path.contains("ArticleTitle") { text = "" }
      }
    }
    throw XMLScanner.Problem(message: "the article does not end")
  }
}
