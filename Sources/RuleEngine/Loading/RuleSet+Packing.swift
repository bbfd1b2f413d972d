import Analysis
import ContentModel
import Screening

/// What loading a rule set finds out, packed: everything but the files themselves, which are at hand.
extension RuleSet {
  func pack(into writer: inout PackedWriter) {
    writer.writeList(packs) { $1.pack(into: &$0) }
    writer.writeList(rules) { $1.pack(into: &$0) }
    writer.writeList(lexicons.lexicons) { writer, lexicon in
      writer.write(lexicon.name)
      writer.write(lexicon.path)
      writer.writeList(lexicon.triggers) { $0.write($1.text) }
      lexicon.screen.pack(into: &writer)
    }
    screen.pack(into: &writer)
    analysisLexicons.packScreens(into: &writer)
    writer.writeList(patterns) { $0.write($1) }
    PatternPacking.pack(patterns, into: &writer)
  }

  init(_ reader: inout PackedReader, files: [RuleFile], analysisLexicons: AnalysisLexicons) throws(PackedReader.Nonsense) {
    let packs = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in try Pack(&reader) }
    let rules = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in try Rule(&reader) }
    let lexicons = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
      let name = try reader.string()
      let path = try reader.string()
      let triggers = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in Trigger.phrase(try reader.string()) }
      return LexiconStore.Lexicon(name: name, triggers: triggers, path: path, screen: try Screen(&reader))
    }
    let screen = try Screen(&reader)
    try analysisLexicons.unpackScreens(&reader)
    let patterns = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in try reader.string() }
    try PatternPacking.unpack(&reader)
    guard reader.isAtEnd else { throw PackedReader.Nonsense() }
    self.init(
      packs: packs, rules: rules, files: files, screen: screen, lexicons: LexiconStore(lexicons), analysisLexicons: analysisLexicons,
      patterns: patterns)
  }
}

extension Pack {
  func pack(into writer: inout PackedWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(owner)
    writer.writeList(jurisdictions) { $0.write($1) }
    writer.writeList(languages) { $0.write($1) }
    writer.writeList(instruments) { writer, instrument in
      writer.write(instrument.key)
      writer.write(instrument.citation)
      writer.write(instrument.says)
      writer.write(instrument.url)
      writer.write(instrument.checked)
    }
    writer.write(path)
  }

  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    self.init(
      name: try reader.string(), title: try reader.string(), owner: try reader.optionalString(), jurisdictions: try reader.strings(),
      languages: try reader.strings(),
      instruments: try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
        Instrument(
          key: try reader.string(), citation: try reader.string(), says: try reader.string(), url: try reader.optionalString(),
          checked: try reader.optionalString())
      },
      path: try reader.string())
  }
}

extension Rule {
  func pack(into writer: inout PackedWriter) {
    writer.write(id)
    writer.write(pack)
    writer.write(category)
    writer.write(title)
    writer.write(severity.rawValue)
    writer.writeList(marketSeverities) { writer, entry in
      writer.write(entry.market)
      writer.write(entry.severity.rawValue)
    }
    writer.write(scope.rawValue)
    writer.writeList(basis) { writer, basis in
      writer.write(basis.key)
      writer.write(basis.citation)
      writer.write(basis.says)
      writer.write(basis.url)
    }
    writer.write(message)
    writer.write(help)
    writer.write(rationale)
    switch subject {
    case .triggers(let triggers):
      writer.write("")
      writer.writeList(triggers) { writer, trigger in
        if case .pattern = trigger { writer.write(true) } else { writer.write(false) }
        writer.write(trigger.text)
      }
    case .nodes(let kind): writer.write(kind.rawValue)
    }
    writer.writeList(skip) { $0.write($1.rawValue) }
    writer.write(hasCheck)
    writer.writeList(flaggedExamples) { $1.pack(into: &$0) }
    writer.writeList(cleanExamples) { $1.pack(into: &$0) }
    writer.writeList(foldsInto) { $0.write($1) }
    writer.writeList(formerly) { $0.write($1) }
    writer.write(path)
    writer.writeList(marketSeverities) { writer, market in
      writer.write(market.market)
      writer.write(market.severity.rawValue)
    }
  }

  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    let id = try reader.string()
    let pack = try reader.string()
    let category = try reader.string()
    let title = try reader.string()
    let severity: Severity = try reader.value()
    let markets = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
      MarketSeverity(market: try reader.string(), severity: try reader.value())
    }
    let scope: Finding.Scope = try reader.value()
    let basis = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
      Finding.Basis(key: try reader.string(), citation: try reader.string(), says: try reader.string(), url: try reader.optionalString())
    }
    let message = try reader.string()
    let help = try reader.optionalString()
    let rationale = try reader.optionalString()
    let kind = try reader.string()
    let subject: Subject
    if kind.isEmpty {
      subject = .triggers(
        try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
          try reader.bool() ? .pattern(try reader.string()) : .phrase(try reader.string())
        })
    } else {
      guard let node = NodeKind(rawValue: kind) else { throw PackedReader.Nonsense() }
      subject = .nodes(node)
    }
    self.init(
      id: id, pack: pack, category: category, title: title, severity: severity, marketSeverities: markets, scope: scope, basis: basis, message: message, help: help,
      rationale: rationale, subject: subject,
      skip: try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in try reader.value() },
      hasCheck: try reader.bool(), flaggedExamples: try reader.list(Example.init), cleanExamples: try reader.list(Example.init),
      foldsInto: try reader.strings(), formerly: try reader.strings(), path: try reader.string())
    marketSeverities = try reader.list { (reader: inout PackedReader) throws(PackedReader.Nonsense) in
      MarketSeverity(market: try reader.string(), severity: try reader.value())
    }
  }
}

extension Rule.Example {
  func pack(into writer: inout PackedWriter) {
    writer.write(format.rawValue)
    writer.write(text)
    writer.write(marks.flatMap { [$0.start, $0.end] })
    writer.write(isPlain)
    writer.write(line ?? -1)
  }

  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    let format: DocumentFormat = try reader.value()
    let text = try reader.string()
    let places = try reader.array(of: Int.self)
    guard places.count.isMultiple(of: 2), places.allSatisfy({ $0 >= 0 && $0 <= text.utf8.count }) else { throw PackedReader.Nonsense() }
    var marks: [Span] = []
    for i in stride(from: 0, to: places.count, by: 2) {
      guard places[i] <= places[i + 1] else { throw PackedReader.Nonsense() }
      marks.append(Span(places[i], places[i + 1]))
    }
    let isPlain = try reader.bool()
    let line = try reader.int()
    self.init(format: format, text: text, marks: marks, isPlain: isPlain, line: line < 0 ? nil : line)
  }
}

extension PackedReader {
  fileprivate mutating func strings() throws(Nonsense) -> [String] {
    try list { (reader: inout PackedReader) throws(Nonsense) in try reader.string() }
  }

  fileprivate mutating func value<Value: RawRepresentable>() throws(Nonsense) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try string()) else { throw Nonsense() }
    return value
  }
}
