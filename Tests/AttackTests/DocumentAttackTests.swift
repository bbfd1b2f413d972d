import Analysis
import ContentModel
import Fuzzing
import LuaRuntime
import Readers
import RuleEngine
import Screening
import Testing

/// Documents written to hang or crash the readers, the analysis or the rules.
@Suite(.serialized) struct DocumentAttackTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var format: DocumentFormat
    /// Repeated; `#` stands for the number of the repetition.
    var unit: String
    var testDescription: String { "\(format) \(unit.debugDescription)" }

    func document(bytes: Int) -> [UInt8] {
      var text: [UInt8] = []
      var number = 0
      let parts = unit.split(separator: "#", omittingEmptySubsequences: false).map { Array($0.utf8) }
      while text.count < bytes {
        for (i, part) in parts.enumerated() {
          if i > 0 { text += Array("\(number)".utf8) }
          text += part
        }
        number += 1
      }
      return text + Array(" end.\n".utf8)
    }
  }

  static let attacks =
    [
      "<div>", "<b>x", "<blockquote>x", "<ul><li>x", "<table><tr><td>x", "&amp;", "&#x41;", "&notanentity", "<", "<a href=x>y</a> ",
      "<p>We cure <i>all ", "<tr><td>a<td>b</tr>", "<td>c", "<a href=\"#fn#\" id=r#>#</a> ", "<li id=fn#>note", "<td colspan=1000 rowspan=1000>x", "<p id=#>x", "<script>",
      "<img alt='sea' src=x>", "<h2>x", "<q>a", "<!-- ", "<a title=\"", "<svg><title>x",
    ].map { Attack(format: .html, unit: $0) }
    + [
      "> ", "- x\n  ", "*a ", "_a", "[", "[a](http://e.x) ", "[a#]: http://e.x\n", "[a#][a#] ", "[^#] ", "[^#]: note\n\n", "| a | b |\n|---|---|\n| c &amp; d | |\n", "| a ", "`a ", "{{ x ",
      "&eacute;", "https://e.x/a(b) ", "1. one\n", "a\n===\n", "---\na: &a [*a, *a]\n---\n", "# x\n", "![x](y) ", "<b>", "\\", "  \n",
    ].map { Attack(format: .markdown, unit: $0) }
    + [
      "We guarantee that you will walk again ", "cure ", "48.9% ", "(Ito & Grant, 2019) ", "[#] ", "Ito et al. ", "#. Ito M, Grant P. A pilot study. J Med. 2019;15:2201.\n", "“", "\"a\" ", "(",
      "not, ", "a:\nb\n", "Smith J, ", "Cure? ", "A. B. ", "doi:10.1/x ", "NCT03308565 ", "2019 ", "phase I pilot study of 9 people ", "e\u{301}\u{301}", "a", "1", ".", "–", "• x\n", "x\n\n", "a\t",
      "7 out of 10 ", "nearly half ", "1/", "€5 ", "1-", "if you may ", "It is clinically proven to cure cancer and improves sleep. ", "the best ", "cure¹² ", "Source: data on file. ", "\u{0}", "\u{1B}",
      "\u{FEFF}", "\u{202E}", "\r", "\u{2028}", "1–2,", "0.",
    ].map { Attack(format: .text, unit: $0) }

  private static func analyse(_ bytes: [UInt8], _ format: DocumentFormat, _ lexicons: AnalysisLexicons) {
    guard let document = try? DocumentReader().read(bytes, path: "attack", format: format) else { return }
    let analysis = DocumentAnalysis(document, lexicons: lexicons)
    _ = (analysis.words.utf8.count, analysis.sentences.count, analysis.quantities.count, analysis.citations.count)
    for sentence in analysis.sentences.indices.prefix(200) { _ = analysis.assertions(inSentence: sentence) }
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = AttackRange.processorTime()
    body()
    return AttackRange.processorTime() - start
  }

  @Test("reading and analysis take time in proportion to length", arguments: attacks)
  func linear(attack: Attack) throws {
    let lexicons = try #require(AttackRange.lexicons)
    let (ratio, longest) = LuaThread.run { () -> (Double, Double) in
      // A busy machine gets further attempts.
      var best = (ratio: Double.infinity, longest: 0.0)
      for _ in 0..<4 where best.ratio >= 3 {
        let one = Self.seconds { Self.analyse(attack.document(bytes: 10_000), attack.format, lexicons) }
        let two = Self.seconds { Self.analyse(attack.document(bytes: 20_000), attack.format, lexicons) }
        let ratio = two / max(one, 0.005)
        if ratio < best.ratio { best = (ratio, two) }
      }
      return best
    }
    #expect(ratio < 3, "20,000 bytes took \(longest) s")
  }

  static let corpus = Result { try LuaThread.run { () throws in try FuzzCorpus(repository: AttackRange.repository) } }

  @Test("every shipped rule takes hostile documents in its time, and none breaks")
  func rules() throws {
    let rules = try Self.corpus.get().rules
    let failures = try LuaThread.run { () throws -> [String] in
      var limits = LuaLimits()
      limits.fuel = 5_000_000
      limits.nanoseconds = 300_000_000
      let runner = try RuleRunner(rules, limits: limits)
      var failures: [String] = []
      for attack in Self.attacks {
        guard let document = try? DocumentReader().read(attack.document(bytes: 1_000), path: "attack", format: attack.format) else { continue }
        for finding in runner.run(DocumentAnalysis(document, lexicons: rules.analysisLexicons)) where finding.rule == RuleRunner.ruleFailed {
          let isTooMuch = ["stopped", "match limit", "too long", "more than"].contains { finding.message.contains($0) }
          if !isTooMuch { failures.append("\(attack): \(finding.message)") }
        }
      }
      return failures
    }
    #expect(failures == [])
  }

  @Test(
    "bytes that are hardly text are refused, or read within their promises",
    arguments: [
      [0xFF, 0xFE, 0x00, 0xD8, 0x00, 0xD8, 0x41, 0x00], [0xFE, 0xFF, 0xDC, 0x00, 0x00, 0x41], [0xFF, 0xFE], [0xFF, 0xFE, 0x41], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x41],
      [0xC0, 0xAF, 0x41], [0xE0, 0x80, 0xAF, 0x41], [0xF0, 0x80, 0x80, 0xAF], [0xED, 0xA0, 0x80, 0x41], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE, 0x00, 0x00, 0x00, 0xD8, 0x00, 0x00], [0x41, 0x00, 0x42],
      Array(0x00...0x1F), Array(0x80...0xFF), [0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0x0A, 0x2D, 0x2D, 0x2D],
    ] as [[UInt8]])
  func odd(bytes: [UInt8]) throws {
    let corpus = try Self.corpus.get()
    let problems = try LuaThread.run { () throws -> [String] in
      try [FuzzTarget.text, .markdown, .html].compactMap { try FuzzProbe($0, rules: corpus.rules).problem(with: bytes, seed: 1) }
    }
    #expect(problems == [])
  }

  @Test("documents that once crashed the analysis", arguments: ["Nearly half:\n\n!\n\n=", "Nearly half:\n\n.\n\nThe end.", "Half:\n!\n.\n!"])
  func crashers(text: String) throws {
    let lexicons = try #require(AttackRange.lexicons)
    for format in DocumentFormat.allCases {
      let markup = format == .html ? "<p>" + text.replacing("\n", with: "<p>") : text
      let document = try DocumentReader().read(Array(markup.utf8), path: "attack", format: format)
      #expect(DocumentAnalysis(document, lexicons: lexicons).sentences.allSatisfy { $0.span.end <= document.utf8.count })
    }
  }
}
