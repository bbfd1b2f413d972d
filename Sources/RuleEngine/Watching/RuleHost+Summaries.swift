import ContentModel
import LuaRuntime

/// Values as people read them: in traces, and at the prompt.
extension RuleHost {
  /// Clipped at a number of scalars.
  static func shortened(_ text: String, to count: Int) -> String {
    text.unicodeScalars.count <= count ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(count - 1))) + "…"
  }

  /// A value on one short line.
  func summary(_ value: LuaValue) -> String {
    switch value {
    case .nil: return "nil"
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .number(let number): return Self.plain(number)
    case .string(let text): return "“\(Self.shortened(Self.oneLine(text), to: 60))”"
    case .object(let object): return Self.shortened(name(of: object) ?? describe(object), to: 72)
    case .function: return "a function"
    case .table(let table):
      if table.array.isEmpty, table.fields.isEmpty { return "none" }
      if table.fields.isEmpty, case .object(let first)? = table.array.first {
        let type = model.types[first.type].name.name
        return table.array.count == 1 ? "1 \(type): \(Self.shortened(describe(first), to: 60))" : "\(table.array.count) \(type)s"
      }
      return Self.shortened(written(value), to: 72)
    }
  }

  /// A value as Lua would write it, where it can be written.
  func written(_ value: LuaValue) -> String {
    switch value {
    case .string(let text): return "\"\(Self.shortened(Self.oneLine(text), to: 60))\""
    case .object(let object): return name(of: object) ?? describe(object)
    case .table(let table):
      let parts = table.array.prefix(6).map(written) + (table.array.count > 6 ? ["… \(table.array.count - 6) more"] : [])
        + table.fields.prefix(6).map { "\($0.key) = \(written($0.value))" }
      return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    default: return summary(value)
    }
  }

  /// Arguments as a call writes them: `{ "refund~" }` without parentheses where it is one table or text.
  func written(_ arguments: [LuaValue]) -> String {
    if arguments.count == 1 {
      switch arguments[0] {
      case .table, .string: return " " + written(arguments[0])
      default: break
      }
    }
    return "(\(arguments.map(written).joined(separator: ", ")))"
  }

  /// An argument of `trace`: texts as they are, on one line.
  func traced(_ value: LuaValue) -> String {
    if case .string(let text) = value { return Self.shortened(Self.oneLine(text), to: 200) }
    return summary(value)
  }

  /// Patterns and lexicons as a rule writes them.
  private func name(of object: LuaObject) -> String? {
    guard object.type == ObjectModel.TypeName.pattern.rawValue || object.type == ObjectModel.TypeName.lexicon.rawValue,
      object.index < triggerSources.count
    else { return nil }
    switch triggerSources[object.index] {
    case .phrase(let text): return "\"\(text)\""
    case .pattern(let text): return "pattern [[\(Self.shortened(text, to: 40))]]"
    case .lexicon(let index):
      let name = lexicons.lexicons[index].name
      let own = currentPack + "/"
      return "lexicon \"\(name.hasPrefix(own) ? String(name.dropFirst(own.count)) : name)\""
    }
  }

  static func oneLine(_ text: String) -> String {
    text.utf8.contains { $0 < 0x20 } ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }

  /// Whole numbers without their `.0`.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
