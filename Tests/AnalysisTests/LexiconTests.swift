import ContentModel
import Screening
import Testing

@testable import Analysis

@Suite("Word lists")
struct LexiconTests {
  @Test("sections, comments and entries are read in order")
  func reading() throws {
    let lexicons = try AnalysisLexicons(
      lists: ["plants": "# comment\r\noak\n\n[trees]\n  elm~ \nash\n[herbs]\ncommon sage\n"], requiring: [])
    #expect(lexicons.sections("plants") == ["", "trees", "herbs"])
    #expect(lexicons.entries("plants") == ["oak", "elm~", "ash", "common sage"])
    #expect(lexicons.entries("plants", section: "trees") == ["elm~", "ash"])
    #expect(lexicons.entries("none") == [])
    let matches = lexicons.screen("plants").matches(in: WordStream("Elms and Common-Sage"))
    #expect(
      matches == [
        .init(list: "plants", section: "trees", entry: "elm~", span: Span(0, 4)),
        .init(list: "plants", section: "herbs", entry: "common sage", span: Span(9, 20)),
      ])
  }

  @Test(
    "a malformed list is refused with its place",
    arguments: [
      ("[open", 1, "a section is written [name]; this line lacks the closing bracket or the name"),
      ("[]", 1, "a section is written [name]; this line lacks the closing bracket or the name"),
      ("[a]\nx\n[a]", 3, "the section [a] stands twice"),
      ("ok\ng*tee", 2, "the entry 'g*tee' has '*' before other letters of a word; it may stand at the end of a word or alone"),
    ])
  func malformed(text: String, line: Int, message: String) {
    #expect(throws: LexiconError(path: "x.txt", line: line, message: message)) {
      try AnalysisLexicons(lists: ["x": text], requiring: [])
    }
  }

  @Test("a missing list or section is named")
  func missing() {
    #expect(throws: LexiconError(path: "the lists given", line: nil, message: "lacks the word list 'context.txt'")) {
      try AnalysisLexicons(lists: [:], requiring: ["context"])
    }
    #expect(throws: LexiconError(path: "context.txt", line: nil, message: "lacks the section [negation-pre]")) {
      try AnalysisLexicons(lists: ["context": "[x]\na"], requiring: ["context"])
    }
    #expect(throws: LexiconError(path: "/no/such/folder", line: nil, message: "cannot be opened as a folder: No such file or directory")) {
      try AnalysisLexicons(folder: "/no/such/folder")
    }
  }

  @Test("every entry of the shipped lists compiles and is found in itself")
  func shipped() {
    for list in ["context", "assertions", "sectors"] {
      for section in AnalysedText.lexicons.sections(list) {
        for entry in AnalysedText.lexicons.entries(list, section: section) {
          #expect(throws: Never.self) { try Screen([[.phrase(entry)]]) }
        }
      }
      #expect(!AnalysedText.lexicons.screen(list).sectionNames.isEmpty)
    }
  }
}
