import Foundation
import Analysis
import RuleTesting
import Testing

@Suite("Phrases proposed from a sentence")
struct TriggerProposalTests {
  static let lexicons = Result { try AnalysisLexicons(folder: TemporaryRules.repository.appendingPathComponent("Rules/_lexicons").path) }

  @Test(
    "are short, of telling words, inflected, and leave the clean sentences",
    arguments: [
      ("We guarantee that you will walk again.", [], "guarantee~"),
      ("Our serum works miracles.", [], "serum~"),
      ("Guaranteed results for everyone.", ["30-day money-back guarantee."], "guarantee~ result~"),
      ("The reduced pain surprises our patients.", [], "reduce~"),
    ] as [(String, [String], String)])
  func best(sentence: String, clean: [String], phrase: String) throws {
    let proposals = TriggerProposal.proposals(from: sentence, clean: clean, lexicons: try Self.lexicons.get())
    #expect(proposals.first?.phrase == phrase, "\(proposals.map(\.phrase))")
    #expect(proposals.allSatisfy { !$0.reason.isEmpty && sentence.contains($0.words) })
  }

  @Test("are none where nothing tells the sentences apart")
  func none() throws {
    #expect(TriggerProposal.proposals(from: "It cures.", clean: ["It cures."], lexicons: try Self.lexicons.get()).isEmpty)
  }
}
