import FileSystem

/// Where the configuration stands.
///
/// Only where the user says, or at the root of the repository that the user works
/// in: never beside the documents, whose authors must not be able to loosen the
/// limits under which their own documents are checked.
package enum ConfigurationFile {
  package static let name = "obstat.yaml"
  /// A longer file is a mistake.
  static let maximumBytes = 256 << 10

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

  /// The settings in force.
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
    let policy = try read(path, workingDirectory: workingDirectory).gate
    let forbidden: [(String, Origin)] = [
      ("gate.may-weaken", policy.mayWeaken.origin), ("gate.waivers", policy.waivers.origin), ("gate.baseline", policy.baseline.origin),
    ]
    for case (let key, .file(let path, let line)) in forbidden {
      let place = ConfigurationError.Place(line: line, column: 1, sourceLine: "", length: 1)
      throw ConfigurationErrors(errors: [ConfigurationError(path: path, place: place, reason: .onlyAtRoot(key: key))])
    }
    return policy
  }

  private static func read(_ path: String, workingDirectory: String?) throws(ConfigurationErrors) -> Settings {
    func failure(_ reason: ConfigurationError.Reason) -> ConfigurationErrors {
      ConfigurationErrors(errors: [ConfigurationError(path: path, place: nil, reason: reason)])
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: maximumBytes)
    } catch {
      throw failure(.unreadable(error.isTooLarge ? "larger than \(maximumBytes) bytes" : error.reason))
    }
    let name = shortName(path, in: workingDirectory)
    return try ConfigurationReader(path: name, folder: folder(of: path)).read(bytes)
  }

  /// A found file's path as a user in the working directory would write it, where it lies below that.
  private static func shortName(_ path: String, in folder: String?) -> String {
    guard let folder, folder != "/", path.hasPrefix(folder + "/") else { return path }
    return String(path.dropFirst(folder.count + 1))
  }

  private static func folder(of path: String) -> String {
    guard let real = FileSystem.realPath(path), let slash = real.lastIndex(of: "/") else { return "/" }
    return slash == real.startIndex ? "/" : String(real[..<slash])
  }
}
