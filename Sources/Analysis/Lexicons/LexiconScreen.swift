package import ContentModel
package import Screening

/// The entries of word lists, looked for together.
package struct LexiconScreen: Sendable {
  package struct Match: Sendable, Equatable {
    package var list: String
    package var section: String
    /// The entry as written in the list.
    package var entry: String
    package var span: Span
  }

  /// A section of a list, with its entries.
  private let sets: [(list: String, section: String, entries: [String])]
  private let screen: Screen?

  init(_ sets: [(list: String, section: String, entries: [String])]) {
    self.sets = sets
    screen = try? Screen(sets.map { $0.entries.map(Trigger.phrase) }, keepsNested: true)
  }

  init(_ sets: [(list: String, section: String, entries: [String])], _ screen: Screen?) {
    self.sets = sets
    self.screen = screen
  }

  func pack(into writer: inout PackedWriter) {
    writer.write(screen != nil)
    screen?.pack(into: &writer)
  }

  /// Every entry that stands in the text, ordered by span; entries inside longer ones are kept.
  package func matches(in words: WordStream, within span: Span? = nil) -> [Match] {
    rawMatches(in: words, within: span).map { match in
      let set = sets[match.set]
      return Match(list: set.list, section: set.section, entry: set.entries[match.trigger], span: match.span)
    }
  }

  /// The same as indices of section and entry.
  func rawMatches(in words: WordStream, within span: Span? = nil) -> [Screen.Match] {
    var failures: [Screen.Failure] = []
    return screen?.matches(in: words, within: span, failures: &failures) ?? []
  }

  /// List and section of each set.
  var sectionNames: [(list: String, section: String)] { sets.map { ($0.list, $0.section) } }
}
