import ArgumentParser

struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Checks documents and prints the findings.",
    discussion: """
      Reads plain text, Markdown and HTML. Exit status: 0 when every verdict lies below --fail-on, \
      1 when some verdict reaches it, 2 when nothing could be scanned, 3 when some document could not be checked. \
      ^C ends a scan after the documents in hand, with a report of what was done.
      """)

  @OptionGroup var options: ScanOptions

  func run() throws { try ScanRun(options).run() }
}
