import ContentModel
import Testing

@testable import Analysis

@Suite("Nothing is computed unasked")
struct LazinessTests {
  private let text = "Our cream heals eczema in 7 of 10 patients (Hale, 2019).\nReferences\nHale A, Roe B. Cream and eczema. BMJ 2019;1:2–3."

  @Test("an analysis that nobody asks computes nothing")
  func nothing() {
    #expect(AnalysedText.analysis(text).computedParts == [])
  }

  @Test("a question computes its own part and what that needs, once")
  func parts() {
    let analysis = AnalysedText.analysis(text)
    _ = analysis.sentences
    #expect(analysis.computedParts == [.blocks, .leaves, .sentences])
    _ = analysis.quantities
    #expect(analysis.computedParts == [.blocks, .leaves, .sentences, .words, .quantities])
    _ = analysis.quantities
    _ = analysis.citations
    #expect(analysis.computedParts == [.blocks, .leaves, .sentences, .words, .quantities, .references, .citations])
    _ = analysis.assertions(inSentence: 0)
    #expect(Set(analysis.computedParts).count == analysis.computedParts.count)
    #expect(analysis.computedParts.contains(.terms))
    #expect(!analysis.computedParts.contains(.sectorScores))
  }
}
