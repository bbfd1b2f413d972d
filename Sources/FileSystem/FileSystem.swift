internal import Glibc

/// Reading whole files and listing folders, with errors that name the path.
///
/// Plain `open`/`read` calls: for small files Foundation's readers cost several
/// times as much, and this stands on the start-up path.
package enum FileSystem {
  package enum Kind: Sendable { case file, folder, other }

  /// What stands at a path, and how many bytes it has.
  package struct Status: Sendable {
    package var kind: Kind
    package var byteCount: Int
  }

  /// What stands at a path, symbolic links followed.
  package static func status(of path: String) throws(FileError) -> Status {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(path: path, number: errno) }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return Status(kind: kind, byteCount: Int(status.st_size))
  }

  /// What stands at a path, symbolic links followed.
  package static func kind(of path: String) throws(FileError) -> Kind { try status(of: path).kind }

  package static func isFolder(_ path: String) -> Bool { (try? kind(of: path)) == .folder }

  /// Names of a folder's entries, without `.` and `..`, ordered by their bytes.
  package static func names(inFolder path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(path: path, number: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A file's bytes.
  ///
  /// - Parameter limit: a longer file is refused (`EFBIG`) before it is read whole.
  package static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, number: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, number: EISDIR) }
    // Pipes and devices could block or never end.
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, number: EINVAL) }
    var bytes: [UInt8] = []
    var size = Int(status.st_size) + 1
    while true {
      guard bytes.count <= limit else { throw FileError(path: path, number: EFBIG) }
      let chunk = size
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let n = Glibc.read(descriptor, buffer.baseAddress, chunk)
        if n < 0 { failure = errno }
        count = max(0, n)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileError(path: path, number: failure) }
      if more.isEmpty { return bytes }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      size = 1 << 16
    }
  }

  /// Everything from standard input.
  ///
  /// - Parameter limit: more is refused (`EFBIG`).
  package static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      guard bytes.count <= limit else { throw FileError(path: "-", number: EFBIG) }
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let n = Glibc.read(STDIN_FILENO, buffer.baseAddress, 1 << 16)
        if n < 0 { failure = errno }
        count = max(0, n)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileError(path: "-", number: failure) }
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// The absolute path with symbolic links resolved; nil where nothing stands there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The real path of the running program.
  package static var programPath: String? { realPath("/proc/self/exe") }
}

/// Why a path could not be read.
package struct FileError: Error, Sendable, Equatable {
  package var path: String
  /// The system's error number.
  package var number: Int32

  package init(path: String, number: Int32) {
    self.path = path
    self.number = number
  }

  package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  package var isTooLarge: Bool { number == EFBIG }

  /// The system's phrase in lower case, such as `permission denied`.
  package var reason: String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
