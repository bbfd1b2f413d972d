/// A glob that names documents or folders to pass over.
///
/// `*` stands for any characters but `/`, `?` for one, `**` as a whole part for
/// any number of folders. A pattern without `/` fits the name of a file or folder
/// at any depth; one with `/` fits paths from the configuration file's folder. A
/// pattern that fits a folder excludes everything in it; with `/` at its end it
/// fits folders only.
package struct ExclusionPattern: Sendable, Equatable {
  /// As written.
  package let text: String
  package let origin: Origin
  private let parts: [Part]
  private let isAnchored: Bool
  private let isFolderOnly: Bool
  /// Parts of the absolute path of the configuration file's folder.
  private let base: [[UInt8]]

  private enum Part: Sendable, Equatable {
    case anyFolders
    case name([UInt8])
  }

  /// - Parameter folder: the absolute path that the pattern counts from.
  package init(_ text: String, folder: String, origin: Origin = .standard) throws(Mistake) {
    guard !text.isEmpty else { throw Mistake(words: "is empty") }
    guard text.utf8.count <= 1000 else { throw Mistake(words: "is longer than 1000 bytes") }
    guard !text.utf8.contains(0x5C), !text.utf8.contains(0x5B), !text.utf8.contains(0x7B) else {
      throw Mistake(words: "uses \\, [ or {; only *, ** and ? have a meaning")
    }
    guard !text.hasPrefix("!") else { throw Mistake(words: "begins with !, and nothing can be taken back") }
    let names = Self.split(text)
    guard !names.isEmpty else { throw Mistake(words: "names nothing") }
    guard !names.contains(where: { $0 == Array("..".utf8) || $0 == Array(".".utf8) }) else {
      throw Mistake(words: "holds . or .. as a part; write the path from the configuration file's folder")
    }
    self.text = text
    self.origin = origin
    parts = names.map { $0 == Array("**".utf8) ? .anyFolders : .name($0) }
    isFolderOnly = text.hasSuffix("/")
    isAnchored = text.utf8.dropLast(isFolderOnly ? 1 : 0).contains(0x2F)
    base = Self.split(folder)
  }

  package struct Mistake: Error, Sendable, Equatable {
    package let words: String
  }

  /// Whether a document is excluded, by itself or by a folder that it lies in. Symbolic links are not followed.
  ///
  /// - Parameters:
  ///   - path: absolute, or as counted from `folder`.
  ///   - isFolder: whether a folder stands at `path`.
  package func matches(_ path: String, in folder: String, isFolder: Bool = false) -> Bool {
    let names = Self.names(of: path, in: folder)
    let isBelow = names.starts(with: base)
    // Names above the configuration file's folder are nobody's to exclude.
    let own = isBelow ? Array(names.dropFirst(base.count)) : Self.split(path)
    if isAnchored { return isBelow && matchesPath(own, isFolder: isFolder) }
    guard let only = parts.first else { return false }
    for (index, name) in own.enumerated() where !isFolderOnly || isFolder || index < own.count - 1 {
      switch only {
      case .anyFolders: return true
      case .name(let pattern): if Self.fits(name, pattern) { return true }
      }
    }
    return false
  }

  /// Whether the pattern fits this very path, and not merely a folder around it. One without `/` fits in its own folder only.
  package func fitsExactly(_ path: String, in folder: String) -> Bool {
    let names = Self.names(of: path, in: folder)
    guard names.starts(with: base), !isFolderOnly else { return false }
    return names.dropFirst(base.count).reduce(closure([0]), following).contains(parts.count)
  }

  /// Whether the parts fit the whole path or the folders at its beginning.
  private func matchesPath(_ names: [[UInt8]], isFolder: Bool) -> Bool {
    var states = closure([0])
    for (index, name) in names.enumerated() {
      states = following(states, name)
      let isLast = index == names.count - 1
      if states.contains(parts.count), !isLast || isFolder || !isFolderOnly { return true }
    }
    return false
  }

  /// Which parts may come behind a name, given those that may stand for it: kept as a set, so that the time for a path is the product of both lengths.
  private func following(_ states: Set<Int>, _ name: [UInt8]) -> Set<Int> {
    var next: Set<Int> = []
    for state in states where state < parts.count {
      switch parts[state] {
      case .anyFolders: next.insert(state)
      case .name(let pattern): if Self.fits(name, pattern) { next.insert(state + 1) }
      }
    }
    return closure(next)
  }

  private func closure(_ states: Set<Int>) -> Set<Int> {
    var all = states
    for state in states.sorted() {
      var next = state
      while next < parts.count, parts[next] == .anyFolders {
        next += 1
        all.insert(next)
      }
    }
    return all
  }

  /// Whether a name fits a pattern of `*` and `?`. Goes back to the last star only: linear in each star's reach.
  private static func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var i = 0
    var j = 0
    var star: (pattern: Int, name: Int)?
    while i < name.count {
      if j < pattern.count, pattern[j] == 0x2A {
        star = (j, i)
        j += 1
      } else if j < pattern.count, pattern[j] == 0x3F {
        // One character, however many bytes.
        i += 1
        while i < name.count, name[i] & 0xC0 == 0x80 { i += 1 }
        j += 1
      } else if j < pattern.count, pattern[j] == name[i] {
        i += 1
        j += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        i = last.name + 1
        j = last.pattern + 1
      } else {
        return false
      }
    }
    while j < pattern.count, pattern[j] == 0x2A { j += 1 }
    return j == pattern.count
  }

  /// The parts of the absolute path.
  private static func names(of path: String, in folder: String) -> [[UInt8]] {
    var names: [[UInt8]] = path.hasPrefix("/") ? [] : split(folder)
    for name in split(path) where name != Array(".".utf8) {
      if name == Array("..".utf8) { _ = names.popLast() } else { names.append(name) }
    }
    return names
  }

  private static func split(_ path: String) -> [[UInt8]] {
    path.utf8.split(separator: 0x2F).map(Array.init)
  }
}
