/// A part of the guide that a message points to.
package enum GuideSection: String, Sendable, CaseIterable {
  case packs
  case keys = "a-rules-keys"
  case words
  case deciding
  case examples = "examples-are-tests"

  /// The page, from the root of the repository.
  package static let page = "Documentation/Rules.md"

  /// As messages show it.
  package var path: String { "\(Self.page)#\(rawValue)" }
}
