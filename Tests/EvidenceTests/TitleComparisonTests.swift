import Analysis
import Testing

@Suite("Comparing a quoted title with the true one")
struct TitleComparisonTests {
  static let shang =
    "Clinical translation of stem cell therapy for spinal cord injury still premature: results from a single-arm meta-analysis based on 62 clinical trials"

  struct Case: Sendable, CustomTestStringConvertible {
    var quoted: String
    var recorded: String
    var kind: TitleComparison.Kind
    var testDescription: String { quoted }
    init(_ quoted: String, _ recorded: String, _ kind: TitleComparison.Kind) {
      self.quoted = quoted
      self.recorded = recorded
      self.kind = kind
    }
  }

  static let cases: [Case] = [
    // The same up to how it is written
    Case("Warm milk and sleep", "Warm milk and sleep", .same),
    Case("WARM MILK AND SLEEP.", "Warm milk and sleep", .same),
    Case("Warm milk & sleep", "Warm milk and sleep", .same),
    Case("Warm Milk and Sleep", "Warm milk and the sleep", .same),
    Case("Randomized trial of a tumor vaccine", "Randomised trial of a tumour vaccine", .same),
    Case("Esophageal hemorrhage in pediatric centers", "Oesophageal haemorrhage in paediatric centres", .same),
    Case("Analyzing behavior in labeled fibers", "Analysing behaviour in labelled fibres", .same),
    Case("Spinal-cord injury: a meta-analysis", "Spinal cord injury: a meta analysis", .same),
    Case("Spinal cord injury: a metaanalysis", "Spinal cord injury: a meta-analysis", .same),
    Case("Nonspecific colitis in children", "Non-specific colitis in children", .same),
    Case("STEM Cell Therapy for Spinal Cord Injury", "Stem cell therapy for spinal cord injury", .same),
    Case("Cell grafts: a phase 1 trial", "Cell grafts: a Phase I trial", .same),
    Case("The patient’s view of pain", "The patient's view of pain", .same),
    Case("Effect of α-linolenic acid on sleep", "Effect of alpha-linolenic acid on sleep", .same),
    Case("Café noir and waking at night", "Cafe noir and waking at night", .same),
    Case("Warm milk versus water at night", "Warm milk vs water at night", .same),
    Case("Treatment of sleeplessnes in adults", "Treatment of sleeplessness in adults", .same),
    Case("Clinical trial of warm milk", "Clinical trials of warm milk", .same),

    // A subtitle that only describes
    Case("Warm milk and sleep in adults", "Warm milk and sleep in adults: a randomised controlled trial", .subtitleDropped),
    Case("Warm milk and sleep in adults", "Warm milk and sleep in adults: the Kent cohort", .subtitleDropped),
    Case("Warm milk and sleep in adults", "Warm milk and sleep in adults – a systematic review and meta-analysis", .subtitleDropped),
    Case("Warm milk and sleep in adults", "The MILK trial: warm milk and sleep in adults", .subtitleDropped),
    Case("Intrathecal cells for cord injury", "Intrathecal cells for cord injury: safety and efficacy of the 100/3 guideline", .subtitleDropped),
    Case("Does warm milk help adults sleep?", "Does warm milk help adults sleep? A cross-over comparison", .subtitleDropped),

    // A result, limit or verdict left out
    Case("Clinical translation of STEM Cell Therapy for spinal cord injury: a meta-analysis", shang, .conclusionDropped),
    Case("Clinical translation of stem cell therapy for spinal cord injury", shang, .conclusionDropped),
    Case("Sea-water drops for hay fever", "Sea-water drops for hay fever show no benefit over saline", .conclusionDropped),
    Case("Warm milk and sleep in adults", "Warm milk and sleep in adults: a pilot study", .conclusionDropped),
    Case("Warm milk and sleep", "Warm milk and sleep: preliminary results", .conclusionDropped),
    Case("Warm milk and sleep", "Warm milk and sleep in mice", .conclusionDropped),
    Case("Warm milk and sleep", "Warm milk and sleep: an open-label single-arm trial", .conclusionDropped),
    Case("Warm milk improves sleep in adults", "Warm milk fails to improve sleep in adults", .conclusionDropped),
    Case("Warm milk is effective in adults with insomnia", "Warm milk is not effective in adults with insomnia", .conclusionDropped),
    Case("Cell grafts in spinal cord injury", "Safety of cell grafts in spinal cord injury", .conclusionDropped),
    Case("Warm milk for sleep: results of a trial", "Warm milk for sleep: results of a terminated trial", .conclusionDropped),
    Case("Copper bracelets for stiff hands", "Retracted: copper bracelets for stiff hands", .conclusionDropped),

    // Other words
    Case("Warm milk and deep sleep in adults", "Warm milk and sleep in adults", .altered),
    Case("Warm milk cures waking in older adults", "Warm milk and waking in older adults", .altered),
    Case("Warm milk and sleep in 620 adults", "Warm milk and sleep in 62 adults", .altered),
    Case("Symptomatic disease in older people of Kent", "Asymptomatic disease in older people of Kent", .altered),
    Case("Warm milk and sleep in children", "Warm milk and sleep in adults", .altered),

    // Another work
    Case("Copper bracelets and morning stiffness", "Warm milk and sleep in adults", .different),
    Case("", "Warm milk and sleep in adults", .different),
    Case("A trial of milk", "Stem cells in spinal cord injury: a trial", .different),
  ]

  @Test("tells what kind of difference it is", arguments: cases)
  func kind(_ item: Case) {
    #expect(TitleComparison(quoted: item.quoted, true: item.recorded).kind == item.kind)
  }

  @Test("names the words that are missing and added, as written")
  func words() {
    let comparison = TitleComparison(quoted: "Clinical translation of STEM Cell Therapy for spinal cord injury: a meta-analysis", true: Self.shang)
    #expect(comparison.missing == ["still premature results from", "single arm", "based on 62 clinical trials"])
    #expect(comparison.added == [])
    let added = TitleComparison(quoted: "Warm milk cures Waking in older adults", true: "Warm milk and waking in older adults")
    #expect(added.added == ["cures"])
  }

  @Test("stays quick on titles of any length")
  func long() {
    let text = String(repeating: "word ", count: 100_000)
    #expect(TitleComparison(quoted: text, true: text).kind == .same)
  }
}
