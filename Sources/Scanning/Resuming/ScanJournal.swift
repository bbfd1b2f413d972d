package import Configuration
import ContentModel
import Fingerprints
internal import FileSystem
internal import Glibc

/// What a scan has done so far, in a file that survives the program's end at any moment.
///
/// Each document is one record, appended by one call: a record that was cut short
/// is dropped when the file is opened again. A record holds everything that any
/// report needs, and is used only for a file with the very same bytes, so that a
/// run that was taken up gives the same bytes as one that was never interrupted.
package final class ScanJournal: @unchecked Sendable {
  /// Why a file cannot be used: phrases whose subject is the file.
  package struct Unusable: Error, Equatable {
    package var words: String
    package var help: String?
  }

  private let path: String
  private let descriptor: Int32
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  // Guarded by `lock`.
  private var records: [String: Place] = [:]
  private var size: Int
  private var failed: String?

  private struct Place {
    var offset: Int
    var bodyLength: Int
    var keyLength: Int
  }

  private static let title = "obstat scan state 1 "
  private static let mark: [UInt8] = Array("obsR".utf8)
  private static let headerLength = 20
  private static let checksumLength = 64

  /// Opens or makes the file, and holds it for this process alone.
  ///
  /// - Parameter stamp: what the results depend on beside the documents; a file made under another is refused.
  package init(_ path: String, stamp: String) throws(Unusable) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Unusable(words: "cannot be opened: \(FileError(path: path, number: errno).reason)") }
    size = 0
    pthread_mutex_init(lock, nil)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Unusable(words: "is in use by another scan") }
    let firstLine = Array((Self.title + stamp + "\n").utf8)
    let length = Int(lseek(descriptor, 0, SEEK_END))
    if length < firstLine.count {
      // Nothing, or the beginning of the first line: the program ended at once.
      guard Array(firstLine.prefix(length)) == read(0, length) || length == 0 else { throw Self.foreign }
      guard ftruncate(descriptor, 0) == 0, append(firstLine) else { throw Unusable(words: "cannot be written") }
      size = firstLine.count
      return
    }
    guard read(0, Self.title.utf8.count) == Array(Self.title.utf8) else { throw Self.foreign }
    guard read(0, firstLine.count) == firstLine else {
      throw Unusable(
        words: "belongs to a scan under other rules, limits or another version",
        help: "scan as before, or remove the file to start anew")
    }
    size = firstLine.count
    index(upTo: length)
    if size < length, ftruncate(descriptor, off_t(size)) != 0 { throw Unusable(words: "cannot be written") }
  }

  deinit {
    close(descriptor)
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// What the results of a scan depend on beside the documents.
  package static func stamp(toolVersion: String, rulesDigest: String, limits: Limits) -> String {
    let values = Limits.keys.map { "\($0.name)=\(limits[keyPath: $0.path].value)" }
    return Digest.sha256(Array(([toolVersion, rulesDigest] + values).joined(separator: "\u{0}").utf8))
  }

  /// Why results could not be kept; nil where all were.
  package var failure: String? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return failed
  }

  /// The scan is at its end, and there is nothing to take up.
  package func remove() { unlink(path) }

  private static let foreign = Unusable(
    words: "is not a scan's state", help: "name a file that does not exist yet")

  // MARK: Records

  static func key(_ entry: DocumentList.Entry, sha256: String) -> String {
    "\(entry.path)\u{0}\(entry.format.rawValue)\u{0}\(sha256)"
  }

  /// What was kept under a key; nil where nothing was, or where it was damaged.
  func body(_ key: String) -> [UInt8]? {
    pthread_mutex_lock(lock)
    let place = records[key]
    pthread_mutex_unlock(lock)
    guard let place else { return nil }
    let bytes = read(place.offset, place.keyLength + place.bodyLength + Self.checksumLength)
    guard bytes.count == place.keyLength + place.bodyLength + Self.checksumLength else { return nil }
    let content = Array(bytes.dropLast(Self.checksumLength))
    guard Array(Digest.sha256(content).utf8) == Array(bytes.suffix(Self.checksumLength)) else { return nil }
    return Array(content[place.keyLength...])
  }

  /// Keeps a document's outcome.
  func keep(_ body: [UInt8], key: String) {
    let content = Array(key.utf8) + body
    var record = Self.mark
    for number in [key.utf8.count, body.count] {
      for byte in 0..<8 { record.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
    }
    record += content
    record += Digest.sha256(content).utf8
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard failed == nil else { return }
    if append(record) {
      size += record.count
    } else {
      failed = FileError(path: path, number: errno).reason
      _ = ftruncate(descriptor, off_t(size))
    }
  }

  /// Notes where the whole records stand, and how far they reach.
  private func index(upTo length: Int) {
    while true {
      let header = read(size, Self.headerLength)
      guard header.count == Self.headerLength, header.starts(with: Self.mark) else { return }
      func number(_ start: Int) -> Int { (0..<7).reduce(0) { $0 | Int(header[start + $1]) << (8 * $1) } }
      let (keyLength, bodyLength) = (number(4), number(12))
      let start = size + Self.headerLength
      guard keyLength <= length, bodyLength <= length, start + keyLength + bodyLength + Self.checksumLength <= length,
        let key = String(validating: read(start, keyLength), as: UTF8.self)
      else { return }
      records[key] = Place(offset: start, bodyLength: bodyLength, keyLength: keyLength)
      size = start + keyLength + bodyLength + Self.checksumLength
    }
  }

  private func append(_ bytes: [UInt8]) -> Bool {
    (try? FileSystem.write(bytes, to: descriptor, path: path)) != nil
  }

  /// Up to `count` bytes; fewer at the end of the file.
  private func read(_ offset: Int, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      got = 0
      while got < count {
        let n = pread(descriptor, buffer.baseAddress.map { $0 + got }, count - got, off_t(offset + got))
        if n < 0, errno == EINTR { continue }
        if n <= 0 { return }
        got += n
      }
    }
  }
}
