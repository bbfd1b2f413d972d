import Analysis
import ArgumentParser
import Evidence

struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "Checks a library of approved claims.", subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with a library of approved claims, or how many it holds.")

    @Argument(help: "The library (YAML).")
    var file: String

    func run() throws {
      do throws(EvidenceFileErrors) {
        let count = try ClaimFile.read(file).claims.count
        Output.standard.write("\(file): \(count) claim\(count == 1 ? "" : "s"), no mistakes\n")
      } catch {
        for problem in error.errors { Output.errors.write(problem.rendered) }
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
    }
  }
}
