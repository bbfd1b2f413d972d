import ContentModel
import Testing

@testable import Analysis

@Suite("Assertion context")
struct ContextTests {
  static let names: [(Character, AssertionContext)] = [
    ("n", .negated), ("h", .hypothetical), ("q", .quoted), ("d", .distanced), ("?", .questioned), ("r", .inReference), ("p", .historical), ("x", .other),
  ]

  /// Sentences with the span in question marked, and the letters of the flags that it has.
  static let cases: [(String, String)] = [
    // Asserted.
    ("We ⟦guarantee⟧ that you will walk again.", ""), ("The cream ⟦cures⟧ eczema.", ""), ("You can ⟦heal⟧ at home.", ""),
    ("It works and it ⟦heals⟧.", ""), ("Our patients ⟦recover⟧ fully.", ""),
    // Negation before.
    ("No result can be ⟦guaranteed⟧.", "n"), ("Results cannot be ⟦guaranteed⟧.", "n"), ("We can't ⟦guarantee⟧ results.", "n"),
    ("No ⟦cure⟧ exists.", "n"), ("There is no known ⟦cure⟧.", "n"), ("Nothing is ⟦guaranteed⟧.", "n"), ("Neither is ⟦best⟧.", "n"),
    ("It does not ⟦treat⟧ disease.", "n"), ("This is not intended to diagnose, treat, ⟦cure⟧, or prevent any disease.", "n"),
    ("This product is not intended to diagnose, treat, cure, or ⟦prevent⟧ any disease.", "n"), ("It has not been ⟦proven⟧.", "n"),
    ("We do not promise a ⟦cure⟧.", "n"), ("It never ⟦fails⟧.", "n"), ("Nobody can ⟦promise⟧ that.", "n"), ("No one ⟦guarantees⟧ it.", "n"),
    ("We won’t ⟦promise⟧ miracles.", "n"), ("It isn't a ⟦cure⟧.", "n"), ("It is hardly a ⟦cure⟧.", "n"), ("It fails to ⟦heal⟧.", "n"),
    ("We are unable to ⟦guarantee⟧ delivery.", "n"), ("It is far from ⟦proven⟧.", "n"), ("Without a ⟦guarantee⟧ we sell.", "n"),
    ("It has no ⟦cure⟧.", "n"), ("It has not yet been ⟦proven⟧ in trials.", "n"), ("We do not offer cures, miracles or ⟦guarantees⟧.", "n"),
    ("No cures, miracles or ⟦guarantees⟧ here.", "n"), ("We do not, however, ⟦guarantee⟧ this.", "n"), ("It is non-⟦toxic⟧.", "n"),
    ("It never has and never will ⟦cure⟧.", "n"), ("We cannot and do not ⟦guarantee⟧ results.", "n"), ("Not a single patient was ⟦cured⟧.", "n"),
    ("There is insufficient evidence that it ⟦works⟧.", "n"), ("Few doctors and no study ⟦recommend⟧ it.", "n"),
    ("No treatment can ⟦cure⟧ it.", "n"), ("We refuse to ⟦promise⟧ it.", "n"), ("It doesnt ⟦work⟧.", "n"),
    // Negation after.
    ("A ⟦cure⟧ has not been found.", "n"), ("⟦Recovery⟧ cannot be guaranteed.", "n"), ("⟦Results⟧ are not guaranteed.", "n"),
    ("A ⟦cure⟧ does not exist.", "n"), ("The ⟦benefit⟧ is unproven.", "n"), ("⟦Improvement⟧ was not observed.", "n"),
    ("⟦Efficacy⟧ has yet to be shown.", "n"), ("A ⟦guarantee⟧ is not given.", "n"), ("The ⟦effect⟧ remains unproven.", "n"),
    // Not in scope.
    ("We cannot promise it, but it ⟦works⟧.", ""), ("It is not a drug; it ⟦cures⟧ pain.", ""), ("Not cheap, but ⟦guaranteed⟧.", ""),
    ("No side effects, ⟦works⟧ every time.", ""), ("Without surgery you ⟦heal⟧ fast.", ""), ("No pain – ⟦guaranteed⟧.", ""),
    ("It does not hurt because it ⟦heals⟧.", ""), ("It is not a pill, it ⟦cures⟧.", ""), ("Although not new, it ⟦cures⟧.", ""),
    ("With no downtime and ⟦guaranteed⟧ results.", ""), ("We do not sell drugs and we ⟦guarantee⟧ results.", ""),
    ("It ⟦heals⟧ without drugs.", ""), ("It ⟦works⟧, not like the others.", ""), ("We cannot guarantee X. But it never ⟦fails⟧.", "n"),
    ("We cannot guarantee X. But it ⟦works⟧.", ""), ("No drugs. It ⟦cures⟧.", ""), ("It ⟦cures⟧ but does not harm.", ""),
    // Pseudo-negation.
    ("It not only ⟦heals⟧ but restores.", ""), ("Not only does it ⟦heal⟧, it lasts.", ""), ("There is no doubt that it ⟦works⟧.", ""),
    ("It ⟦works⟧ without fail.", ""), ("Without fail it ⟦cures⟧.", ""), ("It is not just ⟦effective⟧.", ""), ("No wonder it ⟦works⟧.", ""),
    ("Nothing but ⟦relief⟧.", ""), ("No less than 90% ⟦recover⟧.", ""), ("Don't miss our ⟦guaranteed⟧ cure.", ""),
    ("It never fails to ⟦impress⟧.", ""), ("Healing has never been ⟦easier⟧.", ""), ("Our No. 1 ⟦cure⟧.", ""), ("Don't wait to be ⟦cured⟧.", ""),
    ("Whether or not you ⟦heal⟧ fast", "h"), ("We do not hesitate to ⟦guarantee⟧ it.", ""), ("No matter what, it ⟦works⟧.", ""),
    ("It ⟦cures⟧ without question.", ""), ("Nothing works better: a true ⟦cure⟧.", ""),
    // Hypothetical.
    ("If it ⟦works⟧, tell us.", "h"), ("If you have pain, our cream ⟦cures⟧ it.", ""), ("It may ⟦cure⟧ pain.", "h"), ("It might ⟦help⟧.", "h"),
    ("It could ⟦reverse⟧ damage.", "h"), ("It aims to ⟦cure⟧ pain.", "h"), ("We ask whether it ⟦cures⟧.", "hd"),
    ("Unless it ⟦works⟧, pay nothing.", "h"), ("It can ⟦cure⟧ pain.", ""), ("In May it ⟦cured⟧ ten.", ""), ("May 2024: it ⟦cures⟧.", ""),
    ("A ⟦cure⟧ is being studied.", "h"), ("It is being studied for the ⟦treatment⟧ of pain.", "h"), ("We hope to ⟦cure⟧ it.", "h"),
    ("It has the potential to ⟦restore⟧ function.", "h"), ("It may help, but it ⟦works⟧.", ""), ("The trial studies whether cells ⟦improve⟧ gait.", "h"),
    ("The primary endpoint was ⟦improvement⟧ of pain.", "h"), ("A trial to assess whether it ⟦heals⟧.", "h"), ("⟦Efficacy⟧ is under investigation.", "h"),
    ("It seems to ⟦work⟧.", "h"), ("Possibly it ⟦heals⟧.", "h"), ("It ⟦works⟧ if taken daily.", ""), ("The ⟦benefit⟧ remains to be proven.", "h"),
    ("It may not ⟦work⟧.", "nh"),
    // Quoted.
    ("He said “we ⟦guarantee⟧ it”.", "q"), ("He said \"we ⟦guarantee⟧ it\".", "q"), ("The word 'guaranteed' is ⟦banned⟧.", ""),
    ("A 'cure' or a ‘⟦miracle⟧’ sells.", "q"), ("The patients' ⟦cure⟧ and the doctors' joy.", ""), ("It's a ⟦cure⟧, that's sure.", ""),
    ("«On ⟦guarantee⟧ tout»", "q"), ("„Wir ⟦garantieren⟧ es“, sagt er.", "q"), ("“First” it ⟦cures⟧ “last”.", ""), ("A 5\" ⟦cure⟧ 6\" long.", ""),
    ("“I was ⟦cured⟧ and told everyone", "q"), ("They call it “⟦safe⟧”.", "q"), ("He 'always ⟦cures⟧' us.", "q"), ("Don't ⟦guarantee⟧ 'em.", "n"),
    // Distanced.
    ("Adverts may promise a ⟦cure⟧.", "d"), ("Beware of anyone who promises a ⟦cure⟧.", "d"), ("Claims that it ⟦cures⟧ are false.", "nd"),
    ("⟦Miracle⟧ is a word we avoid.", "d"), ("The so-called ⟦cure⟧ costs more.", "d"), ("If someone tells you it is ⟦guaranteed⟧, leave.", "hd"),
    ("Some clinics promise a ⟦cure⟧.", "d"), ("The regulator warned against ⟦guaranteed⟧ returns.", "d"), ("It is a myth that it ⟦works⟧.", "d"),
    ("Be wary of ⟦guaranteed⟧ results.", "d"), ("The idea that it ⟦cures⟧ is wrong.", "d"), ("An alleged ⟦cure⟧ was sold.", "d"),
    ("We promise a ⟦cure⟧.", ""), ("Our clinic ⟦guarantees⟧ it.", ""), ("Avoid words like ⟦guaranteed⟧.", "d"),
    ("That it ⟦cures⟧ has been debunked.", "nd"), ("The seller claims to ⟦cure⟧ pain.", "d"),
    // Questioned, historical.
    ("Is it ⟦guaranteed⟧?", "?"), ("Does it ⟦work⟧? Yes.", "?"), ("Does it work? It ⟦works⟧.", ""), ("Can it ⟦cure⟧ me?!", "?"),
    ("“Does it ⟦work⟧?” asked he.", "q?"), ("Leeches used to ⟦cure⟧ all.", "p"), ("It was once thought to ⟦heal⟧.", "hp"),
    ("In the past it ⟦cured⟧.", "p"),
    // Somebody else.
    ("Other clinics ⟦guarantee⟧ success.", "x"), ("Unlike other brands, ours ⟦heals⟧.", ""), ("Our competitors' balm ⟦heals⟧.", "x"),
    ("Her sister was ⟦cured⟧.", "x"), ("My father takes it, and it ⟦works⟧.", ""),
    // The verb of the main clause ends what a relative clause denies; a colon what a clause denies.
    ("Patients who did not respond to pills were ⟦cured⟧.", ""), ("It can't be beaten: ⟦guaranteed⟧.", ""), ("Should it ⟦fail⟧, tell us.", "h"),
  ]

  @Test("the words around a span tell whether it is asserted", arguments: cases)
  func context(marked: String, flags: String) {
    let (text, span) = AnalysedText.unmarked(marked)
    let context = AnalysedText.leaf(text).context(of: span)
    let expected = flags.reduce(into: AssertionContext()) { set, letter in
      if let flag = Self.names.first(where: { $0.0 == letter })?.1 { set.insert(flag) }
    }
    #expect(letters(context) == letters(expected))
  }

  private func letters(_ context: AssertionContext) -> String {
    String(Self.names.filter { context.contains($0.1) }.map(\.0))
  }

  @Test("block quotations and reference entries flag what is in them")
  func blocks() {
    let analysis = AnalysedText.analysis("It cures\nIt cures\nIt cures", kinds: [1: .quotation, 2: .referenceEntry])
    #expect(analysis.context(of: Span(3, 8)) == [])
    #expect(analysis.context(of: Span(12, 17)) == .quoted)
    #expect(analysis.context(of: Span(21, 26)) == .inReference)
  }

  @Test("a lead-in with a colon bears on the items of its list")
  func leadIn() {
    let text = "Beware of clinics that:\ncure all\nIt cures"
    let bytes = Array(text.utf8)
    let analysis = AnalysedText.analysis(
      bytes,
      [
        Block(kind: .paragraph, span: Span(0, 23)), Block(kind: .list, span: Span(24, 32)),
        Block(kind: .item, span: Span(24, 32), parent: 1), Block(kind: .paragraph, span: Span(33, 41)),
      ])
    #expect(analysis.context(of: Span(24, 28)) == .distanced)
    #expect(analysis.context(of: Span(36, 41)) == [])
  }

  @Test("the words that caused a flag are given")
  func words() {
    let (text, span) = AnalysedText.unmarked("Results cannot be ⟦guaranteed⟧, can they?")
    let analysis = AnalysedText.leaf(text)
    #expect(analysis.contextWords(of: span, .negated).map(analysis.document.text) == "cannot")
    #expect(analysis.contextWords(of: span, .questioned).map(analysis.document.text) == "?")
    #expect(analysis.contextWords(of: span, .quoted) == nil)
  }
}
