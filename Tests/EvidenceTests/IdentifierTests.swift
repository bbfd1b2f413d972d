import ContentModel
import Testing

@testable import Analysis

@Suite("Identifiers, well formed or not")
struct IdentifierTests {
  /// `kind value` for a good one, `kind value!` for one with a problem.
  static func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return IdentifierChecker.mentions(in: bytes, [Span(0, bytes.count)]).map { "\($0.kind.rawValue) \($0.value)\($0.problem == nil ? "" : "!")" }
  }

  @Test(
    "are told apart",
    arguments: [
      ("doi:10.1016/j.jcyt.2016.01.004.", ["DOI 10.1016/j.jcyt.2016.01.004"]),
      ("DOI: 10.1016/S0140-6736(97)11096-0", ["DOI 10.1016/S0140-6736(97)11096-0"]),
      ("(doi:10.5555/x.1)", ["DOI 10.5555/x.1"]),
      ("DOI https://doi.org/10.5555/x", ["DOI 10.5555/x"]),
      ("doi: 10.1000.10/123", ["DOI 10.1000.10/123"]),
      ("doi: 10.1016 j.jcyt.2016.01.004", ["DOI 10.1016!"]),
      ("doi: 10.101/x", ["DOI 10.101/x!"]),
      ("doi: 10.1016/", ["DOI 10.1016/!"]),
      ("doi: 10/1016/x", ["DOI 10/1016/x!"]),
      ("doi: 11.1016/x", ["DOI 11.1016/x!"]),
      ("DOI: https://link.springer.com/article/10.1186/s12916", ["DOI https://link.springer.com/article/10.1186/s12916!"]),
      ("DOI: https://doi.org/", ["DOI https://doi.org/!"]),
      ("the DOI of the paper", []),
      ("What are you doing? 10.5 mg/ml", []),
      ("doi.org/10.5555/x", []),
      ("DOI:", []),
      ("PMID: 26971680", ["PMID 26971680"]),
      ("PMID 1", ["PMID 1"]),
      ("PMID: 269716801", ["PMID 269716801!"]),
      ("PMID: 026971680", ["PMID 026971680!"]),
      ("PMID: PMC9442938", ["PMID PMC9442938!"]),
      ("PMID: 2697168A", ["PMID 2697168A!"]),
      ("PMID: 10.5555/x", ["PMID 10.5555/x!"]),
      ("PMID: https://pubmed.ncbi.nlm.nih.gov/26971680/", []),
      ("PMCID: PMC9442938", ["PMCID 9442938"]),
      ("PMC9442938", ["PMCID 9442938"]),
      ("PMCID: 9442938", ["PMCID 9442938!"]),
      ("PMC12", ["PMCID 12!"]),
      ("NCT03308565", ["NCT 03308565"]),
      ("NCT 03308565", ["NCT 03308565"]),
      ("NCT: NCT03308565", ["NCT 03308565"]),
      ("NCT0330856", ["NCT 0330856!"]),
      ("NCT033085655", ["NCT 033085655!"]),
      ("NCT0330856x", ["NCT 0330856x!"]),
      ("ISRCTN12345678", ["ISRCTN 12345678"]),
      ("ISRCTN1234567", ["ISRCTN 1234567!"]),
      ("EudraCT 2015-001234-12", ["EudraCT 2015-001234-12"]),
      ("EudraCT number: 2015-001234-12", ["EudraCT 2015-001234-12"]),
      ("EudraCT 2015-01234-12", ["EudraCT 2015-01234-12!"]),
      ("EudraCT 2015-001234", ["EudraCT 2015-001234!"]),
      ("EudraCT came into force in 2004.", []),
      ("ISBN 978-0-306-40615-7", ["ISBN 978-0-306-40615-7"]),
      ("ISBN 978-0-306-40615-8", ["ISBN 978-0-306-40615-8!"]),
      ("ISBN-13: 9780306406157", ["ISBN 9780306406157"]),
      ("ISBN-10: 0-306-40615-2", ["ISBN 0-306-40615-2"]),
      ("ISBN 0 306 40615 3", ["ISBN 0 306 40615 3!"]),
      ("ISBN 0-8044-2957-X", ["ISBN 0-8044-2957-X"]),
      ("ISBN 978-0-306-4061", ["ISBN 978-0-306-4061!"]),
      ("ISSN 0317-8471", ["ISSN 0317-8471"]),
      ("ISSN 2434-561X", ["ISSN 2434-561X"]),
      ("ISSN 0317-8472", ["ISSN 0317-8472!"]),
      ("ISSN 0317-847", ["ISSN 0317-847!"]),
      ("Zoë: NCT03308565, PMID: 26971680", ["NCT 03308565", "PMID 26971680"]),
    ])
  func kinds(text: String, expected: [String]) { #expect(Self.found(text) == expected) }

  @Test("stand at their label and value")
  func spans() {
    let text = "Zoë (ISBN 978-0-306-40615-8)."
    let mention = IdentifierChecker.mentions(in: Array(text.utf8), [Span(0, text.utf8.count)]).first
    #expect(mention.map { String(decoding: Array(text.utf8)[$0.span.utf8Offsets], as: UTF8.self) } == "ISBN 978-0-306-40615-8")
    #expect(mention?.problem == "the check digit of this ISBN does not fit")
  }

  @Test("any bytes are read to their end", arguments: ["doi", "DOI:10", "NCT", "ISBN 1", "EudraCT 2", "PMC", "ISSN 1234-5"])
  func cut(text: String) {
    for repeats in [1, 5000] {
      let bytes = Array(String(repeating: text, count: repeats).utf8) + [0xE2, 0x80]
      for end in [bytes.count, bytes.count - 1] { _ = IdentifierChecker.mentions(in: bytes, [Span(0, end)]) }
    }
  }

  @Test(
    "become keys in one form",
    arguments: [
      (WorkKey.Kind.doi, "https://doi.org/10.1016/J.JCYT.2016", "10.1016/j.jcyt.2016"), (.doi, "DOI:10.5555/x", "10.5555/x"),
      (.pmid, "0026971680", "26971680"), (.pmcid, "pmc9442938", "PMC9442938"), (.pmcid, "9442938", "PMC9442938"),
      (.registration, "nct 03308565", "NCT03308565"), (.registration, "2015-001234-12", "2015-001234-12"),
    ])
  func keys(kind: WorkKey.Kind, text: String, value: String) { #expect(WorkKey(kind, text)?.value == value) }

  @Test("are no keys where they are malformed", arguments: [(WorkKey.Kind.doi, "10.1016"), (.doi, "unavailable"), (.pmid, "0"), (.pmid, "x"), (.pmcid, "PMC"), (.registration, "none"), (.registration, "a_1234")])
  func noKeys(kind: WorkKey.Kind, text: String) { #expect(WorkKey(kind, text) == nil) }
}
