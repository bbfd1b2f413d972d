import Glibc
import Reporters
import Scanning

/// How far a scan is, on one line of the terminal that is drawn over.
final class Progress {
  private let documents: [DocumentList.Entry]
  private let totalBytes: Int
  private let start = Progress.now
  private var done = 0
  private var doneBytes = 0
  private var findings = 0
  private var lastDrawn: Double = 0
  private var isShown = false

  /// Seconds between two drawings; where there is no terminal each is a line of a log.
  private static let interval = Output.errors.isTerminal ? 0.1 : 10
  /// Scans that are over sooner show nothing.
  private static let patience = 0.3

  /// nil where progress is not to be shown.
  init?(_ options: ScanOptions, documents: [DocumentList.Entry]) {
    let environment = Environment.terminal
    let isWanted = Output.errors.isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["CI", default: ""].isEmpty
      && environment["TERM"] != "dumb"
    guard options.progress ?? isWanted, documents.count > 1 || options.progress == true else { return nil }
    self.documents = documents
    totalBytes = documents.reduce(0) { $0 + $1.byteCount }
    lastDrawn = start + (options.progress == true ? -1 : Self.patience - Self.interval)
  }

  /// One more document is done.
  func advance(findings: Int) {
    if done < documents.count { doneBytes += documents[done].byteCount }
    done += 1
    self.findings += findings
    let now = Self.now
    guard now - lastDrawn >= Self.interval || (done == documents.count && (isShown || !Output.errors.isTerminal)) else { return }
    lastDrawn = now
    draw(now)
  }

  /// Takes the line away, before something else is written.
  func clear() {
    guard isShown else { return }
    isShown = false
    if Output.errors.isTerminal { Output.errors.write("\r\u{1B}[K") }
  }

  private func draw(_ now: Double) {
    let fraction = ProgressLine.fraction(done: done, of: documents.count, bytes: doneBytes, of: totalBytes)
    let line = ProgressLine(
      done: done, total: documents.count, bytes: doneBytes, findings: findings, fraction: fraction,
      secondsLeft: ProgressLine.secondsLeft(after: now - start, fraction: fraction))
    if Output.errors.isTerminal {
      isShown = true
      Output.errors.write("\r" + line.text(width: Output.errors.width ?? 80) + "\u{1B}[K")
    } else {
      Output.errors.write(line.text(width: 100) + "\n")
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
