import FileSystem
import RuleEngine

/// The rules that a path names: a rule folder, a pack's folder, or one file of a pack.
struct RuleSelection {
  /// Folders to load; empty for the shipped rules.
  var folders: [String]
  private var prefix: String?

  init(path: String?, folders: [String]) {
    self.folders = folders
    guard let path = path.map({ $0.hasSuffix("/") && $0.count > 1 ? String($0.dropLast()) : $0 }) else { return }
    if FileSystem.isFolder(path), (try? FileSystem.kind(of: path + "/pack.lua")) == nil {
      self.folders = [path]
      return
    }
    prefix = path
    if folders.isEmpty {
      // A file's pack is its folder, and the rule folder is the one around that.
      let pack = FileSystem.isFolder(path) ? path : Self.parent(path)
      self.folders = [Self.parent(pack)]
    }
  }

  func contains(_ rule: Rule) -> Bool {
    guard let prefix else { return true }
    guard let wanted = FileSystem.realPath(prefix), let own = FileSystem.realPath(rule.path) else { return false }
    return own == wanted || own.hasPrefix(wanted + "/")
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return FileSystem.realPath(path) == nil ? "." : relativeParent(path) }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func relativeParent(_ path: String) -> String {
    path == "." || path == ".." ? path + "/.." : "."
  }
}
