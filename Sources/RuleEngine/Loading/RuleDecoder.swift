package import ContentModel
import LuaRuntime
import Screening

/// Turns the tables that rule and pack files return into values, and notes every mistake.
struct RuleDecoder {
  static let packKeys = ["title", "owner", "jurisdictions", "languages", "instruments"]
  static let instrumentKeys = ["citation", "says", "url", "checked"]
  static let ruleKeys = [
    "id", "category", "title", "severity", "scope", "basis", "message", "help", "rationale", "find", "on", "skip",
    "check", "examples", "folds_into", "formerly",
  ]

  /// What a trigger object of the loading state stands for.
  let triggers: (LuaObject) -> [Trigger]?

  func pack(_ table: LuaTable, name: String, file: TableReader.SourceFile) -> Pack {
    let reader = TableReader(table, owner: "this pack", file: file)
    reader.checkKeys(Self.packKeys)
    let title = reader.required("title", hint: #"add title = "…", shown in lists and reports"#) ?? name
    var instruments: [Pack.Instrument] = []
    if case .table(let entries) = table["instruments"] {
      for field in entries.fields {
        guard case .table(let entry) = field.value else {
          reader.note(
            .wrongType(key: field.key, expected: "a table", got: field.value.typeName),
            at: [.name("instruments"), .name(field.key)])
          continue
        }
        let part = TableReader(
          entry, owner: "this instrument", file: file, path: [.name("instruments"), .name(field.key)])
        part.checkKeys(Self.instrumentKeys)
        instruments.append(
          Pack.Instrument(
            key: field.key, citation: part.required("citation", hint: "add citation = \"…\", as a lawyer cites it") ?? "",
            says: part.required("says", hint: "add says = \"…\", what the provision demands in one line") ?? "",
            url: part.string("url"), checked: part.string("checked")))
      }
    } else if table["instruments"] != .nil {
      reader.note(
        .wrongType(key: "instruments", expected: "a table", got: table["instruments"].typeName),
        at: [.name("instruments")])
    }
    let languages = reader.strings("languages").map(\.text)
    return Pack(
      name: name, title: title, owner: reader.string("owner"),
      jurisdictions: reader.strings("jurisdictions").map(\.text), languages: languages.isEmpty ? ["en"] : languages,
      instruments: instruments, path: file.file.path)
  }

  /// Nil where the mistakes leave no rule to speak of; they are noted either way.
  func rule(_ table: LuaTable, pack: Pack, stem: String, file: TableReader.SourceFile) -> Rule? {
    let reader = TableReader(table, owner: "this rule", file: file)
    reader.checkKeys(Self.ruleKeys)
    let expected = pack.name + "/" + stem
    let id = reader.required("id", hint: "add id = \"\(expected)\"") ?? expected
    if id != expected { reader.note(.badID(id, expected: expected), at: [.name("id")]) }
    let category = reader.required("category", hint: "add category = \"…\", what reports group by")
    let title = reader.required("title", hint: "add title = \"…\", a few words for lists")
    let message = reader.required("message", hint: "add message = \"…\"; {text} stands for the words found")
    let severity = severity(reader, table)
    let basis = reader.strings("basis").compactMap { position, key -> Finding.Basis? in
      if let instrument = pack.instruments.first(where: { $0.key == key }) {
        return Finding.Basis(key: key, citation: instrument.citation, says: instrument.says, url: instrument.url)
      }
      reader.note(
        .unknownInstrument(key, suggestion: suggestion(for: key, among: pack.instruments.map(\.key))), at: position)
      return nil
    }
    let hasCheck =
      switch table["check"] {
      case .function: true
      case .nil: false
      default: false
      }
    if !hasCheck, table["check"] != .nil {
      reader.note(
        .wrongType(key: "check", expected: "a function", got: table["check"].typeName), at: [.name("check")])
    }
    let subject = subject(reader, table: table, hasCheck: hasCheck)
    let examples = examples(reader, table: table)
    guard let category, let title, let message, let subject else { return nil }
    return Rule(
      id: expected, pack: pack.name, category: category, title: title, severity: severity.standard,
      marketSeverities: severity.markets, scope: reader.choice("scope", FindingScope.self)?.scope ?? .span, basis: basis, message: message,
      help: reader.string("help"), rationale: reader.string("rationale"), subject: subject,
      skip: reader.choices("skip", ContextFlag.self), hasCheck: hasCheck, flaggedExamples: examples.flagged,
      cleanExamples: examples.clean, foldsInto: reader.strings("folds_into").map(\.text),
      formerly: reader.strings("formerly").map(\.text), path: file.file.path)
  }

  /// `severity = "error"`, or by market: `severity = { default = "warning", US = "error" }`.
  private func severity(_ reader: TableReader, _ table: LuaTable) -> (standard: Severity, markets: [Rule.MarketSeverity]) {
    switch table["severity"] {
    case .nil:
      reader.note(.missingKey("severity", in: "this rule", hint: #"add severity = "error", "warning" or "note""#))
      return (.warning, [])
    case .table(let entries):
      let part = TableReader(entries, owner: "'severity'", file: reader.file, path: reader.path + [.name("severity")])
      _ = part.required("default", hint: #"add default = "error", "warning" or "note", for every other market"#)
      if !entries.array.isEmpty || entries.hasOtherKeys {
        part.note(.wrongType(key: "severity", expected: "a table of markets", got: "a list"))
      }
      var markets: [Rule.MarketSeverity] = []
      for field in entries.fields where field.key != "default" {
        guard let severity = part.choice(field.key, Severity.self) else { continue }
        markets.append(Rule.MarketSeverity(market: Market(field.key).code, severity: severity))
      }
      return (part.choice("default", Severity.self) ?? .warning, markets.sorted { $0.market < $1.market })
    default: return (reader.choice("severity", Severity.self) ?? .warning, [])
    }
  }

  private enum FindingScope: String, CaseIterable {
    case span, document
    var scope: Finding.Scope { self == .span ? .span : .document }
  }

  private func subject(_ reader: TableReader, table: LuaTable, hasCheck: Bool) -> Rule.Subject? {
    switch (table["find"], table["on"]) {
    case (.nil, .nil): reader.note(.nothingToLookFor)
    case (.nil, _):
      guard let kind = reader.choice("on", NodeKind.self) else { return nil }
      if !hasCheck, table["check"] == .nil { reader.note(.needsCheck(on: kind.rawValue), at: [.name("on")]) }
      return .nodes(kind)
    case (_, .nil):
      var found: [Trigger] = []
      var size = 0
      for (position, value) in reader.list("find") where !reader.file.isFull {
        guard size <= Screen.maximumSequences else {
          reader.note(
            .badTrigger("find", "looks for more than \(Screen.maximumSequences) sequences of words; split the rule"), at: [.name("find")])
          break
        }
        switch value {
        case .string(let text): size += check(.phrase(text), reader, position, into: &found)
        case .object(let object):
          guard let triggers = triggers(object) else { fallthrough }
          if triggers.count == 1 {
            size += check(triggers[0], reader, position, into: &found)
          } else {
            // A word list was compiled when it was read.
            found += triggers
            size += triggers.count
          }
        default:
          reader.note(
            .wrongType(key: "find", expected: "a list of phrases, patterns and lexicons", got: "one with \(value.typeName)"),
            at: position)
        }
      }
      if found.isEmpty, case .table(let list) = table["find"], list.array.isEmpty { reader.note(.nothingToLookFor, at: [.name("find")]) }
      return .triggers(found)
    default: reader.note(.bothFindAndOn, at: [.name("on")], onKey: true)
    }
    return nil
  }

  private func check(
    _ trigger: Trigger, _ reader: TableReader, _ position: [TableReader.Key], into found: inout [Trigger]
  ) -> Int {
    do throws(TriggerError) {
      let size = try trigger.check()
      found.append(trigger)
      return size
    } catch {
      reader.note(.badTrigger(RuleHost.clipped(trigger.text), error.message), at: position)
      return 1
    }
  }

  private func examples(_ reader: TableReader, table: LuaTable) -> (flagged: [Rule.Example], clean: [Rule.Example]) {
    let entries: LuaTable
    switch table["examples"] {
    case .table(let given): entries = given
    case .nil: entries = LuaTable()
    case let other:
      reader.note(.wrongType(key: "examples", expected: "a table", got: other.typeName), at: [.name("examples")])
      return ([], [])
    }
    let part = TableReader(entries, owner: "'examples'", file: reader.file, path: [.name("examples")])
    part.checkKeys(["flagged", "clean"])
    let flagged = part.list("flagged")
    let clean = part.list("clean")
    if flagged.isEmpty || clean.count < 2 {
      reader.note(.tooFewExamples(flagged: flagged.count, clean: clean.count), at: [.name("examples")], onKey: true)
    }
    return (
      flagged.compactMap { example($0.value, at: $0.position, part, isFlagged: true) },
      clean.compactMap { example($0.value, at: $0.position, part, isFlagged: false) }
    )
  }

  private func example(
    _ value: LuaValue, at position: [TableReader.Key], _ reader: TableReader, isFlagged: Bool
  ) -> Rule.Example? {
    var format = DocumentFormat.text
    var marked: String?
    switch value {
    case .string(let text): marked = text
    case .table(let table) where table.fields.count == 1 && table.array.isEmpty:
      if let known = DocumentFormat(rawValue: table.fields[0].key), case .string(let text) = table.fields[0].value {
        format = known
        marked = text
      }
    default: break
    }
    guard let marked else {
      reader.note(
        .badExample("an example is a text, { markdown = \"…\" } or { html = \"…\" }, not \(value.typeName)"), at: position)
      return nil
    }
    guard let example = Rule.Example(marked, format: format) else {
      reader.note(.badExample("the marks ⟦ and ⟧ of this example do not pair up"), at: position)
      return nil
    }
    if !isFlagged, !example.marks.isEmpty {
      reader.note(.badExample("a clean example has no marked words"), at: position)
    }
    var placed = example
    if case .table = value { placed.isPlain = false }
    placed.line = reader.file.outline?.entry(reader.path + position).map { reader.file.place($0.valueRange).line }
    return placed
  }
}

extension Rule.Example {
  /// Takes the marks `⟦…⟧` out of a text; nil where they do not pair up.
  package init?(_ marked: String, format: DocumentFormat) {
    var text: [UInt8] = []
    var marks: [Span] = []
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        guard start == nil else { return nil }
        start = text.count
      case "⟧":
        guard let from = start else { return nil }
        marks.append(Span(from, text.count))
        start = nil
      default: text.append(contentsOf: String(scalar).utf8)
      }
    }
    guard start == nil else { return nil }
    self.init(format: format, text: String(decoding: text, as: UTF8.self), marks: marks, isPlain: format == .text, line: nil)
  }
}
