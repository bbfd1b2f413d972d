import ContentModel
import Testing

@testable import Analysis

private func read(_ text: String) -> Study {
  let bytes = Array(text.utf8)
  return StudyReader(bytes, Span(0, bytes.count)).study()
}

/// Text, description, whether it supports efficacy, whether it is early evidence.
private let cases: [(String, String, Bool?, Bool)] = [
  ("Cell transplantation for spinal injury: a Phase I pilot study in nine patients", "a phase I pilot study of 9 people", false, true),
  ("This Phase-I trial (NCT03308565) included 10 patients. Treatment was well tolerated.", "a phase I safety study of 10 people", false, true),
  ("a phase 1b dose-escalation study of 12 adults", "a phase 1b safety study of 12 people", false, true),
  ("Phase I/II trial of 24 patients", "a phase I/II study of 24 people", nil, true),
  ("A phase 1/2a trial", "a phase 1/2a study", nil, true),
  ("Phase 2 study: safety and efficacy of cells in 60 patients", "a phase 2 study of 60 people", true, false),
  ("a phase III trial in 600 patients", "a phase III study of 600 people", true, false),
  ("a randomised, double-blind, placebo-controlled phase 3 trial of 1,204 adults", "a phase 3 randomised controlled trial of 1,204 people", true, false),
  ("In one randomized trial of 218 adults the main result did not differ", "a randomised trial of 218 people", true, false),
  ("a non-randomised, open-label study of 30 patients", "an open-label study of 30 people", false, true),
  ("not a randomised trial", "a study", nil, false),
  ("Randomised trials are needed.", "a study", nil, false),
  ("a single-arm trial (n = 14)", "a single-arm study of 14 people", false, true),
  ("n=10", "a study of 10 people", false, true),
  ("an uncontrolled study in 45 women", "an uncontrolled study of 45 people", false, true),
  ("Uncontrolled hypertension in 45 women", "a study of 45 people", nil, false),
  ("There was no control group.", "an uncontrolled study", false, true),
  ("A pilot in one office with 14 colleagues and no controls", "an uncontrolled pilot study of 14 people", false, true),
  ("Food aroma and body weight: an office pilot.", "a pilot study", false, true),
  ("This was not a pilot.", "a study", nil, false),
  ("Our airline pilot smiled.", "a study", nil, false),
  ("The pilot light is on.", "a study", nil, false),
  ("phase I of the building is done", "a study", nil, false),
  ("Phase 2 construction begins", "a study", nil, false),
  ("A meta-analysis pooled 62 studies comprising 2,439 SCI patients.", "a meta-analysis of 62 studies (2,439 people)", true, false),
  ("results from a single-arm meta-analysis based on 62 clinical trials", "a single-arm meta-analysis of 62 studies", false, true),
  ("A systematic review of 12 randomised trials", "a systematic review of 12 studies", true, false),
  ("Mice ran again after a week.", "an animal study", false, true),
  ("Nasal exosomes in rats after stroke", "an animal study", false, true),
  ("The wireless mouse is new.", "a study", nil, false),
  ("It was shown in vitro.", "an in-vitro study", false, true),
  ("tested in a petri dish", "an in-vitro study", false, true),
  ("Preclinical work is promising.", "a preclinical study", false, true),
  ("a case report", "a case report", false, true),
  ("a case series of six patients", "a case series of 6 people", false, true),
  ("a post-hoc subgroup analysis of a randomised trial", "a randomised post-hoc subgroup analysis", false, true),
  ("a prospective cohort study of 3,000 nurses", "a cohort study of 3,000 people", nil, false),
  ("Five years of a cell therapy registry", "a registry", nil, false),
  ("a survey of 120 users", "a survey of 120 people", nil, false),
  ("a phase I tolerability study in six patients", "a phase I safety study of 6 people", false, true),
  ("the study met its tolerability endpoint; efficacy was not assessed", "a safety study", false, true),
  ("It was not designed to show efficacy; safety in 9 people was good.", "a safety study of 9 people", false, true),
  ("a feasibility study", "a feasibility study", false, true),
  ("a first-in-human study", "a preliminary study", false, true),
  ("twenty-four patients were enrolled", "a study of 24 people", nil, false),
  ("Seven of the patients improved.", "a study", nil, false),
  ("three injections of 100 million cells", "a study", nil, false),
  ("We answer your questions.", "a study", nil, false),
  ("Nine out of ten users say so.", "a study", nil, false),
  ("a practice with ten horses", "a study", nil, false),
  ("A pilot project for evening appointments", "a study", nil, false),
  ("a randomised controlled trial in dogs", "a randomised controlled trial", true, false),
  ("What worked in piglets", "an animal study", false, true),
]

@Test("a study is read from its description", arguments: cases)
func studies(text: String, description: String, supportsEfficacy: Bool?, isEarly: Bool) {
  let study = read(text)
  #expect(study.description == description)
  #expect(study.supports(.efficacy) == supportsEfficacy)
  #expect(study.isEarlyEvidence == isEarly)
}

@Test("the words that told are kept, in order")
func evidence() {
  let text = "A Phase I pilot study in nine patients looked at safety."
  let bytes = Array(text.utf8)
  let words = read(text).evidence.map { String(decoding: bytes[$0.utf8Offsets], as: UTF8.self) }
  #expect(words == ["Phase I", "pilot", "nine patients", "safety"])
}

@Test("safety and efficacy are both endpoints where both are named")
func endpoints() {
  #expect(read("Safety and efficacy of the 100/3 guideline").endpoints == [.safety, .efficacy])
  #expect(read("The primary outcome was pain at twelve weeks").endpoints == [.efficacy])
  #expect(read("The primary endpoint was safety").endpoints == [.safety])
  #expect(read("It was well tolerated").supports(.safety) == true)
  #expect(read("Mice tolerated it; safety was good").supports(.safety) == false)
  #expect(read("Walking improved").supports(.safety) == nil)
}

@Test("a phase is a number between 0 and 4, half for two phases in one")
func phases() {
  #expect(read("phase 0 trial").phase == 0)
  #expect(read("phase I/II trial").phase == 1.5)
  #expect(read("phases II and III").phase == 2.5)
  #expect(read("Phase I and Phase II clinical trials").phaseText == "Phase I and Phase II")
  #expect(read("phase IV study").phase == 4)
  #expect(read("phase 7 of the moon").phase == nil)
}
