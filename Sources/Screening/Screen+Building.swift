extension Screen {
  /// Collects the compiled form of triggers.
  struct Builder {
    var sequences: [Sequence] = []
    var patterns: [Pattern] = []
    var words = WordTable()
    var prefixes = WordTable()
    var prefixLengths = [UInt64](repeating: 0, count: 256)
    var inflections: [Set<Int32>] = []
    private var inflectionIndices: [[UInt8]: Int32] = [:]
    var byWord: [[Int32]] = []
    var byPrefix: [[Int32]] = []
    var cost = 100
    private var sizeOfSet = 0

    mutating func beginSet() { sizeOfSet = 0 }

    mutating func add(_ trigger: Trigger, set: Int, index: Int) throws(TriggerError) {
      switch trigger {
      case .phrase(let text):
        do {
          let sequences = try Phrase(text).sequences
          sizeOfSet += sequences.count
          cost += text.utf8.count
          for elements in sequences { addSequence(elements, set: set, trigger: index) }
        } catch {
          throw TriggerError(trigger: trigger, message: error.message)
        }
      case .pattern(let text):
        do {
          let code = try CompiledPattern(text)
          sizeOfSet += 1
          cost += 5_000 + code.size * 20
          patterns.append(Pattern(set: set, trigger: index, code: code, required: RequiredLetters.find(in: text)))
        } catch {
          throw TriggerError(trigger: trigger, message: error.message)
        }
      }
      if sizeOfSet > Screen.maximumSequences {
        throw TriggerError(
          trigger: trigger, message: "is one too many: at most \(Screen.maximumSequences) sequences of words can be looked for together")
      }
    }

    private mutating func word(_ bytes: [UInt8]) -> Int32 {
      let id = words.intern(bytes)
      if Int(id) == byWord.count { byWord.append([]) }
      return id
    }

    private mutating func addSequence(_ elements: [Phrase.Element], set: Int, trigger: Int) {
      var tests: [Test] = []
      var anchor = 0
      var anchorLength = -1
      for (i, element) in elements.enumerated() {
        let length: Int
        switch element {
        case .anyWord:
          tests.append(.anyWord)
          continue
        case .literal(let bytes):
          tests.append(.word(word(bytes)))
          length = bytes.count
        case .prefix(let bytes):
          let id = prefixes.intern(bytes)
          if Int(id) == byPrefix.count { byPrefix.append([]) }
          prefixLengths[Int(bytes[0])] |= 1 << UInt64(min(bytes.count, 63))
          tests.append(.prefix(id))
          length = bytes.count - 1
        case .inflected(let bytes):
          if let known = inflectionIndices[bytes] {
            tests.append(.inflected(known))
          } else {
            cost += 500
            let forms = Inflection.forms(of: String(decoding: bytes, as: UTF8.self)).map { word(Array($0.utf8)) }
            let id = Int32(inflections.count)
            inflections.append(Set(forms))
            inflectionIndices[bytes] = id
            tests.append(.inflected(id))
          }
          length = bytes.count
        case .oneOf(let options):
          var ids: Set<Int32> = []
          var shortest = Int.max
          for option in options {
            switch option {
            case .literal(let bytes):
              ids.insert(word(bytes))
              shortest = min(shortest, bytes.count)
            case .inflected(let bytes):
              cost += 500
              ids.formUnion(Inflection.forms(of: String(decoding: bytes, as: UTF8.self)).map { word(Array($0.utf8)) })
              shortest = min(shortest, bytes.count)
            case .prefix, .oneOf, .anyWord: break  // Phrase groups single words only
            }
          }
          tests.append(.inflected(Int32(inflections.count)))
          inflections.append(ids)
          length = shortest - 1
        }
        if length > anchorLength {
          anchor = i
          anchorLength = length
        }
      }
      cost += 50 + elements.count * 50
      let id = Int32(sequences.count)
      sequences.append(Sequence(set: Int32(set), trigger: Int32(trigger), tests: tests, anchor: anchor))
      switch tests[anchor] {
      case .word(let word): byWord[Int(word)].append(id)
      case .prefix(let prefix): byPrefix[Int(prefix)].append(id)
      case .inflected(let inflection):
        for word in inflections[Int(inflection)] { byWord[Int(word)].append(id) }
      case .anyWord: break  // refused by Phrase: some test of a sequence is a word
      }
    }
  }
}

/// Letters that every match of a regular expression must contain, found by a cautious reading of its text.
enum RequiredLetters {
  static let minimum = 3

  /// The longest run of ASCII letters outside groups, classes and repetitions in each alternative at top level; empty unless each has one of at least ``minimum``.
  static func find(in pattern: String) -> [[UInt8]] {
    let p = Array(pattern.utf8)
    var alternatives: [[UInt8]] = []
    var best: [UInt8] = []
    var run: [UInt8] = []
    var depth = 0
    var i = 0
    func finishRun() {
      if run.count > best.count { best = run }
      run = []
    }
    while i < p.count {
      let b = p[i]
      switch b {
      case 0x5C:  // backslash: an escape; quoting and names are beyond this reading
        guard i + 1 < p.count else { return [] }
        let escaped = p[i + 1]
        if escaped == 0x51 || escaped == 0x45 { return [] }
        finishRun()
        i += 2
        // Skip an escape's braces and the letters of \cx, \x41, \012, \pL.
        if i < p.count, p[i] == 0x7B {
          while i < p.count, p[i] != 0x7D { i += 1 }
          i += 1
        } else if [0x63, 0x78, 0x70, 0x50, 0x6F, 0x67, 0x6B, 0x4E].contains(escaped) || (escaped >= 0x30 && escaped <= 0x39) {
          return []
        }
        continue
      case 0x5B:  // class
        finishRun()
        i += 1
        if i < p.count, p[i] == 0x5E { i += 1 }
        if i < p.count, p[i] == 0x5D { i += 1 }
        while i < p.count, p[i] != 0x5D {
          if p[i] == 0x5B { return [] }
          i += p[i] == 0x5C ? 2 : 1
        }
      case 0x28:
        finishRun()
        if i + 1 < p.count, p[i + 1] == 0x2A { return [] }
        if i + 2 < p.count, p[i + 1] == 0x3F, ![0x3A, 0x3D, 0x21, 0x3C, 0x3E].contains(p[i + 2]) { return [] }
        depth += 1
      case 0x29:
        depth -= 1
        finishRun()
      case 0x7C where depth == 0:
        finishRun()
        if best.count < minimum { return [] }
        alternatives.append(best)
        best = []
      case 0x2A, 0x3F, 0x7B:  // * ? {: the character before may be absent
        if !run.isEmpty { run.removeLast() }
        finishRun()
        if b == 0x7B {
          while i < p.count, p[i] != 0x7D { i += 1 }
        }
      case 0x41...0x5A, 0x61...0x7A:
        if depth == 0 { run.append(b | 0x20) }
      default:
        finishRun()
      }
      i += 1
    }
    finishRun()
    if depth != 0 || best.count < minimum { return [] }
    return alternatives + [best]
  }
}
