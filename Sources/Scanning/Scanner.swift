package import Configuration
package import ContentModel
import Analysis
import LuaRuntime
package import RuleEngine

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

  /// Checks every document and calls `deliver` on this thread for each, in the list's order. One unreadable document does not stop the others.
  package func scan(_ documents: [DocumentList.Entry], deliver: (Outcome) -> Void) {
    let channel = OrderedChannel<Outcome>(count: documents.count, capacity: workers * 8)
    let threads = (0..<min(workers, documents.count)).compactMap { _ in
      LuaThread.start { work(on: documents, channel) }
    }
    if threads.isEmpty {
      for entry in documents { deliver(.failed(.notChecked(entry, "no thread could be started"))) }
      return
    }
    while let outcome = channel.take() { deliver(outcome) }
    for thread in threads { thread.join() }
  }

  private func work(on documents: [DocumentList.Entry], _ channel: OrderedChannel<Outcome>) {
    let checker = makeChecker()
    while let number = channel.claim() { channel.put(checker.check(documents[number]), number: number) }
  }

  private func makeChecker() -> any DocumentChecker {
    if let isolation { return IsolatedChecker(isolation, limits: limits, rulesDigest: Self.digest(of: rules), configuration: configuration) }
    do throws(LuaError) {
      return try LocalChecker(rules, limits: limits, configuration: configuration)
    } catch { return RefusingChecker(why: "the rules could not be loaded: \(error.message)") }
  }
}
