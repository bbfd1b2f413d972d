import ContentModel
import Testing

@testable import Analysis

@Suite("Assertions")
struct AssertionTests {
  /// A sentence and the claims it makes, as `kind/strength` in the order efficacy, safety, establishment.
  static let cases: [(String, String)] = [
    ("STEM Cell Therapy leads to improvement of at least one ASIA grade.", "efficacy/causal"),
    ("The cream reduces redness.", "efficacy/plain"), ("Pain is relieved within days.", "efficacy/plain"),
    ("Autologous expanded stem cells can sustainably regenerate the spinal cord.", "efficacy/causal"),
    ("This form of therapy clearly activates spinal cord repair.", "efficacy/causal"), ("Movement returns.", "efficacy/plain"),
    ("The strength in arms and legs begins to return.", "efficacy/plain"), ("It makes you thin.", "efficacy/causal"),
    ("Our treatment works for everyone.", "efficacy/absolute"), ("It always heals the skin.", "efficacy/absolute"),
    ("It may reduce pain.", "efficacy/hedged"), ("Cells have the potential to restore function.", "efficacy/hedged"),
    ("Several participants demonstrated neurological improvements.", "efficacy/hedged"), ("Touch, temperature, and pain perception improve.", "efficacy/plain"),
    ("patients receiving their own cells demonstrated:", "efficacy/plain"), ("This leads to clear neurological improvements:", "efficacy/causal"),
    ("It reversed her diabetes.", "efficacy/causal"), ("Wrinkles disappear.", "efficacy/plain"), ("More energy, less pain.", "efficacy/plain"),
    ("You will sleep better and feel better.", "efficacy/plain"), ("Patients regain speech.", "efficacy/plain"), ("It boosts immunity.", "efficacy/plain"),
    ("Removes melasma and kills the bacteria that cause acne.", "efficacy/plain"), ("Lose weight fast.", "efficacy/plain"), ("Cures cancer.", "efficacy/causal"),
    ("Seven of ten patients improved.", "efficacy/plain"), ("The effective way to calm anxiety", "efficacy/plain"), ("Hair grows back.", "efficacy/plain"),
    ("Exosomes regrow brain tissue after a stroke.", "efficacy/plain"), ("Completely eliminates back pain.", "efficacy/absolute"),
    ("It increases mobility and strength.", "efficacy/plain"), ("Say goodbye to migraines.", "efficacy/plain"), ("Every patient responded well.", "efficacy/absolute"),
    ("The drug slows the disease.", "efficacy/plain"), ("Our blend resolves tendinitis.", "efficacy/plain"), ("It protects the kidneys.", "efficacy/plain"),
    ("Phytelle firms your face.", "efficacy/plain"), ("Freedom from rheumatoid swelling", "efficacy/plain"), ("No more bloating", "efficacy/plain"),
    ("The answer to neonatal sepsis", "efficacy/plain"), ("It extends your life.", "efficacy/plain"), ("The pain is gone.", "efficacy/plain"),
    ("Blindness is curable.", "efficacy/plain"), ("Say hello to thinner thighs.", "efficacy/plain"),
    // Safety.
    ("The treatment is safe.", "safety/plain"), ("Treatment was well tolerated, with no serious adverse events.", "safety/plain"),
    ("No side effects.", "safety/plain"), ("Completely safe for children.", "safety/absolute"), ("The study showed feasibility and safety.", "safety/plain"),
    ("The procedure was feasible and safe.", "safety/plain"), ("A harmless, painless procedure", "safety/plain"), ("Risk-free and gentle", "safety/plain"),
    ("Safe and effective.", "efficacy/plain safety/plain"),
    // Establishment.
    ("It is clinically proven.", "establishment/plain"), ("Studies consistently show a clear benefit.", "efficacy/absolute establishment/absolute"),
    ("This confirms:", "efficacy/causal establishment/causal"), ("The science is settled.", "establishment/plain"), ("Research confirms that it is so.", "establishment/causal"),
    ("Doctors agree.", "establishment/plain"), ("Scientifically tested formula", "establishment/plain"), ("The trend is unmistakable:", "establishment/absolute"),
    // None.
    ("We do not promise a cure.", ""), ("It does not reduce pain.", ""), ("Does it heal?", ""), ("Beware of clinics that promise recovery.", ""),
    ("The trial aims to improve gait.", ""), ("To assess whether it improves sleep, we enrolled ten.", ""), ("The primary endpoint was improvement of pain.", ""),
    ("If it heals, tell us.", ""), ("It is not safe.", ""), ("It has not been clinically proven.", ""), ("Key features:", ""), ("Parking is free.", ""),
    ("We are open on weekdays.", ""), ("The jar holds 50 ml.", ""), ("Our doctors speak four languages.", ""), ("No improvement was seen.", ""),
    ("Keep the lid closed so that the crystals stay dry.", ""), ("This product is not intended to diagnose, treat, cure, or prevent any disease.", ""),
    ("We restore old furniture.", ""), ("Improve your booking with our app.", ""), ("The shop opens at nine.", ""), ("The price drops tomorrow.", ""),
    ("Talk to your doctor about pain.", ""), ("You can pay by card.", ""),
  ]

  @Test("a sentence makes the claims it makes", arguments: cases)
  func assertions(text: String, expected: String) {
    let found = AnalysedText.leaf(text).assertions(inSentence: 0).filter { [.efficacy, .safety, .establishment].contains($0.kind) }
    #expect(found.map { "\($0.kind)/\($0.strength)" }.joined(separator: " ") == expected)
  }

  /// A sentence and the claims of the other kinds that it makes.
  static let otherKinds: [(String, String)] = [
    ("Our cream stimulates collagen.", "mechanism/causal"), ("It targets the root cause.", "mechanism/causal"), ("Zinc inhibits the enzyme.", "mechanism/plain"),
    ("It penetrates deep into the skin.", "mechanism/plain"), ("We stimulate debate.", ""),
    ("Cures cancer.", "cure/causal"), ("Migraine gone for good.", "cure/absolute"), ("It may cure acne.", "cure/hedged"), ("It does not cure acne.", ""),
    ("It eradicates psoriasis.", "cure/plain"), ("A permanent solution to back pain", "cure/absolute"),
    ("It outperforms other serums.", "comparison/plain"), ("Better than any other clinic", "comparison/plain"), ("The leading clinic in town", "comparison/plain"),
    ("Three times stronger than aspirin", "comparison/plain"), ("We feel better.", ""), ("Is it better than soap?", ""),
    ("I lost ten kilos with it.", "testimonial/plain"), ("It changed my life.", "testimonial/plain"), ("Our clients swear by it.", "testimonial/plain"),
    ("The device is FDA-cleared.", "status/plain"), ("An award-winning clinic", "status/plain"), ("It is not approved as a drug.", ""),
    ("The first visit is free of charge.", "price/plain"), ("Half price today", "price/plain"), ("No hidden fees.", "price/plain"), ("Feel free to call.", ""),
    ("Guaranteed returns of 8% a year", "returns/absolute"), ("Earn a passive income.", "returns/plain"), ("It pays for itself.", "returns/plain"),
    ("Returns are not guaranteed.", ""), ("Our bottles are carbon neutral.", "environmental/plain"), ("A biodegradable sponge", "environmental/plain"),
    ("The green line stops here.", ""), ("We opened in May.", ""),
  ]

  @Test("mechanism, cure, comparison, testimonial, status, price, returns and environment are told apart", arguments: otherKinds)
  func kinds(text: String, expected: String) {
    let found = AnalysedText.leaf(text).assertions(inSentence: 0).filter { ![.efficacy, .safety, .establishment].contains($0.kind) }
    #expect(found.map { "\($0.kind)/\($0.strength)" }.joined(separator: " ") == expected)
  }

  @Test("what could claim and does not is told with the words that say so")
  func readClaims() {
    let analysis = AnalysedText.leaf("Our balm does not cure acne.")
    let claims = analysis.readClaims(inSentence: 0)
    #expect(claims.map(\.kind) == [.efficacy, .cure])
    #expect(claims.allSatisfy { !$0.isAsserted && $0.strength == nil })
    #expect(claims[1].contexts.map { analysis.document.text($0.span) } == ["not"])
    #expect(claims[1].subject.map(analysis.document.text) == "Our balm")
  }

  @Test("the span is that of the words that make the claim")
  func spans() {
    let analysis = AnalysedText.leaf("Our cream gently reduces the redness of skin and is safe to use.")
    let found = analysis.assertions(inSentence: 0)
    #expect(found.map { analysis.document.text($0.span) } == ["reduces the redness", "safe"])
    #expect(analysis.assertions(inSentence: 7) == [])
  }
}
