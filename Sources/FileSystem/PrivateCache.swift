internal import Glibc

/// A folder of the user's own, closed to others, for files that can be made again.
///
/// What is read from it is trusted, so a folder or a file that somebody else owns or may write to is refused. Files are
/// written beside their place and moved there, so that two processes at a time do no harm to each other.
package struct PrivateCache: Sendable {
  package let folder: String
  /// Files kept; the oldest go first.
  private static let mostFiles = 16

  /// Why a cache or a file in it is not used: one phrase whose subject is the path.
  package struct Refusal: Error, Sendable, Equatable {
    package var path: String
    package var reason: String
  }

  /// `$XDG_CACHE_HOME/obstat` or `~/.cache/obstat`; nil where neither is set to an absolute path.
  package static func standard(environment: (String) -> String? = PrivateCache.environment) -> PrivateCache? {
    for (name, below) in [("XDG_CACHE_HOME", "/obstat"), ("HOME", "/.cache/obstat")] {
      if let path = environment(name), path.utf8.first == 0x2F { return PrivateCache(folder: path + below) }
    }
    return nil
  }

  package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  package init(folder: String) { self.folder = folder }

  /// A file's bytes; nil where there is none.
  package func read(_ name: String) throws(Refusal) -> [UInt8]? {
    guard try isThere() else { return nil }
    let path = folder + "/" + name
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw Refusal(path: path, reason: "cannot be opened: \(FileError(path: path, number: errno).reason)")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw Refusal(path: path, reason: "is not a file") }
    try check(status, path)
    let size = Int(status.st_size)
    guard size < 1 << 30 else { throw Refusal(path: path, reason: "is too large") }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let n = Glibc.read(file, buffer.baseAddress.map { $0 + filled }, size - filled)
        if n < 0, errno == EINTR { continue }
        if n < 0 { failure = errno }
        guard n > 0 else { return }
        filled += n
      }
    }
    guard failure == 0 else { throw Refusal(path: path, reason: "cannot be read: \(FileError(path: path, number: failure).reason)") }
    return bytes
  }

  /// Writes a file whole or not at all, and lets go of the oldest where there are too many.
  package func write(_ name: String, _ bytes: [UInt8]) throws(Refusal) {
    if try !isThere() {
      makeFolders()
      guard try isThere() else { throw Refusal(path: folder, reason: "cannot be made") }
    }
    var template = Array((folder + "/new-XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw Refusal(path: folder, reason: "cannot be written to: \(FileError(path: folder, number: errno).reason)") }
    let temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    let isWhole = bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let n = Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if n < 0, errno == EINTR { continue }
        guard n > 0 else { return false }
        written += n
      }
      return true
    }
    close(file)
    guard isWhole, rename(temporary, folder + "/" + name) == 0 else {
      unlink(temporary)
      throw Refusal(path: folder, reason: "cannot be written to")
    }
    prune()
  }

  /// - Returns: false where nothing stands there.
  private func isThere() throws(Refusal) -> Bool {
    var status = stat()
    guard lstat(folder, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw Refusal(path: folder, reason: "cannot be looked at: \(FileError(path: folder, number: errno).reason)")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw Refusal(path: folder, reason: "is not a folder") }
    try check(status, folder)
    return true
  }

  private func check(_ status: stat, _ path: String) throws(Refusal) {
    guard status.st_uid == geteuid() else { throw Refusal(path: path, reason: "belongs to another user") }
    guard status.st_mode & 0o077 == 0 else { throw Refusal(path: path, reason: "is open to other users") }
  }

  private func makeFolders() {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }

  private func prune() {
    guard let names = try? FileSystem.names(inFolder: folder), names.count > Self.mostFiles else { return }
    var files: [(time: Int, path: String)] = []
    for name in names {
      var status = stat()
      let path = folder + "/" + name
      if lstat(path, &status) == 0 { files.append((Int(status.st_mtim.tv_sec), path)) }
    }
    for file in files.sorted(by: { $0 < $1 }).dropLast(Self.mostFiles) { unlink(file.path) }
  }
}

extension FileSystem {
  /// The running program's size and times, which differ from build to build; nil where it cannot be seen.
  package static var programStamp: String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)"
  }
}
