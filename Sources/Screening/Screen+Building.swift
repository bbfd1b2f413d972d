extension Screen {
  /// Collects the compiled form of triggers.
  struct Builder {
    var sequences: [Sequence] = []
    var tests: [Test] = []
    var patterns: [Pattern] = []
    var words = WordTable()
    var prefixes = WordTable()
    var inflections: [(list: Int32, value: Int32)] = []
    var inflectionCount = 0
    /// Where each inflection's words lie in ``inflections``.
    private var inflectionRanges: [Range<Int>] = []
    private var inflectionIndices: [[UInt8]: Int32] = [:]
    var byWord: [(list: Int32, value: Int32)] = []
    var byPrefix: [(list: Int32, value: Int32)] = []
    var cost = 100
    private var sizeOfSet = 0
    // The sequence that is being added.
    private var firstTest = 0
    private var anchor = 0
    private var anchorLength = -1

    mutating func beginSet() { sizeOfSet = 0 }

    mutating func add(_ trigger: Trigger, set: Int, index: Int) throws(TriggerError) {
      switch trigger {
      case .phrase(let text):
        cost += text.utf8.count
        if addPlain(text, set: set, trigger: index) { break }
        do {
          let sequences = try Phrase(text).sequences
          sizeOfSet += sequences.count
          for elements in sequences { addSequence(elements, set: set, trigger: index) }
        } catch {
          throw TriggerError(trigger: trigger, message: error.message)
        }
      case .pattern(let text):
        do {
          let code = try PatternStore.pattern(text)
          sizeOfSet += 1
          cost += 5_000 + code.size * 20
          patterns.append(Pattern(set: set, trigger: index, code: code))
        } catch {
          throw TriggerError(trigger: trigger, message: error.message)
        }
      }
      if sizeOfSet > Screen.maximumSequences {
        throw TriggerError(
          trigger: trigger, message: "is one too many: at most \(Screen.maximumSequences) sequences of words can be looked for together")
      }
    }

    // MARK: Sequences

    private mutating func beginSequence() {
      firstTest = tests.count
      anchor = 0
      anchorLength = -1
    }

    /// - Parameter length: how much the test tells of where the sequence may stand; nil if nothing.
    private mutating func append(_ test: Test, length: Int?) {
      if let length, length > anchorLength {
        anchor = tests.count - firstTest
        anchorLength = length
      }
      tests.append(test)
    }

    private mutating func endSequence(set: Int, trigger: Int) {
      let count = tests.count - firstTest
      cost += 50 + count * 50
      let id = Int32(sequences.count)
      sequences.append(
        Sequence(set: Int32(set), trigger: Int32(trigger), firstTest: Int32(firstTest), testCount: Int32(count), anchor: Int32(anchor)))
      let test = tests[firstTest + anchor]
      switch Test.Kind(rawValue: test.kind) {
      case .word: byWord.append((test.id, id))
      case .prefix: byPrefix.append((test.id, id))
      case .inflected:
        for i in inflectionRanges[Int(test.id)] { byWord.append((inflections[i].value, id)) }
      case .anyWord, nil: break  // refused by Phrase: some test of a sequence is a word
      }
    }

    private mutating func appendLiteral(_ bytes: UnsafeBufferPointer<UInt8>) {
      append(Test(.word, words.intern(bytes)), length: bytes.count)
    }

    private mutating func appendPrefix(_ bytes: UnsafeBufferPointer<UInt8>) {
      append(Test(.prefix, prefixes.intern(bytes)), length: bytes.count - 1)
    }

    private mutating func appendInflected(_ bytes: UnsafeBufferPointer<UInt8>) {
      let key = Array(bytes)
      if let known = inflectionIndices[key] {
        append(Test(.inflected, known), length: bytes.count)
        return
      }
      cost += 500
      let id = appendWords(Inflection.knownForms(of: key))
      inflectionIndices[key] = id
      append(Test(.inflected, id), length: bytes.count)
    }

    /// Adds a list of words of which a token must be one.
    private mutating func appendWords(_ list: [[UInt8]]) -> Int32 {
      let id = Int32(inflectionCount)
      inflectionCount += 1
      let start = inflections.count
      for word in Set(list.map { words.intern($0) }).sorted() { inflections.append((id, word)) }
      inflectionRanges.append(start..<inflections.count)
      return id
    }

    private mutating func addSequence(_ elements: [Phrase.Element], set: Int, trigger: Int) {
      beginSequence()
      for element in elements {
        switch element {
        case .anyWord: append(Test(.anyWord), length: nil)
        case .literal(let bytes): bytes.withUnsafeBufferPointer { appendLiteral($0) }
        case .prefix(let bytes): bytes.withUnsafeBufferPointer { appendPrefix($0) }
        case .inflected(let bytes): bytes.withUnsafeBufferPointer { appendInflected($0) }
        case .oneOf(let options):
          var forms: [[UInt8]] = []
          var shortest = Int.max
          for option in options {
            switch option {
            case .literal(let bytes):
              forms.append(bytes)
              shortest = min(shortest, bytes.count)
            case .inflected(let bytes):
              cost += 500
              forms += Inflection.knownForms(of: bytes)
              shortest = min(shortest, bytes.count)
            case .prefix, .oneOf, .anyWord: break  // Phrase groups single words only
            }
          }
          append(Test(.inflected, appendWords(forms)), length: shortest - 1)
        }
      }
      endSequence(set: set, trigger: trigger)
    }

    // MARK: Plain phrases

    /// Adds a phrase of ASCII words, the signs `*` and `~`, and groups of single words, as ``Phrase`` would, in one pass.
    ///
    /// - Returns: false for any other phrase; nothing was added then.
    private mutating func addPlain(_ text: String, set: Int, trigger: Int) -> Bool {
      var text = text
      return text.withUTF8 { bytes in
        guard bytes.count <= Phrase.longestPhrase, let plan = PlainPhrase(bytes) else { return false }
        plan.forEachSequence { elements in
          sizeOfSet += 1
          beginSequence()
          for element in elements { append(element, of: plan) }
          endSequence(set: set, trigger: trigger)
        }
        return true
      }
    }

    private mutating func append(_ element: PlainPhrase.Element, of plan: PlainPhrase) {
      switch element.kind {
      case .any: append(Test(.anyWord), length: nil)
      case .literal: plan.withWord(element) { appendLiteral($0) }
      case .prefix: plan.withWord(element) { appendPrefix($0) }
      case .inflected: plan.withWord(element) { appendInflected($0) }
      case .group:
        var forms: [[UInt8]] = []
        var shortest = Int.max
        for option in plan.options[element.range] {
          shortest = min(shortest, option.range.count)
          if option.kind == .inflected {
            cost += 500
            forms += Inflection.knownForms(of: Array(plan.folded[option.range]))
          } else {
            forms.append(Array(plan.folded[option.range]))
          }
        }
        append(Test(.inflected, appendWords(forms)), length: shortest - 1)
      }
    }
  }
}
