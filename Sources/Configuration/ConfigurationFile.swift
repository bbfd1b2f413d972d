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
    var current = folder
    while true {
      let prefix = current == "/" ? "" : current
      if (try? FileSystem.kind(of: prefix + "/.git")) != nil {
        let path = prefix + "/" + name
        do throws(FileError) {
          _ = try FileSystem.kind(of: path)
          return path
        } catch {
          // A file that is there and cannot be looked at is an error for whoever reads it, not absent.
          return error.isMissing ? nil : path
        }
      }
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
