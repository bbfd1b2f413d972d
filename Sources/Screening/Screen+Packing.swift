extension Screen {
  /// Everything that compiling has made; patterns as their text and what is known of them.
  package func pack(into writer: inout PackedWriter) {
    writer.write(sequences)
    writer.write(tests)
    writer.writeList(patterns) { writer, pattern in
      writer.write(pattern.set)
      writer.write(pattern.trigger)
      pattern.code.pack(into: &writer)
    }
    words.pack(into: &writer)
    prefixes.pack(into: &writer)
    inflections.pack(into: &writer)
    byWord.pack(into: &writer)
    byPrefix.pack(into: &writer)
    writer.write(keepsNested)
    writer.write(setCount)
    writer.write(compileCost)
  }

  /// Reads what ``pack(into:)`` wrote, and sees to it that no number in it leads outside.
  package convenience init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    let sequences = try reader.array(of: Sequence.self)
    let tests = try reader.array(of: Test.self)
    let patterns = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
      Pattern(set: try reader.int(), trigger: try reader.int(), code: try PatternStore.pattern(&reader))
    }
    let words = try WordTable(&reader)
    let prefixes = try WordTable(&reader)
    let inflections = try Lists(&reader)
    let byWord = try Lists(&reader)
    let byPrefix = try Lists(&reader)
    let keepsNested = try reader.bool()
    let setCount = try reader.int()
    let compileCost = try reader.int()
    guard byWord.count == words.count, byPrefix.count == prefixes.count, byWord.areBelow(sequences.count),
      byPrefix.areBelow(sequences.count), inflections.areBelow(words.count)
    else { throw PackedReader.Nonsense() }
    for sequence in sequences {
      guard sequence.firstTest >= 0, sequence.testCount > 0, Int(sequence.firstTest) + Int(sequence.testCount) <= tests.count,
        sequence.anchor >= 0, sequence.anchor < sequence.testCount, sequence.set >= 0, Int(sequence.set) < setCount, sequence.trigger >= 0
      else { throw PackedReader.Nonsense() }
    }
    for test in tests {
      let limit =
        switch Test.Kind(rawValue: test.kind) {
        case .word: words.count
        case .prefix: prefixes.count
        case .inflected: inflections.count
        case .anyWord, nil: Int.max
        }
      guard test.id >= 0, Int(test.id) < limit else { throw PackedReader.Nonsense() }
    }
    self.init(
      sequences: sequences, tests: tests, patterns: patterns, words: words, prefixes: prefixes, inflections: inflections,
      byWord: byWord, byPrefix: byPrefix, keepsNested: keepsNested, setCount: setCount, compileCost: compileCost)
  }
}

extension Screen.Lists {
  func pack(into writer: inout PackedWriter) {
    writer.write(starts)
    writer.write(values)
  }

  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    starts = try reader.array(of: Int32.self)
    values = try reader.array(of: Int32.self)
    guard starts.first == 0, starts.last.map(Int.init) == values.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw PackedReader.Nonsense()
    }
  }

  func areBelow(_ limit: Int) -> Bool { values.allSatisfy { $0 >= 0 && Int($0) < limit } }
}

extension RequiredText {
  func pack(into writer: inout PackedWriter) {
    writer.writeList(letters) { $0.write($1) }
    signs.pack(into: &writer)
    writer.write(weight)
  }

  convenience init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    let letters = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in try reader.array(of: UInt8.self) }
    self.init(letters: letters, signs: try SignClass(&reader), weight: try reader.int())
  }
}
