import Fingerprints
import Testing

@Suite("Fingerprints and white space")
struct FingerprintWhiteSpaceTests {
  @Test("stay when text is wrapped anew, and change with a word or a rule")
  func wrapping() {
    let one = Fingerprint.of("a/b", words: "walk again within a week")
    #expect(Fingerprint.of("a/b", words: "walk  again\nwithin\ta week ") == one)
    #expect(Fingerprint.of("a/b", words: "walk again within one week") != one)
    #expect(Fingerprint.of("a/c", words: "walk again within a week") != one)
  }
}
