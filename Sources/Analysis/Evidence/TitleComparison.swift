/// How a quoted title differs from the true one.
package struct TitleComparison: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The same words, up to case, punctuation, spelling variants and small words.
    case same
    /// A part is left out that only describes: harmless house style.
    case subtitleDropped = "subtitle-dropped"
    /// Words are left out that state a result, a limit or a verdict.
    case conclusionDropped = "conclusion-dropped"
    /// Other words were changed, added or left out.
    case altered
    /// The title of another work.
    case different
  }

  package var kind: Kind
  /// Stretches of the true title that the quoted one lacks, as written there.
  package var missing: [String]
  /// Stretches of the quoted title that the true one lacks.
  package var added: [String]

  /// Compares two titles. At most 200 words of each count; quadratic in that.
  package init(quoted: String, true recorded: String) {
    let own = TitleWords(quoted)
    let real = TitleWords(recorded)
    let (keptOwn, keptReal) = TitleWords.alignment(own.words, real.words)
    let lacking = real.words.indices.filter { !keptReal[$0] }
    let extra = own.words.indices.filter { !keptOwn[$0] }
    missing = real.stretches(lacking)
    added = own.stretches(extra)

    let weightyMissing = lacking.filter { !TitleWords.small.contains(real.words[$0]) }
    let weightyExtra = extra.filter { !TitleWords.small.contains(own.words[$0]) }
    let shared = real.words.indices.count { keptReal[$0] && !TitleWords.small.contains(real.words[$0]) }
    let weight = own.words.count { !TitleWords.small.contains($0) }
    if weightyMissing.isEmpty && weightyExtra.isEmpty {
      kind = .same
    } else if weight == 0 || shared * 2 <= weight {
      kind = .different
    } else if Self.statesResult(weightyMissing.map { real.words[$0] }, kept: real.words.indices.filter { keptReal[$0] }.map { real.words[$0] }) {
      kind = .conclusionDropped
    } else if weightyExtra.isEmpty, real.isEdge(weightyMissing) {
      kind = .subtitleDropped
    } else {
      kind = .altered
    }
  }

  /// Whether words left out of a title state a result, a limit or a verdict that the rest does not.
  private static func statesResult(_ words: [String], kept: [String]) -> Bool {
    let isBalanced = words.contains { TitleVocabulary.efficacy.contains($0) } == words.contains("safety")
    return words.contains { word in
      if word == "safety" { return !isBalanced && !kept.contains("safety") }
      return TitleVocabulary.verdicts.contains(word) && !kept.contains(word)
    }
  }
}

/// A title's words, folded so that spelling variants compare equal.
struct TitleWords {
  private(set) var words: [String] = []
  /// As written, by word.
  private var written: [String] = []
  /// Words behind which a subtitle may begin.
  private var breaks: Set<Int> = []

  static let small: Set<String> = ["a", "an", "the", "of", "in", "for", "on", "and", "with", "to", "by", "at", "from", "its", "as"]
  /// Parts that some write with a hyphen, some as a word of its own and some as one word with what follows.
  private static let prefixes: Set<String> = ["meta", "non", "pre", "post", "anti", "multi", "semi", "sub", "co", "re", "intra", "inter", "peri", "micro", "neuro"]

  init(_ title: String) {
    var current: [Unicode.Scalar] = []
    var joins = false
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || Folding.isCombining(scalar.value)
    }
    func flush(_ self: inout TitleWords) {
      guard !current.isEmpty, self.words.count < 200 else { return }
      let text = String(String.UnicodeScalarView(current))
      current = []
      let folded = Self.normalised(text)
      guard !folded.isEmpty else { return }
      let isPhase = self.words.last == Self.normalised("phase")
      if let last = self.words.last, Self.prefixes.contains(last), joins || last == "meta" || last == "non" {
        self.words[self.words.count - 1] = last + folded
        self.written[self.written.count - 1] += "-" + text
      } else {
        self.words.append(isPhase ? Self.numerals[folded] ?? folded : folded)
        self.written.append(text)
      }
      joins = false
    }
    for scalar in title.unicodeScalars.prefix(4096) {
      if isPart(scalar) {
        current.append(scalar)
      } else if Folding.isApostrophe(scalar.value) || scalar.value == 0xAD {
        continue
      } else {
        flush(&self)
        if Folding.isHyphen(scalar.value) { joins = true } else if scalar != " " { joins = false }
        if scalar == "&" { current = Array("and".unicodeScalars); flush(&self) }
        if [":", "?", ".", ";", "(", "\u{2013}", "\u{2014}"].contains(scalar), !words.isEmpty { breaks.insert(words.count) }
      }
    }
    flush(&self)
  }

  private static let numerals = ["i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3"]

  /// Lower case without accents, in one spelling of the British and the American.
  static func normalised(_ word: String) -> String {
    let folded = Folding.fold(word)
    var bytes = Array((TitleVocabulary.variants[folded] ?? folded).utf8)
    func replace(_ pattern: StaticString, _ by: StaticString, onlyAtEnd: Bool = false) {
      let count = pattern.utf8CodeUnitCount
      guard bytes.count > count + 1 else { return }
      var i = onlyAtEnd ? bytes.count - count : 0
      while i + count <= bytes.count {
        if (0..<count).allSatisfy({ bytes[i + $0] == pattern.utf8Start[$0] }) {
          bytes.replaceSubrange(i..<i + count, with: UnsafeBufferPointer(start: by.utf8Start, count: by.utf8CodeUnitCount))
          i += by.utf8CodeUnitCount
        } else {
          i += 1
        }
      }
    }
    // haemorrhage, oesophagus, tumour, randomise, analyse, centre, labelled
    replace("ae", "e")
    replace("oe", "e")
    replace("our", "or")
    replace("is", "iz")
    replace("ys", "yz")
    replace("tre", "ter", onlyAtEnd: true)
    replace("tres", "ters", onlyAtEnd: true)
    replace("bre", "ber", onlyAtEnd: true)
    replace("bres", "bers", onlyAtEnd: true)
    replace("ll", "l")
    replace("ph", "f")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether words mean the same up to a slip of the pen: a plural's `s`, or one letter in a long word behind its first.
  private static func match(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard abs(x.count - y.count) <= 1, x.first == y.first, min(x.count, y.count) >= 3 else { return false }
    if (x + y).contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return false }
    let common = zip(x, y).prefix { $0 == $1 }.count
    let (short, long) = x.count <= y.count ? (x, y) : (y, x)
    if long.count > short.count { return common == short.count ? long.last == 0x73 : short.count >= 7 && short[common...] == long[(common + 1)...] }
    return short.count >= 7 && short[(common + 1)...] == long[(common + 1)...]
  }

  /// Which words of each belong to a longest common subsequence.
  static func alignment(_ a: [String], _ b: [String]) -> ([Bool], [Bool]) {
    let width = b.count + 1
    var lengths = [Int](repeating: 0, count: (a.count + 1) * width)
    var same = [Bool](repeating: false, count: a.count * b.count)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        let equal = match(a[i], b[j])
        same[i * b.count + j] = equal
        lengths[i * width + j] =
          equal ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (keptA, keptB) = ([Bool](repeating: false, count: a.count), [Bool](repeating: false, count: b.count))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if same[i * b.count + j] {
        keptA[i] = true
        keptB[j] = true
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return (keptA, keptB)
  }

  /// Whether these words stand in a longer text one after the other, small words aside.
  func isContained(in text: String) -> Bool {
    let own = words.filter { !Self.small.contains($0) }
    let others = TitleWords(text).words.filter { !Self.small.contains($0) }
    guard let first = own.first, others.count >= own.count else { return false }
    return (0...others.count - own.count).contains { start in
      others[start] == first && own.indices.allSatisfy { others[start + $0] == own[$0] }
    }
  }

  /// Neighbouring words joined, as written.
  func stretches(_ indices: [Int]) -> [String] {
    var result: [String] = []
    var last = -2
    for index in indices {
      if index == last + 1 { result[result.count - 1] += " " + written[index] } else { result.append(written[index]) }
      last = index
    }
    return result.filter { !Self.small.contains(Self.normalised($0)) }
  }

  /// Whether some words are all of what stands behind one of the title's breaks, or before its first.
  func isEdge(_ indices: [Int]) -> Bool {
    guard let first = indices.first, let last = indices.last else { return true }
    let gone = Set(indices)
    let isGone = { (k: Int) in gone.contains(k) || Self.small.contains(words[k]) }
    let tail = breaks.contains { $0 <= first && ($0..<words.count).allSatisfy(isGone) }
    let head = breaks.contains { $0 > last && (0..<$0).allSatisfy(isGone) }
    return tail || head
  }
}

/// Words that matter, or do not, when titles are compared.
enum TitleVocabulary {
  /// Normalised words that state a result, a limit, an early stage or a verdict.
  static let verdicts: Set<String> = Set(
    [
      // verdicts and results
      "premature", "preliminary", "not", "no", "neither", "never", "without", "fails", "failed", "fail", "failure", "futile",
      "futility", "ineffective", "inefficacy", "unsuccessful", "lack", "lacks", "lacking", "absence", "insufficient",
      "inconclusive", "uncertain", "unclear", "unproven", "unknown", "limited", "limitations", "inferior", "noninferior",
      "noninferiority", "worse", "worsens", "worsening", "harm", "harms", "harmful", "adverse", "toxicity", "toxic", "risk",
      "risks", "mortality", "death", "deaths", "complications", "caution", "cautionary", "concern", "concerns", "retracted",
      "retraction", "withdrawn", "terminated", "discontinued", "negative", "null", "equivocal", "questionable", "doubtful",
      "controversial", "overestimated", "bias", "biased", "myth", "unsafe", "modest", "marginal", "small", "minimal",
      "variable", "mixed", "temporary", "transient", "short", "exploratory", "unresolved", "contradictory", "disappointing",
      // early or weak evidence
      "pilot", "feasibility", "phase", "single", "uncontrolled", "open", "nonrandomized", "retrospective", "case", "cases",
      "series", "interim", "hypothesis", "protocol", "rationale", "subgroup", "posthoc", "safety",
      // not people
      "animal", "animals", "mouse", "mice", "rat", "rats", "rabbit", "rabbits", "dog", "dogs", "pig", "pigs", "sheep",
      "monkey", "monkeys", "primates", "rodent", "rodents", "murine", "canine", "porcine", "zebrafish", "vitro", "preclinical",
      "model", "models", "simulation",
    ].map(TitleWords.normalised))

  static let efficacy: Set<String> = Set(["efficacy", "effectiveness", "efficacious", "effective", "effect", "effects"].map(TitleWords.normalised))

  /// Spellings that no rule of letters joins.
  static let variants: [String: String] = [
    "programme": "program", "programmes": "programs", "gray": "grey", "paediatric": "pediatric", "paediatrics": "pediatrics",
    "orthopaedic": "orthopedic", "ageing": "aging", "sulphate": "sulfate", "foetal": "fetal", "behavioural": "behavioral",
    "α": "alpha", "β": "beta", "γ": "gamma", "κ": "kappa", "δ": "delta",
    "versus": "vs",
  ]
}
