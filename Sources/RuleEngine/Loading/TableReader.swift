import LuaRuntime

/// Reads the table that a rule or pack file returned against a closed schema, and notes every mistake with its place.
struct TableReader {
  typealias Key = LuaTableOutline.Entry.Key

  let table: LuaTable
  /// What the table is, for messages: `this rule`, `this pack`.
  let owner: String
  let file: SourceFile
  let path: [Key]

  /// A loaded file with its outline, shared by the readers of its tables.
  final class SourceFile {
    let file: RuleFile
    let outline: LuaTableOutline?
    var errors: [RuleLoadError] = []
    /// Whether so many mistakes were noted that more would help nobody.
    var isFull: Bool { errors.count >= 50 }

    init(_ file: RuleFile) {
      self.file = file
      outline = LuaTableOutline(of: file.bytes)
    }

    /// Notes a mistake at a byte range of the file.
    func note(_ reason: RuleLoadError.Reason, at range: Range<Int>?) {
      guard !isFull else { return }
      errors.append(RuleLoadError(path: file.path, place: range.map(place), reason: reason))
    }

    func place(_ range: Range<Int>) -> RuleLoadError.Place {
      RuleLoadError.Place(range: range, in: file.bytes)
    }
  }

  init(_ table: LuaTable, owner: String, file: SourceFile, path: [Key] = []) {
    self.table = table
    self.owner = owner
    self.file = file
    self.path = path
  }

  /// Notes a mistake at an entry's value, or at its key.
  func note(_ reason: RuleLoadError.Reason, at keys: [Key] = [], onKey: Bool = false) {
    guard !file.isFull else { return }
    let entry = file.outline?.entry(path + keys)
    let range: Range<Int>? =
      if let entry { onKey ? entry.keyRange : entry.valueRange } else { nil }
    file.note(reason, at: range)
  }

  func checkKeys(_ known: [String]) {
    for field in table.fields where !known.contains(field.key) && !file.isFull {
      note(
        .unknownKey(field.key, in: owner, suggestion: suggestion(for: field.key, among: known), known: known),
        at: [.name(field.key)], onKey: true)
    }
    if !table.array.isEmpty || table.hasOtherKeys {
      note(.unknownKey("1", in: owner, suggestion: nil, known: known), at: [.position(1)])
    }
  }

  func string(_ key: String) -> String? {
    switch table[key] {
    case .nil: return nil
    case .string(let text) where !text.utf8.allSatisfy({ $0 <= 0x20 }): return text
    case .string: note(.wrongType(key: key, expected: "a text that is not empty", got: "an empty one"), at: [.name(key)])
    case let other: note(.wrongType(key: key, expected: "a string", got: other.typeName), at: [.name(key)])
    }
    return nil
  }

  func required(_ key: String, hint: String) -> String? {
    if table[key] == .nil { note(.missingKey(key, in: owner, hint: hint)) }
    return string(key)
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = string(key) else { return nil }
    if let value = Choice(rawValue: text) { return value }
    let choices = type.allCases.map(\.rawValue)
    note(
      .unknownValue(key: key, value: text, choices: choices, suggestion: suggestion(for: text, among: choices)),
      at: [.name(key)])
    return nil
  }

  /// A list of values, each with its position from 1; one value that is not a table counts as a list of one.
  func list(_ key: String) -> [(position: [Key], value: LuaValue)] {
    switch table[key] {
    case .nil: return []
    case .table(let list):
      for field in list.fields {
        note(
          .wrongType(key: key, expected: "a list", got: "a table with the key '\(field.key)'"),
          at: [.name(key), .name(field.key)], onKey: true)
      }
      return list.array.enumerated().map { ([.name(key), .position($0.offset + 1)], $0.element) }
    case let value: return [([.name(key)], value)]
    }
  }

  func strings(_ key: String) -> [(position: [Key], text: String)] {
    list(key).compactMap { position, value in
      if case .string(let text) = value { return (position, text) }
      note(.wrongType(key: key, expected: "a list of strings", got: "one with \(value.typeName)"), at: position)
      return nil
    }
  }

  func choices<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> [Choice]
  where Choice.RawValue == String {
    strings(key).compactMap { position, text in
      if let value = Choice(rawValue: text) { return value }
      let choices = type.allCases.map(\.rawValue)
      note(
        .unknownValue(key: key, value: text, choices: choices, suggestion: suggestion(for: text, among: choices)),
        at: position)
      return nil
    }
  }
}

extension LuaValue {
  /// With article, for messages.
  var typeName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .object: "an object"
    case .function: "a function"
    case .table: "a table"
    }
  }
}

extension RuleLoadError.Place {
  init(range: Range<Int>, in source: [UInt8]) {
    let start = min(range.lowerBound, source.count)
    var lineStart = start
    while lineStart > 0, source[lineStart - 1] != 0x0A { lineStart -= 1 }
    var lineEnd = start
    while lineEnd < source.count, source[lineEnd] != 0x0A, source[lineEnd] != 0x0D { lineEnd += 1 }
    var line = 1
    for byte in source[..<lineStart] where byte == 0x0A { line += 1 }
    func scalars(_ range: Range<Int>) -> Int { source[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
    self.init(
      line: line, column: scalars(lineStart..<start) + 1,
      sourceLine: String(decoding: source[lineStart..<lineEnd], as: UTF8.self),
      length: max(1, scalars(start..<min(max(range.upperBound, start), max(lineEnd, start)))))
  }

  /// The whole of a 1-based line without its indentation.
  init?(line: Int, in source: [UInt8]) {
    var start = 0
    for _ in 1..<max(line, 1) {
      guard let end = source[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
    }
    while start < source.count, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    self.init(range: start..<end, in: source)
  }
}
