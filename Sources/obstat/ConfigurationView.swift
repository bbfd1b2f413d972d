import Configuration
import ContentModel
import FileSystem
import Readers
import RuleEngine
import Scanning

/// What applies to one document, as text: one value a line, with the place that it comes from.
struct ConfigurationView {
  let file: String
  let tree: ConfigurationTree
  let rules: RuleSet
  /// Rule folders of the command line.
  let named: [String]

  private var settings: Settings { tree.settings(for: file) }

  var text: String {
    let settings = settings
    var text = "\(file)\n"
    let sources = [tree.settings.path, settings.path].compactMap { $0 }
    let files = (settings.extended + sources).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    text += "  configuration  \(files.isEmpty ? "none: everything is as shipped" : files.joined(separator: ", "))\n"
    if let pattern = tree.settings.exclusion(of: file, in: FileSystem.realPath(".") ?? "/") {
      text += "  excluded       by \(pattern.text)  (\(pattern.origin))\n"
    }
    text += section("document", documentLines)
    text += section("packs", packLines)
    text += section("rules", ruleLines)
    text += section("files", fileLines)
    text += section("output", OutputSettings.fields.map { field in
      let value = tree.settings.output.values[field.name]
      return (field.name, value?.value ?? "as the command line says", value?.origin ?? .standard)
    })
    text += section("gate", gateLines)
    text += section("limits", Limits.keys.map { key in
      let value = tree.settings.limits[keyPath: key.path]
      return (key.name, String(value.value), value.origin)
    })
    return text
  }

  private func section(_ name: String, _ lines: [(name: String, value: String, origin: Any)]) -> String {
    guard !lines.isEmpty else { return "" }
    let width = lines.map(\.name.count).max() ?? 0
    return "\(name)\n" + lines.map { line in
      "  \(line.name)\(String(repeating: " ", count: width - line.name.count))  \(line.value)  (\(line.origin))\n"
    }.joined()
  }

  /// The document with what it says itself and what is told of it; nil where it cannot be read.
  private var document: (own: Document?, told: Document) {
    let treatment = tree.treatment(of: file)
    let format = DocumentReader.format(ofFileName: file) ?? .text
    let own = (try? FileSystem.read(file, limit: tree.settings.limits.documentBytes.value))
      .flatMap { try? DocumentReader().read($0, path: file, format: format) }
    var told = own ?? Document(
      path: file, format: format, utf8: [], blocks: [],
      sourceMap: SourceMap(source: SourceText(utf8: [], encoding: "utf-8"), segments: []))
    told.learn(treatment.facts)
    return (own, told)
  }

  private var documentLines: [(name: String, value: String, origin: Any)] {
    let (own, told) = document
    let facts = tree.facts(of: file, settings)
    return DocumentFact.allCases.map { fact in
      guard let value = told.fact(fact) else { return (fact.rawValue, "not known", Origin.standard) }
      if own?.fact(fact) != nil { return (fact.rawValue, value, "the document itself") }
      return (fact.rawValue, value, facts.first { $0.fact == fact }?.value.origin ?? .standard)
    }
  }

  private var packLines: [(name: String, value: String, origin: Any)] {
    let told = document.told
    let judgement = rules.judgement(of: tree.treatment(of: file), for: told)
    let foreign = rules.foreignPacks(for: told)
    return rules.packs.map { pack in
      let own = rules.rules.indices.filter { rules.rules[$0].pack == pack.name }
      let active = own.count(where: judgement.active.contains)
      let change = lastChange { if case .pack(pack.name, _) = $0 { true } else { false } }
      let value = active == own.count ? "on" : active == 0 ? "off" : "\(active) of \(own.count) rules on"
      if change == nil, foreign.contains(pack.name) {
        return (pack.name, value, "its law holds in \(pack.jurisdictions.joined(separator: ", "))")
      }
      return (pack.name, value, change?.origin ?? .standard)
    }
  }

  /// Rules about which the configuration says something.
  private var ruleLines: [(name: String, value: String, origin: Any)] {
    let judgement = rules.judgement(of: tree.treatment(of: file), for: document.told)
    return rules.rules.indices.compactMap { index in
      let rule = rules.rules[index]
      let change = lastChange { if case .rule(let id, _) = $0 { rules.index(ofRule: id) == index } else { false } }
      guard let change else { return nil }
      let value = judgement.active.contains(index) ? judgement.severities[rule.id]?.rawValue ?? "on" : "off"
      return (rule.id, value, change.origin)
    }
  }

  /// The last change of a kind that is made for the document.
  private func lastChange(_ isMeant: (Change.Effect) -> Bool) -> Change? {
    let told = document.told
    return tree.changes(for: file, settings).last { change in
      isMeant(change.effect) && change.conditions.facts.allSatisfy { $0.holds(for: told) }
    }
  }

  private var fileLines: [(name: String, value: String, origin: Any)] {
    let run = tree.settings
    let folders = named.isEmpty ? run.ruleFolders.value : named
    var lines: [(name: String, value: String, origin: Any)] = [
      ("rule folders", folders.isEmpty ? "the shipped ones" : folders.joined(separator: ", "), named.isEmpty ? run.ruleFolders.origin as Any : "--rules"),
      ("claims", run.claims.value ?? "none", run.claims.origin),
      ("evidence", run.evidence.value.isEmpty ? "the shipped records" : run.evidence.value.joined(separator: ", "), run.evidence.origin),
    ]
    for addition in run.lexicons {
      lines.append((addition.lexicon, "and \(addition.words.joined(separator: ", "))", addition.origin))
    }
    for pattern in run.exclude.value { lines.append(("exclude", pattern.text, pattern.origin)) }
    for pattern in settings.names { lines.append(("names", pattern.text, pattern.origin)) }
    return lines
  }
}
