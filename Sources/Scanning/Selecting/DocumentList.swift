package import Configuration
package import ContentModel
import FileSystem
import Readers

/// The documents that the paths of a scan stand for.
package struct DocumentList: Sendable {
  package struct Entry: Sendable, Hashable {
    package var path: String
    package var format: DocumentFormat
    /// Size of the file when it was listed.
    package var byteCount: Int
    /// The bytes themselves, where they came by standard input.
    package var content: [UInt8]?

    package init(path: String, format: DocumentFormat, byteCount: Int = 0, content: [UInt8]? = nil) {
      self.path = path
      self.format = format
      self.byteCount = byteCount
      self.content = content
    }
  }
  /// Ordered by path, each once.
  package private(set) var documents: [Entry] = []
  /// Paths that cannot be checked, ordered by path.
  package private(set) var errors: [DocumentError] = []
  /// How many files and folders the configuration or the command line excludes.
  package private(set) var excludedCount = 0
  /// How many files and folders `.gitignore` made to be passed over.
  package private(set) var ignoredCount = 0
  /// What the person who runs the scan should know.
  package private(set) var warnings: [String] = []
  private var visitedFolders: Set<String> = []
  /// Symbolic links to folders, which are walked last: a folder's documents stand under its own name where that is walked, and
  /// not under a link's, for which a configuration may say something else.
  private var linkedFolders: [String] = []
  private let selection: DocumentSelection
  private let workingDirectory: String

  /// Folders are walked, names that begin with a dot left out. A folder's files in formats that hold no copy (images, style sheets, …) are passed over; documents in formats that cannot be read yet are errors, so that a gate does not overlook them. What the configuration excludes is passed over, also where it is named; what `.gitignore` names only in folders.
  package init(_ selection: DocumentSelection) {
    self.selection = selection
    workingDirectory = FileSystem.realPath(".") ?? "/"
    for path in selection.paths {
      if path == "-" {
        readStandardInput()
      } else if let changed = selection.changed {
        addChanged(changed, below: path)
      } else {
        add(path)
      }
    }
    walkLinkedFolders()
    var known: Set<String> = []
    documents = documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.filter { known.insert($0.path).inserted }
    var seen: Set<String> = []
    errors = errors.filter { seen.insert($0.path).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  package init(paths: [String], exclude: [ExclusionPattern] = []) {
    self.init(DocumentSelection(paths: paths, exclude: exclude))
  }

  private mutating func add(_ path: String) {
    do throws(FileError) {
      let status = try FileSystem.status(of: path)
      switch status.kind {
      case .folder: if !isExcluded(path, isFolder: true) { walk(path) }
      case .file: if !isExcluded(path) { add(path, byteCount: status.byteCount, isNamed: true) }
      case .other: errors.append(DocumentError(path: path, code: .unreadable, message: "is neither a file nor a folder"))
      }
    } catch {
      if error.isMissing, let glob = PathGlob(path) { return addFitting(glob) }
      errors.append(DocumentError(path: path, error))
    }
  }

  // MARK: Folders

  private mutating func walkLinkedFolders(fitting glob: PathGlob? = nil) {
    while let path = linkedFolders.popLast() { walk(path, fitting: glob) }
  }

  private mutating func walk(_ root: String, fitting glob: PathGlob? = nil) {
    var ignore = selection.respectsIgnoreFiles ? IgnoreRules(around: root) : nil
    var pending = [root]
    while let folder = pending.popLast() {
      guard let real = FileSystem.realPath(folder), visitedFolders.insert(real + (glob?.text ?? "")).inserted else { continue }
      ignore?.enter(real)
      do throws(FileError) {
        for name in try FileSystem.names(inFolder: folder) where !name.hasPrefix(".") {
          let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
          do throws(FileError) {
            let status = try FileSystem.status(of: path)
            let isFolder = status.kind == .folder
            guard status.kind != .other, !isExcluded(path, isFolder: isFolder) else { continue }
            let realPath = (real == "/" ? "" : real) + "/" + name
            if ignore?.ignores(realPath, isFolder: isFolder) == true {
              ignoredCount += 1
              continue
            }
            if isFolder, FileSystem.realPath(path) != realPath {
              linkedFolders.append(path)
            } else if isFolder {
              pending.append(path)
            } else if glob?.fits(path) ?? true {
              add(path, byteCount: status.byteCount, isNamed: false)
            }
          } catch { errors.append(DocumentError(path: path, error)) }
        }
      } catch { errors.append(DocumentError(path: folder, error)) }
    }
    for warning in ignore?.warnings ?? [] where !warnings.contains(warning) { warnings.append(warning) }
  }

  private mutating func addFitting(_ glob: PathGlob) {
    let before = (documents.count, errors.count)
    // Of this glob alone.
    let others = linkedFolders
    linkedFolders = []
    walk(glob.folder, fitting: glob)
    walkLinkedFolders(fitting: glob)
    linkedFolders = others
    if before == (documents.count, errors.count) {
      errors.append(DocumentError(path: glob.text, code: .missing, message: "fits no document"))
    }
  }

  // MARK: What git says

  /// The changed files that a path stands for. Whatever `.gitignore` says: git itself knows of them.
  private mutating func addChanged(_ changed: ChangedFiles, below path: String) {
    guard let real = FileSystem.realPath(path) else {
      // A path whose last file was deleted has nothing that changed.
      if PathGlob(path) == nil { return }
      errors.append(DocumentError(path: path, code: .missing, message: "is no folder; give folders beside --changed-since"))
      return
    }
    for name in changed.names {
      let file = (changed.root == "/" ? "" : changed.root) + "/" + name
      if file == real { add(path) }
      let prefix = real == "/" ? "/" : real + "/"
      guard file.utf8.starts(with: prefix.utf8) else { continue }
      let rest = String(decoding: file.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
      guard !rest.utf8.split(separator: 0x2F).contains(where: { $0.first == 0x2E }) else { continue }
      let shown = (path.hasSuffix("/") ? path : path + "/") + rest
      do throws(FileError) {
        let status = try FileSystem.status(of: shown)
        // A changed submodule is a folder: its documents have a history of their own.
        guard status.kind == .file, !isExcluded(shown) else { continue }
        add(shown, byteCount: status.byteCount, isNamed: false)
      } catch { errors.append(DocumentError(path: shown, error)) }
    }
  }

  // MARK: Standard input

  private mutating func readStandardInput() {
    let path = selection.inputPath ?? "-"
    if selection.inputPath != nil, isExcluded(path) { return }
    let format = selection.inputFormat ?? DocumentReader.format(ofFileName: Self.name(of: path)) ?? .text
    if selection.inputFormat == nil, DocumentReader.isUnsupportedDocument(fileName: Self.name(of: path)) {
      errors.append(Self.unsupported(path))
      return
    }
    do throws(FileError) {
      let bytes = try FileSystem.readStandardInput(limit: selection.inputLimit)
      documents.append(Entry(path: path, format: format, byteCount: bytes.count, content: bytes))
    } catch { errors.append(DocumentError(path: path, error, limit: selection.inputLimit)) }
  }

  // MARK: One file

  private mutating func isExcluded(_ path: String, isFolder: Bool = false) -> Bool {
    let isOut = selection.exclude.contains { $0.matches(path, in: workingDirectory, isFolder: isFolder) }
      // What holds the files that are wanted is walked.
      || (!isFolder && !selection.only.isEmpty && !selection.only.contains { $0.matches(path, in: workingDirectory) })
    if isOut { excludedCount += 1 }
    return isOut
  }

  /// A document's bytes, at most `limits`.
  static func read(_ entry: Entry, limits: Int) throws(DocumentError) -> [UInt8] {
    if let content = entry.content { return content }
    do throws(FileError) {
      return try FileSystem.read(entry.path, limit: limits)
    } catch { throw DocumentError(path: entry.path, error, limit: limits) }
  }

  private mutating func add(_ path: String, byteCount: Int, isNamed: Bool) {
    let name = Self.name(of: path)
    if let format = DocumentReader.format(ofFileName: name) {
      documents.append(Entry(path: path, format: format, byteCount: byteCount))
    } else if isNamed || DocumentReader.isUnsupportedDocument(fileName: name) {
      errors.append(Self.unsupported(path))
    }
  }

  private static func name(of path: String) -> String {
    path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? path
  }

  private static func unsupported(_ path: String) -> DocumentError {
    DocumentError(
      path: path, code: .unsupportedFormat,
      message: "is in a format that cannot be read yet; plain text (.txt), Markdown (.md) and HTML (.html) can")
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
