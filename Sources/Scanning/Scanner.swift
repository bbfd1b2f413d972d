import Analysis
package import ContentModel
import FileSystem
import LuaRuntime
import Readers
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

  package init(rules: RuleSet, workers: Int) {
    self.rules = rules
    self.workers = max(1, workers)
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
      for entry in documents { deliver(.failed(notChecked(entry, "no thread could be started"))) }
      return
    }
    while let outcome = channel.take() { deliver(outcome) }
    for thread in threads { thread.join() }
  }

  private func work(on documents: [DocumentList.Entry], _ channel: OrderedChannel<Outcome>) {
    var problem = ""
    var runner: RuleRunner?
    do throws(LuaError) { runner = try RuleRunner(rules) } catch { problem = "the rules could not be loaded: \(error.message)" }
    let reader = DocumentReader()
    while let number = channel.claim() {
      let entry = documents[number]
      channel.put(
        runner.map { check(entry, reader: reader, runner: $0) } ?? .failed(notChecked(entry, problem)), number: number)
    }
  }

  private func notChecked(_ entry: DocumentList.Entry, _ why: String) -> DocumentError {
    DocumentError(path: entry.path, code: .notChecked, message: "was not checked: \(why)")
  }

  private func check(_ entry: DocumentList.Entry, reader: DocumentReader, runner: RuleRunner) -> Outcome {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(entry.path, limit: reader.maximumBytes)
    } catch { return .failed(DocumentError(path: entry.path, error)) }
    do throws(DocumentError) {
      let document = try reader.read(bytes, path: entry.path, format: entry.format)
      let findings = runner.run(DocumentAnalysis(document, lexicons: rules.analysisLexicons))
      return .checked(Disposition.report(findings, on: document, sha256: Digest.sha256(bytes)))
    } catch { return .failed(error) }
  }
}
