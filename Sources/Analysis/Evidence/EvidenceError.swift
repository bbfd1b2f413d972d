/// Why records could not be read.
package struct EvidenceError: Error, Sendable, Equatable {
  package var path: String
  /// One phrase.
  package var message: String

  package init(path: String, message: String) {
    self.path = path
    self.message = message
  }
}
