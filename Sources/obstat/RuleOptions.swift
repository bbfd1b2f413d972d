import ArgumentParser
import LuaRuntime
import RuleEngine
import Scanning

/// Which rules a command works with.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder of rule packs; may be repeated. Replaces the shipped rules.", valueName: "folder"))
  var folders: [String] = []

  /// Loads the rules, or says on standard error what is wrong with them and throws.
  func load() throws -> RuleSet {
    let shipped = RuleFolders.shipped()
    guard !folders.isEmpty || shipped != nil else {
      Output.errors.write("error: no rules found beside the program\n  help: give a folder of rule packs with --rules\n")
      throw RulesUnusable(errors: [])
    }
    let loader = RuleLoader(defaultLexicons: shipped.map { $0 + "/_lexicons" })
    let wanted = folders.isEmpty ? [shipped ?? ""] : folders
    do throws(RuleSetError) {
      return try LuaThread.run { () throws(RuleSetError) -> RuleSet in try loader.load(folders: wanted) }
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      let count = error.errors.count
      Output.errors.write("\(count) mistake\(count == 1 ? "" : "s") in the rules; nothing was scanned\n")
      throw RulesUnusable(errors: error.errors)
    }
  }
}

/// The rules could not be loaded; everything about it has been said.
struct RulesUnusable: Error {
  var errors: [RuleLoadError]
}

extension RuleLoadError {
  /// As compilers print an error: place, message, the line with the word underlined, the next step.
  var rendered: String {
    guard let place else {
      return "\(path): error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? "")
    }
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    let indentation = place.sourceLine.unicodeScalars.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    var text = "\(path):\(place.line):\(place.column): error: \(message)\n"
    if !place.sourceLine.isEmpty {
      text += "  \(number) | \(place.sourceLine)\n"
      text += "  \(gutter) | \(indentation)\(String(repeating: "^", count: place.length))\n"
    }
    return text + (help.map { "  help: \($0)\n" } ?? "")
  }
}
