internal import CSandbox
import FileSystem
internal import Glibc

/// Asks git about the files of a repository.
///
/// Git runs without anything that a repository's own configuration could make it
/// start (hooks, file-system monitors, external differs), without a terminal, and
/// with names as they are, ended by NUL.
package struct GitRepository {
  private let root: String

  /// - Parameter root: the absolute path of the folder that holds `.git`.
  package init(root: String) { self.root = root }

  /// The repository that a folder lies in.
  package init(around folder: String) throws(GitError) {
    guard let root = Self.root(around: folder) else { throw GitError(message: "\(folder) lies in no git repository") }
    self.root = root
  }

  /// The nearest folder upwards that holds `.git`; nil where there is none.
  static func root(around folder: String) -> String? {
    var current = folder
    while true {
      if (try? FileSystem.kind(of: (current == "/" ? "" : current) + "/.git")) != nil { return current }
      guard current != "/", let slash = current.utf8.lastIndex(of: 0x2F) else { return nil }
      current = slash == current.startIndex ? "/" : String(current[..<slash])
    }
  }

  /// Files that differ between the working tree and the commit at which `revision` and the present one parted, with new ones that git does not ignore; deleted ones left out.
  package func changedFiles(since revision: String) throws(GitError) -> ChangedFiles {
    let commit: String
    do throws(GitError) {
      commit = try text(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
    } catch {
      if error.isMissing { throw error }
      throw GitError(message: "'\(revision)' names no commit here; fetch it, or name another")
    }
    let base: String
    do throws(GitError) {
      base = try text(["merge-base", commit, "HEAD"])
    } catch { throw GitError(message: "'\(revision)' and the present commit have no common past here; fetch more of the history") }
    let changed = try names([
      "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty", base, "--",
    ])
    let new = try names(["ls-files", "-z", "--others", "--exclude-standard", "--"])
    return ChangedFiles(root: root, names: Array(Set(changed + new)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// Files that git tracks although `.gitignore` names them.
  func trackedButIgnored() throws(GitError) -> [String] {
    try names(["ls-files", "-z", "--cached", "--ignored", "--exclude-standard", "--"])
  }

  private func names(_ arguments: [String]) throws(GitError) -> [String] {
    try run(arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private func text(_ arguments: [String]) throws(GitError) -> String {
    String(decoding: try run(arguments).prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private func run(_ arguments: [String]) throws(GitError) -> [UInt8] {
    let harmless = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "core.untrackedCache=false"]
    let all = ["git", "--no-pager", "-C", root] + harmless.flatMap { ["-c", $0] } + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var output: Int32 = -1
    var pid = pid_t()
    let failure = obs_spawn_reading(&pointers, &output, &pid)
    guard failure == 0 else {
      throw GitError(message: failure == ENOENT ? "git is not installed" : "git cannot be started: \(String(cString: strerror(failure)))", isMissing: true)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
      if n > 0 { bytes += chunk[..<n] } else if n == 0 || errno != EINTR { break }
    }
    close(output)
    let end = obs_wait(pid)
    guard end.signal == 0, end.status == 0 else {
      throw GitError(message: "git \(arguments.first ?? "") ended with \(end.signal != 0 ? "signal \(end.signal)" : "status \(end.status)")")
    }
    return bytes
  }
}

/// Why git gave no answer: a phrase.
package struct GitError: Error, Sendable, Equatable {
  package var message: String
  /// Whether git could not be started at all.
  package var isMissing = false
}
