// Signatures that the rest of the engine is written against. Each moves to a file of its own with its implementation.
package import ContentModel
package import Screening

func recoverStructure(of document: Document) -> [Block] { document.blocks }
func leafIndices(of blocks: [Block]) -> [Int] {
  let parents = Set(blocks.compactMap(\.parent))
  return blocks.indices.filter { !parents.contains($0) }
}

extension DocumentAnalysis {
  func findReferences() -> [Reference] { [] }
  func findCitations() -> [Citation] { [] }

  /// The index in ``leaves`` of the leaf that contains an offset; nil between leaves.
  package func leafIndex(at utf8Offset: Int) -> Int? { nil }
  /// What a stretch of running text tells of a study ("a phase I study of six patients").
  package func study(in span: Span) -> Study { Study() }
  /// Indices of the citations that point to a reference.
  package func citations(of reference: Int) -> [Int] { [] }
  /// The citations that stand by a sentence: in it, in its source line or caption, or, where `following` is true, in the next sentence or line.
  package func citations(near sentence: Int, following: Bool) -> [Int] { [] }
}
