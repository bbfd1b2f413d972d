import Analysis
import ArgumentParser
import ContentModel
import FileSystem
import LuaRuntime
import Readers
import RuleEngine
import RuleTesting
import Scanning

/// Runs one rule over one document and tells what it saw.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Runs one rule over a document and tells what it saw, step by step.")

  @Argument(help: "The rule's id, such as health/guaranteed-outcome, or its file.")
  var rule: String

  @Argument(help: "The document.")
  var path: String

  @Option(help: "Only what begins on this line of the document.")
  var line: Int?

  @OptionGroup var ruleOptions: RuleOptions

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let isFile = rule.hasSuffix(".lua")
    let selection = RuleSelection(path: isFile ? rule : nil, folders: ruleOptions.folders)
    var options = ruleOptions
    options.folders = selection.folders
    var loaded = try options.loadOrExit()
    do { loaded.knowledge = try knowledge.load() } catch { throw ExitCode(ObstatExit.impossible.rawValue) }
    let rules = loaded
    guard let index = isFile ? rules.rules.firstIndex(where: selection.contains) : rules.index(ofRule: rule) else {
      let hint = rules.suggestion(forRule: rule).map { "  help: did you mean '\($0)'?\n" } ?? "  help: obstat rules list\n"
      Output.errors.write("error: no rule '\(rule)'\n\(hint)")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    let document = try readDocument(path)
    let line = line
    do throws(LuaError) {
      let text = try LuaThread.run { () throws(LuaError) -> String in
        try Self.text(index, rules, DocumentAnalysis(document, lexicons: rules.analysisLexicons), line: line)
      }
      Output.standard.write(text)
    } catch {
      Output.errors.write("error: the rule cannot be run: \(error.message)\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }

  /// What a rule does with a document, as text. Needs a thread with a deep stack.
  static func text(_ index: Int, _ rules: RuleSet, _ analysis: DocumentAnalysis, line: Int?) throws(LuaError) -> String {
    let runner = try RuleRunner(rules, watch: RuleWatch())
    let document = analysis.document
    func startLine(_ span: Span) -> Int { document.sourceMap.location(of: span).startLine }
    let findings = runner.run(analysis, only: [index])
      .filter { finding in finding.rule == rules.rules[index].id && (line.map { $0 == startLine(finding.span) } ?? true) }
      .sorted { $0.span < $1.span }
    let visits = (runner.watch?.visits ?? []).filter { visit in
      line.map { number in
        let place = document.sourceMap.location(of: visit.span)
        return place.startLine <= number && number <= max(place.startLine, place.endLine)
      } ?? true
    }
    let words = VisitText(rules, document: document, mostEvents: 60)
    var text = visits.map { words.lines($0).joined(separator: "\n") + "\n" }.joined()
    for failure in runner.failures { text += failure.mistake.rendered + failure.context(in: document) }
    for finding in findings {
      let place = document.sourceMap.location(of: finding.span)
      text += "\(document.path):\(place.startLine):\(place.startColumn): \(finding.severity.rawValue): \(finding.message)\n"
    }
    let rule = rules.rules[index]
    if visits.isEmpty {
      switch rule.subject {
      case .triggers(let triggers):
        let place = line.map { "on line \($0)" } ?? "in the document"
        text += "none of the rule's \(triggers.count) phrase\(triggers.count == 1 ? "" : "s") and patterns stands \(place)\n"
      case .nodes(let kind): text += "there is no \(kind.rawValue) \(line.map { "on line \($0)" } ?? "in the document")\n"
      }
    }
    return text + "\(rule.id): \(visits.count) place\(visits.count == 1 ? "" : "s") looked at, \(findings.count) finding\(findings.count == 1 ? "" : "s"), \(runner.fuelUsed[index]) fuel\n"
  }
}

/// Reads a document for a command that shows it; what is wrong has been said when it throws.
func readDocument(_ path: String) throws -> Document {
  do {
    let format = DocumentReader.format(ofFileName: path) ?? .text
    return try DocumentReader().read(FileSystem.read(path), path: path, format: format)
  } catch let error as FileError {
    Output.errors.write("error: \(path): \(error.reason)\n")
  } catch let error as DocumentError {
    Output.errors.write("error: \(path) \(error.message)\n")
  }
  throw ExitCode(ObstatExit.incomplete.rawValue)
}
