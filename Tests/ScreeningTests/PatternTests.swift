import ContentModel
import Screening
import Testing

@Suite("Patterns")
struct PatternTests {
  @Test(
    "a pattern matches in any case, leaf by leaf",
    arguments: [
      (#"\bcure\b"#, "A ⟦CURE⟧, secure"), ("(?-i)STEM", "⟦STEM⟧ stem"), (#"100 ?% (effective|success)"#, "⟦100% Effective⟧"),
      (#"\d+\s?%"#, "⟦48 %⟧ and ⟦7%⟧"), ("a.*z", "⟦a to z⟧\na\nz"), ("^works$", "⟦works⟧\nit works"),
      (#"(?<!not )guaranteed"#, "⟦guaranteed⟧ not guaranteed"), (#"\w+ität"#, "⟦QUALITÄT⟧"), ("’s", "it⟦’s⟧ it's"),
      ("cure|heal", "⟦heal⟧ ⟦cure⟧"), ("cures?", "⟦cures⟧ ⟦cure⟧"), ("colou?r", "⟦color⟧ ⟦colour⟧"), (#"(?i)x{2,3}"#, "⟦xxx⟧⟦xx⟧"),
      ("ſ", "⟦s⟧ ⟦S⟧"), (#"\Qa.b\E"#, "⟦a.b⟧ axb"), ("kelvin", "⟦\u{212A}elvin⟧"), (#"(?=x)x|\b"#, "⟦x⟧"), (#"foo\Kbar"#, "foo⟦bar⟧"),
      ("cafe", "⟦cafe⟧\u{301}"),
    ])
  func pattern(pattern: String, marked: String) throws {
    #expect(try screened(MarkedText(marked).text, [.pattern(pattern)]) == marked)
  }

  @Test("captures are spans of the text, and nil where a group took no part")
  func captures() throws {
    let screen = try Screen([[.pattern(#"(a)|(b)(c)?"#)]])
    var failures: [Screen.Failure] = []
    let matches = screen.matches(in: lines("x\né a bc b"), failures: &failures)
    #expect(matches.map(\.captures) == [[Span(5, 6), nil, nil], [nil, Span(7, 8), Span(8, 9)], [nil, Span(10, 11), nil]])
  }

  @Test(
    "a pattern that cannot be compiled is refused with PCRE2's words and the place",
    arguments: [
      ("(foo|b", "missing closing parenthesis at character 7"),
      ("éé(b", "missing closing parenthesis at character 5"),
      ("*a", "quantifier does not follow a repeatable item at character 1"),
      ("[a", "missing terminating ] for character class at character 3"),
      ("a*", "matches the empty string; make at least one part of the pattern required"),
      ("", "matches the empty string; make at least one part of the pattern required"),
      ("cure|", "matches the empty string; make at least one part of the pattern required"),
    ])
  func refused(pattern: String, message: String) {
    #expect(throws: TriggerError(trigger: .pattern(pattern), message: message)) { try Screen([[.pattern(pattern)]]) }
  }

  @Test("a pattern that backtracks without end is given up, and the others go on")
  func limits() throws {
    let screen = try Screen([[.pattern("(a+)+$"), .pattern("b"), .phrase("aa")]])
    var failures: [Screen.Failure] = []
    let text = String(repeating: "a", count: 400) + "b aa"
    let matches = screen.matches(in: WordStream(text + "!"), failures: &failures)
    #expect(failures == [.init(set: 0, trigger: 0, message: "ran into its match limit; narrow its repetitions")])
    #expect(matches.map(\.trigger) == [1, 2])
  }

  @Test("a long leaf is searched to its end")
  func long() throws {
    let text = String(repeating: "é ", count: 50_000) + "cure"
    let screen = try Screen([[.pattern("cure"), .pattern("é (?=cure)")]])
    var failures: [Screen.Failure] = []
    let matches = screen.matches(in: WordStream(text), failures: &failures)
    #expect(matches.map(\.span) == [Span(149_997, 150_000), Span(150_000, 150_004)])
    #expect(failures.isEmpty)
  }

  @Test("text that is not UTF-8 is no text for a pattern")
  func invalid() throws {
    let screen = try Screen([[.pattern("a"), .phrase("b")]])
    var failures: [Screen.Failure] = []
    let matches = screen.matches(in: WordStream([0x61, 0x20, 0x62, 0x20, 0xFF], leaves: [Span(0, 5)]), failures: &failures)
    #expect(matches.map(\.trigger) == [1])
    #expect(failures == [.init(set: 0, trigger: 0, message: "cannot be matched: the text is not valid UTF-8")])
  }
}
