import Configuration
import ContentModel
import Fingerprints

/// Checks documents in a worker process, which it replaces when it dies.
final class IsolatedChecker: DocumentChecker {
  private let launch: WorkerLaunch
  private let limits: Limits
  private let rulesDigest: String
  private let configuration: ConfigurationTree?
  private var worker: Worker?
  /// Why no worker can be started; it is not tried again then.
  private var isHopeless: String?

  /// A worker that dies on a document gets one successor for it.
  private static let attempts = 2
  /// Seconds to load the rules: many times what any set needs.
  private static let patience = 120

  init(_ launch: WorkerLaunch, limits: Limits, rulesDigest: String, configuration: ConfigurationTree?) {
    self.launch = launch
    self.limits = limits
    self.rulesDigest = rulesDigest
    self.configuration = configuration
  }

  func check(_ entry: DocumentList.Entry) -> Scanner.Outcome {
    do throws(DocumentError) {
      let bytes = try DocumentList.read(entry, limits: min(limits.documentBytes.value, 512 << 20))
      let checked = try examine(bytes, entry)
      return .checked(checked.report(sha256: Digest.sha256(bytes)))
    } catch { return .failed(error) }
  }

  private func examine(_ bytes: [UInt8], _ entry: DocumentList.Entry) throws(DocumentError) -> CheckedDocument {
    var deaths: [Worker.Death] = []
    let treatment = configuration?.treatment(of: entry.path) ?? Treatment()
    while deaths.count < Self.attempts {
      let request = WorkerRequest(path: entry.path, format: entry.format, attempt: deaths.count, treatment: treatment, bytes: bytes)
      let reply: WorkerReply
      let worker = try liveWorker(for: entry)
      do throws(Worker.Death) {
        reply = try ask(worker, request)
      } catch {
        self.worker = nil
        deaths.append(error)
        continue
      }
      switch reply {
      case .checked(let checked): return checked
      case .refused(let code, let message): throw DocumentError(path: entry.path, code: code, message: message)
      }
    }
    throw Self.quarantine(entry.path, deaths)
  }

  private func ask(_ worker: Worker, _ request: WorkerRequest) throws(Worker.Death) -> WorkerReply {
    let answer = try worker.exchange(request.encoded, seconds: limits.workerSeconds.value, key: "limits.worker-seconds")
    do throws(WireReader.Nonsense) {
      return try WorkerReply(decoding: answer, for: request)
    } catch {
      worker.end()
      throw Worker.Death(how: "gave an answer that makes no sense")
    }
  }

  private static func quarantine(_ path: String, _ deaths: [Worker.Death]) -> DocumentError {
    let last = deaths.last ?? Worker.Death(how: "ended")
    let how =
      Set(deaths.map(\.how)).count == 1
      ? "twice the worker \(last.how) while checking it"
      : deaths.map { "the worker \($0.how) while checking it" }.joined(separator: ", then ")
    return DocumentError(
      path: path, code: last.isTimeout ? .timeout : .crashed, message: "is quarantined and was not checked: \(how)")
  }

  private func liveWorker(for entry: DocumentList.Entry) throws(DocumentError) -> Worker {
    if let worker { return worker }
    if isHopeless == nil {
      // A machine short of memory or processes may have some a moment later.
      for _ in 0..<Self.attempts {
        do throws(Worker.Death) {
          let worker = try start()
          self.worker = worker
          isHopeless = nil
          return worker
        } catch { isHopeless = "the worker \(error.how)" }
      }
    }
    throw .notChecked(entry, isHopeless ?? "no worker could be started")
  }

  private func start() throws(Worker.Death) -> Worker {
    let worker = try Worker(launch, memoryMegabytes: limits.workerMegabytes.value)
    let setup = WorkerSetup(ruleFolders: launch.ruleFolders, defaultLexicons: launch.defaultLexicons, limits: limits, additions: launch.additions)
    let answer: [UInt8]
    do throws(Worker.Death) {
      answer = try worker.exchange(setup.encoded, seconds: Self.patience, key: nil)
    } catch { throw Worker.Death(how: "\(error.how) while loading the rules") }
    switch try? WorkerGreeting(decoding: answer) {
    case .ready(rulesDigest)?: return worker
    case .ready?: throw Worker.Death(how: "found other rules: they were changed while the scan was running")
    case .unable(let why)?: throw Worker.Death(how: "could not start: \(why)")
    case nil: throw Worker.Death(how: "gave an answer that makes no sense")
    }
  }
}
