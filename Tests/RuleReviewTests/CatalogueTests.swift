import Foundation
import RuleReview
import Testing

@Suite("The rule catalogue")
struct CatalogueTests {
  private func scores() throws -> CategoryScores {
    try CategoryScores(String(contentsOf: Packs.repository.appendingPathComponent("Benchmarks/quality/scores.tsv"), encoding: .utf8))
  }

  @Test("is that of the shipped rules and the stored scores")
  func fresh() throws {
    let file = URL(fileURLWithPath: Packs.folder).appendingPathComponent("README.md")
    let catalogue = RuleCatalogue(try Packs.shipped(), scores: try scores()).markdown
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(catalogue.utf8).write(to: file) }
    let stored = try String(contentsOf: file, encoding: .utf8)
    #expect(stored == catalogue, "run: obstat rules catalogue --output Rules/README.md")
  }

  @Test("says everything about a rule")
  func entry() throws {
    let rules = try Packs.made(of: [
      "p/pack.lua": """
        return { title = "A *pack*", owner = "Law", jurisdictions = { "EU" },
          instruments = { k = { citation = "Law 1, § 2", says = "No lies.", url = "https://law.example/1" } } }
        """,
      "p/thing.lua": #"""
        ---Words that
        ---promise [too] much.
        ---@type Rule
        return {
          id = "p/thing", category = "guarantee", title = "Thing", severity = { default = "note", US = "error" }, basis = "k",
          message = "“{text}” is too much", help = "Say less.", rationale = [[Because
            it is.]],
          find = { "miracle" }, skip = { "negated", "in_reference" },
          examples = { flagged = { "A ⟦miracle⟧ <b>." }, clean = { "One.\nTwo.", { markdown = "# No\n\nnothing\n" } } },
        }
        """#,
    ])
    let scores = try CategoryScores("category\thalf\tcases\tmarks\tright\tfalse\nguarantee\ttuning\t9\t9\t9\t0\nguarantee\ttest\t25\t15\t10\t1\n")
    let catalogue = RuleCatalogue(rules, scores: scores)
    let text = catalogue.markdown
    #expect(
      text.hasSuffix(
        #"""

        | Pack | Rules | Law of |
        |---|---|---|
        | [A \*pack\*](#a-pack) | 1 | EU |

        ## A \*pack\*

        Owner: Law.

        ### p/thing

        **Thing**: note, error in US. Category `guarantee`: precision 0.91, recall 0.67 on 25 cases.

        Flags: Words that promise \[too\] much.

        Says: “\{text\}” is too much

        Why: Because it is.

        Instead: Say less.

        Rests on

        - [Law 1, § 2](<https://law.example/1>): No lies.

        Leaves words that are denied, part of a reference.

        Flagged

        - A ⟦miracle⟧ \<b\>.

        Left alone

        - One.<br>
          Two.
        - in Markdown

          ~~~
          # No

          nothing

          ~~~

        """#))
    let html = catalogue.html
    #expect(html.contains("<li>A <mark>miracle</mark> &lt;b&gt;.</li>"))
    #expect(html.contains("<a href=\"#pthing\">Thing</a>"))
    #expect(html.contains("<h3 id=\"pthing\">p/thing</h3>"))
  }

  @Test("refuses a broken file of scores, by line", arguments: ["h\na\ttest\t1\t1\t1", "h\na\ttest\t1\t1\tx\t1", "h\na\ttest\t1\t1\t-1\t1"])
  func brokenScores(text: String) {
    #expect(throws: CategoryScores.Mistake(line: 2, message: "expected category, half and four numbers, parted by tabs")) {
      try CategoryScores(text)
    }
  }
}
