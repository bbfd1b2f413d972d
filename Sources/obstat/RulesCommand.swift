import ArgumentParser
import ContentModel
import Evidence
import LuaRuntime
import RuleEngine
import RuleTesting
import Scanning

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists, makes, tests and compares rules.",
    subcommands: [List.self, New.self, Test.self, Catalogue.self, Coverage.self, Diff.self, Meta.self])

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
}

extension RulesCommand {
  struct Meta: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the types of the rule API, for editors (Rules/_meta/obstat.lua).")

    func run() { Output.standard.write(EditorTypes.text) }
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
