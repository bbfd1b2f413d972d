import Foundation

/// The built program, run as its users run it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program stands beside the test bundle.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("obstat").path

  static func run(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: [UInt8]? = nil) throws -> Result {
    try start(path, arguments, in: folder, environment: environment, input: input)
  }

  /// Another program, waited for.
  @discardableResult
  static func start(
    _ path: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: [UInt8]? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? repository
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    var given: URL?
    if let input {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-input-\(UUID().uuidString)")
      try Data(input).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
      given = file
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    defer { if let given { try? FileManager.default.removeItem(at: given) } }
    try process.run()
    // Standard error is short; reading it second cannot fill its pipe.
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: told, as: UTF8.self))
  }

  static func json(_ arguments: [String], in folder: URL? = nil) throws -> [String: Any] {
    let result = try run(["scan", "--format", "json"] + arguments, in: folder)
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
  }
}

/// A folder for one test, removed with it.
final class Scratch {
  let url: URL

  init(_ files: [String: [UInt8]] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
