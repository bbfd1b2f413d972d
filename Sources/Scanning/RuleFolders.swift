import FileSystem

/// Where the shipped rules stand: `Rules/` beside the program or in a folder above it, or `../share/obstat/Rules`.
///
/// Never the working directory: a document's author must not be able to bring the rules along.
package enum RuleFolders {
  /// The folder's path; nil where the program was installed without rules.
  package static func shipped(programPath: String? = FileSystem.programPath) -> String? {
    guard let programPath else { return nil }
    var folder = parent(programPath)
    while let current = folder {
      let candidate = (current == "/" ? "" : current) + "/Rules"
      if FileSystem.isFolder(candidate + "/_lexicons") { return candidate }
      folder = parent(current)
    }
    let shared = parent(programPath).flatMap(parent).map { $0 + "/share/obstat/Rules" }
    return shared.flatMap { FileSystem.isFolder($0) ? $0 : nil }
  }

  private static func parent(_ path: String) -> String? {
    guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
