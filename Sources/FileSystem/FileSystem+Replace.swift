internal import Glibc

extension FileSystem {
  /// Puts a file in the place of another, or of none, in one step; see ``AtomicFile``.
  ///
  /// - Parameter expected: the bytes that must stand there now, or an empty array for no file; where they do not, nothing is
  ///   written (`ESTALE`). Somebody who writes within the same microseconds is not seen.
  package static func replace(_ path: String, with bytes: [UInt8], expecting expected: [UInt8]) throws(FileError) {
    let file = try AtomicFile(path)
    try file.write(bytes)
    do throws(FileError) {
      guard try read(path) == expected else { throw FileError(path: path, number: ESTALE) }
    } catch {
      guard error.isMissing else { throw error }
      guard expected.isEmpty else { throw FileError(path: path, number: ESTALE) }
    }
    try file.commit()
  }
}

extension FileError {
  /// Whether a file was changed by somebody else since it was read.
  package var isChanged: Bool { number == ESTALE }
}
