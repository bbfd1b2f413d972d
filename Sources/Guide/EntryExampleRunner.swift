package import Analysis
import ContentModel
package import LuaRuntime
import Readers
package import RuleEngine

/// Runs examples of API entries: each becomes a rule that reports what its expression gives.
///
/// Needs a thread with a deep stack, as everything that runs rules does.
package struct EntryExampleRunner {
  private let rules: RuleSet

  /// - Parameter knowledge: the records and claims that examples rely on.
  package init(_ examples: [EntryExample], lexicons: AnalysisLexicons, knowledge: Knowledge) throws(RuleSetError) {
    var files = [
      RuleFile(path: "guide/pack.lua", name: "guide/pack.lua", bytes: Array("return { title = 'Guide' }".utf8)),
      RuleFile(path: "guide/lexicons/remedies.txt", name: "guide/lexicons/remedies.txt", bytes: Array("tonic\ntincture\n".utf8)),
      RuleFile(path: "guide/lib/days.lua", name: "guide/lib/days.lua", bytes: Array(Self.module.utf8)),
    ]
    for (index, example) in examples.enumerated() {
      let name = "guide/\(Self.stem(index)).lua"
      files.append(RuleFile(path: name, name: name, bytes: Array(Self.rule(example, index).utf8)))
    }
    var loaded = try RuleLoader().load(files: files, lexicons: lexicons)
    loaded.knowledge = knowledge
    rules = loaded
  }

  /// What each example gives, in their order.
  package func results(_ examples: [EntryExample]) throws(LuaError) -> [[String]] {
    let runner = try RuleRunner(rules)
    return examples.enumerated().map { index, example in
      guard let rule = rules.index(ofRule: "guide/\(Self.stem(index))") else { return ["no such rule"] }
      let document: Document
      do throws(DocumentError) {
        document = try DocumentReader().read(Array(example.text.utf8), path: "example", format: example.format)
      } catch { return [error.message] }
      return runner.run(DocumentAnalysis(document, lexicons: rules.analysisLexicons), only: [rule])
        .filter { $0.rule != RuleRunner.unsupportedLanguage }
        .sorted { $0.span < $1.span }
        .map { $0.message.split(whereSeparator: \.isNewline).joined(separator: "⏎") }
    }
  }

  private static func stem(_ index: Int) -> String { "e\(index + 1000)" }

  private static let module = """
    return { in_words = function(n) return n == 2 and "two days" or n .. " days" end }
    """

  private static func rule(_ example: EntryExample, _ index: Int) -> String {
    let subject: String
    let variable = example.subject.variable
    switch example.subject {
    case .find(let words): subject = "find = { \(quotedWords(words)) }"
    case .on(let kind): subject = "on = \"\(kind)\""
    }
    let body = example.expression.contains(":report") ? example.expression : "\(variable):report { message = show(\(example.expression)) }"
    return """
      local function show(value)
        if type(value) == "table" then
          local parts = {}
          for index, part in ipairs(value) do parts[index] = show(part) end
          return "{ " .. table.concat(parts, ", ") .. " }"
        end
        if type(value) == "string" then return '"' .. value .. '"' end
        return tostring(value)
      end
      return {
        id = "guide/\(stem(index))", category = "guide", title = "Example", severity = "note", message = "{text}",
        \(subject),
        check = function(\(variable)) \(body) end,
        examples = { flagged = { "a" }, clean = { "b", "c" } },
      }
      """
  }

  /// Phrases parted by commas; what begins with `pattern` or `lexicon` stays as it is.
  private static func quotedWords(_ words: String) -> String {
    words.split(separator: ", ").map { $0.hasPrefix("pattern ") || $0.hasPrefix("lexicon ") ? String($0) : "\"\($0)\"" }
      .joined(separator: ", ")
  }
}
