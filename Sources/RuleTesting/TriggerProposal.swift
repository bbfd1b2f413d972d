package import Analysis
package import ContentModel
import Readers
import Screening

/// Phrases that a rule could look for, from a sentence that it should flag.
package struct TriggerProposal: Sendable, Equatable {
  /// As `find` takes it.
  package var phrase: String
  /// The words that it hits in the sentence.
  package var words: String
  /// Byte offsets of these words in the sentence.
  package var span: Span
  /// Why it is proposed, in one phrase.
  package var reason: String

  /// The best phrases for a sentence, best first, at most eight.
  ///
  /// A phrase hits the sentence and none of the clean ones. Shorter ones come first, and
  /// those of rarer words; words are inflected where they can be.
  package static func proposals(
    from sentence: String, clean: [String], lexicons: AnalysisLexicons
  ) -> [TriggerProposal] {
    let words = tokens(of: sentence)
    var scored: [(score: Int, proposal: TriggerProposal)] = []
    var seen: Set<String> = []
    for start in words.indices {
      for length in 1...min(4, words.count - start) {
        let part = Array(words[start..<(start + length)])
        // Not over a comma or a full stop.
        if part.dropLast().contains(where: \.endsClause) { break }
        guard let candidate = candidate(part, of: sentence), seen.insert(candidate.proposal.phrase).inserted else { continue }
        scored.append(candidate)
      }
    }
    scored.sort { ($0.score, $0.proposal.span.start) < ($1.score, $1.proposal.span.start) }
    var kept: [TriggerProposal] = []
    for (_, proposal) in scored where kept.count < 8 {
      guard hits(proposal.phrase, sentence, lexicons).contains(proposal.span) else { continue }
      if clean.contains(where: { !hits(proposal.phrase, $0, lexicons).isEmpty }) { continue }
      kept.append(proposal)
    }
    return kept
  }

  /// A phrase for words that an author has marked; nil where there are none.
  package static func marked(_ words: String) -> String? {
    let parts = tokens(of: words)
    return parts.isEmpty ? nil : parts.map(\.written).joined(separator: " ")
  }

  // MARK: Words

  private struct Word {
    var text: String
    var base: String
    var span: Span
    var step: CommonWords.Step
    var endsClause: Bool

    /// Inflected where the word is one that a sentence is about.
    var written: String {
      let lower = text.lowercased()
      guard step != .grammatical, lower.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), !isAdverb else { return lower }
      return base + "~"
    }

    private var isAdverb: Bool { text.hasSuffix("ly") }
  }

  private static func tokens(of sentence: String) -> [Word] {
    var words: [Word] = []
    let bytes = Array(sentence.utf8)
    func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 }
    var position = 0
    while position < bytes.count {
      guard isWordByte(bytes[position]) else {
        if ",.;:!?()".utf8.contains(bytes[position]), !words.isEmpty { words[words.count - 1].endsClause = true }
        position += 1
        continue
      }
      let start = position
      while position < bytes.count, isWordByte(bytes[position]) || bytes[position] == 0x27 && position + 1 < bytes.count && isWordByte(bytes[position + 1]) {
        position += 1
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      // Dashes and quotation marks are no words.
      guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
        if !words.isEmpty { words[words.count - 1].endsClause = true }
        continue
      }
      let lower = text.lowercased()
      let base = WordBase.of(lower)
      words.append(
        Word(text: text, base: base, span: Span(start, position), step: CommonWords.step(lower, base: base), endsClause: false))
    }
    return words
  }

  private static func candidate(_ words: [Word], of sentence: String) -> (score: Int, proposal: TriggerProposal)? {
    guard let first = words.first, let last = words.last, words.contains(where: { $0.step != .grammatical }) else { return nil }
    let phrase = words.map(\.written).joined(separator: " ")
    let span = Span(first.span.start, last.span.end)
    let telling = words.filter { $0.step == .telling }
    // Length counts most; then how common the words are, and whether a word without meaning stands at an end.
    var score = words.count * 10
    if telling.isEmpty { score += words.count > 1 ? 15 : 45 }
    if words.count > 1 {
      if last.step == .grammatical { score += 8 }
      if first.step == .grammatical { score += 6 }
    }
    let reason: String
    if words.count == 1 {
      reason = telling.isEmpty ? "an everyday word: it will hit much else" : "one telling word"
    } else if telling.isEmpty {
      reason = "everyday words that are telling together"
    } else {
      reason = "\(telling.map { "“\($0.text.lowercased())”" }.joined(separator: " and ")) with the words around"
    }
    let inflected = words.filter { $0.written.hasSuffix("~") }.map { word -> String in
      let forms = Inflection.forms(of: word.base).filter { !$0.contains("'") && $0 != word.text.lowercased() }.prefix(3)
      return forms.isEmpty ? "" : "also \(forms.joined(separator: ", "))"
    }.filter { !$0.isEmpty }
    let also = words.count == 1 ? inflected.first.map { "; \($0)" } ?? "" : ""
    let text = String(decoding: Array(sentence.utf8)[span.utf8Offsets], as: UTF8.self)
    return (score, TriggerProposal(phrase: phrase, words: text, span: span, reason: reason + also))
  }

  /// Where a phrase stands in a sentence.
  private static func hits(_ phrase: String, _ sentence: String, _ lexicons: AnalysisLexicons) -> [Span] {
    guard let screen = try? Screen([[.phrase(phrase)]]),
      let document = try? DocumentReader().read(Array(sentence.utf8), path: "sentence", format: .text)
    else { return [] }
    var failures: [Screen.Failure] = []
    return screen.matches(in: DocumentAnalysis(document, lexicons: lexicons).words, failures: &failures).map { match in
      let ranges = document.sourceMap.decodedRanges(of: match.span)
      return Span(ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0)
    }
  }
}
