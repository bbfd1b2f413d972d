package import Configuration
package import ContentModel
import Analysis
import LuaRuntime
import Synchronization
package import RuleEngine
import Fingerprints

/// Runs rules over many documents, several at a time, and gives the results in order.
package struct Scanner: Sendable {
  package enum Outcome: Sendable {
    case checked(DocumentReport)
    case failed(DocumentError)
  }

  package let rules: RuleSet
  /// Number of documents checked at a time; at least 1.
  package var workers: Int
  package var limits: Limits
  /// How worker processes are started; nil to check the documents in this process.
  package var isolation: WorkerLaunch?
  /// What applies to which document beside the limits; nil where nothing does.
  package var configuration: ConfigurationTree?
  /// Whether ``scan(_:deliver:)`` counts what is done; not with isolation.
  package var counts = false
  /// Where outcomes are kept for a run that may be interrupted; nil to keep none.
  package var journal: ScanJournal?

  package init(
    rules: RuleSet, workers: Int, limits: Limits = Limits(), isolation: WorkerLaunch? = nil,
    configuration: ConfigurationTree? = nil
  ) {
    self.rules = rules
    self.workers = max(1, workers)
    self.limits = limits
    self.isolation = isolation
    self.configuration = configuration
  }

  /// `sha256:` and the hash of every rule, pack, module and word list with its name.
  package static func digest(of rules: RuleSet) -> String {
    var parts: [[UInt8]] = []
    for file in rules.files {
      parts.append(Array("\(file.name)\u{0}\(file.bytes.count)\u{0}".utf8))
      parts.append(file.bytes)
    }
    for stamp in rules.knowledge.stamps { parts.append(Array("\(stamp)\u{0}".utf8)) }
    return "sha256:" + Digest.sha256(parts: parts)
  }

  /// Checks every document and calls `deliver` on this thread for each, in the list's order, until it returns false. One unreadable document does not stop the others.
  ///
  /// - Parameter shouldStop: asked on any thread before each document; once it says true, those in hand are delivered and no more.
  /// - Returns: what was done by all workers together, if it is to be counted.
  @discardableResult
  package func scan(
    _ documents: [DocumentList.Entry], shouldStop: @escaping @Sendable () -> Bool = { false }, deliver: (Outcome) -> Bool
  ) -> RunStatistics? {
    let sum = Mutex(RunStatistics(rules: rules.rules.count))
    let channel = OrderedChannel<Outcome>(count: documents.count, capacity: workers * 8)
    let threads = (0..<min(workers, documents.count)).compactMap { _ in
      LuaThread.start {
        let statistics = work(on: documents, channel, shouldStop)
        if let statistics { sum.withLock { $0 += statistics } }
      }
    }
    if threads.isEmpty {
      for entry in documents where !deliver(.failed(.notChecked(entry, "no thread could be started"))) { return nil }
      return nil
    }
    var goesOn = true
    while let outcome = channel.take() {
      // What other workers had begun is taken from them, and nobody sees it.
      guard goesOn else { continue }
      goesOn = deliver(outcome)
      if !goesOn { channel.close() }
    }
    for thread in threads { thread.join() }
    return counts ? sum.withLock { $0 } : nil
  }

  private func work(on documents: [DocumentList.Entry], _ channel: OrderedChannel<Outcome>, _ shouldStop: () -> Bool) -> RunStatistics? {
    let checker = makeChecker()
    while let number = shouldStop() ? nil : channel.claim() { channel.put(checker.check(documents[number]), number: number) }
    if shouldStop() { channel.close() }
    return checker.statistics
  }

  private func makeChecker() -> any DocumentChecker {
    guard let journal else { return makeFreshChecker() }
    return ResumingChecker(journal, limit: limits.documentBytes.value, fresh: makeFreshChecker)
  }

  private func makeFreshChecker() -> any DocumentChecker {
    if let isolation { return IsolatedChecker(isolation, limits: limits, rulesDigest: Self.digest(of: rules), configuration: configuration) }
    do throws(LuaError) {
      return try LocalChecker(rules, limits: limits, counts: counts, configuration: configuration)
    } catch { return RefusingChecker(why: "the rules could not be loaded: \(error.message)") }
  }
}
