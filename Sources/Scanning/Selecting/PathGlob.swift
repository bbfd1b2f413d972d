import Configuration
import FileSystem

/// A path with `*`, `?` or `**` in it, as a shell would expand it: for callers that have no shell.
struct PathGlob {
  let text: String
  /// The folder that everything it fits lies in.
  let folder: String
  private let pattern: ExclusionPattern
  private let workingDirectory: String

  /// nil where the path holds no wildcard, or one that only a shell knows.
  init?(_ path: String) {
    guard path.utf8.contains(where: { $0 == 0x2A || $0 == 0x3F }), let base = FileSystem.realPath(".") else { return nil }
    text = path
    workingDirectory = base
    let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    let fixed = parts.prefix { !$0.contains(0x2A) && !$0.contains(0x3F) }
    let prefix = fixed.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    folder = prefix.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : prefix
    guard FileSystem.isFolder(folder) else { return nil }
    // As the walk names what it finds: links on the way there keep their names.
    var root: [Substring] = []
    for name in ((folder.hasPrefix("/") ? "" : base + "/") + folder).split(separator: "/") where name != "." {
      if name == ".." { _ = root.popLast() } else { root.append(name) }
    }
    let rest = parts.dropFirst(fixed.count).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    // A leading / binds the pattern to its folder.
    guard let pattern = try? ExclusionPattern("/" + rest, folder: "/" + root.joined(separator: "/")) else { return nil }
    self.pattern = pattern
  }

  /// Whether a path that a walk of ``folder`` came to fits.
  func fits(_ path: String) -> Bool {
    pattern.matches(path, in: workingDirectory)
  }
}
