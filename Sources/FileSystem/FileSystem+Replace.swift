internal import Glibc

extension FileSystem {
  /// Puts a file in the place of another, or of none, in one step: whoever reads sees the old bytes or the new, never a part.
  ///
  /// A symbolic link stays one, and its target is replaced; permissions stay.
  ///
  /// - Parameters:
  ///   - expected: the bytes that must stand there now, or an empty array for no file; where they do not, nothing is written
  ///     (`ESTALE`). Somebody who writes within the same microseconds is not seen.
  package static func replace(_ path: String, with bytes: [UInt8], expecting expected: [UInt8]? = nil) throws(FileError) {
    let target = realPath(path) ?? path
    var mode: mode_t = 0o644
    var status = stat()
    if stat(target, &status) == 0 { mode = status.st_mode & 0o7777 }
    let temporary = target + ".obstat-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, number: errno) }
    var failure: Int32 = 0
    do throws(FileError) { try write(bytes, to: descriptor, path: path) } catch { failure = error.number }
    if failure == 0, fchmod(descriptor, mode) != 0 { failure = errno }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == 0, let expected {
      do throws(FileError) {
        if try read(target) != expected { failure = ESTALE }
      } catch { if !(error.isMissing && expected.isEmpty) { failure = error.isMissing ? ESTALE : error.number } }
    }
    if failure == 0, rename(temporary, target) != 0 { failure = errno }
    if failure != 0 {
      unlink(temporary)
      throw FileError(path: path, number: failure)
    }
  }
}

extension FileError {
  /// Whether a file was changed by somebody else since it was read.
  package var isChanged: Bool { number == ESTALE }
}
