import Foundation
import Testing

@Suite("Records and approved claims, from the command line")
struct EvidenceCommandTests {
  static let notice = """
    {"message":{"DOI":"10.5555/notice","title":["Retraction"],"update-to":[{"DOI":"10.5555/copper","type":"retraction","updated":{"date-parts":[[2022,3,1]]}}]}}
    """
  static let page = """
    Stiffness eases within days (Marlow 2014).

    References

    Marlow T. Copper bracelets and stiff hands. J Invented Med 2014;1:1–3. doi:10.5555/copper

    """

  @Test("an import makes a store, and a scan with it sees the retraction")
  func importAndScan() throws {
    let folder = try Scratch(["notice.json": Array(Self.notice.utf8), "page.md": Array(Self.page.utf8), "bad.txt": Array("hello".utf8)])
    var result = try Program.run(["evidence", "import", "notice.json"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output == "notice.json: Crossref JSON: 2 records\nevidence.sqlite holds 2 records; scan with --evidence evidence.sqlite\n")
    #expect(result.errors == "")
    result = try Program.run(["evidence", "import", "bad.txt"], in: folder.url)
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("error: bad.txt: is in no format that is read: PubMed MEDLINE text, "))
    result = try Program.run(["evidence", "show", "10.5555/copper", "--evidence", "evidence.sqlite"], in: folder.url)
    #expect(result.output == "keys: doi:10.5555/copper\nkind: article\nretraction: retraction; 2022-03-01; 10.5555/notice\nsource: Crossref\n")
    #expect(try Program.run(["evidence", "show", "10.5555/nothing"], in: folder.url).status == 1)
    #expect(try Program.run(["evidence", "show", "?"], in: folder.url).status == 2)

    func rules(_ arguments: [String]) throws -> [String] {
      let report = try Program.json(["page.md"] + arguments, in: folder.url)
      let document = (report["documents"] as? [[String: Any]])?.first
      return (document?["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String } ?? []
    }
    #expect(try rules(["--evidence", "evidence.sqlite"]).contains("evidence/retracted-study"))
    #expect(try !rules([]).contains("evidence/retracted-study"))
  }

  @Test("a store or library that cannot be used stops the scan")
  func unusable() throws {
    let folder = try Scratch(["page.md": Array(Self.page.utf8), "claims.yaml": Array("claims:\n  - id: a\n    wordin: x\n".utf8)])
    var result = try Program.run(["scan", "page.md", "--evidence", "gone.sqlite"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.errors == "gone.sqlite: error: cannot be read: no such file or directory\n")
    result = try Program.run(["claims", "check", "claims.yaml"], in: folder.url)
    #expect(result.status == 2)
    #expect(
      result.errors == """
        claims.yaml:2:5: error: lacks 'wording'
        claims.yaml:3:5: error: unknown key 'wordin'
          help: known keys: id, wording, product, markets, language, note, substantiation, valid_from, valid_until, owner

        """)
    #expect(try Program.run(["scan", "page.md", "--claims", "claims.yaml"], in: folder.url).status == 2)
    #expect(try Program.run(["scan", "page.md", "--today", "soon"], in: folder.url).status == 2)
  }

  @Test("isolated workers know the same claims and the same store")
  func isolated() throws {
    let library = "claims:\n  - id: open\n    wording: The garden is open from nine to five.\n    valid_until: 2026-03-31\n"
    let folder = try Scratch([
      "page.txt": Array("The garden is open from nine to five.\n".utf8), "claims.yaml": Array(library.utf8),
      "page.md": Array(Self.page.utf8), "notice.json": Array(Self.notice.utf8),
    ])
    let arguments = ["scan", "page.txt", "--claims", "claims.yaml", "--today", "2026-04-01"]
    let plain = try Program.run(arguments, in: folder.url)
    #expect(plain.status == 1)
    #expect(try Program.run(arguments + ["--isolate"], in: folder.url).output == plain.output)
    _ = try Program.run(["evidence", "import", "notice.json"], in: folder.url)
    let withStore = ["scan", "page.md", "--evidence", "evidence.sqlite", "--format", "json"]
    let known = try Program.run(withStore, in: folder.url)
    #expect(known.output.contains("evidence/retracted-study"))
    #expect(try Program.run(withStore + ["--isolate"], in: folder.url).output == known.output)
  }

  @Test("a claim is approved up to its last day")
  func expiry() throws {
    let library = "claims:\n  - id: open\n    wording: The garden is open from nine to five.\n    valid_until: 2026-03-31\n"
    let folder = try Scratch(["page.txt": Array("The garden is open from nine to five.\n".utf8), "claims.yaml": Array(library.utf8)])
    func scan(_ day: String) throws -> Int32 {
      try Program.run(["scan", "page.txt", "--claims", "claims.yaml", "--today", day], in: folder.url).status
    }
    #expect(try Program.run(["claims", "check", "claims.yaml"], in: folder.url).output == "claims.yaml: 1 claim, no mistakes\n")
    #expect(try scan("2026-03-31") == 0)
    #expect(try scan("2026-04-01") == 1)
  }
}
