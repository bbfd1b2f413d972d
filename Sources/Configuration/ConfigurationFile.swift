import FileSystem

/// Where the configuration stands.
///
/// The run's own file stands where the user says, or at the root of the repository
/// that the user works in: never beside documents from elsewhere, whose authors
/// must not be able to loosen the limits under which their own documents are
/// checked. Files in folders below it may speak of documents only; see ``ConfigurationTree``.
package enum ConfigurationFile {
  package static let name = "obstat.yaml"
  /// A longer file is a mistake.
  static let maximumBytes = 256 << 10
  /// Files that may extend one another in a row.
  static let maximumExtensions = 16

  /// `obstat.yaml` in the nearest folder that holds `.git`, from `folder` upwards; nil where there is none.
  ///
  /// - Parameter folder: an absolute path.
  package static func found(from folder: String) -> String? {
    guard let root = repositoryRoot(from: folder) else { return nil }
    let path = (root == "/" ? "" : root) + "/" + name
    do throws(FileError) {
      _ = try FileSystem.kind(of: path)
      return path
    } catch {
      // A file that is there and cannot be looked at is an error for whoever reads it, not absent.
      return error.isMissing ? nil : path
    }
  }

  /// The nearest folder that holds `.git`, from an absolute path upwards; nil where none does.
  package static func repositoryRoot(from folder: String) -> String? {
    var current = folder
    while true {
      if (try? FileSystem.kind(of: (current == "/" ? "" : current) + "/.git")) != nil { return current }
      guard current != "/", let slash = current.lastIndex(of: "/") else { return nil }
      current = slash == current.startIndex ? "/" : String(current[..<slash])
    }
  }

  static func parent(of folder: String) -> String? {
    guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }

  /// The settings in force for a run.
  ///
  /// - Parameters:
  ///   - path: the file that the user names; nil to look for one.
  ///   - folder: the working directory; nil where it cannot be known.
  package static func settings(path: String?, workingDirectory folder: String?) throws(ConfigurationErrors) -> Settings {
    guard let path = path ?? folder.flatMap(found) else { return Settings() }
    return try read(path, workingDirectory: folder)
  }

  /// The policy of a folder below the repository's root, which may not say what only the root's may.
  package static func nestedPolicy(_ path: String, workingDirectory: String) throws(ConfigurationErrors) -> GatePolicy {
    let policy = try read(path, workingDirectory: workingDirectory, isOfRun: false).gate
    let forbidden: [(String, Origin)] = [
      ("gate.may-weaken", policy.mayWeaken.origin), ("gate.waivers", policy.waivers.origin), ("gate.baseline", policy.baseline.origin), ("gate.longest-waiver-days", policy.longestWaiverDays.origin),
    ]
    for case (let key, .file(let path, let line)) in forbidden {
      let place = ConfigurationError.Place(line: line, column: 1, sourceLine: "", length: 1)
      throw ConfigurationErrors(errors: [ConfigurationError(path: path, place: place, reason: .onlyAtRoot(key: key))])
    }
    return policy
  }

  /// The settings that a file makes on top of others, what it extends first.
  ///
  /// - Parameter isOfRun: whether it may hold settings of the run; what it extends may in any case, and they are left out then.
  static func read(
    _ path: String, workingDirectory: String?, onTopOf settings: Settings = Settings(), isOfRun: Bool = true
  ) throws(ConfigurationErrors) -> Settings {
    var result = try read(path, settings, Journey(workingDirectory: workingDirectory, files: []), isOfRun: isOfRun)
    result.path = shortName(path, in: workingDirectory)
    result.folder = folder(of: path)
    return result
  }

  /// The files from the first to the one that is being read, by their real paths.
  private struct Journey {
    var workingDirectory: String?
    var files: [(real: String, name: String)]
  }

  private static func read(
    _ path: String, _ settings: Settings, _ journey: Journey, isOfRun: Bool
  ) throws(ConfigurationErrors) -> Settings {
    let name = shortName(path, in: journey.workingDirectory)
    func failure(_ reason: ConfigurationError.Reason) -> ConfigurationErrors {
      ConfigurationErrors(errors: [ConfigurationError(path: name, place: nil, reason: reason)])
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: maximumBytes)
    } catch {
      throw failure(.unreadable(error.isTooLarge ? "larger than \(maximumBytes) bytes" : error.reason))
    }
    let reader = ConfigurationReader(path: name, folder: folder(of: path), isOfRun: isOfRun)
    let parsed = try reader.parse(bytes)
    var settings = settings
    var below = journey
    below.files.append((FileSystem.realPath(path) ?? path, name))
    var others: [ConfigurationError] = []
    var mistakes: [(ConfigurationError.Reason, ConfigurationNode)] = []
    for (written, resolved, node) in parsed.extended {
      guard let real = FileSystem.realPath(resolved), (try? FileSystem.kind(of: real)) == .file else {
        mistakes.append((.notAFile(written), node))
        continue
      }
      if let start = below.files.firstIndex(where: { $0.real == real }) {
        mistakes.append((.extendsItself(below.files[start...].map(\.name) + [below.files[start].name]), node))
      } else if below.files.count > maximumExtensions {
        mistakes.append((.extendsTooMany(maximumExtensions), node))
      } else {
        do throws(ConfigurationErrors) {
          let base = settings
          settings = try read(resolved, settings, below, isOfRun: true)
          settings.extended.append(shortName(resolved, in: journey.workingDirectory))
          // What a folder's file extends may be the house policy itself: it has its say about documents again, and no other.
          if !isOfRun { settings.keepRun(of: base) }
        } catch { others += error.errors }
      }
    }
    guard others.isEmpty else { throw ConfigurationErrors(errors: others) }
    return try reader.settings(of: parsed, onTopOf: settings, mistakes: mistakes)
  }

  /// A found file's path as a user in the working directory would write it, where it lies below that.
  static func shortName(_ path: String, in folder: String?) -> String {
    guard let folder, folder != "/", path.hasPrefix(folder + "/") else { return path }
    return String(path.dropFirst(folder.count + 1))
  }

  private static func folder(of path: String) -> String {
    FileSystem.realPath(path).flatMap(parent) ?? "/"
  }
}

extension Settings {
  /// Takes back everything but what is said about documents.
  fileprivate mutating func keepRun(of other: Settings) {
    var kept = other
    kept.changes = changes
    kept.names = names
    kept.extended = extended
    self = kept
  }
}
