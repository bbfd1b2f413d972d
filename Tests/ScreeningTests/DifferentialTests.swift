import CPCRE2
import ContentModel
import Foundation
import Screening
import Testing

/// What is found through indices and screening is what is found without.
@Suite("Screening changes nothing")
struct DifferentialTests {
  @Test("each pattern of the rules matches as PCRE2 alone does on the unscreened lines")
  func patterns() throws {
    let texts = Corpus.texts
    #expect(texts.count > 30)
    #expect(Corpus.patterns.count > 200)
    let streams = texts.map(lines)
    var total = 0
    for pattern in Corpus.patterns {
      let screen = try Screen([[.pattern(pattern)]])
      let alone = try #require(BarePattern(pattern))
      for stream in streams {
        var failures: [Screen.Failure] = []
        let found = screen.matches(in: stream, failures: &failures).map(\.span)
        let expected = stream.leaves.flatMap { leaf in alone.matches(Array(stream.utf8[leaf.utf8Offsets])).map { Span(leaf.start + $0.start, leaf.start + $0.end) } }
        #expect(found == expected, "\(pattern)")
        #expect(failures == [])
        total += expected.count
      }
    }
    #expect(total > 1_000)
  }

  @Test("each phrase of the word lists matches as a plain comparison of words does")
  func phrases() throws {
    let phrases = Corpus.lexiconPhrases.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    #expect(phrases.count > 5_000)
    let screen = try Screen([phrases.map(Trigger.phrase)], keepsNested: true)
    let naive = NaivePhrases(phrases)
    var total = 0
    for text in Corpus.texts {
      let ascii = String(decoding: text.utf8.filter { $0 < 0x80 }, as: UTF8.self)
      let stream = lines(ascii)
      var failures: [Screen.Failure] = []
      let found = Set(screen.matches(in: stream, failures: &failures).map { Occurrence(phrase: phrases[$0.trigger], start: $0.span.start, end: $0.span.end) })
      var expected: Set<Occurrence> = []
      for leaf in stream.leaves { expected.formUnion(naive.find(in: Array(stream.utf8[leaf.utf8Offsets]), at: leaf.start)) }
      #expect(found.subtracting(expected).sorted() == [])
      #expect(expected.subtracting(found).sorted() == [])
      total += expected.count
    }
    #expect(total > 5_000)
  }

  @Test("a part of a text has the same matches whether it is asked for by itself or out of what is kept")
  func parts() throws {
    let triggers = Corpus.lexiconPhrases.prefix(3_000).map(Trigger.phrase) + Corpus.patterns.prefix(60).map(Trigger.pattern)
    let screen = try Screen([triggers])
    let halves = [Array(triggers.prefix(1_000)), Array(triggers.dropFirst(1_000))]
    let list = WordList(
      parts: [
        WordList.Part(screen: try Screen([halves[0]]), firstTrigger: 0), WordList.Part(screen: try Screen([halves[1]]), firstTrigger: 1_000),
      ], triggers: triggers)
    var seed: UInt64 = 7
    var total = 0
    for text in Corpus.texts.prefix(12) {
      let stream = lines(text)
      let kept = TextScreening(stream)
      let search = kept.search(list)
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let start = Int(seed >> 33) % max(1, stream.utf8.count)
        let span = Span(start, min(stream.utf8.count, start + Int(seed >> 20 & 0x1FF)))
        var failures: [Screen.Failure] = []
        let alone = screen.matches(in: stream, within: span, failures: &failures)
        #expect(kept.matches(of: search, within: span, failures: &failures) == alone)
        #expect(kept.hasMatch(of: search, within: span, failures: &failures) == !alone.isEmpty)
        total += alone.count
      }
    }
    #expect(total > 500)
  }
}

/// A regular expression straight from PCRE2, with the options that the trigger language promises.
private final class BarePattern {
  private let code: OpaquePointer

  init?(_ text: String) {
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(text.utf8)
    let options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else { return nil }
    pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    self.code = code
  }

  deinit { pcre2_code_free_8(code) }

  func matches(_ subject: [UInt8]) -> [(start: Int, end: Int)] {
    let data = pcre2_match_data_create_from_pattern_8(code, nil)
    defer { pcre2_match_data_free_8(data) }
    guard let ovector = pcre2_get_ovector_pointer_8(data) else { return [] }
    var found: [(start: Int, end: Int)] = []
    var start = 0
    while pcre2_match_8(code, subject, subject.count, start, PCRE2_NOTEMPTY, data, nil) > 0 {
      found.append((ovector[0], ovector[1]))
      start = ovector[1]
    }
    return found
  }
}

struct Occurrence: Hashable, Comparable {
  var phrase: String
  var start: Int
  var end: Int

  static func < (a: Occurrence, b: Occurrence) -> Bool { (a.start, a.end, a.phrase) < (b.start, b.end, b.phrase) }
}

/// Phrases by comparing words one after the other, on ASCII; only the table of inflections is that of the project.
private struct NaivePhrases {
  private enum Word {
    case forms(Set<String>)
    case beginning(String)
    case any
  }

  private struct Reading {
    var phrase: String
    var words: [Word]
  }

  private var byFirstForm: [String: [Reading]] = [:]
  private var others: [Reading] = []

  init(_ phrases: [String]) {
    for phrase in phrases {
      for text in Self.expand(phrase) {
        let reading = Reading(phrase: phrase, words: Self.words(text))
        if case .forms(let forms) = reading.words.first {
          for form in forms { byFirstForm[form, default: []].append(reading) }
        } else {
          others.append(reading)
        }
      }
    }
  }

  func find(in line: [UInt8], at offset: Int) -> [Occurrence] {
    let tokens = Self.tokens(line)
    var found: [Occurrence] = []
    for i in tokens.indices {
      for reading in (byFirstForm[tokens[i].text] ?? []) + others where i + reading.words.count <= tokens.count {
        let fits = reading.words.indices.allSatisfy { k in
          let token = tokens[i + k]
          switch reading.words[k] {
          case .forms(let forms): return forms.contains(token.text)
          case .beginning(let beginning): return token.isWord && token.text.hasPrefix(beginning)
          case .any: return token.isWord
          }
        }
        if fits {
          found.append(Occurrence(phrase: reading.phrase, start: offset + tokens[i].start, end: offset + tokens[i + reading.words.count - 1].end))
        }
      }
    }
    return found
  }

  private static func expand(_ phrase: String) -> [String] {
    guard let open = phrase.firstIndex(of: "{"), let close = phrase.firstIndex(of: "}") else { return [phrase] }
    let options = phrase[phrase.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
    let head = String(phrase[..<open])
    let tail = String(phrase[phrase.index(after: close)...])
    return options.flatMap { option in expand(head + String(option) + tail) }
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    let tokens = Self.tokens(Array(text.utf8))
    for (i, token) in tokens.enumerated() {
      let touches = i > 0 && tokens[i - 1].end == token.start && tokens[i - 1].isWord
      if token.text == "~", touches, case .forms(let forms) = words.popLast(), let word = forms.first {
        words.append(.forms(Set(Inflection.forms(of: word))))
      } else if token.text == "*", touches, case .forms(let forms) = words.popLast(), let word = forms.first {
        words.append(.beginning(word))
      } else if token.text == "*" {
        // A hyphen before the sign joins it to the word before.
        if i > 0, tokens[i - 1].text == "-", tokens[i - 1].end == token.start { words.removeLast() }
        words.append(.any)
      } else if token.text == "-", i > 0, i + 1 < tokens.count, ["*", "~"].contains(tokens[i - 1].text), tokens[i - 1].end == token.start,
        tokens[i + 1].start == token.end
      {
        continue
      } else {
        words.append(.forms([token.text]))
      }
    }
    return words
  }

  private static func tokens(_ b: [UInt8]) -> [(text: String, start: Int, end: Int, isWord: Bool)] {
    func isWord(_ i: Int) -> Bool { i >= 0 && i < b.count && (isDigit(i) || (b[i] | 0x20 >= 0x61 && b[i] | 0x20 <= 0x7A)) }
    func isDigit(_ i: Int) -> Bool { i >= 0 && i < b.count && b[i] >= 0x30 && b[i] <= 0x39 }
    var tokens: [(text: String, start: Int, end: Int, isWord: Bool)] = []
    var i = 0
    while i < b.count {
      if b[i] <= 0x20 || b[i] == 0x7F {
        i += 1
      } else if isWord(i) {
        let start = i
        while isWord(i) || (i < b.count && ((b[i] == 0x27 || b[i] == 0x60) && isWord(i + 1) || (b[i] == 0x2E || b[i] == 0x2C) && isDigit(i - 1) && isDigit(i + 1))) {
          i += 1
        }
        let letters: [UInt8] = b[start..<i].map { (byte: UInt8) -> UInt8 in byte == 0x60 ? 0x27 : byte }
        tokens.append((String(decoding: letters, as: UTF8.self).lowercased(), start, i, true))
        if i < b.count, b[i] == 0x2D, isWord(i + 1) { i += 1 }
      } else if b[i] == 0x2D, i > 0, b[i - 1] == 0x25, isWord(i + 1) {
        i += 1
      } else {
        let sign: [UInt8] = [b[i] == 0x60 ? 0x27 : b[i]]
        tokens.append((String(decoding: sign, as: UTF8.self), i, i + 1, false))
        i += 1
      }
    }
    return tokens
  }
}
