package import ContentModel
import FileSystem

/// A run's settings together with those of folders below: what applies to each document.
///
/// Under a file that was found at the root of a repository, each `obstat.yaml` in a
/// folder of that repository adds to what the ones above say, for the documents
/// below it; the nearest decides. Such files speak of documents only. Under a file
/// that the user names, and for documents outside the repository, there are none.
package struct ConfigurationTree: Sendable {
  package let settings: Settings
  /// Whether documents may say themselves what they are for.
  package var heedsDocuments = true
  /// Settings by the absolute path of a folder, with everything above taken in.
  private let folders: [String: Settings]
  private let root: String?
  private let workingDirectory: String

  /// Reads the files of every folder that the documents lie in.
  ///
  /// - Parameters:
  ///   - settings: the run's.
  ///   - hasFolders: whether folders may have files of their own.
  ///   - documents: paths as the user gave them.
  ///   - workingDirectory: its absolute path.
  package init(
    _ settings: Settings, hasFolders: Bool, documents: [String], workingDirectory: String?
  ) throws(ConfigurationErrors) {
    self.settings = settings
    self.workingDirectory = workingDirectory ?? "/"
    root = hasFolders ? workingDirectory.flatMap(ConfigurationFile.repositoryRoot(from:)) : nil
    var known: [String: Settings] = [:]
    var errors: [ConfigurationError] = []
    if let root {
      known[root] = settings
      for document in documents {
        guard let folder = Self.folder(of: document, in: self.workingDirectory), Self.lies(folder, in: root) else { continue }
        var missing: [String] = []
        var current = folder
        while known[current] == nil, let parent = ConfigurationFile.parent(of: current) {
          missing.append(current)
          current = parent
        }
        for folder in missing.reversed() {
          let above = known[ConfigurationFile.parent(of: folder) ?? root] ?? settings
          let path = folder + "/" + ConfigurationFile.name
          guard (try? FileSystem.kind(of: path)) == .file else {
            known[folder] = above
            continue
          }
          do throws(ConfigurationErrors) {
            known[folder] = try ConfigurationFile.read(path, workingDirectory: workingDirectory, onTopOf: above, isOfRun: false)
          } catch {
            known[folder] = above
            errors += error.errors
          }
        }
      }
    }
    folders = known
    guard errors.isEmpty else { throw ConfigurationErrors(errors: errors) }
  }

  /// Only the run's own settings.
  package init(_ settings: Settings, workingDirectory: String?) {
    self.settings = settings
    self.workingDirectory = workingDirectory ?? "/"
    root = nil
    folders = [:]
  }

  /// Changes with everything that it says about documents.
  package var stamp: String {
    ([(key: "", value: settings)] + folders.sorted { $0.key < $1.key }).map { folder, settings in
      folder + settings.changes.map { "\($0.effect)\($0.conditions)" }.joined() + settings.names.map(\.text).joined()
    }.joined(separator: "\n") + (heedsDocuments ? "" : "\nno document's own word")
  }

  /// The settings in force for a document, those of its folders included.
  package func settings(for document: String) -> Settings {
    guard root != nil, let folder = Self.folder(of: document, in: workingDirectory) else { return settings }
    return folders[folder] ?? settings
  }

  /// What applies to a document, as far as its path tells.
  package func treatment(of document: String) -> Treatment {
    let settings = settings(for: document)
    guard !settings.changes.isEmpty || !settings.names.isEmpty else { return Treatment(heedsDocument: heedsDocuments) }
    return Treatment(
      facts: facts(of: document, settings).map { MetadataEntry(key: $0.fact.rawValue, value: $0.value.value) },
      changes: changes(for: document, settings).compactMap(\.treatment),
      heedsDocument: heedsDocuments)
  }

  /// Changes that the path does not rule out, in the order in which they are made.
  package func changes(for document: String, _ settings: Settings) -> [Change] {
    settings.changes.filter { change in
      change.conditions.files.isEmpty || change.conditions.files.contains { $0.matches(document, in: workingDirectory) }
    }
  }

  /// What the document's name and the configuration say that it is for; its own word outranks them where it is heeded.
  package func facts(of document: String, _ settings: Settings) -> [(fact: DocumentFact, value: Setting<String>)] {
    var found: [DocumentFact: Setting<String>] = [:]
    for change in changes(for: document, settings) {
      if case .fact(let fact, let value) = change.effect { found[fact] = Setting(value, origin: change.origin) }
    }
    let path = Self.absolute(document, in: workingDirectory)
    var named: Set<DocumentFact> = []
    for pattern in settings.names {
      for (fact, value) in pattern.facts(of: path) ?? [:] where named.insert(fact).inserted {
        found[fact] = Setting(value, origin: pattern.origin)
      }
    }
    return DocumentFact.allCases.compactMap { fact in found[fact].map { (fact, $0) } }
  }

  /// Every configuration file in a folder and those below, by absolute path; folders whose names begin with a dot are left out, links not followed twice.
  package static func files(below root: String) -> [String] {
    var found: [String] = []
    var visited: Set<String> = []
    var pending = [root]
    while let folder = pending.popLast() {
      guard let real = FileSystem.realPath(folder), visited.insert(real).inserted, lies(real, in: root) else { continue }
      for name in (try? FileSystem.names(inFolder: folder)) ?? [] where !name.hasPrefix(".") {
        let path = (folder == "/" ? "" : folder) + "/" + name
        switch try? FileSystem.kind(of: path) {
        case .folder?: pending.append(path)
        case .file? where name == ConfigurationFile.name: found.append(path)
        default: break
        }
      }
    }
    return found.sorted()
  }

  private static func lies(_ folder: String, in root: String) -> Bool {
    folder == root || root == "/" || folder.hasPrefix(root + "/")
  }

  /// The real path of the folder that a document lies in.
  private static func folder(of document: String, in workingDirectory: String) -> String? {
    let path = absolute(document, in: workingDirectory)
    guard let folder = ConfigurationFile.parent(of: path) else { return nil }
    return FileSystem.realPath(folder) ?? folder
  }

  /// Without `.` and `..`; symbolic links are not followed.
  static func absolute(_ path: String, in folder: String) -> String {
    var names: [Substring] = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}

extension Change {
  /// As the rules take it; nil for facts, which are taken before.
  fileprivate var treatment: Treatment.Change? {
    switch effect {
    case .pack(let name, let isOn): Treatment.Change(.pack(name), isOn ? .on : .off, conditions: conditions.facts)
    case .rule(let id, let choice): Treatment.Change(.rule(id), choice, conditions: conditions.facts)
    case .fact: nil
    }
  }
}
