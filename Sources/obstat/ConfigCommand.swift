import ArgumentParser
import Configuration
import FileSystem
import RuleEngine
import Scanning

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Checks and shows the configuration (obstat.yaml).", subcommands: [Check.self, Show.self, Schema.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with a configuration, or that nothing is.",
      discussion: """
        Without a path: the configuration of the repository around the working directory, with the files of all its folders. \
        Exit status: 0, or 2 where something is wrong or there is no configuration.
        """)

    @Argument(help: "A configuration file.")
    var path: String?

    func run() throws {
      let options = try RuleOptions.parse(path.map { ["--config", $0] } ?? [])
      let settings = try options.configuration.loadOrExit()
      guard let file = settings.path else {
        Output.errors.write("error: no configuration\n  help: obstat.yaml stands at the root of the repository, beside .git; name another with a path\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      do {
        let rules = try options.load(settings)
        var files = settings.extended + [file]
        if path == nil, let root = FileSystem.realPath(".").flatMap(ConfigurationFile.repositoryRoot(from:)) {
          let nested = ConfigurationTree.files(below: root).filter { $0 != root + "/" + ConfigurationFile.name }
          let tree = try options.configuration.tree(settings, documents: nested)
          for document in nested {
            let own = tree.settings(for: document)
            try options.check(own, against: rules)
            files += (own.extended + [own.path ?? ""]).filter { !files.contains($0) }
          }
        }
        Output.standard.write("\(files.joined(separator: ", ")): no mistakes\n")
      } catch is RulesUnusable {
        throw ExitCode(ObstatExit.impossible.rawValue)
      } catch is ConfigurationUnusable {
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what applies to a document, and where each value comes from.",
      discussion: "The document need not exist; if it does, what it says about itself counts.")

    @Argument(help: "The document's path.")
    var file: String

    @OptionGroup var ruleOptions: RuleOptions

    func run() throws {
      do {
        let settings = try ruleOptions.configuration.load()
        let rules = try ruleOptions.load(settings)
        let tree = try ruleOptions.configuration.tree(settings, documents: [file])
        try ruleOptions.check(tree.settings(for: file), against: rules)
        Output.standard.write(ConfigurationView(file: file, tree: tree, rules: rules, named: ruleOptions.folders).text)
      } catch is RulesUnusable {
        throw ExitCode(ObstatExit.impossible.rawValue)
      } catch is ConfigurationUnusable {
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the configuration's JSON Schema, for editors (Documentation/obstat.schema.json).")

    @Flag(help: "Print the keys as tables in Markdown instead.")
    var table = false

    func run() { Output.standard.write(table ? ConfigurationSchema.table : ConfigurationSchema.text) }
  }
}
