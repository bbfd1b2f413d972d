import ContentModel
import FileSystem
import Reporters

/// One report of a scan on its way to standard output or a file.
///
/// A file appears whole, when the report is finished; see ``AtomicFile``.
final class ReportDestination {
  private var writer: any ReportWriter
  private let file: AtomicFile?
  /// Holds the body while the head is not known.
  private let body: TemporaryFile?
  private var hasBegun = false

  /// - Parameter path: nil for standard output.
  init(_ writer: any ReportWriter, path: String?) throws(FileError) {
    self.writer = writer
    file = if let path { try AtomicFile(path) } else { nil }
    body = writer.headNeedsWhole ? try TemporaryFile() : nil
  }

  func add(_ document: DocumentReport) throws(FileError) { try append(writer.document(document)) }
  func add(_ error: DocumentError) throws(FileError) { try append(writer.error(error)) }

  func finish() throws(FileError) {
    let tail = writer.tail()
    if let body {
      try put(writer.head())
      try body.readAll { (piece) throws(FileError) in try self.put(piece) }
      try put(tail)
    } else {
      try append(tail)
    }
    try file?.commit()
  }

  private func append(_ bytes: [UInt8]) throws(FileError) {
    if let body { return try body.write(bytes) }
    if !hasBegun { try put(writer.head()) }
    hasBegun = true
    try put(bytes)
  }

  private func put(_ bytes: [UInt8]) throws(FileError) {
    guard !bytes.isEmpty else { return }
    if let file { try file.write(bytes) } else { Output.standard.write(bytes) }
  }
}
