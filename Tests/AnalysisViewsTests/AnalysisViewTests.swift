import Analysis
import AnalysisViews
import ContentModel
import Readers
import Testing

@Suite("What the host sees, shown")
struct AnalysisViewTests {
  private static let lexicons: AnalysisLexicons = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    do {
      return try AnalysisLexicons(folder: root + "/Rules/_lexicons")
    } catch {
      fatalError("\(error)")
    }
  }()

  private func analysis(_ text: String, _ format: DocumentFormat = .text) throws -> DocumentAnalysis {
    DocumentAnalysis(try DocumentReader().read(Array(text.utf8), path: "a.txt", format: format), lexicons: Self.lexicons)
  }

  @Test("JSON gives claims with the words that turn them round, and places in the file")
  func json() throws {
    let json = String(decoding: AnalysisJSON(try analysis("It does not cure acne.")).bytes, as: UTF8.self)
    #expect(
      json == """
        {"version": 1, "path": "a.txt", "format": "text", "encoding": "utf-8", "blocks": [
          {"kind": "paragraph", "place": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 23, "startByte": 0, "endByte": 22}}], "sentences": [
          {"text": "It does not cure acne.", "block": 0, "place": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 23, "startByte": 0, "endByte": 22}, "contexts": [{"context": "negated", "words": "not", "place": {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 12, "startByte": 8, "endByte": 11}}]}], "quantities": [], "citations": [], "references": [], "assertions": [
          {"text": "cure acne", "kind": "efficacy", "asserted": false, "about": "It", "sentence": 0, "contexts": [{"context": "negated", "words": "not", "place": {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 12, "startByte": 8, "endByte": 11}}], "place": {"startLine": 1, "startColumn": 13, "endLine": 1, "endColumn": 22, "startByte": 12, "endByte": 21}},
          {"text": "cure acne", "kind": "cure", "asserted": false, "about": "It", "sentence": 0, "contexts": [{"context": "negated", "words": "not", "place": {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 12, "startByte": 8, "endByte": 11}}], "place": {"startLine": 1, "startColumn": 13, "endLine": 1, "endColumn": 22, "startByte": 12, "endByte": 21}}]}

        """)
  }

  @Test("text says of each number, citation and claim what it is taken for")
  func text() throws {
    let text = AnalysisText(try analysis("# Knees\n\nCopper calms pain in 7 of 10 patients [1].\n\n## References\n\n1. Hale A. Copper: a pilot study. Pain 2009;17:1–4.\n", .markdown)).text
    #expect(
      text == """
        a.txt: markdown, utf-8
        heading 1 line 1
          “Knees”
        paragraph line 3
          “Copper calms pain in 7 of 10 patients [1].”
              claims efficacy, plain: “calms pain”
              number “7 of 10”: outcome, ratio, of patients
              number “1”: identifier, plain
              cites “[1]” (numeric): answered by line 7
        heading 2 line 5
          “References”
        reference-list 1 (implied) line 7
          reference-entry [1] (implied) line 7
            “Hale A. Copper: a pilot study.”
                speaks of a pilot study, cannot carry a benefit
            “Pain 2009;17:1–4.”
                number “2009”: date, plain
                number “17:1–4”: identifier, plain
        references
          line 7 to 7 [1]
            authors: Hale
            year: 2009
            title: Copper: a pilot study
            journal: Pain
            study: a pilot study, cannot carry a benefit
            told by: “pilot”
            cited at: line 3

        """)
  }

  @Test("the page escapes the document's words, whatever they are, and links citations with entries")
  func page() throws {
    let page = String(
      decoding: AnalysisPage(try analysis("Copper <script>alert(1)</script> calms pain [1].\n\nReferences\n\n[1] Hale A. Copper & tin. Pain 2009;17:1–4.\n")).bytes, as: UTF8.self)
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("<a id=\"c1\" href=\"#r1\" class=\"mark citation\" title=\"numeric: answered by line 5\">[1]</a>"))
    #expect(page.contains("<li id=\"r1\"><p>[1] <strong>Copper &amp; tin</strong></p>"))
    #expect(page.contains("<dt>cited at</dt><dd><a href=\"#c1\">line 1</a></dd>"))
  }
}
