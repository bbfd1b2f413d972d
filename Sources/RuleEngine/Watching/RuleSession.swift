package import Analysis
import ContentModel
package import LuaRuntime

/// Lua at a prompt, with a document on show: what rules can ask, asked by hand.
///
/// The same sandbox and budget as a rule has, for each line. Needs a thread with a deep stack.
package final class RuleSession {
  package enum Answer: Sendable {
    case value(LuaValue)
    /// `name = value`
    case kept(name: String, LuaValue)
    case mistake(RuleFailure)
  }

  package let rules: RuleSet
  private let program: RuleProgram
  private let watch = RuleWatch(notesVisits: false)
  private var environments: [String: LuaEnvironment] = [:]
  /// What the prompt has kept, in the order of naming.
  package private(set) var variables: [(name: String, value: LuaValue)] = []
  /// The pack whose word lists and modules are at hand.
  package private(set) var pack: String

  private static let chunk = "prompt"
  private static let mostVariables = 100

  package init(_ rules: RuleSet, onTrace: @escaping (String) -> Void) throws(LuaError) {
    self.rules = rules
    pack = rules.packs.first?.name ?? ""
    program = RuleProgram(lexicons: rules.lexicons, limits: LuaLimits(), watch: watch)
    program.host.know(rules.knowledge)
    watch.onTrace = { onTrace($0.question) }
    try open(pack)
  }

  private func open(_ name: String) throws(LuaError) {
    if environments[name] == nil {
      let modules = rules.files.filter { $0.role == .module && $0.pack == name }
      if let failure = try program.open(pack: name, modules: modules).first { throw failure.1 }
      environments[name] = program.environment(of: name)
    }
    pack = name
    program.host.currentPack = name
    program.host.keepTriggers()
    program.state.snapshot()
  }

  /// Puts another pack's word lists and modules at hand.
  ///
  /// - Returns: whether there is such a pack.
  package func use(pack name: String) throws(LuaError) -> Bool {
    guard rules.packs.contains(where: { $0.name == name }) else { return false }
    try open(name)
    return true
  }

  package func show(_ analysis: DocumentAnalysis) {
    program.host.show(analysis)
    variables = [("doc", .object(LuaObject(type: ObjectModel.TypeName.document.rawValue, index: 0)))]
  }

  // MARK: Asking

  /// Runs a line: an expression, `name = expression`, or statements.
  package func evaluate(_ line: String) -> Answer {
    do throws(LuaError) {
      if let (name, expression) = Self.assignment(line) {
        let value = try run("return \(expression)")
        variables.removeAll { $0.name == name }
        if variables.count < Self.mostVariables { variables.append((name, value)) }
        program.state.snapshot()
        return .kept(name: name, value)
      }
      let value = try run(line)
      program.state.snapshot()
      return .value(value)
    } catch {
      // Back to what was there before the line.
      program.state.restore()
      let file = RuleFile(path: Self.chunk, name: Self.chunk, bytes: Array(line.utf8))
      return .mistake(RuleFailure(error, rule: 0, path: Self.chunk, span: nil, files: [file] + rules.files))
    }
  }

  private func run(_ line: String) throws(LuaError) -> LuaValue {
    guard let environment = environments[pack] else { return .nil }
    // Names that were kept are locals of the line; all on one line, so that Lua's line numbers hold.
    let names = variables.map(\.name).joined(separator: ", ")
    let prelude = names.isEmpty ? "" : "local \(names) = ... "
    func load(_ text: String) throws(LuaError) -> LuaFunction {
      try program.state.load(Array((prelude + text).utf8), name: Self.chunk, in: environment)
    }
    let function: LuaFunction
    if line.hasPrefix("return ") {
      function = try load(line)
    } else {
      do throws(LuaError) { function = try load("return \(line)") } catch let asExpression {
        do throws(LuaError) { function = try load(line) } catch {
          throw Self.startsStatement(line) ? error : asExpression
        }
      }
    }
    program.state.startBudget()
    return try program.state.call(function, variables.map(\.value))
  }

  private static func startsStatement(_ line: String) -> Bool {
    ["for ", "if ", "while ", "local ", "repeat ", "do ", "function ", "return "].contains { line.hasPrefix($0) }
  }

  /// `x = …` and `local x = …`; nil for everything else.
  static func assignment(_ line: String) -> (name: String, expression: String)? {
    var rest = line[...]
    if rest.hasPrefix("local ") { rest = rest.dropFirst(6).drop { $0 == " " } }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let first = name.first, !first.isNumber, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    rest = rest.dropFirst(name.count).drop { $0 == " " }
    guard rest.hasPrefix("="), !rest.hasPrefix("==") else { return nil }
    let expression = rest.dropFirst().drop { $0 == " " }
    return expression.isEmpty ? nil : (String(name), String(expression))
  }

  // MARK: Showing

  /// A value as people read it: an object with its fields, a list with its items.
  package func lines(_ value: LuaValue, most: Int = 40) -> [String] {
    let host = program.host
    switch value {
    case .object(let object): return [described(object)] + fields(of: object)
    case .table(let table) where !table.array.isEmpty && table.fields.isEmpty:
      let width = String(min(most, table.array.count)).count
      var lines = table.array.prefix(most).enumerated().map { index, item -> String in
        let number = String(index + 1)
        let text = if case .object(let object) = item { described(object) } else { host.summary(item) }
        return String(repeating: " ", count: width - number.count) + "\(number)  \(text)"
      }
      if table.array.count > most { lines.append("… and \(table.array.count - most) more") }
      return lines
    case .table(let table):
      if table.array.isEmpty && table.fields.isEmpty { return ["none"] }
      return table.array.map(host.summary) + table.fields.map { "\($0.key) = \(host.summary($0.value))" }
    case .string(let text): return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(most).map { "“\($0)”" }
    default: return [host.summary(value)]
    }
  }

  private func described(_ object: LuaObject) -> String {
    let host = program.host
    let text = host.summary(.object(object))
    guard let span = host.span(of: object), object.type != ObjectModel.TypeName.document.rawValue else { return text }
    return "\(text), line \(host.document.sourceMap.location(of: span).startLine)"
  }

  /// Fields that say something: no false, no nil, not the words again, no way back to the whole.
  private func fields(of object: LuaObject) -> [String] {
    let host = program.host
    let type = host.model.types[object.type]
    var lines: [String] = []
    for (number, field) in type.fields.enumerated() where !["text", "document"].contains(field.name) {
      guard let value = try? host.field(number, of: object), value != .nil, value != .boolean(false) else { continue }
      if case .table(let table) = value, table.array.isEmpty, table.fields.isEmpty { continue }
      lines.append("  \(field.name) = \(host.summary(value))")
    }
    return lines
  }

  // MARK: Completing

  /// What may stand in place of the last word of a line.
  ///
  /// - Returns: how many characters of the line's end the word has, and the candidates in order.
  package func completions(_ line: String) -> (typed: Int, candidates: [String]) {
    let word = String(line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let before = line.dropLast(word.count)
    guard let sign = before.last, sign == "." || sign == ":" else {
      let names = variables.map(\.name) + ObjectModel.functions + Self.globals
      return (word.count, Set(names).filter { $0.hasPrefix(word) && !word.isEmpty }.sorted())
    }
    let path = Self.path(endingIn: String(before.dropLast()))
    guard !path.isEmpty else { return (word.count, []) }
    let members: [String]
    if sign == ".", let library = Self.libraries[path] {
      members = library
    } else {
      guard let value = try? run("return \(path)") else { return (word.count, []) }
      switch value {
      case .object(let object):
        let type = program.host.model.types[object.type]
        members = sign == "." ? type.fields.map(\.name) : type.methods.map(\.name)
      case .string: members = sign == ":" ? Self.libraries["string"] ?? [] : []
      case .table(let table): members = sign == "." ? table.fields.map(\.key) : []
      default: members = []
      }
    }
    return (word.count, members.filter { $0.hasPrefix(word) }.sorted())
  }

  /// Names, dots and indices at the end of a text, such as `doc.sentences[3]`; no calls, which could do something.
  private static func path(endingIn text: String) -> String {
    var result: [Character] = []
    var depth = 0
    for character in text.reversed() {
      if character == "]" { depth += 1 } else if character == "[" { depth -= 1 }
      guard depth >= 0, character.isLetter || character.isNumber || "_.[]".contains(character) || depth > 0 else { break }
      result.append(character)
    }
    return String(result.reversed())
  }

  private static let globals = ["ipairs", "pairs", "tostring", "tonumber", "type", "string", "table", "math", "utf8", "require", "for", "local", "return", "function", "then", "end"]
  private static let libraries: [String: [String]] = [
    "string": ["byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper"],
    "table": ["concat", "insert", "remove", "sort", "unpack"],
    "math": ["abs", "ceil", "floor", "huge", "max", "min", "tointeger"],
  ]
}
