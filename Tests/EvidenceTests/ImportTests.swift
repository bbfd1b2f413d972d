import Analysis
import Foundation
import Testing

@testable import Evidence

/// A folder for one test, removed with it.
final class EvidenceScratch {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-evidence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ text: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

@Suite("Importing records")
struct ImportTests {
  static func read(_ text: String) throws -> (records: [EvidenceRecord], problems: [String]) {
    let bytes = Array(text.utf8)
    var reader = try #require(ImportFormat.detect(bytes)).reader(bytes)
    var result: (records: [EvidenceRecord], problems: [String]) = ([], [])
    while let item = reader.next() {
      switch item {
      case .record(let record): result.records.append(record)
      case .malformed(let place, let reason): result.problems.append("\(place): \(reason)")
      }
    }
    return result
  }

  static let medline = """
    PMID- 99000010
    OWN - NLM
    LR  - 20240105
    VI  - 12
    DP  - 2021 Mar 4
    TI  - Warm milk before bed: a phase II randomized trial in
          60 adults.
    PG  - 1-9
    LID - 10.5555/MILK.1 [doi]
    AU  - Roe B
    AU  - van der Berg AC
    PT  - Clinical Trial, Phase II
    PT  - Randomized Controlled Trial
    TA  - J Invented Sleep
    JT  - Journal of invented sleep
    SI  - ClinicalTrials.gov/NCT09990001
    SI  - GENBANK/AB12345

    PMID- 99000011
    garbage here
    TI  - Broken.

    PMID- 99000012
    TI  - Copper.
    RIN - J Invented Med. 2022;3:1
    PT  - Retracted Publication

    PMID- 99000013
    AU  - Nobody N
    """

  @Test("MEDLINE text gives its fields, and what is malformed is named")
  func medline() throws {
    for text in [Self.medline, Self.medline.replacingOccurrences(of: "\n", with: "\r\n")] {
      let (records, problems) = try Self.read(text)
      try #require(records.count == 2)
      #expect(
        records[0]
          == EvidenceRecord(
            keys: [WorkKey(.pmid, "99000010"), WorkKey(.doi, "10.5555/milk.1"), WorkKey(.registration, "NCT09990001")].compactMap { $0 },
            title: "Warm milk before bed: a phase II randomized trial in 60 adults", authors: ["Roe", "van der Berg"], year: 2021,
            journal: "Journal of invented sleep", journalAbbreviation: "J Invented Sleep", volume: "12", pages: "1-9",
            designs: [.randomised], phase: 2, size: 60, source: "PubMed", checked: "2024-01-05"))
      #expect(records[1].retraction == EvidenceRecord.Retraction(source: "J Invented Med. 2022;3:1"))
      #expect(problems == ["line 19: line 20 is no field", "line 28: no title"])
    }
  }

  static func xml(_ articles: String) -> String {
    """
    <?xml version="1.0"?>
    <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.nlm.nih.gov/x.dtd">
    <PubmedArticleSet>\(articles)</PubmedArticleSet>
    """
  }

  static func article(_ pmid: Int, _ title: String, _ more: String = "") -> String {
    "<PubmedArticle><MedlineCitation><PMID Version=\"1\">\(pmid)</PMID><Article><ArticleTitle>\(title)</ArticleTitle></Article>\(more)</MedlineCitation></PubmedArticle>"
  }

  @Test("PubMed XML gives its fields; works that it cites give nothing")
  func pubmedXML() throws {
    let (records, problems) = try Self.read(
      Self.xml(
        """
        <PubmedArticle><MedlineCitation><PMID>99000020</PMID><DateRevised><Year>2024</Year><Month>02</Month><Day>09</Day></DateRevised>
        <Article><Journal><JournalIssue><Volume>3</Volume><PubDate><MedlineDate>2020 Jan-Feb</MedlineDate></PubDate></JournalIssue><Title>Invented Sleep</Title><ISOAbbreviation>Inv Sleep</ISOAbbreviation></Journal>
        <ArticleTitle>Milk &amp; <i>Valeriana</i> in adults&#x3A; a pilot study.</ArticleTitle><Pagination><MedlinePgn>4-9</MedlinePgn></Pagination>
        <Abstract><AbstractText>Not read.</AbstractText></Abstract>
        <AuthorList><Author><LastName>Roe</LastName><Initials>B</Initials></Author><Author><LastName>Alda</LastName></Author></AuthorList>
        <DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>NCT09990001</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
        <PublicationTypeList><PublicationType UI="x">Clinical Trial, Phase I</PublicationType></PublicationTypeList></Article>
        <CommentsCorrectionsList><CommentsCorrections RefType="ExpressionOfConcernIn"><RefSource>Inv Sleep. 2022</RefSource><PMID>5</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
        <PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/milk.2</ArticleId><ArticleId IdType="pmc">PMC9990001</ArticleId></ArticleIdList>
        <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
        """))
    #expect(problems == [])
    #expect(
      records == [
        EvidenceRecord(
          keys: [WorkKey(.pmid, "99000020"), WorkKey(.registration, "NCT09990001"), WorkKey(.doi, "10.5555/milk.2"), WorkKey(.pmcid, "PMC9990001")].compactMap { $0 },
          title: "Milk & Valeriana in adults: a pilot study", authors: ["Roe", "Alda"], year: 2020, journal: "Invented Sleep",
          journalAbbreviation: "Inv Sleep", volume: "3", pages: "4-9", designs: [.pilot], phase: 1,
          retraction: EvidenceRecord.Retraction(kind: .concern, source: "Inv Sleep. 2022"), source: "PubMed", checked: "2024-02-09")
      ])
  }

  @Test(
    "a broken article is named and does not end the file",
    arguments: [
      ("Bad &foo; title", "the entity '&foo;' is not known"), ("Bad & title", "an '&' that begins no entity"),
      ("Bad </i> title", "'i' ends where 'ArticleTitle' is open"), ("Bad < title", "a '<' that begins no element"),
      ("Bad <i x=1>title</i>", "the attribute 'x' has no quoted value"), ("Bad <!-- title", "a comment that does not end"),
      ("&#0;", "the entity '&#0;' is not known"), (String(repeating: "<b>", count: 70), "elements nested more than 64 deep"),
    ])
  func brokenXML(title: String, reason: String) throws {
    let (records, problems) = try Self.read(Self.xml(Self.article(1, "First") + Self.article(2, title) + Self.article(3, "Third")))
    #expect(records.compactMap(\.title) == ["First", "Third"])
    #expect(problems == ["article 2: \(reason)"])
  }

  @Test("a document type that defines entities is refused before anything is expanded")
  func bomb() throws {
    let (records, problems) = try Self.read(
      "<?xml version=\"1.0\"?><!DOCTYPE PubmedArticleSet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><PubmedArticleSet>\(Self.article(1, "&b;"))</PubmedArticleSet>")
    #expect(records.isEmpty)
    #expect(problems == ["the file: a document type that defines entities is not read"])
  }

  static let trial = """
    {"protocolSection":{"identificationModule":{"nctId":"NCT09990001","officialTitle":"Warm Milk in Adults","secondaryIdInfos":[{"id":"2015-001234-12","type":"EUDRACT_NUMBER"}]},
    "statusModule":{"lastUpdatePostDateStruct":{"date":"2023-05-01"}},
    "designModule":{"phases":["PHASE1","PHASE2"],"designInfo":{"allocation":"NA","interventionModel":"SINGLE_GROUP","maskingInfo":{"masking":"NONE"}},"enrollmentInfo":{"count":24}},
    "outcomesModule":{"primaryOutcomes":[{"measure":"Participants with adverse events"}]}},
    "resultsSection":{"adverseEventsModule":{"otherEvents":[{"term":"Nausea","stats":[{"numAffected":3}]},{"term":"Headache","stats":[{"numAffected":5},{"numAffected":3}]}]}}}
    """

  @Test("ClinicalTrials.gov studies are read alone, in a list and in a page", arguments: [trial, "[\(trial)]", "{\"studies\":[\(trial)]}"])
  func trials(text: String) throws {
    let (records, problems) = try Self.read(text)
    #expect(problems == [])
    #expect(
      records == [
        EvidenceRecord(
          kind: .registration, keys: [WorkKey(.registration, "NCT09990001"), WorkKey(.registration, "2015-001234-12")].compactMap { $0 },
          title: "Warm Milk in Adults", designs: [.singleArm, .openLabel], phase: 1.5, size: 24, endpoints: [.safety],
          harms: "Adverse events on the register, most people first: headache (8), nausea (3).", harmTerms: ["headache", "nausea"],
          source: "ClinicalTrials.gov", checked: "2023-05-01")
      ])
  }

  @Test("a study without its parts is named", arguments: [("{\"studies\":[{\"x\":1},\(trial)]}", "study 1: no protocolSection"), ("{\"studies\":[{\"protocolSection\":{}},\(trial)]}", "study 1: no DOI, PMID or registration number")])
  func brokenTrials(text: String, problem: String) throws {
    let (records, problems) = try Self.read(text)
    #expect(records.count == 1)
    #expect(problems == [problem])
  }

  static let work = """
    {"DOI":"10.5555/MILK.3","title":["Warm <i>milk</i> &amp; sleep"],"subtitle":["A pilot study"],"author":[{"family":"Roe","given":"B"},{"name":"The Milk Group"}],"issued":{"date-parts":[[2022,3]]},
    "container-title":["Journal of Invented Medicine"],"short-container-title":["J Inv Med"],"volume":"7","page":"1-9","deposited":{"date-parts":[[2023,1,2]]},"clinical-trial-number":[{"clinical-trial-number":"isrctn12345678"}]}
    """

  @Test("Crossref works are read from a message, a list and alone", arguments: ["{\"message-type\":\"work\",\"message\":\(work)}", "{\"message-type\":\"work-list\",\"message\":{\"items\":[\(work)]}}", work])
  func crossref(text: String) throws {
    let (records, problems) = try Self.read(text)
    #expect(problems == [])
    #expect(
      records == [
        EvidenceRecord(
          keys: [WorkKey(.doi, "10.5555/milk.3"), WorkKey(.registration, "ISRCTN12345678")].compactMap { $0 },
          title: "Warm milk & sleep: A pilot study", authors: ["Roe", "The Milk Group"], year: 2022,
          journal: "Journal of Invented Medicine", journalAbbreviation: "J Inv Med", volume: "7", pages: "1-9", designs: [.pilot],
          source: "Crossref", checked: "2023-01-02")
      ])
  }

  @Test("a Crossref notice retracts the work that it names")
  func notice() throws {
    let (records, _) = try Self.read(
      #"{"message":{"DOI":"10.5555/notice","title":["Retraction"],"update-to":[{"DOI":"10.5555/copper","type":"retraction","updated":{"date-parts":[[2022,3,1]]}},{"DOI":"10.5555/fine","type":"correction"}]}}"#)
    #expect(records.map { $0.keys.map(\.value) } == [["10.5555/notice"], ["10.5555/copper"]])
    #expect(records.last?.retraction == EvidenceRecord.Retraction(date: "2022-03-01", source: "10.5555/notice"))
  }

  @Test("broken JSON is named with its line", arguments: [("{\"DOI\":\n\"10.5555/x\",}", "line 2: a key in quotation marks should stand here"), ("{\"DOI\": \"10", "line 1: a text does not end"), ("{\"DOI\":" + String(repeating: "[", count: 100_000), "line 1: values nested more than 64 deep"), ("{\"DOI\": 1} x", "line 1: more follows the value")])
  func brokenJSON(text: String, problem: String) throws { #expect(try Self.read(text).problems == [problem]) }

  static let header = "Record ID,Title,Journal,Author,RetractionDate,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"

  @Test("Retraction Watch rows are read with quotes and line breaks in fields")
  func retractionWatch() throws {
    let (records, problems) = try Self.read(
      Self.header + """
        1,"Copper, ""pure"" and
        wrists",J Inv,Beth Roe;Tom Marlow,1/24/2023 0:00,3/1/2014 0:00,10.5555/copper,0,Retraction,+Unreliable Data;+Error;
        2,Tea,J Inv,B Roe,2/2/2022 0:00,1/1/2011,unavailable,0,Retraction,
        3,Milk,J Inv,B Roe,2/2/2022,1/1/2011,10.5555/m,0,Correction,
        4,short
        5,Tea,J Inv,B Roe,2022-02-02,1/1/2011,10.5555/tea,123,Expression of concern,
        6,Nothing,J Inv,B Roe,,,10.5555/n,0,Applause,
        """)
    #expect(
      records == [
        EvidenceRecord(
          keys: [WorkKey(.doi, "10.5555/copper")].compactMap { $0 }, title: "Copper, \"pure\" and wrists", authors: ["Roe", "Marlow"], year: 2014,
          journal: "J Inv", retraction: EvidenceRecord.Retraction(date: "2023-01-24", reason: "Unreliable Data; Error", source: "Retraction Watch"),
          source: "Retraction Watch"),
        EvidenceRecord(
          keys: [WorkKey(.doi, "10.5555/tea"), WorkKey(.pmid, "123")].compactMap { $0 }, title: "Tea", authors: ["Roe"], year: 2011, journal: "J Inv",
          retraction: EvidenceRecord.Retraction(kind: .concern, date: "2022-02-02", source: "Retraction Watch"), source: "Retraction Watch"),
      ])
    #expect(
      problems == [
        "line 4: no DOI or PMID of the original paper", "line 6: 2 fields instead of 10", "line 8: 'applause' is no nature of a retraction",
      ])
  }

  @Test("an open quotation mark costs its own row alone")
  func openQuotes() throws {
    let good = "3,Tea,J,B Roe,,,10.5555/tea,0,Retraction,\n"
    let (records, problems) = try Self.read(Self.header + "1,\"open,x\n" + good)
    #expect(records.count == 1)
    #expect(problems == ["line 2: a quotation mark that is not closed"])
  }

  @Test("other content is no format", arguments: ["", "hello", "<html></html>", "{\"a\":1}", "a,b,c\n1,2,3\n"])
  func unknown(text: String) { #expect(ImportFormat.detect(Array(text.utf8)) == nil) }
}
