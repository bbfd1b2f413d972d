/// The configuration's JSON Schema (draft 2020-12), for editors: written from ``ConfigurationKey/all``.
package enum ConfigurationSchema {
  package static var text: String {
    let fields = ConfigurationKey.all.map { Shape.Field($0.name, $0.summary, $0.shape) }
    let head = [
      ("$schema", "\"https://json-schema.org/draft/2020-12/schema\""), ("title", quoted("Configuration of obstat (obstat.yaml)")),
    ]
    return object(head + members(.keys(fields), depth: 0), depth: 0) + "\n"
  }

  /// The keys as tables in Markdown, for Documentation/Configuration.md.
  package static var table: String {
    var text = "| Key | | Value |\n|---|---|---|\n"
    for key in ConfigurationKey.all { text += "| `\(key.name)` | \(cell(key.summary)) | \(cell(key.shape.expectation)) |\n" }
    for key in ConfigurationKey.all {
      let fields: [Shape.Field]
      switch key.shape {
      case .keys(let own), .list(.keys(let own)): fields = own
      default: continue
      }
      text += "\n`\(key.name)` holds\n\n| Key | | Value |\n|---|---|---|\n"
      for field in fields {
        var value = field.shape.expectation
        if case .number(let range) = field.shape { value += " from \(range.lowerBound) to \(range.upperBound)" }
        text += "| `\(field.name)` | \(cell(field.summary)) | \(cell(value)) |\n"
      }
    }
    return text
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("*", with: "\\*") }

  private static func members(_ shape: Shape, depth: Int) -> [(String, String)] {
    switch shape {
    case .number(let range):
      return [("type", "\"integer\""), ("minimum", String(range.lowerBound)), ("maximum", String(range.upperBound))]
    case .text: return [("type", "\"string\"")]
    case .flag: return [("enum", words(["on", "off"], andFlags: true))]
    case .choice(let choices): return [("enum", words(choices, andFlags: choices.contains("on")))]
    case .list(let element):
      return [("type", "\"array\""), ("maxItems", String(Shape.maximumEntries)), ("items", schema(element, depth: depth + 1))]
    case .keys(let fields):
      let properties = fields.map { field in
        (field.name, object([("description", quoted(field.summary))] + members(field.shape, depth: depth + 2), depth: depth + 2))
      }
      let required = fields.filter(\.isRequired).map { quoted($0.name) }
      return [("type", "\"object\""), ("additionalProperties", "false")]
        + (required.isEmpty ? [] : [("required", "[\(required.joined(separator: ", "))]")])
        + [("properties", object(properties, depth: depth + 1))]
    case .map(let value, _):
      return [("type", "\"object\""), ("additionalProperties", schema(value, depth: depth + 1))]
    case .either(let shapes):
      let indent = String(repeating: "  ", count: depth + 2)
      let list = shapes.map { indent + schema($0, depth: depth + 2) }.joined(separator: ",\n")
      return [("anyOf", "[\n\(list)\n\(String(repeating: "  ", count: depth + 1))]")]
    }
  }

  /// YAML 1.1 reads a plain `on` as true, YAML 1.2 as text: editors differ.
  private static func words(_ choices: [String], andFlags: Bool) -> String {
    "[\((choices.map(quoted) + (andFlags ? ["true", "false"] : [])).joined(separator: ", "))]"
  }

  private static func schema(_ shape: Shape, depth: Int) -> String { object(members(shape, depth: depth), depth: depth) }

  private static func object(_ members: [(String, String)], depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth + 1)
    let lines = members.map { "\(indent)\(quoted($0.0)): \($0.1)" }
    return "{\n\(lines.joined(separator: ",\n"))\n\(String(repeating: "  ", count: depth))}"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
