/// A structural unit of a document: a paragraph, a list, a table cell, …
///
/// Blocks form a tree, stored in preorder: a parent precedes its children. A
/// block is either a *container*, whose words stand in its children, or a *leaf*.
/// Leaves are disjoint, ordered, and between two of them lies at least one
/// separator byte (a line feed), so that no match crosses from one to the next.
package struct Block: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case title, heading, paragraph
    case list, item
    case table, row, cell, caption
    case quotation, footnote
    /// Alternative text of an image.
    case imageText = "image-text"
    /// A list of bibliographic references, and one of its entries.
    case referenceList = "reference-list"
    case referenceEntry = "reference-entry"
    /// Published words that stand beside the body: meta descriptions, `title` and `aria-label` attributes, …
    case metadata
    case code
  }

  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// In the source but not shown to a reader at first sight (`hidden`, `display:none`, `<template>`, …).
    package static let hidden = Flags(rawValue: 1 << 0)
    /// Not marked in the source; recovered from the shape of the text.
    package static let inferred = Flags(rawValue: 1 << 1)
    /// Page furniture: navigation, header, footer.
    package static let furniture = Flags(rawValue: 1 << 2)
    /// A header cell of a table.
    package static let header = Flags(rawValue: 1 << 3)
  }

  package var kind: Kind
  package var span: Span
  /// Index of the parent in the document's blocks; nil at top level.
  package var parent: Int?
  /// Heading level 1–6; nesting depth of a list from 1; else 0.
  package var level: Int
  package var flags: Flags
  /// A footnote's, reference entry's or numbered item's label without its punctuation (`3` of `[3]`), a metadata block's key, an image's source, a table cell's column header.
  package var label: String?

  package init(
    kind: Kind, span: Span, parent: Int? = nil, level: Int = 0, flags: Flags = [], label: String? = nil
  ) {
    self.kind = kind
    self.span = span
    self.parent = parent
    self.level = level
    self.flags = flags
    self.label = label
  }
}
