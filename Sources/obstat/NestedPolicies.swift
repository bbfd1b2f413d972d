import Configuration
import FileSystem
import Gate
import Scanning

/// The policies of folders between the repository's root and the documents: section `gate` of an `obstat.yaml`.
struct NestedPolicies {
  let root: String
  let workingDirectory: String

  init(root: String, in workingDirectory: String) {
    self.root = root
    self.workingDirectory = workingDirectory
  }

  /// Ordered from the outermost folder inwards.
  func read(_ documents: [DocumentList.Entry]) throws -> [Gate.NestedPolicy] {
    var folders: Set<String> = []
    for entry in documents {
      var folder = LexicalPath.folder(of: LexicalPath.absolute(entry.path, in: workingDirectory))
      while folder != root, root == "/" || folder.hasPrefix(root + "/"), folders.insert(folder).inserted {
        folder = LexicalPath.folder(of: folder)
      }
    }
    var policies: [Gate.NestedPolicy] = []
    for folder in folders.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
      let path = folder + "/" + ConfigurationFile.name
      do throws(FileError) { _ = try FileSystem.kind(of: path) } catch {
        if error.isMissing { continue }
      }
      policies.append(Gate.NestedPolicy(folder: folder, policy: try policy(path)))
    }
    return policies
  }

  private func policy(_ path: String) throws -> GatePolicy {
    do throws(ConfigurationErrors) {
      return try ConfigurationFile.nestedPolicy(path, workingDirectory: workingDirectory)
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      throw ConfigurationUnusable(errors: error.errors)
    }
  }
}
