import Foundation

/// Programs that read what this one writes: a Python environment that `make test` makes.
enum Peers {
  static let folder = Program.repository.appendingPathComponent(".build/peers")
  static let python = folder.appendingPathComponent("bin/python").path
  static let isThere = FileManager.default.isExecutableFile(atPath: python)
  static let missing = "the Python packages of Tests/Peers/requirements.txt are not there: run make test with a network"

  /// What a consumer of a format says against a report; empty if nothing.
  static func complaints(_ format: String, _ file: URL, scan: URL? = nil, in folder: URL = Program.repository) throws -> String {
    let result = try Program.start(
      python, [Program.repository.appendingPathComponent("Tests/Peers/check.py").path, format, file.path] + (scan.map { [$0.path] } ?? []), in: folder)
    return result.output + (result.status > 1 ? result.errors : "")
  }
}
