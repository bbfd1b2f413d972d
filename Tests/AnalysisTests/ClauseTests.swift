import ContentModel
import Testing

@testable import Analysis

@Suite("Clauses")
struct ClauseTests {
  @Test(
    "a clause ends at signs and at words that open another",
    arguments: [
      ("We deliver on time, but we cannot ⟦guarantee⟧ the hour.", "we cannot guarantee the hour"),
      ("It ⟦heals⟧ eczema; it is green.", "It heals eczema"),
      ("Perfectly ⟦safe⟧, because you only smell it.", "Perfectly safe"),
      ("If you see no improvement, we ⟦refund⟧ the cost.", "we refund the cost"),
      ("When the wound closes, swelling ⟦ends⟧.", "swelling ends"),
      ("Removes melasma and ⟦kills⟧ the bacteria that cause acne.", "Removes melasma and kills the bacteria that cause acne"),
      ("The tea (it ⟦cures⟧ colds) is sweet.", "it cures colds"),
      ("We know that you ⟦recover⟧ fast.", "you recover fast"),
      ("It helps eczema, acne and ⟦psoriasis⟧.", "It helps eczema, acne and psoriasis"),
      ("Ozone sauna – ⟦end⟧ your gout in a week.", "end your gout in a week"),
      ("The seller, who ⟦promised⟧ a cure, has left.", "promised a cure"),
    ])
  func clause(marked: String, expected: String) {
    let (text, span) = AnalysedText.unmarked(marked)
    let analysis = AnalysedText.leaf(text)
    #expect(analysis.document.text(analysis.clause(around: span)) == expected)
  }

  /// Sentences with the trigger marked, what it governs first of all, and what else.
  static let governments: [(String, String?, [String])] = [
    ("We ⟦guarantee⟧ delivery within a week.", "delivery within a week", []),
    ("We ⟦guarantee⟧ that you will walk again.", "that you will walk again", []),
    ("A ⟦guaranteed⟧ return to health.", "return to health", []),
    ("Delivery is ⟦guaranteed⟧ by law.", "Delivery", ["by law"]),
    ("It will always be fully ⟦guaranteed⟧ to work.", "It", ["to work"]),
    ("It's ⟦guaranteed⟧ to work.", "It's", ["to work"]),
    ("Freshness ⟦guaranteed⟧ by a sealed bag.", "Freshness", ["by a sealed bag"]),
    ("Your flat stomach, ⟦guaranteed⟧.", "Your flat stomach", []),
    ("No pain – ⟦guaranteed⟧!", "No pain", []),
    ("If a plate leaks, we replace it. ⟦Guaranteed⟧.", "If a plate leaks, we replace it.", []),
    ("⟦Guaranteed⟧: no more headaches.", "no more headaches", []),
    ("That is our money-back ⟦guarantee⟧.", nil, ["money-back", "That"]),
    ("⟦Guaranteed⟧ gluten free.", "gluten free", []),
    ("We ⟦guarantee⟧ the date but not the result.", "the date", []),
  ]

  @Test("a trigger governs what follows it, its subject, or what stands before it", arguments: governments)
  func government(marked: String, object: String?, others: [String]) {
    let (text, span) = AnalysedText.unmarked(marked)
    let analysis = AnalysedText.leaf(text)
    let found = analysis.government(of: span)
    #expect(found.object.map(analysis.document.text) == object)
    #expect(found.others.map(analysis.document.text) == others)
  }

  @Test("a sentence without end costs no more than a short one, and cuts at the reach")
  func reach() {
    let text = String(repeating: "pear ", count: 20_000) + "guaranteed"
    let analysis = AnalysedText.leaf(text)
    let span = Span(text.utf8.count - 10, text.utf8.count)
    #expect(analysis.clause(around: span).count == 60 * 5 + 10)
  }
}
