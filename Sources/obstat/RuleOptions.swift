import ArgumentParser
import Configuration
import FileSystem
import LuaRuntime
import RuleEngine
import Scanning

/// Which rules a command works with.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder of rule packs; may be repeated. Replaces the shipped rules and those of the configuration.", valueName: "folder"))
  var folders: [String] = []

  @Flag(
    name: .customLong("no-cache"),
    help: "Load the rules from their sources, and keep nothing in the user's cache folder ($XDG_CACHE_HOME/obstat or ~/.cache/obstat).")
  var noCache = false

  @OptionGroup var configuration: ConfigurationOptions

  /// Where rules are loaded from.
  struct Sources {
    var folders: [String]
    var defaultLexicons: String?
  }

  /// The folders that the command line names, else those of the configuration, else the shipped ones.
  func sources(_ settings: Settings) throws -> Sources {
    let shipped = RuleFolders.shipped()
    let named = folders.isEmpty ? settings.ruleFolders.value : folders
    guard !named.isEmpty || shipped != nil else {
      Output.errors.write("error: no rules found beside the program\n  help: give a folder of rule packs with --rules\n")
      throw RulesUnusable(errors: [])
    }
    return Sources(folders: named.isEmpty ? [shipped ?? ""] : named, defaultLexicons: shipped.map { $0 + "/_lexicons" })
  }

  /// Loads the rules, or says on standard error what is wrong with them and throws.
  func load(_ settings: Settings) throws -> RuleSet {
    let sources = try sources(settings)
    var loader = RuleLoader(
      defaultLexicons: sources.defaultLexicons, limits: LuaLimits(settings.limits),
      cache: noCache ? nil : PrivateCache.standard().map(RuleSetCache.init))
    loader.additions = settings.lexicons.map { ($0.lexicon, $0.words) }
    let rules: RuleSet
    do throws(RuleSetError) {
      rules = try LuaThread.run { [loader] () throws(RuleSetError) -> RuleSet in try loader.load(folders: sources.folders) }
      for note in rules.notes { Output.errors.write("note: \(note)\n") }
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      let count = error.errors.count
      Output.errors.write("\(count) mistake\(count == 1 ? "" : "s") in the rules; nothing was scanned\n")
      throw RulesUnusable(errors: error.errors)
    }
    try check(settings, against: rules)
    return rules
  }

  /// What applies to each of some documents; says what is wrong where it throws.
  func tree(_ settings: Settings, _ rules: RuleSet, documents: [String], hasFolders: Bool) throws -> ConfigurationTree {
    let tree = try configuration.tree(settings, documents: documents, hasFolders: hasFolders)
    for document in documents { try check(tree.settings(for: document), against: rules) }
    return tree
  }

  /// Says what a configuration names that the rules do not have, and throws. Rules of the command line may be others than it was written for.
  func check(_ settings: Settings, against rules: RuleSet) throws {
    guard folders.isEmpty else { return }
    let errors = rules.unknownNames(in: settings)
    guard !errors.isEmpty else { return }
    for problem in errors { Output.errors.write(problem.rendered) }
    throw ConfigurationUnusable(errors: errors)
  }
}

/// The rules could not be loaded; everything about it has been said.
struct RulesUnusable: Error {
  var errors: [RuleLoadError]
}

extension RuleLoadError {
  /// As compilers print an error: place, message, the line with the word underlined, the next step.
  var rendered: String {
    renderedMistake(
      path: path, place: place.map { SourcePlace(line: $0.line, column: $0.column, sourceLine: $0.sourceLine, length: $0.length) },
      message: message, help: help, guide: guide?.path)
  }
}
