import ContentModel
import Gate
import Testing

@Suite("Comparing versions")
struct ComparisonTests {
  private func compare(_ old: String, _ new: String) throws -> [String] {
    let comparison = DocumentComparison(old: report(try read(old)), new: report(try read(new)))
    return comparison.added.map { "new \($0.finding.rule) \($0.location.startLine)" }
      + comparison.fixed.map { "fixed \($0.finding.rule) \($0.location.startLine)" }
      + comparison.open.map { "open \($0.new.finding.rule) \($0.old.location.startLine)→\($0.new.location.startLine)\($0.isMoved ? " moved" : "")" }
  }

  @Test("tells new, fixed and open findings, and those whose words changed places")
  func compare() throws {
    #expect(try compare("A cure.\n\nThe best.\n", "A cure.\n\nThe best.\n") == ["open p/cure 1→1", "open p/best 3→3"])
    #expect(try compare("A cure.\n", "New.\n\nWords.\n\nA\ncure.\n") == ["open p/cure 1→6"])
    #expect(try compare("A cure.\n\nThe best.\n\nSaid twice.\n", "The best.\n\nSaid twice.\n\nA cure.\n") == [
      "open p/best 3→1", "open p/twice 5→3", "open p/cure 1→5 moved",
    ])
    #expect(try compare("A cure.\n\nA cure.\n", "The best.\n\nA cure.\n") == ["new p/best 1", "fixed p/cure 3", "open p/cure 1→3"])
    #expect(try compare("A cure.\n", "A garden.\n") == ["fixed p/cure 1"])
  }
}
