import ArgumentParser
import Glibc
import Scanning

/// The hidden mode in which `scan --isolate` starts this program; not for people, except for its self-test.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Checks documents that another obstat sends through standard input.", shouldDisplay: false)

  @Flag(help: "Obey marks in documents that ask for a crash. For tests.")
  var faults = false

  @Flag(help: "Print what a shut-in worker can still do on this machine, and end.")
  var selfTest = false

  @Flag(help: "In the self-test, leave the filter of system calls out.")
  var withoutFilter = false

  @OptionGroup var knowledgeOptions: KnowledgeOptions

  func run() throws {
    // ^C in a terminal reaches every process of the group; whether a worker ends is its parent's to say.
    signal(SIGINT, SIG_IGN)
    if selfTest {
      let lines = WorkerProcess().test(filtersCalls: !withoutFilter)
      Output.standard.write(lines.map { $0 + "\n" }.joined())
      // At once: what the program would do at its end may no longer be allowed.
      _exit(0)
    }
    guard let knowledge = try? knowledgeOptions.load(isShutIn: true) else { _exit(70) }
    _exit(WorkerProcess(obeysFaults: faults, knowledge: knowledge).run())
  }
}
