import ContentModel
import Fingerprints
import RuleEngine

/// Takes from a journal what an earlier run found, and keeps there what it finds itself.
///
/// Documents that could not be checked are not kept: they are tried again.
final class ResumingChecker: DocumentChecker {
  private let journal: ScanJournal
  /// Bytes of a document.
  private let limit: Int
  private let makeFresh: () -> any DocumentChecker
  /// Made when the first document needs it: rules are loaded for nothing where all is done.
  private var made: (any DocumentChecker)?

  init(_ journal: ScanJournal, limit: Int, fresh: @escaping () -> any DocumentChecker) {
    self.journal = journal
    self.limit = limit
    makeFresh = fresh
  }

  /// Of what this run did itself.
  var statistics: RunStatistics? { made?.statistics }

  private func fresh() -> any DocumentChecker {
    if let made { return made }
    let checker = makeFresh()
    made = checker
    return checker
  }

  func check(_ entry: DocumentList.Entry) -> Scanner.Outcome {
    var given = entry
    do throws(DocumentError) {
      given.content = try DocumentList.read(entry, limits: limit)
    } catch { return .failed(error) }
    let bytes = given.content ?? []
    let sha256 = Digest.sha256(bytes)
    let key = ScanJournal.key(entry, sha256: sha256)
    let request = WorkerRequest(path: entry.path, format: entry.format, attempt: 0, bytes: bytes)
    if let body = journal.body(key), case .checked(let checked)? = try? WorkerReply(decoding: body, for: request) {
      return .checked(checked.report(sha256: sha256))
    }
    let outcome = fresh().check(given)
    if case .checked(let report) = outcome {
      let checked = CheckedDocument(document: report.document, findings: report.findings.map(\.finding))
      journal.keep(WorkerReply.checked(checked).encoded(for: request), key: key)
    }
    return outcome
  }
}
