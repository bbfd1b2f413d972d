import ContentModel
import Testing

@testable import Analysis

/// The reference list that the cases below cite: indices 0 to 12.
private let list = """
  # References
  Satti HS, Liu X. Marrow cells after injury: a phase I pilot study. Cytotherapy 2016;18:518–522.
  Bydon M, Roe P, Ng T. Fat-derived cells in traumatic injury. Nature Communications 2024;15:2201.
  Vaquero J, et al. Repeated injections in chronic injury. Cytotherapy 2018;20:806–819.
  Ito K, Grant L. Two-year follow-up of a cohort. Lancet 2019;393:11–19.
  Ng T, Roe P. First report. BMC Med 2020a;18:1–9.
  Ng T, Roe P. Second report. BMC Med 2020b;18:10–19.
  van der Berg A. Sleep and light. J Sleep Res 2017;26:33–41.
  O'Neill C, Ortega-Ruiz M. Naming. Eur Heart J 2021;42:7–9.
  Müller F. Liver values. Gut 2015;64:1–8.
  Smith J. Walking. BMJ 2019;364:12–14.
  Smith J. Running. BMJ 2019;365:15–17.
  de Souza R, Ávila T. Heat. Sleep 2014;37:3–9.
  World Health Organization. Guideline on salt. Geneva: WHO; 2012.
  """

private func describe(_ analysis: DocumentAnalysis) -> [String] {
  analysis.citations.map { citation in
    var line = "\(citation.kind.rawValue) ⟦\(analysis.document.text(citation.span))⟧"
    if !citation.references.isEmpty { line += " → " + citation.references.map(String.init).joined(separator: ",") }
    if citation.isSelfContained { line += " self" }
    if citation.isPartial { line += " partial" }
    return line
  }
}

private let authorYearCases: [(String, [String])] = [
    ("Studies such as Awidi et al. 2024 show it.", ["author-year ⟦Awidi et al. 2024⟧"]),
    ("Work by Vaquero et al., demonstrates it.", ["author ⟦Vaquero et al.⟧ → 2"]),
    ("Vaquero et al. show it.", ["author ⟦Vaquero et al.⟧ → 2"]),
    ("(Meta-analysis, Bydon et al., Nature Communications 2024)", ["author-year ⟦Bydon et al., Nature Communications 2024⟧ → 1"]),
    ("The programme led by Bydon et al. (2020–2024) ended.", ["author-year ⟦Bydon et al. (2020–2024)⟧ → 1 partial"]),
    ("As Bydon et al. (2024) report, it ended.", ["author-year ⟦Bydon et al. (2024)⟧ → 1"]),
    ("In the latest analysis (Nature Communications, 2024), seven improved.", ["journal-year ⟦Nature Communications, 2024⟧ → 1"]),
    ("In the latest analysis (Nat Commun 2024), seven improved.", ["journal-year ⟦Nat Commun 2024⟧ → 1"]),
    ("Work such as Satti et al. (2016, Cytotherapy) counts.", ["author-year ⟦Satti et al. (2016, Cytotherapy)⟧ → 0"]),
    ("Work such as Satti et al. (Cytotherapy, 2016) counts.", ["author-year ⟦Satti et al. (Cytotherapy, 2016)⟧ → 0"]),
    (
      "(References: Satti et al. 2016; Schumacher et al. 2020; Liu et al. 2025)",
      ["author-year ⟦Satti et al. 2016⟧ → 0", "author-year ⟦Schumacher et al. 2020⟧", "author-year ⟦Liu et al. 2025⟧"]
    ),
    ("It was seen before (Ito & Grant 2019).", ["author-year ⟦Ito & Grant 2019⟧ → 3"]),
    ("It was seen before (Ito and Grant, 2019).", ["author-year ⟦Ito and Grant, 2019⟧ → 3"]),
    ("Ito & Grant 2019 saw it.", ["author-year ⟦Ito & Grant 2019⟧ → 3"]),
    ("Ito and Grant (2019) saw it.", ["author-year ⟦Ito and Grant (2019)⟧ → 3"]),
    ("It was seen before [Ito and Grant 2019].", ["author-year ⟦Ito and Grant 2019⟧ → 3"]),
    ("It was seen before (Ito et al., 2019).", ["author-year ⟦Ito et al., 2019⟧ → 3"]),
    ("It was seen before (Ito and Moss 2019).", ["author-year ⟦Ito and Moss 2019⟧"]),
    (
      "Both agree (Liu, 2025; Ng and Roe, 2020a, 2020b).",
      ["author-year ⟦Liu, 2025⟧", "author-year ⟦Ng and Roe, 2020a⟧ → 4", "author-year ⟦2020b⟧ → 5"]
    ),
    ("Both agree (Ng & Roe 2020a,b).", ["author-year ⟦Ng & Roe 2020a⟧ → 4", "author-year ⟦b⟧ → 5"]),
    ("Both agree (Ng & Roe 2020).", ["author-year ⟦Ng & Roe 2020⟧ → 4,5"]),
    ("Light matters (van der Berg 2017).", ["author-year ⟦van der Berg 2017⟧ → 6"]),
    ("Light matters (Berg 2017).", ["author-year ⟦Berg 2017⟧ → 6"]),
    ("Light matters, as Van der Berg (2017) found.", ["author-year ⟦Van der Berg (2017)⟧ → 6"]),
    ("Names matter (O’Neill and Ortega-Ruiz 2021).", ["author-year ⟦O’Neill and Ortega-Ruiz 2021⟧ → 7"]),
    ("Names matter (ONeill & Ortega Ruiz 2021).", ["author-year ⟦ONeill & Ortega Ruiz 2021⟧ → 7"]),
    ("Names matter (O'NEILL et al. 2021).", ["author-year ⟦O'NEILL et al. 2021⟧ → 7"]),
    ("Livers matter (Mueller 2015).", ["author-year ⟦Mueller 2015⟧ → 8"]),
    ("Livers matter (Müller et al., 2015; Satti 2016).", ["author-year ⟦Müller et al., 2015⟧ → 8", "author-year ⟦Satti 2016⟧ → 0"]),
    ("Smith’s 2019 trial says so.", ["author-year ⟦Smith’s 2019 trial⟧ → 9,10"]),
    ("Smith's 2018 walking study says so.", ["author-year ⟦Smith's 2018 walking study⟧"]),
    ("Feet matter (Smith 2019).", ["author-year ⟦Smith 2019⟧ → 9,10"]),
    ("Heat matters (De Souza and Avila 2014).", ["author-year ⟦De Souza and Avila 2014⟧ → 11"]),
    ("Salt matters (WHO 2012).", ["author-year ⟦WHO 2012⟧ → 12"]),
    ("Salt matters (see also Keller, 2011, p. 5).", ["author-year ⟦Keller, 2011⟧"]),
    ("Salt matters (e.g., Keller 2011, 2013).", ["author-year ⟦Keller 2011⟧", "author-year ⟦2013⟧"]),
    ("Salt matters (Keller, Moss, and Ito, 2011).", ["author-year ⟦Keller, Moss, and Ito, 2011⟧"]),
    ("Salt matters (Keller, Moss, et al. 2011).", ["author-year ⟦Keller, Moss, et al. 2011⟧"]),
    ("Keller and colleagues (2011) salted it.", ["author-year ⟦Keller and colleagues (2011)⟧"]),
    ("The registry (Baumann 2024) counts deaths.", ["author-year ⟦Baumann 2024⟧"]),
    ("A review by Keller (2011) counts deaths.", ["author-year ⟦Keller (2011)⟧"]),
    ("Keller (2011) reported deaths.", ["author-year ⟦Keller (2011)⟧"]),
    ("However, Satti et al. (2016) reported deaths.", ["author-year ⟦Satti et al. (2016)⟧ → 0"]),
    ("Deaths rose.[Satti HS et al. 2016]", ["author-year ⟦Satti HS et al. 2016⟧ → 0"]),
    ("A study by Ito and Grant in 2019 says so.", ["author-year ⟦Ito and Grant in 2019⟧ → 3"]),
    ("Satti et al. in 2016 said so.", ["author-year ⟦Satti et al. in 2016⟧ → 0"]),
    ("Well. In Keller and Moss (2018), mice ran.", ["author-year ⟦Keller and Moss (2018)⟧"]),
    ("It follows the guideline (Joint Hoof Council 2020).", ["author-year ⟦Joint Hoof Council 2020⟧"]),
    ("The guideline of the Alpine Society for Pain (2021) says so.", ["author-year ⟦Alpine Society for Pain (2021)⟧"]),
    ("It is so, says Dr Halloran (2019).", ["author-year ⟦Halloran (2019)⟧"]),
    ("See Dahlgren, 2017 for details.", ["author-year ⟦Dahlgren, 2017⟧"]),
    ("As shown by Weber and Klein in 2018, it is so.", ["author-year ⟦Weber and Klein in 2018⟧"]),
    ("It was published in The Lancet in 2019.", ["journal-year ⟦The Lancet in 2019⟧ → 3"]),
    ("It appeared in Annals of Oncology (2021).", ["journal-year ⟦Annals of Oncology (2021)⟧"]),
    ("It is known (The Lancet, 2021).", ["journal-year ⟦The Lancet, 2021⟧"]),
    ("It is known (2016, Cytotherapy).", ["journal-year ⟦2016, Cytotherapy⟧ → 0"]),
    ("It is known (NEJM 2020).", ["journal-year ⟦NEJM 2020⟧"]),  ]

@Test("an author–year citation is found with its exact span and resolved", arguments: authorYearCases)
func authorYear(text: String, expected: [String]) throws {
  #expect(describe(try EvidenceDocument.analysis(text + "\n" + list)) == expected)
}

/// A list with labels: indices 0 to 3.
private let numbered = """
  # References
  [1] Novik A. Nasal drops in rats. Rodent Stroke 2019;2:1–8.
  [2] Novik A. Dosing notes. Rodent Stroke 2020;3:9–11.
  [3] Hale B. Third. Rodent Stroke 2021;4:1–2.
  [7] Hale B. Seventh. Rodent Stroke 2022;5:1–2. doi:10.5555/rs.7
  """

private let numberCases: [(String, [String])] = [
    ("Rats ran again [1], and so will you.", ["numeric ⟦[1]⟧ → 0"]),
    ("The effect lasts (see reference 9).", ["numeric ⟦reference 9⟧"]),
    ("The effect lasts (own study, ref. 2).", ["numeric ⟦ref. 2⟧ → 1"]),
    ("Order it by ref. 12 today.", []),
    ("map(x) => [4, 6]", []),
    ("The effect lasts [4].", ["numeric ⟦[4]⟧"]),
    ("Rats ran again [1,2].", ["numeric ⟦1⟧ → 0", "numeric ⟦2⟧ → 1"]),
    ("Rats ran again [1–3].", ["numeric ⟦1⟧ → 0", "numeric ⟦1–3⟧ → 1", "numeric ⟦3⟧ → 2"]),
    ("Rats ran again (7).", ["numeric ⟦(7)⟧ → 3"]),
    ("See our white paper⁷.", ["superscript ⟦⁷⟧ → 3"]),
    ("Rats ran again.¹⁻³", ["superscript ⟦¹⟧ → 0", "superscript ⟦¹⁻³⟧ → 1", "superscript ⟦³⟧ → 2"]),
    ("Rats ran again¹,² today.", ["superscript ⟦¹⟧ → 0", "superscript ⟦²⟧ → 1"]),
    ("Rats ran again<sup>7</sup>.", ["superscript ⟦7⟧ → 3"]),
    ("Rats ran again<sup>1,9</sup>.", ["superscript ⟦1⟧ → 0", "superscript ⟦9⟧"]),
    ("Novik et al. [2] say so.", ["numeric ⟦[2]⟧ → 1"]),
    ("Rats <fn 3> ran.", ["footnote ⟦3⟧ → 2"]),
    ("Read the <a href=\"https://doi.org/10.5555/rs.7\">paper</a>.", ["link ⟦paper⟧ → 3 self"]),
    ("Read the <a href=\"https://pubmed.ncbi.nlm.nih.gov/26971680/\">details</a>.", ["link ⟦details⟧ self"]),
    ("Read the <a href=\"https://example.org/a\">survey of 2023</a>.", ["link ⟦survey of 2023⟧ self"]),
    ("See doi:10.5555/rs.7 for more.", ["identifier ⟦doi:10.5555/rs.7⟧ → 3 self"]),
    ("It is registered (NCT03308565).", ["identifier ⟦NCT03308565⟧ self"]),
    ("It is there: PMID: 26971680.", ["identifier ⟦PMID: 26971680⟧ self"]),
    ("See https://doi.org/10.5555/rs.7.", ["link ⟦https://doi.org/10.5555/rs.7⟧ → 3 self"]),  ]

@Test("a number, a superscript, a link or an identifier is found and resolved", arguments: numberCases)
func numbersAndLinks(text: String, expected: [String]) throws {
  #expect(describe(try EvidenceDocument.analysis(text + "\n" + numbered)).sorted() == expected.sorted())
}

private let sourceCases: [(String, [String])] = [
    ("Source: Kantar, Sleep Monitor, March 2023.", ["source-line ⟦Source: Kantar, Sleep Monitor, March 2023⟧ self"]),
    ("It pays £7,100 (source: average of six insurers, table 4).", ["source-line ⟦source: average of six insurers, table 4⟧ self"]),
    ("Quelle: Statistisches Bundesamt", ["source-line ⟦Quelle: Statistisches Bundesamt⟧ self"]),
    ("Source: Baumann 2024.", ["author-year ⟦Baumann 2024⟧"]),
    ("It lasts 12 hours (data on file).", ["source-line ⟦data on file⟧ self"]),
    (
      "According to the 2023 Kantar Sleep survey, published in May, six in ten sleep.",
      ["source-line ⟦the 2023 Kantar Sleep survey⟧ self"]
    ),
    ("Six in ten sleep (Kantar Sleep Survey 2023).", ["source-line ⟦Kantar Sleep Survey 2023⟧ self"]),
    ("We help.* Call now.\n* Survey of 120 users, March 2023.", ["superscript ⟦*⟧ → 0"]),
    ("We help.† Call now.\n† Results vary.", ["superscript ⟦†⟧ → 0"]),
    ("We help <a href=\"#r1\">1</a>.\n# Sources\n- <a id=\"r1\"></a>Hale B. Third. Rodent Stroke 2021;4:1–2.", ["link ⟦1⟧ → 0"]),
    ("We help<sup><a href=\"#r1\">a</a></sup>.\n# Sources\n- <a id=\"r1\"></a>Hale B. Third. Rodent Stroke 2021;4:1–2.", ["superscript ⟦a⟧ → 0"]),
    ("We help [2].\n# Sources\n- Hale B. Third. Rodent Stroke 2021;4:1–2.\n- Hale B. Next. Rodent Stroke 2022;5:1–2.", ["numeric ⟦[2]⟧ → 1"]),
    ("We help.<fn 1>\n[^1]: Hale B. Third. Rodent Stroke 2021;4:1–2.", ["footnote ⟦1⟧ → 0"]),  ]

@Test("a source that the text gives by itself needs no entry", arguments: sourceCases)
func selfContained(text: String, expected: [String]) throws {
  #expect(describe(try EvidenceDocument.analysis(text)) == expected)
}

@Test(
  "what only looks like a citation is none",
  arguments: [
    "Made under (EU) 2020/354.", "See Regulation (EC) 1924/2006.", "As Directive 2001/83 says.", "It opened (2019).",
    "Open since May 2020.", "Open (May 2020).", "Smith & Co. 2019 Ltd sells it.", "He sayed [sic] it.",
    "[Sponsored post for Gia; 1.2 million followers]", "Call [insert].", "© Daybreak 2024", "Copyright Daybreak 2024",
    "“I ran.” – Fiona, Bedford", "“I ran.” – Anna, 34", "“I ran.” (Anna, 34)", "“I ran.” (Anna, 2019)", "Anna (34) ran.",
    "Page version 9, approved 6 June 2025.", "Open 9:00–17:00, Monday to Friday.", "It is 12 m² big.", "It has 10⁶ cells.",
    "It holds 5 cm³ or half a m³.", "Add ½ cup.", "CO₂ falls.", "Buy the Golf 2019 now.", "We met in Vienna (2019).",
    "It was shown (Vienna, 2019).", "Winter 2023 is near.", "(Winter 2023)", "Version 2.1 (2024)", "Studies show it works.",
    "Many studies prove it.", "According to a study, it works.", "According to our survey, it works.", "E = mc² holds.",
    "The 95% CI [40, 56] is wide.", "Choose one (1) of two (2) sizes.", "Rated 5* by guests.", "A f***ing mess.",
    "Open source: the code is free.", "Join us on <a href=\"https://social.example/clinic\">our page</a>.",
    "Go to <a href=\"#contact\">contact</a>.", "Visit https://clinic.example/start today.", "Call 020 7946 0958.",
    "Founded in Graz in 1998 by Ada Moss.", "The Olympics (London 2012) were fun.", "ISO 13485 (2016) applies.",
    "Our model Alpha 2020 is new.", "The <sup>1</sup> is here.", "We sold 2,000 in 2019 and 2020.", "(USA, 2019)", "Ada Moss and Ben Keller met in 2019.", "We opened with Moss and Keller in 2019.",
    "1. Wash. 2. Rinse.", "Dr. Moss (born 1972) leads us.", "Price list (valid 2024)", "Approved 12 May 2025, ref LA-31.",
  ])
func nonCitations(text: String) throws {
  let analysis = try EvidenceDocument.analysis(text)
  #expect(describe(analysis) == [])
}

@Test("no citation is found inside the entries of a reference list")
func insideEntries() throws {
  #expect(describe(try EvidenceDocument.analysis(list)) == [])
}

@Test("a reference knows the citations that point to it")
func citationsOfReference() throws {
  let analysis = try EvidenceDocument.analysis("Satti et al. 2016 and Vaquero et al. agree (Satti 2016).\n" + list)
  #expect(analysis.citations(of: 0) == [0, 2])
  #expect(analysis.citations(of: 2) == [1])
  #expect(analysis.citations(of: 3) == [])
  #expect(analysis.citations(of: 99) == [])
}

@Test("many brackets, names and numbers cost time in proportion to their number")
func linearTime() throws {
  let clock = ContinuousClock()
  for unit in ["(", "[1", "Satti et al. ", "Ng, Roe, ", "Source: ", "¹", "(Moss 2011; ", "10.1234/", "A. B. C. ", "- ", "van "] {
    let small = try EvidenceDocument.analysis(String(repeating: unit, count: 2_000))
    let large = try EvidenceDocument.analysis(String(repeating: unit, count: 16_000))
    let first = clock.measure { _ = small.citations }
    let second = clock.measure { _ = large.citations }
    // Eight times the text: far below the 64 times of a quadratic pass.
    #expect(second < first * 32 + .milliseconds(50), "\(unit)")
  }
}

@Test("numbers of things are no citations where no work is listed")
func enumeration() {
  #expect(AnalysedText.leaf("Sizes: small [1], medium [2], large [3].").citations.isEmpty)
  #expect(AnalysedText.leaf("Sleep is deeper [1], and everybody wakes up rested [2].").citations.count == 2)
}
