package import Configuration
package import ContentModel
import FileSystem
import Readers

/// The documents that the paths of a scan stand for.
package struct DocumentList: Sendable {
  package struct Entry: Sendable, Hashable {
    package var path: String
    package var format: DocumentFormat
  }
  /// Ordered by path, each once.
  package private(set) var documents: [Entry] = []
  /// Paths that cannot be checked, ordered by path.
  package private(set) var errors: [DocumentError] = []
  /// How many files and folders the configuration excludes.
  package private(set) var excludedCount = 0
  private var visitedFolders: Set<String> = []
  private let exclude: [ExclusionPattern]
  private let workingDirectory: String

  /// Folders are walked, names that begin with a dot left out. A folder's files in formats that hold no copy (images, style sheets, …) are passed over; documents in formats that cannot be read yet are errors, so that a gate does not overlook them. What the configuration excludes is passed over, also where it is named.
  package init(paths: [String], exclude: [ExclusionPattern] = []) {
    self.exclude = exclude
    workingDirectory = exclude.isEmpty ? "/" : FileSystem.realPath(".") ?? "/"
    for path in paths {
      do throws(FileError) {
        switch try FileSystem.kind(of: path) {
        case .folder: if !isExcluded(path, isFolder: true) { walk(path) }
        case .file: if !isExcluded(path) { add(path, isNamed: true) }
        case .other: errors.append(DocumentError(path: path, code: .unreadable, message: "is neither a file nor a folder"))
        }
      } catch { errors.append(DocumentError(path: path, error)) }
    }
    documents = Array(Set(documents)).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var seen: Set<String> = []
    errors = errors.filter { seen.insert($0.path).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func walk(_ root: String) {
    var pending = [root]
    while let folder = pending.popLast() {
      guard let real = FileSystem.realPath(folder), visitedFolders.insert(real).inserted else { continue }
      do throws(FileError) {
        for name in try FileSystem.names(inFolder: folder) where !name.hasPrefix(".") {
          let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
          do throws(FileError) {
            switch try FileSystem.kind(of: path) {
            case .folder: if !isExcluded(path, isFolder: true) { pending.append(path) }
            case .file: if !isExcluded(path) { add(path, isNamed: false) }
            case .other: break
            }
          } catch { errors.append(DocumentError(path: path, error)) }
        }
      } catch { errors.append(DocumentError(path: folder, error)) }
    }
  }

  private mutating func isExcluded(_ path: String, isFolder: Bool = false) -> Bool {
    guard exclude.contains(where: { $0.matches(path, in: workingDirectory, isFolder: isFolder) }) else { return false }
    excludedCount += 1
    return true
  }

  /// A document's bytes, at most `limits`.
  static func read(_ entry: Entry, limits: Int) throws(DocumentError) -> [UInt8] {
    do throws(FileError) {
      return try FileSystem.read(entry.path, limit: limits)
    } catch { throw DocumentError(path: entry.path, error, limit: limits) }
  }

  private mutating func add(_ path: String, isNamed: Bool) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let format = DocumentReader.format(ofFileName: name) {
      documents.append(Entry(path: path, format: format))
    } else if isNamed || DocumentReader.isUnsupportedDocument(fileName: name) {
      errors.append(
        DocumentError(
          path: path, code: .unsupportedFormat,
          message: "is in a format that cannot be read yet; plain text (.txt), Markdown (.md) and HTML (.html) can"))
    }
  }
}

extension DocumentError {
  init(path: String, _ error: FileError, limit: Int? = nil) {
    if error.isMissing {
      self.init(path: path, code: .missing, message: "does not exist")
    } else if error.isTooLarge {
      self.init(path: path, code: .tooLarge,
        message: "is larger than the limit" + (limit.map { " of \($0) bytes" } ?? "") + ": split it or raise limits.document-bytes")
    } else {
      self.init(path: path, code: .unreadable, message: "cannot be read: \(error.reason)")
    }
  }
}
