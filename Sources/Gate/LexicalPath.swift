/// Paths as text: `.` and `..` are resolved, symbolic links are not followed.
package enum LexicalPath {
  /// - Parameter folder: the absolute path that a relative one counts from.
  package static func absolute(_ path: String, in folder: String) -> String {
    "/" + parts(path, in: folder).joined(separator: "/")
  }

  /// A path as counted from a folder, with `..` where it lies elsewhere.
  ///
  /// - Parameters:
  ///   - folder: absolute.
  ///   - workingDirectory: what a relative path counts from.
  package static func relative(_ path: String, to folder: String, workingDirectory: String) -> String {
    let own = parts(path, in: workingDirectory)
    let base = parts(folder, in: "/")
    let shared = zip(own, base).prefix { $0 == $1 }.count
    return (base.dropFirst(shared).map { _ in ".." } + own.dropFirst(shared)).joined(separator: "/")
  }

  /// The folder that an absolute path lies in.
  package static func folder(of path: String) -> String {
    "/" + parts(path, in: "/").dropLast().joined(separator: "/")
  }

  static func isBelow(_ path: String, _ folder: String) -> Bool {
    folder == "/" || path.hasPrefix(folder + "/")
  }

  private static func parts(_ path: String, in folder: String) -> [String] {
    var parts: [String] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts
  }
}
