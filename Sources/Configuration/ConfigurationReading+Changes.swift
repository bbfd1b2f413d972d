import ContentModel
import Yams

// Packs, rules, facts and word lists: what a file says about documents.
extension ConfigurationReading {
  mutating func takePacks(_ node: Node, under conditions: ChangeConditions) {
    for (key, value) in node.mapping ?? [:] {
      guard let name = key.string, let isOn = value.scalar.flatMap({ Self.flag($0.string) }) else { continue }
      add(.pack(name, isOn: isOn), conditions, key)
    }
  }

  mutating func takeRules(_ node: Node, under conditions: ChangeConditions) {
    for (key, value) in node.mapping ?? [:] {
      guard let name = key.string else { continue }
      if let text = value.scalar?.string {
        if let choice = Self.choice(text) { add(.rule(name, choice), conditions, key) }
        continue
      }
      // The default first, so that a market's own value outranks it wherever it stands.
      let entries = (value.mapping ?? [:]).map { ($0.key, $0.value) }
      for (market, text) in entries where market.string == "default" { take(name, text, conditions, market) }
      for (market, text) in entries where market.string != "default" {
        var narrower = conditions
        narrower.facts.append(Treatment.Condition(.market, [market.string ?? ""]))
        take(name, text, narrower, market)
      }
    }
  }

  private mutating func take(_ rule: String, _ node: Node, _ conditions: ChangeConditions, _ key: Node) {
    if let choice = node.scalar.flatMap({ Self.choice($0.string) }) { add(.rule(rule, choice), conditions, key) }
  }

  private static func choice(_ text: String) -> Treatment.Change.Choice? {
    if let severity = Severity(rawValue: text) { return .severity(severity) }
    return flag(text).map { $0 ? .on : .off }
  }

  private mutating func add(_ effect: Change.Effect, _ conditions: ChangeConditions, _ key: Node) {
    settings.changes.append(Change(effect: effect, conditions: conditions, origin: origin(of: key), place: place(of: key)))
  }

  mutating func takeFacts(_ node: Node, files: [ExclusionPattern]) {
    var conditions = ChangeConditions()
    conditions.files = files
    for (key, value) in node.mapping ?? [:] {
      guard let fact = key.string.flatMap(DocumentFact.init(rawValue:)) else { continue }
      add(.fact(fact, texts(value).map(\.0).joined(separator: ", ")), conditions, key)
    }
  }

  mutating func takeOverride(_ node: Node) {
    guard let mapping = node.mapping else { return }
    var conditions = ChangeConditions()
    var effects: [(key: String, node: Node)] = []
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "files": conditions.files = patterns(value)
      case let name:
        if let fact = DocumentFact(rawValue: name) {
          conditions.facts.append(Treatment.Condition(fact, texts(value).map(\.0)))
        } else {
          effects.append((name, value))
        }
      }
    }
    if conditions == ChangeConditions() { note(.missingKey("files' or 'market", in: "an override"), at: node) }
    if effects.isEmpty { note(.missingKey("packs', 'rules' or 'document", in: "an override"), at: node) }
    for (key, value) in effects {
      switch key {
      case "packs": takePacks(value, under: conditions)
      case "rules": takeRules(value, under: conditions)
      default:
        if conditions.facts.isEmpty { takeFacts(value, files: conditions.files) } else { note(.circularFacts, at: value) }
      }
    }
  }

  mutating func takeNames(_ node: Node) {
    var own: [NamePattern] = []
    for (text, node) in texts(node) {
      do throws(NamePattern.Mistake) {
        own.append(try NamePattern(text, folder: folder, origin: origin(of: node)))
      } catch { note(.badPattern(text, why: error.words), at: node) }
    }
    // Before those of files above and of what is extended.
    settings.names = own + settings.names
  }

  mutating func takeLexicons(_ node: Node) {
    for (key, value) in node.mapping ?? [:] {
      guard let name = key.string else { continue }
      settings.lexicons.append(
        LexiconAddition(lexicon: name, words: texts(value).map(\.0), origin: origin(of: key), place: place(of: key), path: path))
    }
  }
}
