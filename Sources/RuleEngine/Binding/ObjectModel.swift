import LuaRuntime

/// The host's own description of every object that rules can hold: the source of the binding, of the reference and of editor types.
package struct ObjectModel: Sendable {
  /// The number of a type in Lua is its position here.
  package enum TypeName: Int, CaseIterable, Sendable {
    case document, section, block, sentence, quantity, citation, reference, study, link, image, hit, stretch, pattern, lexicon, record, identifier,
      claim

    package var name: String { Self.names[rawValue] }
    private static let names = allCases.map { String(describing: $0) }
  }

  /// A field, read with a dot.
  package struct Field: Sendable {
    package var name: String
    /// As editors write it: `string`, `sentence?`, `citation[]`.
    package var type: String
    package var summary: String
    let read: @Sendable (RuleHost, Int) throws -> LuaValue

    init(
      _ name: String, _ type: String, _ summary: String,
      _ read: @escaping @Sendable (RuleHost, Int) throws -> LuaValue
    ) {
      self.name = name
      self.type = type
      self.summary = summary
      self.read = read
    }
  }

  /// A method, called with a colon.
  package struct Method: Sendable {
    package struct Parameter: Sendable {
      package var name: String
      package var type: String
    }
    package var name: String
    package var parameters: [Parameter]
    /// Type of the value returned; nil where there is none.
    package var returns: String?
    package var summary: String
    let call: @Sendable (RuleHost, Int, Arguments) throws -> LuaValue

    init(
      _ name: String, _ parameters: KeyValuePairs<String, String> = [:], returns: String? = nil, _ summary: String,
      _ call: @escaping @Sendable (RuleHost, Int, Arguments) throws -> LuaValue
    ) {
      self.name = name
      self.parameters = parameters.map { Parameter(name: $0.key, type: $0.value) }
      self.returns = returns
      self.summary = summary
      self.call = call
    }
  }

  package struct ObjectType: Sendable {
    package var name: TypeName
    package var summary: String
    package var fields: [Field]
    package var methods: [Method]
  }

  package let types: [ObjectType]
  /// What is called for each, by the number of the type and of the field or method.
  let readers: [[@Sendable (RuleHost, Int) throws -> LuaValue]]
  let callers: [[@Sendable (RuleHost, Int, Arguments) throws -> LuaValue]]
  /// `hit:followed_by`, for messages.
  let methodNames: [[String]]
  let parameterCounts: [[Int]]

  package static let shared = ObjectModel()

  private init() {
    let types = TypeName.allCases.map { name in
      switch name {
      case .document: Self.documentType
      case .section: Self.sectionType
      case .block: Self.blockType
      case .sentence: Self.sentenceType
      case .quantity: Self.quantityType
      case .citation: Self.citationType
      case .reference: Self.referenceType
      case .study: Self.studyType
      case .link: Self.linkType
      case .image: Self.imageType
      case .hit: Self.hitType
      case .stretch: Self.stretchType
      case .record: Self.recordType
      case .identifier: Self.identifierType
      case .claim: Self.claimType
      case .pattern:
        ObjectType(name: .pattern, summary: "A regular expression, made with pattern [[…]].", fields: [], methods: [])
      case .lexicon:
        ObjectType(name: .lexicon, summary: "A word list, taken with lexicon \"name\".", fields: [], methods: [])
      }
    }
    self.types = types
    readers = types.map { $0.fields.map(\.read) }
    callers = types.map { $0.methods.map(\.call) }
    parameterCounts = types.map { $0.methods.map(\.parameters.count) }
    methodNames = types.map { type in type.methods.map { type.name.name + ":" + $0.name } }
  }

  /// Names of the global functions that the host adds, in the order of their numbers.
  package static let functions = ["pattern", "lexicon", "trace"]
  /// The number of `trace`.
  static let trace = 2

  var luaTypes: [LuaObjectType] {
    types.map { LuaObjectType(name: $0.name.name, fields: $0.fields.map(\.name), methods: $0.methods.map(\.name)) }
  }
}

/// The arguments of a method call, checked as they are taken.
package struct Arguments {
  private let copied: [LuaValue]
  /// Where they come straight from Lua.
  let uncopied: LuaArguments?
  /// Such as `hit:followed_by`.
  let method: String

  init(values: [LuaValue], method: String) {
    copied = values
    uncopied = nil
    self.method = method
  }

  init(_ arguments: LuaArguments, method: String) {
    copied = []
    uncopied = arguments
    self.method = method
  }

  private func problem(_ position: Int, _ expected: String, _ got: LuaValue) -> LuaHostError {
    LuaHostError("\(method): argument \(position + 1) must be \(expected), got \(got.typeName)")
  }

  subscript(position: Int) -> LuaValue {
    if let uncopied { return uncopied[position] }
    return position < copied.count ? copied[position] : .nil
  }

  func string(_ position: Int) throws(LuaHostError) -> String {
    guard case .string(let text) = self[position] else { throw problem(position, "a string", self[position]) }
    return text
  }

  func optionalInteger(_ position: Int) throws(LuaHostError) -> Int? {
    switch self[position] {
    case .nil: return nil
    case .integer(let number): return number
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: return Int(number)
    default: throw problem(position, "a whole number", self[position])
    }
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ position: Int, _ type: Choice.Type) throws(LuaHostError) -> Choice
  where Choice.RawValue == String {
    let text = try string(position)
    if let value = Choice(rawValue: text) { return value }
    let choices = type.allCases.map(\.rawValue)
    let hint = suggestion(for: text, among: choices).map { " (did you mean '\($0)'?)" } ?? ""
    throw LuaHostError("\(method): '\(text)' is not one of \(choices.joined(separator: ", "))\(hint)")
  }

  func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ position: Int, _ type: Choice.Type
  ) throws(LuaHostError) -> Choice? where Choice.RawValue == String {
    self[position] == .nil ? nil : try choice(position, type)
  }

  func optionalTable(_ position: Int) throws(LuaHostError) -> LuaTable? {
    switch self[position] {
    case .nil: return nil
    case .table(let table): return table
    default: throw problem(position, "a table", self[position])
    }
  }
}
