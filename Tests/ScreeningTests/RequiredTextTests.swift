@testable import Screening
import Testing

@Suite("What a pattern requires")
struct RequiredTextTests {
  @Test(
    "is read cautiously",
    arguments: [
      (#"\bguarant(?:ee|y)\b"#, ["guarant"]),
      (#"\b(?:carbon|climate)[- ]neutral\b"#, ["neutral"]),
      (#"(?:cures?|heals)\b"#, ["cure", "heals"]),
      (#"works?\s(?:for )?everyone"#, ["everyone"]),
      (#"(?-i:WHO)\b"#, ["who"]),
      (#"cura?ble"#, ["cur"]),
      (#"(?:cure){2}"#, ["cure"]),
      (#"(?=cure)heal"#, ["heal"]),
      (#"\x63ure"#, ["ure"]),
      (#"\p{L}cure"#, ["cure"]),
      (#"a(?#cure)healing"#, ["healing"]),
    ])
  func letters(pattern: String, expected: [String]) throws {
    let required = try #require(RequiredText(pattern: pattern))
    #expect(required.letters.map { String(decoding: $0, as: UTF8.self) } == expected)
    #expect(required.signs.isEmpty)
  }

  @Test("may be signs and digits", arguments: [(#"\d\s"#, "a 7 b٣ c½"), (#"[£$€] ?\w"#, "£ $ € ¥"), (#"(?:%|per)?!"#, "100% per!")])
  func signs(pattern: String, text: String) throws {
    let required = try #require(RequiredText(pattern: pattern))
    #expect(required.letters == [])
    var found: [String] = []
    let bytes = Array(text.utf8)
    required.signs.forEach(in: bytes) { found.append(String(decoding: bytes[$0..<$1], as: UTF8.self)) }
    #expect(found == [#"\d\s"#: ["7", "٣"], #"[£$€] ?\w"#: ["£", "$", "€"], #"(?:%|per)?!"#: ["!"]][pattern])
  }

  @Test(
    "is nothing where it cannot be known",
    arguments: [
      #"\w+"#, #"(?:cure|\w+)"#, #"(?:cure)?"#, #"(?x) c u r e"#, #"\Qcure\E"#, #"(cure)\g1"#, #"(?(1)cure|heal)"#, #"[a-z]+"#, #"[^x]"#, #"(?:heal){0,2}"#,
      #"ö"#, #"no"#, #"(?!cure)"#, #"(*UTF)cure"#, #"(?R)?cure"#, #"Ⓐ"#,
    ])
  func nothing(pattern: String) { #expect(RequiredText(pattern: pattern) == nil) }
}
