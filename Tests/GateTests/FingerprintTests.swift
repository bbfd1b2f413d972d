import Fingerprints
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  /// Random, the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let words = "We guarantee that — “by the 3rd week” — you’ll walk again; 98 % of 1,204 people did…"
  private static let letters: [Unicode.Scalar] = ["a", "Z", "é", "7", ".", "’", "–", "\u{301}", "\u{200B}", "\u{AD}", "日", "😀"]
  private static let spaces: [Unicode.Scalar] = [" ", "\n", "\t", "\r", "\u{A0}", "\u{2009}", "\u{2028}"]

  @Test("survive every change of white space between words")
  func wrapping() {
    var dice = Dice(state: 7)
    let original = Fingerprint.of("p/r", words: Self.words)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for scalar in Self.words.unicodeScalars {
        if scalar == " " {
          for _ in 0..<Int.random(in: 1...3, using: &dice) { text.append(Self.spaces.randomElement(using: &dice)!) }
        } else {
          text.append(scalar)
        }
      }
      #expect(Fingerprint.of("p/r", words: " \(String(text))\n") == original)
    }
  }

  @Test("change with any edit of the words")
  func edits() {
    var dice = Dice(state: 11)
    let original = Fingerprint.of("p/r", words: Self.words)
    let scalars = Array(Self.words.unicodeScalars)
    let words = scalars.split(whereSeparator: \.properties.isWhitespace).map { Array($0) }
    var unchanged = 0
    for _ in 0..<2000 {
      var text = scalars
      let place = Int.random(in: 0..<text.count, using: &dice)
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: text.insert(Self.letters.randomElement(using: &dice)!, at: place)
      case 1: text.remove(at: place)
      case 2: text[place] = Self.letters.randomElement(using: &dice)!
      default: text.insert(" ", at: place)
      }
      var edited = String.UnicodeScalarView()
      edited.append(contentsOf: text)
      let isSame = String(edited).unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { Array($0) } == words
      if isSame { unchanged += 1 }
      #expect((Fingerprint.of("p/r", words: String(edited)) == original) == isSame)
    }
    #expect(unchanged > 50 && unchanged < 1000)
  }

  @Test("differ from rule to rule, and do not mix rule and words")
  func subjects() {
    #expect(Fingerprint.of("p/r", words: "a") != Fingerprint.of("p/s", words: "a"))
    #expect(Fingerprint.of("p", words: "/r a") != Fingerprint.of("p/r", words: "a"))
    #expect(Fingerprint.of("health/guaranteed-outcome", words: "we  guarantee").count == 32)
  }
}
