package import ContentModel
import Screening

extension DocumentAnalysis {
  /// The claims that a sentence makes; negated, questioned and distanced ones are left out.
  ///
  /// At most one of each kind: its span runs from the first to the last words that
  /// make it, its strength is that of the strongest. Conditions and aims ("if", "aims
  /// to", "to assess whether") claim nothing; reserve ("may") makes the claim hedged.
  package func assertions(inSentence index: Int) -> [Assertion] {
    guard sentences.indices.contains(index) else { return [] }
    let hits = terms(in: sentences[index].span)
    var spans: [Assertion.Kind: Span] = [:]
    var hedged: [Assertion.Kind: Bool] = [:]
    for candidate in claimCandidates(sentences[index].span, hits) {
      let reading = reading(of: candidate.span)
      guard reading.isAsserted else { continue }
      spans[candidate.kind] = spans[candidate.kind]?.union(candidate.span) ?? candidate.span
      let isHedged = reading.flags.contains(.hypothetical)
      hedged[candidate.kind] = (hedged[candidate.kind] ?? true) && isHedged
    }
    return Assertion.Kind.allCases.compactMap { kind in
      guard let span = spans[kind] else { return nil }
      return Assertion(kind: kind, strength: strength(of: span, hedged: hedged[kind] ?? false, hits, kind), span: span)
    }
  }

  /// Every claim that the words of a sentence could make, each with how it is meant: for people who ask why one counts or not.
  package func readClaims(inSentence index: Int) -> [ReadClaim] {
    guard sentences.indices.contains(index) else { return [] }
    let hits = terms(in: sentences[index].span)
    let candidates = claimCandidates(sentences[index].span, hits)
    var kept: [(kind: Assertion.Kind, span: Span)] = []
    // The longest words for each claim. Bounded: there are at most a hundred.
    for (n, candidate) in candidates.enumerated() {
      let isInside = candidates.indices.contains { k in
        candidates[k].kind == candidate.kind && candidates[k].span.contains(candidate.span) && (candidates[k].span != candidate.span || k < n)
      }
      if !isInside { kept.append(candidate) }
    }
    return kept.map { candidate in
      let reading = reading(of: candidate.span)
      let isAsserted = reading.isAsserted
      return ReadClaim(
        kind: candidate.kind, span: candidate.span, isAsserted: isAsserted,
        strength: isAsserted ? strength(of: candidate.span, hedged: reading.flags.contains(.hypothetical), hits, candidate.kind) : nil,
        contexts: reading.words, subject: claimSubject(of: candidate.span))
    }
  }

  /// What a claim's clause speaks of: the words before it, up to the first verb or denial of the clause ("our cream" in "our cream calms and heals").
  package func claimSubject(of span: Span) -> Span? {
    guard let whole = subject(of: span) else { return nil }
    let verbs: Set<Term> = [
      .gainVerb, .harmVerb, .cureVerb, .mechanismVerb, .negationPre, .negationNarrow, .hedgePre, .hypotheticalPre, .causal, .comparison, .absolute, .distancePre,
    ]
    guard let verb = terms(in: whole).first(where: { verbs.contains($0.term) && $0.span.start > whole.start }) else { return whole }
    // Auxiliaries before the verb are none of it: "our balm does not".
    var end = words.firstToken(from: verb.span.start)
    let first = words.firstToken(from: whole.start)
    while end > first, ["does", "do", "did", "can", "will", "would", "is", "are", "was", "were", "has", "have", "also", "really", "gently"].contains(words.foldedText(words.tokens[end - 1])) { end -= 1 }
    return end > first ? words.tokens[first].span.union(words.tokens[end - 1].span) : nil
  }

  /// The words of a sentence that make a claim, whatever stands around them.
  private func claimCandidates(_ sentence: Span, _ hits: [TermHit]) -> [(kind: Assertion.Kind, span: Span)] {
    var candidates: [(kind: Assertion.Kind, span: Span)] = []
    for hit in hits {
      switch hit.term {
      case .efficacy: candidates.append((.efficacy, hit.span))
      case .safety: candidates.append((.safety, hit.span))
      case .establishment: candidates.append((.establishment, hit.span))
      default: break
      }
    }
    candidates += pairs(hits, verb: .harmVerb, noun: .harmNoun).map { (.efficacy, $0) }
    candidates += pairs(hits, verb: .gainVerb, noun: .goodNoun).map { (.efficacy, $0) }
    let everyday = hits.filter { $0.term == .everyday }
    if !everyday.isEmpty { candidates.removeAll { isEveryday($0.span, everyday) } }
    if let leadIn = leadInClaim(hits, sentence) { candidates.append((.efficacy, leadIn)) }
    for hit in hits {
      if let kind = Self.kinds[hit.term] { candidates.append((kind, hit.span)) }
    }
    candidates += pairs(hits, verb: .cureVerb, noun: .harmNoun).map { (.cure, $0) }
    candidates += pairs(hits, verb: .mechanismVerb, noun: .mechanismNoun).map { (.mechanism, $0) }
    // Bounded: a "sentence" with more claims than this is a list of keywords.
    return Array(candidates.prefix(100))
  }

  /// Terms that make a claim by themselves.
  private static let kinds: [Term: Assertion.Kind] = [
    .cure: .cure, .mechanism: .mechanism, .comparison: .comparison, .testimonial: .testimonial, .status: .status, .price: .price,
    .returns: .returns, .environmental: .environmental,
  ]

  /// Verb and noun within ``reach`` words of each other and no stop, comma or "but" between: "reduces inflammation", "pain is relieved".
  private func pairs(_ hits: [TermHit], verb: Term, noun: Term) -> [Span] {
    let verbs = hits.filter { $0.term == verb }
    guard !verbs.isEmpty else { return [] }
    var nouns = hits.filter { $0.term == noun }.map(\.span)
    if noun == .harmNoun, let sentence = verbs.first.flatMap({ sentenceIndex(at: $0.span.start) }) {
      nouns += diseases(in: sentences[sentence].span)
    }
    var found: [Span] = []
    // Bounded: of a sentence that is one long list only the first words are paired.
    for v in verbs.prefix(64) {
      // The object, else the subject of an intransitive verb or a passive.
      let bounded = nouns.prefix(64)
      for n in bounded.filter({ $0.start >= v.span.end }) + bounded.filter({ $0.end <= v.span.start }).reversed() {
        let isForward = v.span.end <= n.start
        let gap = isForward ? Span(v.span.end, n.start) : Span(n.end, v.span.start)
        let between = words.tokenRange(in: gap)
        guard between.count <= (isForward ? 7 : 6) else { continue }
        let isBroken = between.contains { i in
          let text = words.foldedText(words.tokens[i])
          return [";", ":", "but", "-", "(", ")"].contains(text) || (!isForward && [",", "that", "which", "with", "for", "by"].contains(text))
        }
        if !isBroken {
          found.append(v.span.union(n))
          break
        }
      }
    }
    return found
  }

  /// Endings of the names of diseases, and words that share them and name none.
  private static let diseaseEndings = [
    "itis", "itides", "osis", "oses", "oma", "omas", "algia", "aemia", "emia", "pathy", "pathies", "trophy", "plegia", "phobia", "rrhoea", "rrhea",
    "uria", "penia", "ectasis", "paresis", "mycosis", "sclerosis", "iasis", "pnoea", "pnea", "plasia", "dystonia", "kinesia", "aphasia", "esthesia",
  ].map { Array($0.utf8) }
  private static let noDiseases: Set<String> = [
    "diagnosis", "diagnoses", "prognosis", "prognoses", "hypnosis", "osmosis", "symbiosis", "metamorphosis", "photosynthesis", "dosis", "doses", "overdoses",
    "loses", "poses", "roses", "noses", "closes", "chooses", "purposes", "supposes", "exposes", "proposes", "composes", "imposes", "hoses", "glucoses",
    "aroma", "aromas", "diploma", "diplomas", "roma", "oklahoma", "sonoma", "homeopathy", "homoeopathy", "osteopathy", "naturopathy", "sympathy",
    "empathy", "telepathy", "apathy", "allopathy", "trophy", "academia", "bohemia", "ketosis", "meiosis", "mitosis", "apotheosis", "gnosis", "macadamia",
    "opposes", "discloses", "diagnose", "biopathy", "hydropathy", "chroma", "toma", "oma", "soma", "coma", "bypathy", "autophagosis",
  ]

  /// Words that end as the names of diseases do: "tendinitis", "psoriasis", "melanoma".
  private func diseases(in sentence: Span) -> [Span] {
    var found: [Span] = []
    for i in words.tokenRange(in: sentence) where words.tokens[i].isWord {
      let bytes = words.foldedBytes(words.tokens[i])
      guard bytes.count >= 6, Self.diseaseEndings.contains(where: { bytes.suffix($0.count).elementsEqual($0) }) else { continue }
      if Self.noDiseases.contains(words.foldedText(words.tokens[i])) { continue }
      found.append(words.tokens[i].span)
      if found.count == 64 { break }
    }
    return found
  }

  /// Whether an everyday thing is what the words act on: it stands in them, or at most two words behind.
  private func isEveryday(_ span: Span, _ things: [TermHit]) -> Bool {
    things.contains { thing in
      if thing.span.start > span.start, span.contains(thing.span) { return true }
      guard thing.span.start >= span.end else { return false }
      let between = words.tokenRange(in: Span(span.end, thing.span.start))
      return between.count <= 2 && between.allSatisfy { words.tokens[$0].isWord }
    }
  }

  /// "patients receiving their own cells demonstrated:" announces outcomes; "Key features:" does not.
  private func leadInClaim(_ hits: [TermHit], _ sentence: Span) -> Span? {
    guard document.utf8[sentence.end - 1] == 0x3A else { return nil }
    let low = Span(max(sentence.start, sentence.end - 40), sentence.end)
    guard let verb = hits.last(where: { $0.term == .leadInVerb && low.contains($0.span) }) else { return nil }
    let after = words.tokenRange(in: Span(verb.span.end, sentence.end)).count
    return after <= 3 ? verb.span : nil
  }

  private func strength(of span: Span, hedged: Bool, _ hits: [TermHit], _ kind: Assertion.Kind) -> Assertion.Strength {
    let near = Span(max(0, span.start - 60), span.end + 60)
    func has(_ term: Term) -> Bool {
      hits.contains { $0.term == term && $0.span.overlaps(near) && !reading(of: $0.span).flags.contains(.negated) }
    }
    if hedged { return .hedged }
    if has(.absolute) { return .absolute }
    if hits.contains(where: { $0.term == .causal && ($0.span.overlaps(span) || $0.span.end <= span.start && span.start - $0.span.end <= 40) }) { return .causal }
    if hits.contains(where: { $0.term == .hedge && $0.span.overlaps(near) && $0.span.start <= span.start }) { return .hedged }
    return .plain
  }
}
