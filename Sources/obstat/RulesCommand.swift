import ArgumentParser
import ContentModel
import Evidence
import LuaRuntime
import RuleEngine
import RuleTesting
import Scanning

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists and tests rules.", subcommands: [List.self, Test.self, Catalogue.self, Coverage.self, Diff.self, Meta.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the rules by pack.")

    @OptionGroup var ruleOptions: RuleOptions

    func run() throws {
      let rules = try ruleOptions.loadOrExit()
      let width = rules.rules.map(\.id.count).max() ?? 0
      for pack in rules.packs {
        let owner = pack.owner.map { ", \($0)" } ?? ""
        let markets = pack.jurisdictions.isEmpty ? "" : " (\(pack.jurisdictions.joined(separator: ", ")))"
        Output.standard.write("\(pack.title)\(markets)\(owner)\n")
        for rule in rules.rules where rule.pack == pack.name {
          let id = rule.id + String(repeating: " ", count: width - rule.id.count)
          let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.count)
          Output.standard.write("  \(id)  \(severity)  \(rule.title)\n")
        }
      }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the examples in rules as tests.",
      discussion: "Each example is tried as written, behind a multi-byte line, as Markdown and as HTML.")

    @Argument(help: "A rule folder, a pack's folder or a rule's file; by default every shipped rule.")
    var path: String?

    @OptionGroup var ruleOptions: RuleOptions

    func run() throws {
      let selection = RuleSelection(path: path, folders: ruleOptions.folders)
      var options = ruleOptions
      options.folders = selection.folders
      var loaded = try options.loadOrExit()
      if let shipped = RuleFolders.shipped() {
        do throws(EvidenceFileErrors) { loaded.knowledge = try EvidenceFolder(shipped + "/_evidence").exampleKnowledge() } catch {
          for problem in error.errors { Output.errors.write(problem.rendered) }
          throw ExitCode(ObstatExit.impossible.rawValue)
        }
      }
      let rules = loaded
      let indices = rules.rules.indices.filter { selection.contains(rules.rules[$0]) }
      guard !indices.isEmpty else {
        Output.errors.write("error: \(path ?? "the rule folder") holds no rule\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      let results: [ExampleResult]
      do throws(LuaError) {
        results = try LuaThread.run { () throws(LuaError) -> [ExampleResult] in try RuleTester(rules).test(indices) }
      } catch {
        Output.errors.write("error: the rules cannot be run: \(error.message)\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      for result in results where result.failure != nil { Output.standard.write(result.rendered) }
      let tested = Set(indices.map { rules.rules[$0].id })
      for warning in rules.warnings where tested.contains(warning.rule) {
        Output.errors.write("\(warning.path): warning: \(warning.message)\n  help: \(warning.help)\n")
      }
      let failed = results.count { $0.failure != nil }
      Output.standard.write("\(indices.count) rule\(indices.count == 1 ? "" : "s"): \(results.count - failed) passed, \(failed) failed\n")
      if failed > 0 { throw ExitCode(ObstatExit.findings.rawValue) }
    }
  }
}

extension RulesCommand {
  struct Meta: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the types of the rule API, for editors (Rules/_meta/obstat.lua).")

    func run() { Output.standard.write(EditorTypes.text) }
  }
}

extension ExampleResult {
  /// Place, which example, what went wrong, and its words.
  var rendered: String {
    let place = path + (line.map { ":\($0)" } ?? "")
    let kind = isFlagged ? "flagged" : "clean"
    let words = text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
    return "\(place): failed: \(kind) example \(number) of \(rule), \(variant.rawValue): \(failure?.message ?? "")\n\(words)"
  }
}

extension RuleOptions {
  /// As ``load(_:)``, under the configuration in force; what is wrong has been said when it throws.
  func loadOrExit() throws -> RuleSet {
    do { return try load(configuration.loadOrExit()) } catch is RulesUnusable { throw ExitCode(ObstatExit.impossible.rawValue) } catch is ConfigurationUnusable {
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }
}
