import ArgumentParser
import ContentModel
import FileSystem
import Glibc
import Reporters

/// Takes a scan's results as they come and passes them to every report asked for.
///
/// Every format streams: no more than one document is kept.
final class ReportSink {
  private let requests: [ReportRequest]
  private let color: TerminalStyle.ColorFlag
  private let errorText: TextReporter
  private var destinations: [ReportDestination] = []
  private var hasBegun = false
  /// Called before anything is written to a terminal.
  var beforeWriting: () -> Void = {}
  /// Makes a document fit for standard output; nil where it is as it stands.
  var mask: ((DocumentReport) -> DocumentReport)?
  private let writesToTerminal: Bool

  init(_ requests: [ReportRequest], color: TerminalStyle.ColorFlag) {
    self.requests = requests
    self.color = color
    writesToTerminal = Output.standard.isTerminal && requests.contains { $0.path == nil }
    errorText = Self.textReporter(color, for: .errors)
  }

  /// Opens every report; nothing is written before the first piece.
  func begin(_ context: ReportContext) throws {
    hasBegun = true
    for request in requests {
      let stream = request.path == nil ? Output.standard : nil
      let writer =
        request.format == .text
        ? TextReportWriter(Self.textReporter(color, for: stream)) : request.format.writer(context)
      do throws(FileError) {
        destinations.append(try ReportDestination(writer, path: request.path))
      } catch { throw Self.failure(error) }
    }
  }

  func add(_ report: DocumentReport) throws {
    if writesToTerminal { beforeWriting() }
    let shown = requests.contains { $0.path == nil } ? mask?(report) ?? report : report
    for (destination, request) in zip(destinations, requests) {
      do throws(FileError) { try destination.add(request.path == nil ? shown : report) } catch { throw Self.failure(error) }
    }
  }

  /// Adds a document that could not be checked, and says so on standard error whatever the formats.
  ///
  /// - Parameter silently: where standard error is told of many at once.
  func add(_ error: DocumentError, silently: Bool = false) throws {
    if writesToTerminal || !silently { beforeWriting() }
    if !silently { tell(error) }
    try each { (destination) throws(FileError) in try destination.add(error) }
  }

  func tell(_ error: DocumentError) { Output.errors.write(errorText.error(error)) }

  func finish() throws {
    beforeWriting()
    try each { (destination) throws(FileError) in try destination.finish() }
  }

  /// Ends a scan that did not take place: whoever reads a report gets one all the same, and it does not say clear.
  func abandon(_ problems: [DocumentError], context: ReportContext) throws {
    if !hasBegun { try begin(context) }
    // Text says nothing that standard error has not said.
    let isText = requests.map { $0.format == .text && $0.path == nil }
    for (destination, isText) in zip(destinations, isText) where !isText {
      do throws(FileError) {
        for problem in problems { try destination.add(problem) }
        try destination.finish()
      } catch { throw Self.failure(error) }
    }
  }

  private func each(_ work: (ReportDestination) throws(FileError) -> Void) throws {
    for destination in destinations {
      do throws(FileError) { try work(destination) } catch { throw Self.failure(error) }
    }
  }

  private static func failure(_ error: FileError) -> ExitCode {
    Output.errors.write("error: \(error.path) cannot be written: \(error.reason)\n")
    return ExitCode(ObstatExit.impossible.rawValue)
  }

  private static func textReporter(_ color: TerminalStyle.ColorFlag, for stream: Output?) -> TextReporter {
    TextReporter(
      color: TerminalStyle.wantsColor(flag: color, environment: Environment.terminal, isTerminal: stream?.isTerminal ?? false),
      width: stream?.width)
  }
}

/// One report that a command is asked for.
struct ReportRequest: Equatable {
  var format: ReportFormat
  /// nil for standard output.
  var path: String?
}

/// The variables that decide how the program looks in a terminal.
enum Environment {
  static var terminal: [String: String] {
    var variables: [String: String] = [:]
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM", "CI"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }
}
