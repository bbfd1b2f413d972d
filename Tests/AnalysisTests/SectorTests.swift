import ContentModel
import Testing

@testable import Analysis

@Suite("Sectors")
struct SectorTests {
  @Test(
    "the leading sector is what most words speak for",
    arguments: [
      ("Umbilical cell infusions\nOur partner lab thaws the cells on the morning of your visit.", "cell-product"),
      ("Linen sheets from the coast\nCool in summer, warm in winter. Machine washable.", "textile"),
      ("Our fund\nInvestors earn a fixed yield of 9% a year.", "investment"),
      ("Eyelid surgery\nThe operation takes an hour under local anaesthetic.", "procedure"),
      ("Evening tea\nIt is a food. It tastes of apples. Pour boiling water on a tea bag.", "food"),
      ("Magnesium capsules\nTake one capsule a day. Food supplement.", "supplement"),
      ("Night cream\nApply to clean skin. Patch test first.", "cosmetic"),
      ("A prescription medicine for migraine\nTake one tablet of 40 mg.", "medicine"),
      ("Home blood test\nPost your sample, and the results arrive in a week.", "diagnostic"),
      ("Red light mask\nWear it for ten minutes a day. Rechargeable.", "device"),
      ("We opened at nine and went home at five.", "none"),
    ])
  func leading(text: String, sector: String) {
    #expect(AnalysedText.analysis(text, kinds: [0: .title]).sectorScores.leading?.rawValue ?? "none" == sector)
  }

  @Test("a document can be about several")
  func several() {
    let scores = AnalysedText.analysis("Stem cell injections for horses\nOur vet injects your horse's own stem cells.").sectorScores
    #expect(scores.isAbout(.cellProduct) && scores.isAbout(.veterinary) && !scores.isAbout(.investment))
  }

  @Test("what a document denies to be, it is not about")
  func denied() {
    let scores = AnalysedText.analysis("It is not a medicine, and no drug.\nBeware of anyone who offers stem cell therapy.").sectorScores
    #expect(scores.leading == nil)
  }

  @Test("a word in passing is not the subject")
  func passing() {
    let text = "Night cream, day cream and serum\nFace cream. Hand lotion. Body lotion. Shampoo. Sunscreen.\nNot for sale to investors. Investments are another matter."
    let scores = AnalysedText.analysis(text).sectorScores
    #expect(scores.leading == .cosmetic && !scores.isAbout(.investment))
  }
}
