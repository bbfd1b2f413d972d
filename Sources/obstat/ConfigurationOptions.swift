import ArgumentParser
import Configuration
import FileSystem

/// Which configuration a command works under.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration file. By default obstat.yaml at the root of the repository around the working directory.",
      valueName: "file"))
  var path: String?

  /// The settings in force, or says on standard error what is wrong with them and throws.
  func load() throws -> Settings {
    do throws(ConfigurationErrors) {
      return try ConfigurationFile.settings(path: path, workingDirectory: FileSystem.realPath("."))
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      throw ConfigurationUnusable(errors: error.errors)
    }
  }

  /// What the configuration says of output; nothing where it cannot be read, which ``load()`` reports.
  var output: OutputSettings {
    (try? ConfigurationFile.settings(path: path, workingDirectory: FileSystem.realPath(".")))?.output ?? OutputSettings()
  }

  /// Whether folders may have files of their own: not under a file that the user names.
  var hasFolders: Bool { path == nil }

  /// What applies to each of some documents, or says on standard error what is wrong and throws.
  func tree(_ settings: Settings, documents: [String], hasFolders: Bool = true) throws -> ConfigurationTree {
    do throws(ConfigurationErrors) {
      return try ConfigurationTree(
        settings, hasFolders: hasFolders && self.hasFolders, documents: documents, workingDirectory: FileSystem.realPath("."))
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      throw ConfigurationUnusable(errors: error.errors)
    }
  }

  /// As ``load()``; what is wrong has been said when it throws.
  func loadOrExit() throws -> Settings {
    do { return try load() } catch is ConfigurationUnusable { throw ExitCode(ObstatExit.impossible.rawValue) }
  }
}

/// The configuration could not be read; everything about it has been said.
struct ConfigurationUnusable: Error {
  var errors: [ConfigurationError]
}

extension ConfigurationError {
  /// As compilers print an error.
  var rendered: String {
    renderedMistake(
      path: path, place: place.map { SourcePlace(line: $0.line, column: $0.column, sourceLine: $0.sourceLine, length: $0.length) },
      message: message, help: help)
  }
}
