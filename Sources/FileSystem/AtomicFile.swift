internal import Glibc

/// A file that appears whole or not at all, whenever the program ends.
///
/// The bytes go into a file without a name in the same folder (`O_TMPFILE`),
/// which the kernel drops with the process; ``commit()`` gives it its name at
/// once. Where a file system cannot do that, a hidden file beside it is renamed.
/// What is no regular file (`/dev/stdout`, a pipe) is written straight away.
package final class AtomicFile {
  /// As the user gave it.
  package let path: String
  /// Where it goes: links followed.
  private let target: String
  private let descriptor: Int32
  private var temporary: String?
  private let isDirect: Bool
  private var isCommitted = false

  /// Nothing is visible at `path` before ``commit()``; what stands there stays as it is.
  package init(_ path: String) throws(FileError) {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if !exists, errno != ENOENT { throw FileError(path: path, number: errno) }
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, number: EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      isDirect = true
      target = path
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(path: path, number: errno) }
      return
    }
    isDirect = false
    let target = exists ? FileSystem.realPath(path) ?? path : path
    self.target = target
    // What may not be written must not be replaced either.
    if exists, access(target, W_OK) != 0 { throw FileError(path: path, number: errno) }
    let folder = Self.folder(of: target)
    let mode = exists ? status.st_mode & 0o7777 : 0o666
    // The kernel's O_TMPFILE holds O_DIRECTORY, which Glibc's Swift overlay does not show.
    let nameless = open(folder, O_WRONLY | O_CLOEXEC | Self.temporaryFile, mode)
    if nameless >= 0 {
      descriptor = nameless
    } else {
      let name = Self.hiddenName(of: target)
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor >= 0 else { throw FileError(path: path, number: errno) }
      temporary = name
    }
    if exists { _ = fchmod(descriptor, mode) }
  }

  deinit {
    if !isCommitted { abandon() }
    close(descriptor)
  }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    try FileSystem.write(bytes, to: descriptor, path: path)
  }

  /// Gives the file its name, in place of what stood there.
  package func commit() throws(FileError) {
    guard !isCommitted, !isDirect else { return }
    if temporary == nil {
      let name = Self.hiddenName(of: target)
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
        throw FileError(path: path, number: errno)
      }
      temporary = name
    }
    guard let temporary, rename(temporary, target) == 0 else { throw FileError(path: path, number: errno) }
    isCommitted = true
  }

  private func abandon() {
    if let temporary { unlink(temporary) }
  }

  private static let temporaryFile: Int32 = 0o20000000 | O_DIRECTORY

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func hiddenName(of path: String) -> String {
    let name = path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    return folder(of: path) + "/." + String(name.prefix(60)) + ".obstat-\(getpid())"
  }
}

/// A file without a name, for what has to wait; the kernel drops it with the process.
package final class TemporaryFile {
  private let descriptor: Int32

  package init() throws(FileError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/obstat-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(path: folder, number: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    try FileSystem.write(bytes, to: descriptor, path: "temporary file")
  }

  /// Everything that was written, in pieces of up to a megabyte.
  package func readAll(_ take: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    var offset = 0
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        let n = pread(descriptor, buffer.baseAddress, 1 << 20, offset)
        if n < 0 { failure = errno }
        count = max(0, n)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileError(path: "temporary file", number: failure) }
      if piece.isEmpty { return }
      offset += piece.count
      try take(piece)
    }
  }
}

extension FileSystem {
  /// Writes everything, however many calls it takes.
  package static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let n = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written) }
      if n < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, number: errno)
      }
      written += n
    }
  }
}
