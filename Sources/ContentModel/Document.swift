/// A document as its readers see it: published prose in reading order, its structure, and where each word stands in the source.
package struct Document: Sendable {
  /// The path or name under which the document was given.
  package var path: String
  package var format: DocumentFormat
  /// The extracted text: valid UTF-8. Every ``Span`` points into it.
  package var utf8: [UInt8]
  /// The block tree in preorder; see ``Block``.
  package var blocks: [Block]
  /// Inline marks, ordered by span.
  package var marks: [Mark]
  /// What the document says about itself (front matter, meta elements), in source order; keys in lower case, nested keys joined by dots.
  package var metadata: [MetadataEntry]
  /// The declared language as a BCP 47 tag (`lang` attribute, front matter), if any.
  package var language: String?
  package var sourceMap: SourceMap
  /// What the reader noticed and a person may want to know; none of it stopped the reading.
  package var notes: [ReadingNote]
  /// What the author tells the program, in source order; see ``Comment``.
  package var comments: [Comment]
  /// What somebody else says of the document's facts, where the document's own word does not count; nil where it does.
  var toldFacts: [MetadataEntry]?

  package init(
    path: String, format: DocumentFormat, utf8: [UInt8], blocks: [Block], marks: [Mark] = [],
    metadata: [MetadataEntry] = [], language: String? = nil, sourceMap: SourceMap, notes: [ReadingNote] = [],
    comments: [Comment] = []
  ) {
    self.path = path
    self.format = format
    self.utf8 = utf8
    self.blocks = blocks
    self.marks = marks
    self.metadata = metadata
    self.language = language
    self.sourceMap = sourceMap
    self.notes = notes
    self.comments = comments
  }

  /// The words of a span, as extracted.
  package func text(_ span: Span) -> String {
    String(decoding: utf8[span.utf8Offsets], as: UTF8.self)
  }

  /// The value of the first metadata entry with this key (lower case).
  package func metadataValue(_ key: String) -> String? {
    metadata.first { $0.key == key }?.value
  }
}

package enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html
}

package struct MetadataEntry: Sendable, Equatable {
  package var key: String
  package var value: String
  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// Something a reader noticed: an invalid byte sequence, a template tag, …
package struct ReadingNote: Sendable, Equatable {
  package var message: String
  /// Offset into the original source bytes.
  package var sourceByte: Int
  /// Whether a limit was reached, so that part of what the document means may have been missed.
  package var isLimit: Bool
  package init(message: String, sourceByte: Int, isLimit: Bool = false) {
    self.message = message
    self.sourceByte = sourceByte
    self.isLimit = isLimit
  }
}
