import ContentModel
import Screening

extension DocumentAnalysis {
  /// The document's language as a BCP 47 primary tag, recognised from its words: `en`, `de`, …; nil where there is too little text to tell.
  ///
  /// By the share of each language's commonest words (`languages.txt`) among the words
  /// of visible leaves; other scripts by their letters. At most ``languageSample`` words
  /// are read.
  package var recognisedLanguage: String? {
    var seen = 0
    var scripts: [String: Int] = [:]
    let tables = lexicons.sections("languages").map { name in
      (name, Set(lexicons.entries("languages", section: name).map { $0.utf8.reduce(WordStream.hashStart) { WordStream.hash($0, $1) } }))
    }
    var scores = [Int](repeating: 0, count: tables.count)
    let visible = leaves.map { !blocks[$0].flags.contains(.hidden) && blocks[$0].kind != .code && blocks[$0].kind != .referenceEntry }
    words.folded.withUnsafeBufferPointer { folded in
      for token in words.tokens where token.isWord && visible.indices.contains(Int(token.leaf)) && visible[Int(token.leaf)] {
        let first = folded[Int(token.foldedStart)]
        if first >= 0x30, first <= 0x39 { continue }
        seen += 1
        if seen > Self.languageSample { break }
        if first >= 0xCD, let script = Self.script(folded, token) {
          // Scripts without spaces: a run of letters is several words.
          scripts[script, default: 0] += first >= 0xE3 ? max(1, Int(token.foldedEnd - token.foldedStart) / 6) : 1
        }
        for k in tables.indices where tables[k].1.contains(token.hash) { scores[k] += 1 }
      }
    }
    seen = min(seen, Self.languageSample)
    // Every fifth Ukrainian word or so has a letter that Russian lacks.
    if let ukrainian = scripts["uk"], let russian = scripts["ru"] {
      let isUkrainian = ukrainian * 10 >= ukrainian + russian
      scripts[isUkrainian ? "uk" : "ru"] = ukrainian + russian
      scripts[isUkrainian ? "ru" : "uk"] = nil
    }
    if let (script, count) = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 12, count * 2 > seen {
      // Kana beside Chinese characters is Japanese.
      return script == "zh" && (scripts["ja"] ?? 0) > 0 || script == "ja" ? "ja" : script
    }
    guard seen >= Self.fewestWords else { return nil }
    let ranked = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    guard let best = ranked.first, ranked.count > 1 else { return nil }
    // Running text has at least every eighth word among the sixty commonest; a runner-up as strong means doubt.
    guard scores[best] * 8 >= seen, scores[best] >= 5, scores[best] * 5 > scores[ranked[1]] * 6 else { return nil }
    return tables[best].0
  }

  private static let languageSample = 5_000
  private static let fewestWords = 20

  private static func script(_ folded: UnsafeBufferPointer<UInt8>, _ token: WordStream.Token) -> String? {
    let text = TextScanner(bytes: folded, start: Int(token.foldedStart), end: Int(token.foldedEnd))
    var i = text.start
    var found: String?
    while i < text.end, i - text.start < 48 {
      switch text.scalar(i) {
      case 0x370...0x3FF: return "el"
      case 0x400...0x52F:
        // Letters that Russian does not have tell Ukrainian.
        if [0x454, 0x456, 0x457, 0x491].contains(text.scalar(i)) { return "uk" }
        found = "ru"
      case 0x590...0x5FF: return "he"
      case 0x600...0x6FF: return "ar"
      case 0x900...0x97F: return "hi"
      case 0xE00...0xE7F: return "th"
      case 0x3040...0x30FF: return "ja"
      case 0xAC00...0xD7AF: return "ko"
      case 0x4E00...0x9FFF: found = "zh"
      default: break
      }
      i += max(1, text.length(i))
    }
    return found
  }
}
