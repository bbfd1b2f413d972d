package import ContentModel
import Screening

/// What a trigger bears on, by the shape of its clause alone.
package struct Government: Sendable, Equatable {
  /// What the trigger is about first of all: the words after an active verb, or the subject of a passive one; nil where there is none.
  package var object: Span?
  /// The other words that belong to it: modifiers before it, a complement after it.
  package var others: [Span] = []
}
