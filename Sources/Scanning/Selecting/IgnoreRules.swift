import FileSystem

/// What the `.gitignore` files of a repository and its `.git/info/exclude` say of the files in it.
///
/// As git has it: nearer files outdo farther ones, later lines earlier ones, and
/// nothing in an ignored folder can be taken back. A file that git tracks is
/// never ignored, so that `.gitignore` cannot hide a published document from a
/// gate: git is asked once, when the first file would be passed over. A user's own
/// `core.excludesFile` is not read, so that a scan does not depend on who runs it.
struct IgnoreRules {
  private struct File {
    /// The absolute path of its folder.
    var folder: [UInt8]
    var patterns: [IgnorePattern]
  }

  private let root: String
  /// The farthest first.
  private var files: [String: File] = [:]
  private var entered: Set<String> = []
  /// Tracked files that lines ignore, and the folders above them, as absolute paths; nil before git was asked.
  private var tracked: Set<String>?
  private var isUnknown = false
  private(set) var warnings: [String] = []
  /// A longer file of patterns is not read.
  private static let maximumBytes = 1 << 20

  /// nil where the folder lies in no repository.
  init?(around folder: String) {
    guard let real = FileSystem.realPath(folder), let root = GitRepository.root(around: real) else { return nil }
    self.root = root
    read(root + "/.git/info/exclude", folder: root, key: "")
    // The folders between the repository's root and the folder speak as well.
    var current = root
    enter(current)
    for name in real.dropFirst(root.count).split(separator: "/") {
      current += "/" + name
      enter(current)
    }
  }

  /// Reads what a folder says, before its entries are asked about.
  mutating func enter(_ folder: String) {
    guard entered.insert(folder).inserted else { return }
    read((folder == "/" ? "" : folder) + "/.gitignore", folder: folder, key: folder)
  }

  private mutating func read(_ path: String, folder: String, key: String) {
    guard let bytes = try? FileSystem.read(path, limit: Self.maximumBytes) else { return }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let patterns = text.split(separator: 0x0A).compactMap { IgnorePattern(line: $0) }
    if !patterns.isEmpty { files[key] = File(folder: Array(folder.utf8), patterns: patterns) }
  }

  /// - Parameter path: absolute; its folder was entered, and is not ignored itself.
  mutating func ignores(_ path: String, isFolder: Bool) -> Bool {
    guard isNamed(path, isFolder: isFolder) else { return false }
    askGit()
    return !isUnknown && tracked?.contains(path) != true
  }

  private func isNamed(_ path: String, isFolder: Bool) -> Bool {
    let bytes = Array(path.utf8)
    // From the nearest file outwards; the first that has an opinion decides.
    var folder = path
    while let slash = folder.utf8.lastIndex(of: 0x2F), folder != root {
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
      if let opinion = opinion(of: folder, on: bytes, isFolder: isFolder) { return opinion }
      if folder == "/" { break }
    }
    return opinion(of: "", on: bytes, isFolder: isFolder) ?? false
  }

  private func opinion(of key: String, on path: [UInt8], isFolder: Bool) -> Bool? {
    guard let file = files[key] else { return nil }
    let rest = path[(file.folder.count + (file.folder == [0x2F] ? 0 : 1))...]
    return file.patterns.last { $0.matches(rest, isFolder: isFolder) }.map { !$0.isNegated }
  }

  private mutating func askGit() {
    guard tracked == nil, !isUnknown else { return }
    do throws(GitError) {
      var paths: Set<String> = []
      for name in try GitRepository(root: root).trackedButIgnored() {
        var path = root + "/" + name
        while path.utf8.count > root.utf8.count {
          paths.insert(path)
          guard let slash = path.utf8.lastIndex(of: 0x2F) else { break }
          path = String(path[..<slash])
        }
      }
      tracked = paths
    } catch {
      isUnknown = true
      warnings.append(".gitignore is not respected, because git does not say which files it tracks: \(error.message)")
    }
  }
}
