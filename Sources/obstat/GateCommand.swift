import ArgumentParser
import ContentModel
import Gate
import Reporters
import Scanning

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Says whether documents may be published, by the policy in obstat.yaml.",
    discussion: """
      As scan, with the policy applied: suppressions in the documents, waivers and the baseline set findings aside, and the \
      verdict says what the others do. A document's words are not printed, unless asked with --show-text; reports in files hold them. Exit status: as scan.
      """)

  @OptionGroup var scan: ScanOptions

  @OptionGroup var options: GateOptions

  @Flag(help: "Print the documents' words, which everybody who reads the log will see.")
  var showText = false

  func validate() throws {
    if let format = scan.chosenFormat, [.html, .index].contains(format), scan.output == nil, !showText {
      throw ValidationError(
        "\(format.rawValue) shows the documents' words: write it to a file with --output, or print it with --show-text")
    }
  }

  func run() throws {
    let run = ScanRun(scan, isGate: true) { rules, settings, list in
      let gate = try options.gate(
        rules, settings: settings, configuration: scan.ruleOptions.configuration, documents: list.documents)
      return ScanRun.Judgement(judge: gate.judge, mask: showText ? nil : { $0.hidingWords(gate.rules) })
    }
    try run.run()
  }
}
