import ArgumentParser

@main
struct Obstat: ParsableCommand {
  static let toolVersion = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "obstat",
    abstract: "Checks what documents claim against what they cite.",
    discussion: """
      A document goes in; findings pinned to its exact words come out, and a verdict: clear, review or blocked.
      """,
    version: toolVersion,
    subcommands: [
      ScanCommand.self, GateCommand.self, WaiversCommand.self, BaselineCommand.self, CompareCommand.self, FixCommand.self,
      AnalyseCommand.self, RulesCommand.self, TryCommand.self, ReplCommand.self, ExplainCommand.self, ConfigCommand.self,
      EvidenceCommand.self, ClaimsCommand.self,
      WorkerCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // ArgumentParser's own code for a wrong command line is 64; users of a gate need one code for "could not be done".
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        Output.standard.write(message + "\n")
        exit(withError: ExitCode(0))
      }
      if !message.isEmpty { Output.errors.write(message + "\n") }
      exit(withError: ExitCode(code == .validationFailure ? ObstatExit.impossible.rawValue : code.rawValue))
    }
  }
}

/// What the program's exit status says.
enum ObstatExit: Int32 {
  /// Every document's verdict lies below the threshold.
  case clear = 0
  /// Some document's verdict reaches the threshold.
  case findings = 1
  /// The job could not be done: nothing was scanned.
  case impossible = 2
  /// Some document could not be checked; the others were.
  case incomplete = 3
}
