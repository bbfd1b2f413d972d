import Analysis
import ContentModel
import Foundation
import Readers
import Testing

@Suite("Headings that only their shape tells")
struct ImpliedHeadingTests {
  static let lexicons = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Rules/_lexicons").path

  @Test(
    "stand between finished text and prose",
    arguments: [
      ("The shop has been open for ten years, and we love it.\nOpening hours\nWe are open from nine to five on every day of the week.", ["Opening hours"]),
      // A question is a heading too.
      ("The shop has been open for ten years, and we love it.\nMay I bring a dog?\nYes, dogs on a lead are welcome in every room of the house.", ["May I bring a dog?"]),
      // Two short lines in a row are items or an address.
      ("The shop has been open for ten years, and we love it.\nMill Lane 4\nOld Town\nWe are open from nine to five on every day of the week.", []),
      // A lead-in's list.
      ("Bring with you:\nA towel\nA book\nWe are open from nine to five on every day of the week.", []),
      // A fragment with a full stop, a line that goes on, a line in lower case.
      ("The shop has been open for ten years, and we love it.\nNo pain.\nWe are open from nine to five on every day of the week.", []),
      ("The shop has been open for ten years, and we love it.\nwritten by the owner\nWe are open from nine to five on every day of the week.", []),
      // Not the last line, and not before another short line.
      ("The shop has been open for ten years, and we love it.\nMill Lane", []),
    ])
  func headings(text: String, expected: [String]) throws {
    let document = try DocumentReader().read(Array(text.utf8), path: "t", format: .text)
    let analysis = DocumentAnalysis(document, lexicons: try AnalysisLexicons(folder: Self.lexicons))
    let found = analysis.blocks.filter { $0.kind == .heading }.map { document.text($0.span) }
    #expect(found == expected)
  }
}
