import Configuration
import ContentModel
import Fingerprints
import LuaRuntime
import Readers

extension Scanner {
  /// Checks a document whose bytes are at hand, whatever stands in the file.
  package typealias Check = ([UInt8], DocumentList.Entry) -> Outcome

  /// Runs `body` on a thread of its own with what checks documents one after the other, in this process.
  package func withChecker<Result: Sendable>(_ body: @escaping @Sendable (Check) -> Result) -> Result {
    LuaThread.run {
      let checker: LocalChecker
      do throws(LuaError) {
        checker = try LocalChecker(rules, limits: limits, configuration: configuration)
      } catch {
        let why = "the rules could not be loaded: \(error.message)"
        return body { _, entry in .failed(.notChecked(entry, why)) }
      }
      return body { bytes, entry in
        do throws(DocumentError) {
          return .checked(try checker.examine(
            bytes, path: entry.path, format: entry.format, under: configuration?.treatment(of: entry.path) ?? Treatment()).report(sha256: Digest.sha256(bytes)))
        } catch { return .failed(error) }
      }
    }
  }
}
