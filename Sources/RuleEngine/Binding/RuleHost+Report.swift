import Analysis
import ContentModel
import LuaRuntime

extension RuleHost {
  static let reportKeys = ["message", "help", "severity", "see", "see_note", "at", "fix", "safe"]
  /// Bytes of a finding's message, and of its help.
  static let messageLimit = 4096
  /// Places that one finding may show beside its own.
  static let relatedLimit = 100
  /// Replacements that one finding may offer.
  static let replacementLimit = 10

  /// `node:report { … }`: makes a finding on an object's words.
  func report(_ object: LuaObject, _ arguments: Arguments) throws(LuaHostError) -> LuaValue {
    guard let rule, let ownSpan = span(of: object) else { throw LuaHostError("\(arguments.method): nothing to report on") }
    let options = try arguments.optionalTable(0) ?? LuaTable()
    for field in options.fields where !Self.reportKeys.contains(field.key) {
      let hint = suggestion(for: field.key, among: Self.reportKeys).map { " (did you mean '\($0)'?)" } ?? ""
      throw LuaHostError("\(arguments.method): unknown key '\(field.key)'\(hint); known keys: \(Self.reportKeys.joined(separator: ", "))")
    }
    func text(_ key: String) throws(LuaHostError) -> String? {
      switch options[key] {
      case .nil: return nil
      case .string(let text): return text
      case let other: throw LuaHostError("\(arguments.method): '\(key)' must be a string, got \(other.typeName)")
      }
    }
    let judged = rule.judgement(for: document)
    var severity = judged.severity
    var jurisdiction = judged.jurisdiction
    if let name = try text("severity") {
      guard let known = Severity(rawValue: name) else {
        throw LuaHostError("\(arguments.method): severity '\(name)' is not one of error, warning, note")
      }
      severity = known
      jurisdiction = nil
    }
    var span = ownSpan
    let isDocument = object.type == ObjectModel.TypeName.document.rawValue
    if options["at"] != .nil {
      guard case .object(let place) = options["at"], let given = self.span(of: place) else {
        throw LuaHostError("\(arguments.method): 'at' must be an object with words of its own, got \(options["at"].typeName)")
      }
      span = given
    } else if isDocument {
      span = anchor
    }
    charge(50)
    // An error could be caught by the rule, and its finding would be lost without a word.
    guard findingsOfRule < findingsPerRule else {
      isFull = true
      return .nil
    }
    func bounded(_ text: String, _ key: String) throws(LuaHostError) -> String {
      if text.utf8.count <= Self.messageLimit { return text }
      throw LuaHostError("\(arguments.method): the \(key) is longer than \(Self.messageLimit) bytes")
    }
    var message = try bounded(try text("message") ?? rule.message, "message")
    message = try bounded(message.replacing("{text}", with: excerpt(span)), "message")
    if let jurisdiction { message += jurisdiction }
    let help = try (try text("help") ?? rule.help).map { text throws(LuaHostError) in try bounded(text, "help") }
    findingsOfRule += 1
    add(
      Finding(
        rule: rule.id, category: rule.category, severity: severity,
        scope: isDocument || rule.scope == .document ? .document : .span,
        message: message, help: help, basis: rule.basis,
        span: span, related: try related(options, arguments), fix: try fix(options, isDocument: isDocument, arguments)))
    return .nil
  }

  private func fix(_ options: LuaTable, isDocument: Bool, _ arguments: Arguments) throws(LuaHostError) -> Finding.Fix? {
    let isSafe: Bool
    switch options["safe"] {
    case .nil: isSafe = false
    case .boolean(let value): isSafe = value
    case let other: throw LuaHostError("\(arguments.method): 'safe' must be a boolean, got \(other.typeName)")
    }
    let values: [LuaValue]
    switch options["fix"] {
    case .nil:
      guard options["safe"] == .nil else { throw LuaHostError("\(arguments.method): 'safe' says that 'fix' is right in any text, and there is no 'fix'") }
      return nil
    case .table(let list) where !list.array.isEmpty && list.fields.isEmpty && !list.hasOtherKeys: values = list.array
    case .table: throw LuaHostError("\(arguments.method): 'fix' must be a string or a list of strings")
    case let one: values = [one]
    }
    guard !isDocument else { throw LuaHostError("\(arguments.method): 'fix' replaces words, and a document is more than those") }
    guard values.count <= Self.replacementLimit else {
      throw LuaHostError("\(arguments.method): 'fix' offers \(values.count) replacements, at most \(Self.replacementLimit) can be shown")
    }
    var replacements: [String] = []
    for value in values {
      guard case .string(let text) = value else {
        throw LuaHostError("\(arguments.method): 'fix' must be a string or a list of strings, got \(value.typeName)")
      }
      guard text.utf8.count <= Self.messageLimit else { throw LuaHostError("\(arguments.method): a fix is longer than \(Self.messageLimit) bytes") }
      guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
        throw LuaHostError("\(arguments.method): a fix holds a line break or another control character")
      }
      replacements.append(text)
    }
    return Finding.Fix(replacements: replacements, isSafe: isSafe)
  }

  private func related(_ options: LuaTable, _ arguments: Arguments) throws(LuaHostError) -> [Finding.Related] {
    let places: [LuaValue]
    switch options["see"] {
    case .nil: return []
    case .table(let list): places = list.array
    case let one: places = [one]
    }
    var note: String?
    switch options["see_note"] {
    case .nil: break
    case .string(let text) where text.utf8.count <= Self.messageLimit: note = text
    case .string: throw LuaHostError("\(arguments.method): the see_note is longer than \(Self.messageLimit) bytes")
    case let other: throw LuaHostError("\(arguments.method): 'see_note' must be a string, got \(other.typeName)")
    }
    guard places.count <= Self.relatedLimit else {
      throw LuaHostError("\(arguments.method): 'see' names \(places.count) places, at most \(Self.relatedLimit) can be shown")
    }
    var related: [Finding.Related] = []
    for place in places {
      guard case .object(let object) = place, let span = span(of: object),
        let type = ObjectModel.TypeName(rawValue: object.type)
      else { throw LuaHostError("\(arguments.method): 'see' must be an object with words of its own, got \(place.typeName)") }
      related.append(Finding.Related(message: note ?? "this \(type.name)", span: span))
    }
    return related
  }

  /// What ``anchor`` is for the document shown.
  func firstVisibleSpan() -> Span {
    if let first = analysis.sentences.first(where: { !analysis.blocks[$0.block].flags.contains(.hidden) }) { return first.span }
    return analysis.leaves.first.map { analysis.blocks[$0].span } ?? Span(0, 0)
  }
}
