import ArgumentParser

@main
struct Obstat: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Checks what documents claim against what they cite.", version: "0.1.0")
}
