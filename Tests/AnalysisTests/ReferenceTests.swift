import ContentModel
import Testing

@testable import Analysis

private func describe(_ analysis: DocumentAnalysis, _ reference: Reference) -> String {
  var parts: [String] = []
  if let label = reference.label { parts.append("[\(label)]") }
  parts.append(reference.authors.joined(separator: "|"))
  parts.append((reference.year.map(String.init) ?? "–") + (reference.yearSuffix ?? ""))
  parts.append(reference.title.map { "‹\(analysis.document.text($0))›" } ?? "–")
  parts.append(reference.journal ?? "–")
  for id in [reference.doi, reference.pmid, reference.pmcid, reference.registration] { if let id { parts.append(id) } }
  return parts.joined(separator: " · ")
}

private let entryCases: [(String, String)] = [
  // Vancouver, AMA
  ("Satti HS, Liu X. Marrow cells after injury. Cytotherapy. 2016;18(4):518–522.", "Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  ("Satti HS, Liu X. Marrow cells after injury. Cytotherapy 2016;18:518-22. doi:10.5555/cy.16", "Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy · 10.5555/cy.16"),
  ("1. Satti HS, Liu X, Roe P, et al. Marrow cells: a trial. J Mar Cell. 2016;18:518.", "[1] · Satti|Liu|Roe · 2016 · ‹Marrow cells: a trial› · J Mar Cell"),
  ("[12] van der Berg A, de Souza R. Does light help? J Sleep Res. 2017 Mar;26(1):33-41. PMID: 12345678", "[12] · van der Berg|de Souza · 2017 · ‹Does light help?› · J Sleep Res · 12345678"),
  ("O’Neill C, Ortega-Ruiz M. Naming. Eur Heart J 2021;42:7–9.", "O’Neill|Ortega-Ruiz · 2021 · ‹Naming› · Eur Heart J"),
  ("García Pérez MJ, Ávila T. Heat. Sleep 2014;37:3–9.", "García Pérez|Ávila · 2014 · ‹Heat› · Sleep"),
  ("SATTI HS, LIU X. Marrow cells after injury. Cytotherapy 2016;18:518.", "SATTI|LIU · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  ("Satti H.S., Liu X. Marrow cells after injury. Cytotherapy 2016;18:518.", "Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  ("Hale B. Third. Rodent Stroke 2021;4:1–2. Epub 2020 Dec 3.", "Hale · 2021 · ‹Third› · Rodent Stroke"),
  ("Abbott A. Food aroma and body weight: an office pilot. Snack Sci 2012;1:1-3.", "Abbott · 2012 · ‹Food aroma and body weight: an office pilot› · Snack Sci"),
  ("Moss A. Vitamin D vs. placebo. BMJ 2018;360:k12.", "Moss · 2018 · ‹Vitamin D vs. placebo› · BMJ"),
  ("Moss A, Keller B. A survey of 2009 and 2010. BMJ 2018;360:12–14.", "Moss|Keller · 2018 · ‹A survey of 2009 and 2010› · BMJ"),
  // Words that a number follows are no authors; names with "St."; editors; groups; kinds of works; titles of two sentences.
  ("Ferrand L et al. (2018), Knee Review, 4:51–58. Phase I, n = 14. DOI: 10.5555/kr.18", "Ferrand · 2018 · – · Knee Review · 10.5555/kr.18"),
  ("O’Hara B, St. John E. Gait. Stroke. 2017;48:701.", "O’Hara|St. John · 2017 · ‹Gait› · Stroke"),
  ("Hughes R, Stone G, on behalf of the Mint Study Group. Mint oil. Gut 2008;27:1–10.", "Hughes|Stone · 2008 · ‹Mint oil› · Gut"),
  ("Roux T. Motor learning [dissertation]. Lyon: University of Lyon; 2006.", "Roux · 2006 · ‹Motor learning› · –"),
  ("Gallo T. Is chocolate a drug? A review. Food Rev Int 2014;30:1–20.", "Gallo · 2014 · ‹Is chocolate a drug? A review› · Food Rev Int"),
  // APA
  ("Satti, H. S., & Liu, X. (2016). Marrow cells after injury. Cytotherapy, 18(4), 518–522. https://doi.org/10.5555/cy.16", "Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy · 10.5555/cy.16"),
  ("Satti, H. S. (2016a). Marrow cells after injury. Cytotherapy, 18, 518–522.", "Satti · 2016a · ‹Marrow cells after injury› · Cytotherapy"),
  ("Satti, H. S., Liu, X., Roe, P., & Ng, T. (2016, May). Marrow cells after injury. Cytotherapy, 18, 518–522.", "Satti|Liu|Roe|Ng · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  ("O'Neill, C. (2021). Naming things. European Heart Journal, 42(7), 7–9.", "O'Neill · 2021 · ‹Naming things› · European Heart Journal"),
  // Harvard
  ("Satti, H.S., Liu, X. and Roe, P. (2016) ‘Marrow cells after injury’, Cytotherapy, 18(4), pp. 518–522.", "Satti|Liu|Roe · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  ("Satti HS, Liu X (2016) Marrow cells after injury. Cytotherapy 18:518–522", "Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  // Nature
  ("Satti, H. S. & Liu, X. Marrow cells after injury. Cytotherapy 18, 518–522 (2016).", "Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  ("Bydon, M. et al. Fat-derived cells in injury. Nat. Commun. 15, 2201 (2024).", "Bydon · 2024 · ‹Fat-derived cells in injury› · Nat. Commun"),
  // IEEE
  ("[4] H. S. Satti and X. Liu, “Marrow cells after injury,” Cytotherapy, vol. 18, no. 4, pp. 518–522, 2016.", "[4] · Satti|Liu · 2016 · ‹Marrow cells after injury› · Cytotherapy"),
  // MLA, Chicago
  ("Satti, Hana S., and Xin Liu. “Marrow Cells after Injury.” Cytotherapy, vol. 18, no. 4, 2016, pp. 518–22.", "Satti|Liu · 2016 · ‹Marrow Cells after Injury› · Cytotherapy"),
  ("Hana S. Satti and Xin Liu, “Marrow Cells after Injury,” Cytotherapy 18, no. 4 (2016): 518–22.", "Satti|Liu · 2016 · ‹Marrow Cells after Injury› · Cytotherapy"),
  ("Satti, Hana, et al. “Marrow Cells.” Cytotherapy, vol. 18, 2016, pp. 518–22.", "Satti · 2016 · ‹Marrow Cells› · Cytotherapy"),
  // Source lines of marketing pages
  ("Satti HS et al. (2016), Cytotherapy, 18:518–522.", "Satti · 2016 · – · Cytotherapy"),
  ("Shang Z et al. (2022), BMC Medicine.", "Shang · 2022 · – · BMC Medicine"),
  ("Reyes D et al. (2017), Mov Cells, 4:120-127. DOI: 10.5555/mc.2017.0120", "Reyes · 2017 · – · Mov Cells · 10.5555/mc.2017.0120"),
  ("Satti et al. (2016), Cytotherapy, 18:518–522.", "Satti · 2016 · – · Cytotherapy"),
  ("Satti HS, Liu X. Cytotherapy 2016;18:518–522.", "Satti|Liu · 2016 · – · Cytotherapy"),
  // Books, bodies, reports, web pages
  ("World Health Organization. Guideline on salt. Geneva: WHO; 2012.", "World Health Organization · 2012 · ‹Guideline on salt› · –"),
  ("European Medicines Agency (2021). Guideline on cells. https://www.ema.europa.eu/en/cells", "European Medicines Agency · 2021 · ‹Guideline on cells› · –"),
  ("Keller B. The Sleep Book. Graz: Steinfeld Press; 2011.", "Keller · 2011 · ‹The Sleep Book› · –"),
  ("[3] Clinical trial NCT03308565, https://clinicaltrials.gov/study/NCT03308565", "[3] ·  · – · ‹Clinical trial› · – · NCT03308565"),
  ("Satti HS. Marrow cells. Cytotherapy 2016;18:5. PMCID: PMC9442938. ISRCTN12345678", "Satti · 2016 · ‹Marrow cells› · Cytotherapy · PMC9442938 · ISRCTN12345678"),
  ("Satti HS. Marrow cells. Cytotherapy 2016;18:5. EudraCT 2015-001234-12", "Satti · 2016 · ‹Marrow cells› · Cytotherapy · 2015-001234-12"),
  ("Satti HS. Marrow cells. Cytotherapy 2016;18:5. DRKS00012345.", "Satti · 2016 · ‹Marrow cells› · Cytotherapy · DRKS00012345"),
  ("Satti HS. Marrow cells. Cytotherapy 2016;18:5. ChiCTR-TRC-12001234", "Satti · 2016 · ‹Marrow cells› · Cytotherapy · ChiCTR-TRC-12001234"),
  ("Satti HS. Marrow cells. Cytotherapy 2016;18:5 (doi:10.1016/S0140-6736(16)00123-4).", "Satti · 2016 · ‹Marrow cells› · Cytotherapy · 10.1016/S0140-6736(16)00123-4"),
  ("Satti HS. Marrow cells. Cytotherapy 2016;18:5. Available from: https://pubmed.ncbi.nlm.nih.gov/26971680/.", "Satti · 2016 · ‹Marrow cells› · Cytotherapy · 26971680"),
  ("Satti HS. Marrow cells. 2016.", "Satti · 2016 · ‹Marrow cells› · –"),
  ("¹ Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.", "[1] · Novik · 2019 · ‹Nasal drops in rats› · Rodent Stroke"),
  ("(2) Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.", "[2] · Novik · 2019 · ‹Nasal drops in rats› · Rodent Stroke"),
]

@Test("an entry is taken apart, whatever its style", arguments: entryCases)
func entryParts(text: String, expected: String) throws {
  let analysis = try EvidenceDocument.analysis("# References\n" + text)
  #expect(analysis.references.map { describe(analysis, $0) } == [expected])
  let block = analysis.blocks.last
  #expect(block?.kind == .referenceEntry)
}

@Test("an entry on several lines has its title, identifiers and summary from them")
func entryOnSeveralLines() throws {
  let analysis = try EvidenceDocument.analysis(
    """
    Our cells open a new era:
    Marrow cells for spinal injury: a Phase I pilot study
    Satti HS et al. (2016), Cytotherapy, 18:518–522.
    Abstract – summary:
    This pilot study in nine patients showed that cells can be given safely.
    Link / PubMed: https://pubmed.ncbi.nlm.nih.gov/26971680/
    DOI: 10.5555/cy.16
    Fat cells for spinal injury
    Bydon M et al. (2024), Nature Communications, 15:2201.
    Summary: a phase 1 trial in 10 patients.
    We give priority access to accredited clinics.
    """)
  #expect(
    analysis.references.map { describe(analysis, $0) } == [
      "Satti · 2016 · ‹Marrow cells for spinal injury: a Phase I pilot study› · Cytotherapy · 10.5555/cy.16 · 26971680",
      "Bydon · 2024 · ‹Fat cells for spinal injury› · Nature Communications",
    ])
  #expect(analysis.references[0].summary.map(analysis.document.text) == "This pilot study in nine patients showed that cells can be given safely.")
  #expect(analysis.references[1].summary.map(analysis.document.text) == "a phase 1 trial in 10 patients.")
  #expect(analysis.references[0].study.description == "a phase I pilot study of 9 people")
  #expect(analysis.references[1].study.description == "a phase 1 study of 10 people")
  #expect(analysis.references[0].url == "https://pubmed.ncbi.nlm.nih.gov/26971680/")
  #expect(analysis.document.text(analysis.references[1].span).hasSuffix("10 patients."))
  #expect(analysis.references[0].blocks.count == 6)
}

@Test("a footnote is a reference; one that names no work is not bibliographic")
func footnotes() throws {
  let analysis = try EvidenceDocument.analysis(
    """
    We help.<fn 1> We care.<fn 2>
    [^1]: Hale B. Third. Rodent Stroke 2021;4:1–2.
    [^2]: Individual results vary.
    """)
  #expect(analysis.references.map(\.label) == ["1", "2"])
  #expect(analysis.references.map(\.isBibliographic) == [true, false])
  #expect(analysis.references.map(\.authors) == [["Hale"], []])
}

@Test(
  "identifiers are read without the punctuation around them",
  arguments: [
    ("doi:10.1016/j.jcyt.2016.01.004.", "10.1016/j.jcyt.2016.01.004"),
    ("(https://doi.org/10.5555/a(b)c)", "10.5555/a(b)c"),
    ("https://link.springer.com/article/10.1186/s12916-022-02482-2?x=1", "10.1186/s12916-022-02482-2"),
    ("“10.5555/abc”,", "10.5555/abc"),
    ("PMID 26971680;", "26971680"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/26971680", "26971680"),
    ("NCT03308565,", "NCT03308565"),
    ("ACTRN12605000123456", "ACTRN12605000123456"),
    ("jRCT2031200001.", "jRCT2031200001"),
    ("10.5 mg/ml", nil), ("version 10.2016/a", "10.2016/a"), ("NCT123", nil), ("PMID 12", nil), ("a10.5555/x", nil),
  ] as [(String, String?)])
func identifiers(text: String, expected: String?) {
  let bytes = Array(text.utf8)
  #expect(WorkIdentifier.all(in: bytes, Span(0, bytes.count)).last { $0.kind != .url }?.value == expected)
}
