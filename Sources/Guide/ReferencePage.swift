import ContentModel
import RuleEngine

/// The reference of the rule API as Markdown: the bindings' own tables with an example for each entry.
package struct ReferencePage {
  private let model = ObjectModel.shared
  private let examples: [String: EntryExample]

  package init(_ examples: [EntryExample]) {
    self.examples = Dictionary(examples.map { ($0.type + "." + $0.entry, $0) }) { first, _ in first }
  }

  /// Entries of the API, as `type.entry`; those that every object with words has stand once, under `words`.
  package static var entries: [String] {
    let model = ObjectModel.shared
    var entries = common(model).map { "words." + $0 }
    for type in model.types {
      entries += own(type, model).map { type.name.name + "." + $0 }
    }
    return entries + ObjectModel.functions.map { "functions." + $0 } + ["functions.require"]
  }

  /// Names of the fields and methods that a mere stretch of words has, and so every object with words.
  private static func common(_ model: ObjectModel) -> [String] {
    guard let stretch = model.types.first(where: { $0.name == .stretch }) else { return [] }
    return stretch.fields.map(\.name) + stretch.methods.map(\.name)
  }

  private static func own(_ type: ObjectModel.ObjectType, _ model: ObjectModel) -> [String] {
    let shared = hasWords(type) ? Set(common(model)) : []
    return (type.fields.map(\.name) + type.methods.map(\.name)).filter { !shared.contains($0) }
  }

  private static func hasWords(_ type: ObjectModel.ObjectType) -> Bool {
    type.fields.contains { $0.name == "text" } && type.methods.contains { $0.name == "report" }
  }

  package var markdown: String {
    var text = """
      # Reference of the rule API

      Written from the program's own tables; `examples.txt` holds the examples, and tests run each. Fields are read with a dot, methods called with a colon. A type that ends in `?` may be `nil`. Under an example's expression stands what it gives: one value for each object that the rule visits in the example's text.

      | Object | |
      |---|---|
      | [any](#any) | what every object with words of its own can do |

      """
    for type in model.types where !type.fields.isEmpty { text += "| [\(type.name.name)](#\(type.name.name)) | \(type.summary) |\n" }
    text += "| [functions](#functions) | `pattern`, `lexicon`, `require` |\n"
    text += "\n## any\n\nEvery object that stands somewhere in the text has these: documents, sections, blocks, sentences, hits, stretches, numbers, citations, references, links, images, identifiers and claims.\n"
    if let stretch = model.types.first(where: { $0.name == .stretch }) { text += entries(of: stretch, under: "words") { _ in true } }
    let shared = Set(Self.common(model))
    for type in model.types where !type.fields.isEmpty {
      text += "\n## \(type.name.name)\n\n\(type.summary)"
      let own = Set(Self.own(type, model))
      text += Self.hasWords(type) && !own.isEmpty ? " Besides these it has what [any](#any) has.\n" : "\n"
      if own.isEmpty { text += "\nIt has what [any](#any) has.\n" }
      let lacks = Self.hasWords(type) ? shared.subtracting(type.fields.map(\.name) + type.methods.map(\.name)) : []
      if !lacks.isEmpty { text += "\nIt has no \(lacks.sorted().map { "`\($0)`" }.joined(separator: ", ")).\n" }
      text += entries(of: type, under: type.name.name) { own.contains($0) }
    }
    text += "\n## functions\n\nA rule's file can call these, beside Lua's own `ipairs`, `pairs`, `tostring`, `string`, `table`, `math`, `utf8` and the like.\n"
    text += entry("pattern(expression)", "pattern", "A regular expression in the PCRE2 dialect; see [Patterns](Patterns.md).", "functions.pattern")
    text += entry("lexicon(name)", "lexicon", "A word list of the pack, or `\"pack/name\"` of another. Here it holds *tonic* and *tincture*.", "functions.lexicon")
    text += entry(
      "require(name)", "any", "What the pack's module `lib/<name>.lua` returns. A rule can take modules of its own pack only.", "functions.require")
    return text
  }

  private func entries(of type: ObjectModel.ObjectType, under name: String, where isWanted: (String) -> Bool) -> String {
    var text = ""
    let title = name == "words" ? "any" : name
    for field in type.fields where isWanted(field.name) { text += entry("\(title).\(field.name)", field.type, field.summary, "\(name).\(field.name)") }
    for method in type.methods where isWanted(method.name) {
      let parameters = method.parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
      text += entry("\(title):\(method.name)(\(parameters))", method.returns ?? "", method.summary, "\(name).\(method.name)")
    }
    return text
  }

  private func entry(_ title: String, _ type: String, _ summary: String, _ key: String) -> String {
    var text = "\n### `\(title)`\n\n\(type.isEmpty ? "" : "*\(type.replacing("|", with: " or "))*. ")\(summary)\n"
    if let example = examples[key] { text += "\n" + Self.block(example) }
    return text
  }

  private static func block(_ example: EntryExample) -> String {
    let head =
      switch example.subject {
      case .find(let words): "find \(words)"
      case .on(let kind): "on \(kind)"
      }
    let document = example.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "  --" : "  -- \($0)\n" }
      .map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
    let results = example.results.isEmpty ? "  --> (nothing is visited)\n" : example.results.map { "  --> \($0)\n" }.joined()
    return "```lua\n-- \(head), in\n\(document)\(example.expression)\n\(results)```\n"
  }
}
