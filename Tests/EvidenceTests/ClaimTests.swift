import ContentModel
import Screening
import Testing

@testable import Analysis

@Suite("Approved claims in a text")
struct ClaimTests {
  static let library = ClaimLibrary([
    ApprovedClaim(id: "sleep", wording: "Marlow Drops may help adults fall asleep sooner when taken an hour before bed."),
    ApprovedClaim(id: "pain", wording: "In a trial of 240 adults, 38% had less back pain after 12 weeks.", language: "en"),
    ApprovedClaim(id: "kent", wording: "Grown in Kent", note: "Food supplements do not replace a varied diet."),
    ApprovedClaim(id: "pair", wording: "Taken daily. Tested for purity in every batch."),
    ApprovedClaim(id: "umlaut", wording: "Für Erwachsene ab 18 Jahren geeignet", language: "de"),
  ])

  /// `id exact|near “words” differences`
  static func found(_ text: String, language: String? = nil) -> [String] {
    let lines = text.split(separator: "\n")
    var spans: [Span] = []
    var at = 0
    for line in lines {
      spans.append(Span(at, at + line.utf8.count))
      at += line.utf8.count + 1
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return library.matches(
      in: WordStream(bytes, leaves: spans), text: { String(decoding: bytes[$0.utf8Offsets], as: UTF8.self) }, language: language
    ).map {
      "\($0.claim.id) \($0.isExact ? "exact" : "near") “\(String(decoding: bytes[$0.span.utf8Offsets], as: UTF8.self))”\($0.differences.isEmpty ? "" : " ")\($0.differences.joined(separator: ", "))\($0.hasNote ? "" : " without note")"
    }
  }

  static let whole = "Marlow Drops may help adults fall asleep sooner when taken an hour before bed"

  @Test(
    "are found in their own words and in others",
    arguments: [
      // Exact, however it is set
      (whole + ".", ["sleep exact “\(whole)”"]),
      (whole.uppercased(), ["sleep exact “\(whole.uppercased())”"]),
      ("New: \(whole)!", ["sleep exact “\(whole)”"]),
      ("Marlow\u{A0}Drops may help adults fall asleep sooner, when taken an hour before bed", ["sleep exact “Marlow\u{A0}Drops may help adults fall asleep sooner, when taken an hour before bed”"]),
      ("In a trial of 240 adults, 38 % had less back pain after 12 weeks.", ["pain exact “In a trial of 240 adults, 38 % had less back pain after 12 weeks”"]),
      ("In a trial of 240 adults 38% had less back-pain after 12 weeks", ["pain exact “In a trial of 240 adults 38% had less back-pain after 12 weeks”"]),
      ("Taken daily. Tested for purity in every batch.", ["pair exact “Taken daily. Tested for purity in every batch”"]),
      ("\(whole). \(whole).", ["sleep exact “\(whole)”", "sleep exact “\(whole)”"]),
      ("Grown in Kent", ["kent exact “Grown in Kent” without note"]),
      ("Grown in Kent\nFood supplements do not replace a varied diet", ["kent exact “Grown in Kent”"]),
      ("Grown in Kent\nfood supplements do not REPLACE a varied diet!", ["kent exact “Grown in Kent”"]),
      ("Grown in Kent\nFood supplements do not replace a diet", ["kent exact “Grown in Kent” without note"]),
      ("Für Erwachsene ab 18 Jahren geeignet", ["umlaut exact “Für Erwachsene ab 18 Jahren geeignet”"]),
      // Near, with the words that differ
      ("Marlow Drops help adults fall asleep sooner when taken an hour before bed", ["sleep near “Marlow Drops help adults fall asleep sooner when taken an hour before bed” “may” left out"]),
      ("Marlow Drops will help adults fall asleep sooner when taken an hour before bed", ["sleep near “Marlow Drops will help adults fall asleep sooner when taken an hour before bed” “will” for “may”"]),
      ("Marlow Drops may help adults fall asleep much sooner when taken an hour before bed", ["sleep near “Marlow Drops may help adults fall asleep much sooner when taken an hour before bed” “much” added"]),
      ("Marlow Drops may help adults fall asleep sooner when taken before bed", ["sleep near “Marlow Drops may help adults fall asleep sooner when taken before bed” “an hour” left out"]),
      ("In a trial of 240 adults, 83% had less back pain after 12 weeks.", ["pain near “In a trial of 240 adults, 83% had less back pain after 12 weeks” “83” for “38”"]),
      ("In a trial of 240 adults, 38% had no back pain after 2 weeks.", ["pain near “In a trial of 240 adults, 38% had no back pain after 2 weeks” “no” for “less”, “2” for “12”"]),
      ("In a trial of 240 adults, 38 had less back pain after 12 weeks.", ["pain near “In a trial of 240 adults, 38 had less back pain after 12 weeks” “%” left out"]),
      ("In 240 adults, 38% had less back pain after 12 weeks.", ["pain near “In 240 adults, 38% had less back pain after 12 weeks” “a trial of” left out"]),
      ("Taken daily. Tested for purity in each batch.", ["pair near “Taken daily. Tested for purity in each batch” “each” for “every”"]),
      // Other sentences
      ("Marlow Drops are sold in bottles of 50 ml.", []),
      ("Adults fall asleep sooner in a cool room.", []),
      ("Grown in Essex", []),
      ("In a trial of 12 adults nobody had pain.", []),
      ("Kent", []),
      ("", []),
      ("Tested every day.", []),
      ("Back pain after 12 weeks", []),
      // Exact beats near where both fit
      ("Marlow Drops help adults fall asleep sooner when taken an hour before bed. \(whole).", ["sleep near “Marlow Drops help adults fall asleep sooner when taken an hour before bed” “may” left out", "sleep exact “\(whole)”"]),
      // Not over the border of a block
      ("Taken daily.\nTested for purity", []),
    ])
  func matching(text: String, expected: [String]) { #expect(Self.found(text) == expected) }

  @Test("in another language are not looked for")
  func language() {
    #expect(Self.found("Für Erwachsene ab 18 Jahren geeignet", language: "en-GB").isEmpty)
    #expect(Self.found("Für Erwachsene ab 18 Jahren geeignet", language: "de-AT").count == 1)
  }

  @Test("a reworded claim is found among a thousand others")
  func many() {
    let claims = (0..<1000).map { ApprovedClaim(id: "c\($0)", wording: "Product number \($0) may help adults with habit \($0 * 7) when taken before bed.") }
    let text = "Product number 512 will help adults with habit 3584 when taken before bed."
    let found = ClaimLibrary(claims).matches(in: WordStream(text), text: { String(decoding: Array(text.utf8)[$0.utf8Offsets], as: UTF8.self) }, language: nil)
    #expect(found.map(\.claim.id) == ["c512"])
    #expect(found.map(\.differences) == [["“will” for “may”"]])
  }

  @Test("a page of one word repeated is read quickly")
  func repeated() {
    let text = String(repeating: "marlow ", count: 50_000)
    #expect(Self.library.matches(in: WordStream(text), text: { _ in "" }, language: nil).isEmpty)
  }

  @Test("are judged by day and market")
  func validity() throws {
    let claim = ApprovedClaim(
      id: "a", wording: "w", markets: ["UK", "IE"], validFrom: Day("2025-01-01"), validUntil: Day("2025-12-31"))
    #expect(claim.isEarly(on: Day("2024-12-31")) && !claim.isEarly(on: Day("2025-01-01")))
    #expect(!claim.isExpired(on: Day("2025-12-31")) && claim.isExpired(on: Day("2026-01-01")))
    #expect(!claim.isExpired(on: nil) && !claim.isEarly(on: nil))
    #expect(claim.fits(market: "uk") && claim.fits(market: "UK, IE") && !claim.fits(market: "UK, DE") && claim.fits(market: nil))
  }

  @Test("days are those of the calendar", arguments: [("2024-02-29", true), ("2025-02-29", false), ("2000-02-29", true), ("1900-02-29", false), ("2025-4-01", false), ("2025-13-01", false), ("20250101", false), ("2025-01-01T00", false)])
  func days(text: String, exists: Bool) { #expect((Day(text) != nil) == exists) }
}

@Suite("Approved claims among many")
struct ClaimCandidateTests {
  @Test("a short claim said exactly is found although many longer ones share words with the page")
  func shortAmongLong() {
    var claims = (0..<300).map { ApprovedClaim(id: "long\($0)", wording: "The product number \($0) called marlow may help tired adults from Kent when it is taken daily") }
    claims.append(ApprovedClaim(id: "short", wording: "Made in Kent"))
    let text = "Tired adults may find help: take marlow daily from product shops when it is called for, number one. Made in Kent."
    let found = ClaimLibrary(claims).matches(in: WordStream(text), text: { String(decoding: Array(text.utf8)[$0.utf8Offsets], as: UTF8.self) }, language: nil)
    #expect(found.filter(\.isExact).map(\.claim.id) == ["short"])
  }
}
