import ContentModel
import Screening
import Testing

@Suite("Phrases")
struct PhraseTests {
  /// Phrase, and a text in which each match is marked.
  static let cases: [(String, String)] = [
    ("cure", "A ⟦cure⟧. ⟦CURE⟧! Secure, cured, cures."),
    ("cure", "no-⟦cure⟧-no-pay; Cures' is not"),
    ("money back", "⟦money back⟧, ⟦money-back⟧, ⟦Money\u{A0}Back⟧, ⟦money\n  back⟧, moneyback"),
    ("money-back", "⟦money back⟧ ⟦money‑back⟧ ⟦money–back⟧ money – back, money. Back"),
    ("side effects", "No ⟦side-effects⟧, no side, effects"),
    ("don't", "We ⟦don't⟧, ⟦don’t⟧, dont"),
    ("don’t", "We ⟦don't⟧"),
    ("you'll", "⟦You’ll⟧ see"),
    ("100%", "⟦100%⟧ ⟦100 %⟧ ⟦100\u{202F}%⟧ 1100% 100.5%"),
    ("100 % effective", "⟦100% effective⟧ and ⟦100%-effective⟧"),
    ("100% effective", "⟦100 % Effective⟧, 100% effectively"),
    ("no. 1", "⟦No. 1⟧ and ⟦no.1⟧ but no 1"),
    ("#1", "⟦#1⟧ and ⟦# 1⟧ and #12"),
    ("$5", "⟦$5⟧ $50 5$"),
    ("3.5", "⟦3.5⟧ 13.5 3.55 3,5"),
    ("1,000", "⟦1,000⟧ patients"),
    ("works!", "It ⟦works!⟧ It works."),
    ("u.s.", "the ⟦U.S.⟧ market"),
    ("guarantee*", "⟦guarantee⟧ ⟦guaranteed⟧ ⟦Guarantees⟧ guaranty ⟦GUARANTEEING⟧"),
    ("guarantee* result*", "⟦guaranteed results⟧, ⟦guarantee result⟧, guarantee the result"),
    ("clinical* proven", "⟦clinically proven⟧ and ⟦clinically-proven⟧"),
    ("anti*", "⟦anti⟧-age ⟦antibody⟧"),
    ("ever* one", "⟦every one⟧"),
    ("* free", "⟦risk free⟧ and ⟦sugar-free⟧, free"),
    ("*-free", "⟦risk free⟧ and ⟦pain-free⟧"),
    ("no * risk", "⟦no known risk⟧, no risk, no very small risk, no, risk"),
    ("works * *", "⟦works every time⟧."),
    ("* * cure", "⟦is a cure⟧, cure"),
    ("the * best *", "⟦the very best clinic⟧"),
    ("cure~", "⟦cure⟧ ⟦cures⟧ ⟦cured⟧ ⟦curing⟧ curious ⟦cure's⟧"),
    ("heal~", "⟦heals⟧ ⟦healed⟧ ⟦healing⟧ health healer"),
    ("prove~", "⟦prove⟧ ⟦proves⟧ ⟦proved⟧ ⟦proven⟧ ⟦proving⟧ approve"),
    ("lose~ weight", "⟦losing weight⟧, ⟦lost weight⟧, ⟦lose weight⟧, loses the weight"),
    ("foot~", "six ⟦feet⟧ and one ⟦foot⟧"),
    ("patient~", "⟦patients⟧' and ⟦patient's⟧ ⟦patient⟧ patience"),
    ("clinical~ trial~", "⟦clinical trials⟧"),
    ("{no|zero} side effects", "⟦No side effects⟧, ⟦zero side-effects⟧, some side effects"),
    ("{fast|rapid} {relief|result*}", "⟦fast relief⟧ ⟦rapid results⟧ ⟦Fast result⟧ rapid"),
    ("works {for|in} {all|every~} patient~", "⟦works for all patients⟧; ⟦works in every patient⟧"),
    ("{re|}grow~", "⟦regrow⟧ ⟦grows⟧ ⟦regrown⟧ outgrow"),
    ("cure{d|s}", "⟦cured⟧ ⟦cures⟧ cure"),
    ("{a|b|c|d|e|f|g|h} {a|b|c|d|e|f|g|h} {a|b|c|d|e|f|g|h~|}", "⟦a h c⟧, ⟦b b⟧, x"),
    ("{risk free|without risk}", "⟦risk-free⟧ and ⟦without risk⟧"),
    ("{very |}safe", "⟦very safe⟧ ⟦safe⟧"),
    ("profit", "⟦proﬁt⟧"),
    ("proﬁt", "⟦profit⟧"),
    ("guaranteed", "⟦guaran\u{AD}teed⟧ ⟦gu\u{200B}aranteed⟧"),
    ("guaranteed", "⟦ＧＵＡＲＡＮＴＥＥＤ⟧"),
    ("café", "⟦CAFE\u{301}⟧ cafe"),
    ("“best” clinic", "the ⟦\"best\" clinic⟧"),
    ("best – ever", "⟦best – ever⟧, best ever, ⟦best — ever⟧"),
    ("white paper", "⟦white paper⟧⁷"),
    ("10⁶", "⟦10⁶⟧ cells"),
    ("лечение", "⟦ЛЕЧЕНИЕ⟧"),
    ("naïve", "⟦NAÏVE⟧ naive"),
    ("straße", "⟦STRASSE⟧"),
    ("works", "worksworks ⟦works⟧"),
    ("a a", "⟦a a⟧ a"),
    ("50mg", "⟦50mg⟧ 50 mg"),
    ("works for everyone", "it works\nfor everyone"),
    ("cure", "se\n⟦cure⟧ ⟦cure⟧"),
    ("company", "company's"),
    ("company~", "⟦company's⟧ ⟦companies⟧"),
    ("and/or", "⟦and/or⟧ ⟦and / or⟧ and or"),
    ("q&a", "⟦Q&A⟧"),
    ("5*", "⟦5⟧ ⟦50⟧ ⟦5.5⟧ 15"),
  ]

  @Test("a phrase matches what its syntax says", arguments: cases)
  func phrase(phrase: String, marked: String) throws {
    // One leaf a line, save where the phrase is meant to run over a line break.
    let text = MarkedText(marked).text
    let screen = try Screen([[.phrase(phrase)]])
    var failures: [Screen.Failure] = []
    let stream = marked.contains("money\n") ? WordStream(text) : lines(text)
    let found = screen.matches(in: stream, failures: &failures)
    #expect(MarkedText.mark(text, nonOverlapping(found.map(\.span))) == marked, "\(phrase)")
  }

  /// Matches that do not start inside the one before.
  private func nonOverlapping(_ spans: [Span]) -> [Span] {
    var kept: [Span] = []
    for span in spans where span.start >= (kept.last?.end ?? 0) { kept.append(span) }
    return kept
  }

  @Test(
    "a phrase that means nothing is refused with the reason",
    arguments: [
      ("", "is empty; a phrase needs at least one word"),
      ("  ", "is empty; a phrase needs at least one word"),
      ("…!", "has only punctuation; a phrase needs at least one word or number"),
      ("* *", "has only '*'; a phrase needs at least one word beside it"),
      ("g*tee", "has '*' before other letters of a word; it may stand at the end of a word or alone"),
      ("*free", "has '*' before other letters of a word; it may stand at the end of a word or alone"),
      ("cu~re", "has '~' before other letters of a word; it belongs at the end of a word"),
      ("~cure", "has '~' that does not follow a word; it belongs at the end of a word"),
      ("cure ~", "has '~' that does not follow a word; it belongs at the end of a word"),
      ("cure~*", "has two signs after a word; use either '*' or '~'"),
      ("cure*~", "has '~' that does not follow a word; it belongs at the end of a word"),
      ("cure**", "has two signs after a word; use either '*' or '~'"),
      ("{a|b", "has '{' without '}'; alternatives are written {one|two}"),
      ("a|b}", "has '}' without '{'; alternatives are written {one|two}"),
      ("{a|{b|c}}", "has '{' inside '{…}'; alternatives cannot be nested"),
      ("{|!} ", "is empty in one of its alternatives; a phrase needs at least one word"),
      ("x{a|b|c|d|e|f|g|h} x{a|b|c|d|e|f|g|h} x{a|b|c|d|e}", "has more than 256 combinations of alternatives; split it into several phrases"),
    ])
  func refused(phrase: String, message: String) {
    #expect(throws: TriggerError(trigger: .phrase(phrase), message: message)) { try Screen([[.phrase(phrase)]]) }
  }

  @Test("of one set, a match inside another is dropped, and of equal ones the first trigger wins")
  func nested() throws {
    let screen = try Screen([
      [.phrase("guarantee*"), .phrase("money back guarantee"), .phrase("guaranteed")], [.phrase("guarantee")],
    ])
    let text = "money-back guarantee guaranteed"
    var failures: [Screen.Failure] = []
    let matches = screen.matches(in: WordStream(text), failures: &failures)
    #expect(
      matches == [
        .init(set: 0, trigger: 1, span: Span(0, 20)), .init(set: 1, trigger: 0, span: Span(11, 20)),
        .init(set: 0, trigger: 0, span: Span(21, 31)),
      ])
  }

  @Test("only matches that lie within the span are found")
  func within() throws {
    let screen = try Screen([[.phrase("cure now"), .pattern("cure")]])
    let text = "cure now cure now"
    var failures: [Screen.Failure] = []
    let stream = WordStream(text)
    #expect(screen.matches(in: stream, within: Span(5, 17), failures: &failures).map(\.span) == [Span(9, 17)])
    #expect(screen.matches(in: stream, within: Span(5, 13), failures: &failures).map(\.span) == [Span(9, 13)])
    #expect(screen.matches(in: stream, within: Span(5, 12), failures: &failures).isEmpty)
  }

  @Test("two thousand phrases are found in one pass")
  func many() throws {
    let triggers = (0..<2_000).map { Trigger.phrase("word\($0) of note*") }
    let screen = try Screen([triggers])
    let text = (0..<4_000).map { "word\($0) of noted things." }.joined(separator: " ")
    var failures: [Screen.Failure] = []
    let matches = screen.matches(in: WordStream(text), failures: &failures)
    #expect(matches.map(\.trigger) == Array(0..<2_000))
  }
}
