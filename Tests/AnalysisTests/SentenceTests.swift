import ContentModel
import Testing

@testable import Analysis

@Suite("Sentences")
struct SentenceTests {
  /// Texts in which `|` stands between sentences.
  static let cases: [String] = [
    "Hello World.|My name is Jonas.", "What is your name?|My name is Jonas.", "There it is!|I found it.",
    "My name is Jonas E. Smith.", "Please turn to p. 55.", "Were Jane and co. at the party?",
    "They closed the deal with Pitt, Briggs & Co. at noon.", "Let's ask Jane and co.|They should know.",
    "They closed the deal with Pitt, Briggs & Co.|It closed yesterday.", "I can see Mt. Fuji from here.",
    "St. Michael's Church is on 5th St. near the light.", "That is JFK Jr.'s book.", "I visited the U.S.A. last year.",
    "I live in the E.U.|How about you?", "I live in the U.S.|How about you?", "I work for the U.S. Government in Virginia.",
    "I have lived in the U.S. for 20 years.", "At 5 a.m. the bank was shut.|He left the bank at 6 P.M.|Mr. Smith then went to the store.",
    "She has $100.00 in her bag.", "She has $100.00.|It is in her bag.",
    "He teaches science (He previously worked for 5 years as an engineer.) at the local University.",
    "Her email is Jane.Doe@example.com.|I sent her an email.", "The site is: https://www.example.50.com/new-site/01.html.|Please check it out.",
    "She turned to him, 'This is great.' she said.", "She turned to him, \"This is great.\" she said.",
    "She turned to him, \"This is great.\"|She held the book out to show him.", "Hello!!|Long time no see.", "Hello??|Who is there?",
    "Hello!?|Is that you?", "Hello?!|Is that you?", "1. The first item|2. The second item", "1) The first item|2) The second item", "Our dose is 1.|Then take 2.|Later rest.",
    "It fell by 3 °C.|Then it rose.", "Fresh daily.|Order now.", "Use node.js and Lens.io now.", "it works.|it lasts.", "It is . . . new. . . .|We know.",
    "You can find it at N°. 1026.253.553.|That is where the treasure is.", "This is a sentence\ncut off in the middle because pdf.",
    "It was a cold \nnight in the city.", "The results (Smith et al. 2020) were clear.", "Smith et al. showed a gain.|Others did not.",
    "As shown by Smith et al.|The trial ended early.", "Pain fell by 48.9% vs. placebo.", "It takes approx. 30 minutes.|Then rest.",
    "Use fruit, e.g. apples, i.e. whole ones.", "Dr. Jones and Prof. Hill agree.", "See Fig. 2 and Tab. 3 for details.|Fig. 3 is new.",
    "No. 1 in Europe.|Number two follows.", "Is it safe?|No.|We never said so.", "J. K. Smith wrote it.|A. B. Jones did not.",
    "Version 2.0.1 is out.|Get it now.", "The DOI is 10.1016/j.jcyt.2016.01.004.|It resolves.", "Nat Commun. 15:2201 has it.",
    "J Clin Oncol. 2020;38(4):1–9.", "We saw gains of 30%.¹ Works for all.".replacing("¹ ", "¹|"), "It works.* See below.".replacing("* ", "*|"),
    "It works.[3] We know.".replacing("] ", "]|"), "Pain improved (Smith 2020).|Sleep did too.", "Pain improved. (Smith 2020)|Sleep did too.",
    "Pain improved. (Smith et al. 2020; Jones 2021)|Sleep did too.", "Pain improved. [3, 4]|Sleep did too.", "It works.|(Results vary.)|Buy now.",
    "iPhone users agree.|iPhones are phones.", "The pH matters.|pH is 5.", "“It works!” she said.|We agree.", "“It works!”|She smiled.",
    "\"Goodbye, 92 pounds!|I did not change a thing.\" – Tina", "The highlight: it works.", "It works; it lasts.|Try it.",
    "Wait … there is more.|Buy now.", "Wait…|There is more.", "And so on...|Then it ended.", "Take vitamin C.|It helps.", "Hepatitis B.|The vaccine works.",
    "Buy apples, pears, etc.|We deliver.", "Acme Inc. makes it.|Acme Inc.|We make it.", "It costs 30.|We ship.", "In 2020.|The end.",
    "A stroke is not the end.\n\nCall us", "Warning", "Key benefits:", "More Strength.|More Sensation.|Greater Control, and a Higher Quality of Life.",
    "We cannot guarantee recovery.|But we have yet to see a patient who did not benefit.", "Open 9 a.m. to 5 p.m. daily.|Closed on Sundays.",
    "Yes!|You can.|Today.", "The study (n = 9) ended.|No serious adverse events occurred.", "It was 3.5 cm long.|Ten were.",
    "Ask Ph.D. students.|They know.", "„Es wirkt!“ sagte sie.|Wir wissen es.", "Ça marche ?|Oui !", "効果があります。|痛みは消えました。",
    "See Sec. 4 of the Act.|It applies.", "Founded in Jan. 2019.|Grown since.", "Best before: see lid.|Keep dry.", "Really?!|Yes.",
    "Do you feel tired?|You may need it.", "We treat (1) pain, (2) stress.|Call us.", "Shang Z et al. (2022), BMC Medicine.", "He said no.|I. Newton said yes.",
    "The dose is 5 mg.|Take it.", "This is type A.|The other is B.", "Please visit example.com.|Thanks.",
  ]

  @Test("a text is cut where its sentences end", arguments: cases)
  func segmentation(marked: String) {
    let parts = marked.split(separator: "|").map(String.init)
    // Sentences stand together with a space between, save after an ideographic stop.
    let text = marked.replacing("。|", with: "。").replacing("|", with: " ")
    let analysis = AnalysedText.leaf(text)
    let found = analysis.sentences.map { analysis.document.text($0.span) }
    #expect(found == parts.flatMap { $0.components(between: "\n\n") })
  }

  @Test("a leaf's end ends a sentence, and offsets find theirs")
  func leaves() {
    let analysis = AnalysedText.analysis("Heading\nFirst one. Second one\n  \nLast")
    #expect(analysis.sentences.map(\.span) == [Span(0, 7), Span(8, 18), Span(19, 29), Span(33, 37)])
    #expect(analysis.sentences.map(\.block) == [0, 1, 1, 3])
    #expect(analysis.sentenceIndex(at: 0) == 0)
    #expect(analysis.sentenceIndex(at: 18) == nil)
    #expect(analysis.sentenceIndex(at: 19) == 2)
    #expect(analysis.sentenceIndex(at: 36) == 3)
    #expect(analysis.sentenceIndex(at: 37) == nil)
  }

  @Test("any bytes can be cut, in linear time")
  func hostile() {
    var state: UInt32 = 3
    let alphabet = Array(". ?!()[]\"'“”¹*AaB2 \n…。\u{301}".utf8) + [0xFF, 0xC2]
    let bytes: [UInt8] = (0..<200_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return alphabet[Int(state >> 16) % alphabet.count]
    }
    let analysis = AnalysedText.analysis(bytes, [Block(kind: .paragraph, span: Span(0, bytes.count))])
    var last = 0
    for sentence in analysis.sentences {
      #expect(sentence.span.start >= last && sentence.span.end <= bytes.count)
      last = sentence.span.end
    }
    for run in ["(", "[1", "“", ". ", "a.", "1:", "10.1/"] {
      let long = AnalysedText.leaf(String(repeating: run, count: 30_000))
      _ = long.sentences
      _ = long.quotations
    }
  }
}

extension String {
  /// The parts between a separator.
  func components(between separator: String) -> [String] {
    var parts: [String] = [""]
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      parts[parts.count - 1] += rest[..<range.lowerBound]
      parts.append("")
      rest = rest[range.upperBound...]
    }
    parts[parts.count - 1] += rest
    return parts
  }

  func replacing(_ text: String, _ with: String) -> String { replacing(text, with: with) }
}
