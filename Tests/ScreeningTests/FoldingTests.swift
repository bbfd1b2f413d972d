import ContentModel
import Screening
import Testing

@Suite("Words of a text")
struct FoldingTests {
  @Test(
    "words are folded and split",
    arguments: [
      ("Guaranteed Results", "guaranteed results"),
      ("don’t DON'T don´t don`t", "don't don't don't don't"),
      ("guaran\u{AD}teed", "guaranteed"),
      ("gua\u{200B}ran\u{200D}teed \u{FEFF}now", "guaranteed now"),
      ("proﬁt eﬀect ﬂow oﬃce baﬄe ﬆop", "profit effect flow office baffle stop"),
      ("ＧＵＡＲＡＮＴＥＥ １００％", "guarantee 100 %"),
      ("café cafe\u{301} CAFÉ", "café café café"),
      ("naïve nai\u{308}ve", "naïve naïve"),
      ("ё е\u{308} й и\u{306}", "ё ё й й"),
      ("Việt Vie\u{323}\u{302}t", "việt việt"),
      ("ΒΈΛΤΙΣΤΟΣ βέλτιστος", "βέλτιστοσ βέλτιστοσ"),
      ("ЛЕЧЕНИЕ", "лечение"),
      ("STRASSE Straße", "strasse strasse"),
      ("ÅNGSTRÖM Å", "ångström å"),
      ("Łódź ŽIŽEK ŸŸ", "łódź žižek ÿÿ"),
      ("50 µg 50 μg", "50 μg 50 μg"),
      ("money-back money‑back money‐back money–back", "money back money back money back money back"),
      ("pain – gone", "pain - gone"),
      ("cells—most", "cells - most"),
      ("1,234.5 and 3.5.", "1,234.5 and 3.5 ."),
      ("15:2201", "15 : 2201"),
      ("100%-effective", "100 % effective"),
      ("paper⁷ 10⁶ H₂O", "paper ⁷ 10 ⁶ h ₂ o"),
      ("“Works!” «oui»", "\" works ! \" « oui »"),
      ("patients' lives", "patients ' lives"),
      ("'tis ‘so’", "' tis ' so '"),
      ("wait… $5 £6.50", "wait … $ 5 £ 6.50"),
      ("a\u{A0}b\u{202F}c\u{3000}d", "a b c d"),
      ("line\nbreak", "line break"),
      ("❤️ love", "❤ love"),
      ("治療 効果", "治療 効果"),
      ("-5 x- y", "- 5 x - y"),
      ("U.S. e.g.", "u . s . e . g ."),
      ("", ""),
    ])
  func folding(text: String, expected: String) {
    let stream = WordStream(text)
    #expect(stream.tokens.map(stream.foldedText).joined(separator: " ") == expected)
  }

  @Test("a token's span is that of its characters")
  func spans() {
    let text = "Éa gua\u{AD}ran, don’t\u{AD} x"
    let stream = WordStream(text)
    let words = stream.tokens.map { String(decoding: stream.utf8[$0.span.utf8Offsets], as: UTF8.self) }
    #expect(words == ["Éa", "gua\u{AD}ran", ",", "don’t", "x"])
  }

  @Test("any bytes can be read")
  func hostile() {
    var state: UInt32 = 7
    for _ in 0..<300 {
      let bytes: [UInt8] = (0..<200).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 20)
      }
      let stream = WordStream(bytes, leaves: [.init(0, 100), .init(101, 200)])
      #expect(stream.tokens.allSatisfy { $0.start < $0.end && $0.end <= 200 })
    }
    #expect(!WordStream([0xFF], leaves: [.init(0, 1)]).isValidUTF8)
    #expect(WordStream([0xFF], leaves: [.init(0, 9)]).tokens.isEmpty)
  }
}
