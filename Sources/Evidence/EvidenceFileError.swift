/// A mistake in a file of records or claims, for the person who keeps it.
package struct EvidenceFileError: Error, Sendable, Equatable {
  package var path: String
  /// 1-based; nil where the file as a whole is meant.
  package var line: Int?
  package var column: Int?
  /// One phrase.
  package var message: String
  package var help: String?

  package init(path: String, line: Int? = nil, column: Int? = nil, message: String, help: String? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  /// As compilers print an error.
  package var rendered: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(path)\(place): error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? "")
  }
}

/// Every mistake of a file.
package struct EvidenceFileErrors: Error, Sendable, Equatable {
  package var errors: [EvidenceFileError]
}
