import ContentModel
import Testing

@testable import Analysis

private let cases: [(String, String)] = [
  (
    "Once given, the cells can:\nReduce swelling\nProtect nerve cells\nSupport repair inside the cord\nIn essence, they work to wake the cord’s own powers and create what recovery needs.",
    """
    paragraph Once given, the cells can:
    list
      item Reduce swelling
      item Protect nerve cells
      item Support repair inside the cord
    paragraph In essence, they work to wake the cord’s own powers and create what recovery needs.
    """
  ),
  (
    "Key benefits:\nThe strength in arms begins to return.\nTouch and warmth improve.\nMany report more control.\nMore freedom, fewer setbacks, wider reach.\nFor the first time in history, the cord is not only steadied –\nit is rebuilt.",
    """
    paragraph Key benefits:
    list
      item The strength in arms begins to return.
      item Touch and warmth improve.
      item Many report more control.
      item More freedom, fewer setbacks, wider reach.
    paragraph For the first time in history, the cord is not only steadied –
    paragraph it is rebuilt.
    """
  ),
  // A lead-in with nothing, with one sentence, with another lead-in, with running text.
  ("Key features:\nThe highlight:\nIn the most recent analysis, seven of ten improved.", "paragraph Key features:\nparagraph The highlight:\nparagraph In the most recent analysis, seven of ten improved."),
  ("This confirms:\nOwn cells can rebuild the cord.\n3) Marrow cells", "paragraph This confirms:\nparagraph Own cells can rebuild the cord.\nparagraph 3) Marrow cells"),
  ("Key findings:\n2) Nasal delivery\nTremor is gone in most.", "paragraph Key findings:\nparagraph 2) Nasal delivery\nparagraph Tremor is gone in most."),
  (
    "Such studies show clear gains:\nFurther work, such as that of a team in Graz, shows that repeated doses have strong effects on everybody who took part in it.\nMore follows.",
    "paragraph Such studies show clear gains:\nparagraph Further work, such as that of a team in Graz, shows that repeated doses have strong effects on everybody who took part in it.\nparagraph More follows."
  ),
  ("# You get:\nMore energy\nBetter sleep\nHow it works\nThe powder dissolves.", "heading You get:\nlist\n  item More energy\n  item Better sleep\nparagraph How it works\nparagraph The powder dissolves."),
  ("You get:\nMore energy\nBetter sleep\n# Prices\nFrom £9", "paragraph You get:\nlist\n  item More energy\n  item Better sleep\nheading Prices\nparagraph From £9"),
  ("You get:\n- More energy\n- Better sleep", "paragraph You get:\nlist\n  item More energy\n  item Better sleep"),
  ("You get:\nmore energy;\nbetter sleep; and\na calmer stomach.\nThat is all there is to it.", "paragraph You get:\nlist\n  item more energy;\n  item better sleep; and\n  item a calmer stomach.\nparagraph That is all there is to it."),
  // References under a heading, and their end.
  (
    "# References\nBaumann K, Ortner F. Five years of a registry. Heart Reg 2024;3:77–85.\nNovik A. Dosing notes. Rodent Stroke 2020;3:9–11.\nPage version 9, approved 6 June 2025.",
    "heading References\nreference-list\n  reference-entry Baumann K, Ortner F. Five years of a registry. Heart Reg 2024;3:77–85.\n  reference-entry Novik A. Dosing notes. Rodent Stroke 2020;3:9–11.\nparagraph Page version 9, approved 6 June 2025."
  ),
  // A lone entry amid running text, without a heading.
  (
    "# Contact\nPlease ask your doctor.\nBaumann K, Ortner F. Five years of a registry. <i>Heart Reg</i> 2024;3:77–85.\nThese statements have not been evaluated. This product is not intended to cure anything.",
    "heading Contact\nparagraph Please ask your doctor.\nreference-list\n  reference-entry Baumann K, Ortner F. Five years of a registry. Heart Reg 2024;3:77–85.\nparagraph These statements have not been evaluated. This product is not intended to cure anything."
  ),
  // Entries in list items, and an ordinary list.
  (
    "# Sources\n- Hale B. Third. Rodent Stroke 2021;4:1–2.\n- https://www.example.org/report\nWe are glad to help you.",
    "heading Sources\nreference-list\n  reference-entry Hale B. Third. Rodent Stroke 2021;4:1–2.\n  reference-entry https://www.example.org/report\nparagraph We are glad to help you."
  ),
  ("# Our studies\n- We love what we do.\n- You will too.", "heading Our studies\nlist\n  item We love what we do.\n  item You will too."),
  // Labels within one block.
  (
    "[1] Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.⏎[2] Novik A. Dosing notes. Rodent Stroke 2020;3:9–11.",
    "reference-list\n  reference-entry [1] Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.\n  reference-entry [2] Novik A. Dosing notes. Rodent Stroke 2020;3:9–11."
  ),
  (
    "[1] Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8. [2] Novik A. Dosing notes. Rodent Stroke 2020;3:9–11.",
    "reference-list\n  reference-entry [1] Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.\n  reference-entry [2] Novik A. Dosing notes. Rodent Stroke 2020;3:9–11."
  ),
  (
    "References: 1. Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8. 2. Novik A. Dosing notes. Rodent Stroke 2020;3:9–11.",
    "reference-list\n  reference-entry References: 1. Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.\n  reference-entry 2. Novik A. Dosing notes. Rodent Stroke 2020;3:9–11."
  ),
  (
    "Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8. Hale B, Moss C. Dosing notes. Rodent Stroke 2020;3:9–11.",
    "reference-list\n  reference-entry Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.\n  reference-entry Hale B, Moss C. Dosing notes. Rodent Stroke 2020;3:9–11."
  ),
  ("1. Wash the jar. 2. Rinse it. 3. Dry it in the sun for two days.", "paragraph 1. Wash the jar. 2. Rinse it. 3. Dry it in the sun for two days."),
  // Entries on several lines; marketing resumes.
  (
    "Own cells open a new era:\nFat cells for spinal injury: Phase I trial\nBydon M et al. (2024), Nature Communications, 15:2201.\nAbstract – summary:\nThis trial included 10 patients.\nPubMed: https://pubmed.ncbi.nlm.nih.gov/38561341/\nSingle work on hearts\nShang Z et al. (2022), BMC Medicine.\nWe give you priority access.",
    """
    paragraph Own cells open a new era:
    reference-list
      reference-entry
        paragraph Fat cells for spinal injury: Phase I trial
        paragraph Bydon M et al. (2024), Nature Communications, 15:2201.
        paragraph Abstract – summary:
        paragraph This trial included 10 patients.
        paragraph PubMed: https://pubmed.ncbi.nlm.nih.gov/38561341/
      reference-entry
        paragraph Single work on hearts
        paragraph Shang Z et al. (2022), BMC Medicine.
    paragraph We give you priority access.
    """
  ),
  (
    "Publications\nTransplants in Parkinson’s disease: phase I tolerability in six patients\nReyes D et al. (2017), Mov Cells, 4:120-127. DOI: 10.5555/mc.2017.0120\nAbstract - summary: the study met its tolerability endpoint.\nCasa Verde offers an unrivalled standard.",
    """
    paragraph Publications
    reference-list
      reference-entry
        paragraph Transplants in Parkinson’s disease: phase I tolerability in six patients
        paragraph Reyes D et al. (2017), Mov Cells, 4:120-127. DOI: 10.5555/mc.2017.0120
        paragraph Abstract - summary: the study met its tolerability endpoint.
    paragraph Casa Verde offers an unrivalled standard.
    """
  ),
  // Running text that names works is no entry.
  ("Satti HS et al. (2016) showed that cells move.", "paragraph Satti HS et al. (2016) showed that cells move."),
  ("Baumann (2024) reported it in Heart Reg.", "paragraph Baumann (2024) reported it in Heart Reg."),
  ("The clinic opened in 2019 at 10:30.", "paragraph The clinic opened in 2019 at 10:30."),
  ("Office hours: 9:00–17:00. Last updated March 2024.", "paragraph Office hours: 9:00–17:00. Last updated March 2024."),
  ("Open daily 10:30–18:00 until 2026.", "paragraph Open daily 10:30–18:00 until 2026."),
  ("Vitamin D, Vitamin C. Sold since 2016.", "paragraph Vitamin D, Vitamin C. Sold since 2016."),
]

@Test("structure that the text only implies is recovered", arguments: cases)
func recovered(text: String, expected: String) {
  let document = EvidenceDocument(text).document
  let blocks = recoverStructure(of: document)
  #expect(outline(document, blocks) == expected)
  #expect(isWellFormed(document, blocks))
}

@Test("a recovered container and its renamed leaves are flagged as inferred")
func inferredFlags() {
  let blocks = recoverStructure(of: EvidenceDocument("You get:\nMore energy\nBetter sleep").document)
  #expect(blocks.map { $0.flags.contains(.inferred) } == [false, true, true, true])
}

@Test("leaves are the blocks without children, and an offset finds its leaf")
func leaves() throws {
  let analysis = try EvidenceDocument.analysis("You get:\nMore energy\nBetter sleep")
  #expect(analysis.leaves == [0, 2, 3])
  #expect(analysis.leafIndex(at: 0) == 0)
  #expect(analysis.leafIndex(at: 8) == nil)
  #expect(analysis.leafIndex(at: 9) == 1)
  #expect(analysis.leafIndex(at: 500) == nil)
}

@Test("blocks stay well formed on any bytes")
func hostileStructure() {
  let pieces = ["Key:", "A", "[1] ", "Satti HS. X. Y 2016;1:2.", "\u{FF}é", "Abstract:", "- a", "# References", "1. ", "(", "et al. 2016", "⏎", "| a | b"]
  var state: UInt64 = 7
  for _ in 0..<300 {
    var text = ""
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count] + (state >> 60 < 9 ? "\n" : " ")
    }
    let document = EvidenceDocument(text).document
    #expect(isWellFormed(document, recoverStructure(of: document)), "\(text)")
  }
}

@Test("a line that is only a stop or a mark is read without harm", arguments: [".", "!", "Key features:\n.\nA quiet room", "Key:\n!"])
func loneStop(text: String) {
  let document = EvidenceDocument(text).document
  #expect(isWellFormed(document, recoverStructure(of: document)))
}
