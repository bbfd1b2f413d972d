import ArgumentParser
import ContentModel
import Glibc
import Reporters

/// Takes a scan's results as they come and writes them in the format asked for.
///
/// Text and NDJSON stream; JSON and HTML are one whole and are written at the end.
final class ReportSink {
  var rulesDigest = ""

  private let format: ScanCommand.Format
  private let output: Output
  private let text: TextReporter
  private let errorText: TextReporter
  private var counts = ReportCounts()
  private var documents: [DocumentReport] = []
  private var errors: [DocumentError] = []

  init(_ command: ScanCommand) throws {
    format = command.format
    var environment: [String: String] = [:]
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    if let path = command.output {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        Output.errors.write("error: \(path) cannot be written: \(String(cString: strerror(errno)))\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      output = Output(descriptor: descriptor)
    } else {
      output = .standard
    }
    func reporter(for stream: Output) -> TextReporter {
      TextReporter(
        color: TerminalStyle.wantsColor(flag: command.color, environment: environment, isTerminal: stream.isTerminal),
        width: stream.width)
    }
    text = reporter(for: output)
    errorText = reporter(for: .errors)
  }

  func add(_ report: DocumentReport) {
    counts.add(report)
    switch format {
    case .text: output.write(text.document(report))
    case .ndjson: output.write(NDJSONReporter.line(report, identity: identity))
    case .json, .html: documents.append(report)
    }
  }

  func add(_ error: DocumentError) {
    counts.add(error)
    errors.append(error)
    tell(error)
    if format == .ndjson { output.write(NDJSONReporter.line(error, identity: identity)) }
  }

  /// Says on standard error that a document could not be checked, whatever the format.
  func tell(_ error: DocumentError) { Output.errors.write(errorText.error(error)) }

  func finish() {
    switch format {
    case .text: output.write(text.summary(counts))
    case .ndjson: break
    case .json: output.write(JSONReporter.report(report))
    case .html: output.write(HTMLReporter.report(report))
    }
  }

  /// Ends a scan that did not take place: tools that read JSON get their object all the same.
  func abandon(_ problems: [DocumentError]) {
    documents = []
    errors = problems
    switch format {
    case .json: output.write(JSONReporter.report(report))
    case .ndjson: for error in problems { output.write(NDJSONReporter.line(error, identity: identity)) }
    case .text, .html: break
    }
  }

  private var identity: NDJSONReporter.Identity {
    NDJSONReporter.Identity(toolVersion: Obstat.toolVersion, rulesDigest: rulesDigest)
  }

  private var report: ScanReport {
    ScanReport(toolVersion: Obstat.toolVersion, rulesDigest: rulesDigest, documents: documents, errors: errors)
  }
}
