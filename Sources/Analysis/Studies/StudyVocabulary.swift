/// The words by which English texts tell a study's design, size and aim.
///
/// A phrase is a row of folded words, hyphens as spaces; a word that ends in `*` is open.
enum StudyVocabulary {
  static let designs: [(phrase: String, design: Study.Design)] = [
    ("meta analys*", .metaAnalysis), ("meta analytic", .metaAnalysis), ("metaanalys*", .metaAnalysis),
    ("pooled analysis", .metaAnalysis), ("pooled analyses", .metaAnalysis), ("pooled data from", .metaAnalysis),
    ("systematic review*", .systematicReview), ("systematic literature review*", .systematicReview),
    ("cochrane review*", .systematicReview), ("systematically reviewed", .systematicReview),
    ("umbrella review*", .systematicReview), ("scoping review*", .systematicReview),
    ("randomised", .randomised), ("randomized", .randomised), ("randomly assigned", .randomised),
    ("randomly allocated", .randomised), ("random allocation", .randomised), ("rct", .randomised), ("rcts", .randomised),
    ("placebo controlled", .controlled), ("sham controlled", .controlled), ("vehicle controlled", .controlled),
    ("active controlled", .controlled), ("case controlled", .controlled), ("double blind*", .controlled),
    ("triple blind*", .controlled), ("single blind*", .controlled), ("controlled trial*", .controlled),
    ("controlled study", .controlled), ("controlled experiment*", .controlled), ("controlled studies", .controlled), ("controlled clinical", .controlled),
    ("controlled crossover", .controlled), ("control group", .controlled), ("control groups", .controlled),
    ("control arm", .controlled), ("placebo group", .controlled), ("placebo arm", .controlled), ("dummy pill*", .controlled), ("sham treatment", .controlled), ("sham group", .controlled), ("untreated control*", .controlled), ("matched control*", .controlled), ("comparison group", .controlled),
    ("versus placebo", .controlled), ("vs placebo", .controlled), ("compared with placebo", .controlled),
    ("compared to placebo", .controlled), ("against placebo", .controlled), ("parallel group", .controlled),
    ("cohort study", .cohort), ("cohort studies", .cohort), ("cohort analysis", .cohort), ("prospective cohort", .cohort),
    ("retrospective cohort", .cohort), ("cohort of", .cohort), ("observational study", .cohort),
    ("observational studies", .cohort), ("observational data", .cohort), ("observational cohort", .cohort),
    ("case control study", .cohort), ("longitudinal study", .cohort), ("year follow up", .cohort), ("follow up study", .cohort), ("follow up of", .cohort), ("real world data", .cohort), ("real world evidence", .cohort), ("real world study", .cohort), ("claims data", .cohort), ("chart review", .cohort),
    ("retrospective study", .cohort), ("retrospective review", .cohort), ("retrospective analysis", .cohort),
    ("registry", .registry), ("registry based", .registry), ("registries", .registry),
    ("survey", .survey), ("surveys", .survey), ("questionnaire", .survey), ("opinion poll", .survey), ("online poll*", .survey), ("poll of", .survey), ("polled", .survey), ("in a poll", .survey), ("consumer test", .survey), ("user test", .survey), ("surveyed", .survey),
    ("cross sectional", .survey),
    ("open label", .openLabel), ("open labelled", .openLabel), ("open labeled", .openLabel), ("unblinded", .openLabel),
    ("non blinded", .openLabel), ("open trial", .openLabel),
    ("single arm", .singleArm), ("one arm", .singleArm), ("single group", .singleArm), ("one group", .singleArm),
    ("single armed", .singleArm),
    ("uncontrolled", .uncontrolled), ("non controlled", .uncontrolled), ("no control group", .uncontrolled),
    ("no control arm", .uncontrolled), ("no controls", .uncontrolled), ("no controlled", .uncontrolled),
    ("no comparison group", .uncontrolled), ("no comparator", .uncontrolled), ("no placebo", .uncontrolled),
    ("no untreated", .uncontrolled), ("without control*", .uncontrolled), ("without a control*", .uncontrolled),
    ("without any control*", .uncontrolled), ("without comparator", .uncontrolled), ("without a comparator", .uncontrolled),
    ("without a comparison", .uncontrolled), ("without placebo", .uncontrolled), ("without a placebo", .uncontrolled),
    ("lacked a control*", .uncontrolled), ("lacks a control*", .uncontrolled), ("lack of a control*", .uncontrolled),
    ("lacking a control*", .uncontrolled), ("lack of controls", .uncontrolled), ("not controlled", .uncontrolled),
    ("not placebo controlled", .uncontrolled), ("before and after study", .uncontrolled), ("before after study", .uncontrolled),
    ("pre post study", .uncontrolled), ("not a controlled", .uncontrolled), ("absence of a control*", .uncontrolled),
    ("pilot", .pilot), ("piloted", .pilot),
    ("feasibility study", .feasibility), ("feasibility trial", .feasibility), ("feasibility studies", .feasibility),
    ("proof of concept", .feasibility), ("proof of principle", .feasibility),
    ("case report", .caseReport), ("case reports", .caseReport), ("report the case", .caseReport), ("report a case", .caseReport), ("report this case", .caseReport), ("describe the case", .caseReport), ("describe a case", .caseReport), ("single patient", .caseReport), ("single case", .caseReport),
    ("case study of", .caseReport), ("a case study", .caseReport),
    ("case series", .caseSeries), ("series of cases", .caseSeries), ("consecutive case*", .caseSeries), ("cases are described", .caseSeries), ("cases were described", .caseSeries), ("cases are reported", .caseSeries),
    ("subgroup", .subgroup), ("subgroups", .subgroup), ("sub group", .subgroup), ("post hoc", .subgroup),
    ("subset analysis", .subgroup), ("secondary analysis", .subgroup),
    ("animal study", .animal), ("animal studies", .animal), ("animal model*", .animal), ("animal experiment*", .animal),
    ("animal data", .animal), ("animal trial*", .animal), ("animals", .animal), ("rats", .animal), ("rat", .animal),
    ("mice", .animal), ("mouse", .animal), ("murine", .animal), ("rodent", .animal), ("rodents", .animal),
    ("rabbits", .animal), ("rabbit model*", .animal), ("hamsters", .animal), ("guinea pigs", .animal), ("porcine model*", .animal),
    ("ovine model*", .animal), ("canine model*", .animal), ("minipigs", .animal), ("monkeys", .animal), ("macaques", .animal),
    ("non human primate*", .animal), ("primates", .animal), ("zebrafish", .animal), ("beagles", .animal), ("ferrets", .animal),
    ("in dogs", .animal), ("in cats", .animal), ("in horses", .animal), ("in pigs", .animal), ("in sheep", .animal),
    ("in goats", .animal), ("in cattle", .animal), ("in chickens", .animal), ("dogs with", .animal), ("horses with", .animal),
    ("cats with", .animal), ("client owned dogs", .animal), ("fruit flies", .animal), ("drosophila", .animal),
    ("piglets", .animal), ("larvae", .animal), ("tadpoles", .animal), ("gerbils", .animal), ("marmosets", .animal),
    ("baboons", .animal), ("calves", .animal), ("lambs", .animal), ("rabbit", .animal), ("nematodes", .animal), ("worms lived", .animal),
    ("roundworm", .animal), ("elegans", .animal), ("roundworms", .animal), ("yeast cells", .inVitro), ("in pigs", .animal), ("in vivo model*", .animal), ("xenograft*", .animal),
    ("in vitro", .inVitro), ("cell culture*", .inVitro), ("cultured cells", .inVitro), ("cultured skin cells", .inVitro), ("cultured human cells", .inVitro),
    ("cells in culture", .inVitro), ("cultures of", .inVitro), ("cells grown in", .inVitro), ("skin cells in", .inVitro), ("cancer cells in", .inVitro),
    ("in a dish", .inVitro), ("in the dish", .inVitro), ("laboratory tests on cells", .inVitro), ("on a slide", .inVitro), ("agar plate*", .inVitro),
    ("culture dish*", .inVitro), ("skin model*", .inVitro), ("tissue model*", .inVitro), ("isolated cells", .inVitro), ("computer model*", .inVitro),
    ("fibroblasts in", .inVitro), ("cultured fibroblasts", .inVitro), ("cultured keratinocytes", .inVitro), ("cultured neurons", .inVitro),
    ("lab dish*", .inVitro), ("bench test*", .inVitro), ("excised skin", .inVitro), ("donated skin", .inVitro), ("cell line*", .inVitro), ("petri dish*", .inVitro),
    ("test tube*", .inVitro), ("tissue culture*", .inVitro), ("cultured cell lines", .inVitro), ("laboratory dish*", .inVitro),
    ("in silico", .inVitro), ("ex vivo model*", .inVitro), ("ex vivo study", .inVitro), ("organoid*", .inVitro),
    ("laboratory experiment*", .inVitro), ("laboratory study", .inVitro), ("laboratory studies", .inVitro), ("lab study", .inVitro), ("lab tests on", .inVitro), ("cells in the laboratory", .inVitro), ("cells in a dish", .inVitro),
  ]

  static let blindings: [(phrase: String, blinding: Study.Blinding)] = [
    ("triple blind*", .triple), ("triple mask*", .triple), ("quadruple blind*", .triple), ("quadruple mask*", .triple),
    ("double blind*", .double), ("double mask*", .double), ("neither patients nor", .double), ("neither participants nor", .double),
    ("neither the patients nor", .double), ("neither the participants nor", .double),
    ("single blind*", .single), ("single mask*", .single), ("assessor blind*", .single), ("observer blind*", .single),
    ("investigator blind*", .single), ("evaluator blind*", .single), ("rater blind*", .single), ("examiner blind*", .single),
    ("patient blind*", .single), ("participant blind*", .single), ("assessor mask*", .single), ("observer mask*", .single),
    ("investigator mask*", .single), ("evaluator mask*", .single), ("blinded assessor*", .single), ("blinded outcome assess*", .single),
    ("blinded evaluat*", .single), ("blinded observer*", .single), ("outcome assessors were blind*", .single),
    ("open label*", .open), ("unblinded", .open), ("unmasked", .open), ("non blinded", .open), ("open trial", .open), ("open study", .open),
  ]

  /// Words for animals and the plural of the kind.
  static let species: [String: String] = [
    "mouse": "mice", "mice": "mice", "murine": "mice", "rat": "rats", "rats": "rats", "rodent": "rodents", "rodents": "rodents",
    "rabbit": "rabbits", "rabbits": "rabbits", "hamsters": "hamsters", "guinea": "guinea pigs", "porcine": "pigs", "pigs": "pigs",
    "piglets": "pigs", "minipigs": "pigs", "ovine": "sheep", "sheep": "sheep", "lambs": "sheep", "canine": "dogs", "dogs": "dogs",
    "beagles": "dogs", "cats": "cats", "horses": "horses", "cattle": "cattle", "calves": "cattle", "goats": "goats", "chickens": "chickens",
    "monkeys": "monkeys", "macaques": "monkeys", "marmosets": "monkeys", "baboons": "monkeys", "primate": "primates", "primates": "primates",
    "zebrafish": "zebrafish", "ferrets": "ferrets", "gerbils": "gerbils", "tadpoles": "frogs", "flies": "flies", "drosophila": "flies",
    "nematodes": "worms", "worms": "worms", "roundworm": "worms", "roundworms": "worms", "elegans": "worms",
  ]

  /// Species that are patients as well as models.
  static let companions: Set<String> = ["dogs", "cats", "horses", "cattle", "pigs", "sheep", "goats", "chickens"]

  static let preliminary: [String] = [
    "preliminary", "exploratory", "first in human", "first in man", "first in humans", "early phase", "early stage trial*",
    "early stage study", "interim", "hypothesis generating", "proof of concept", "proof of principle", "dose finding",
    "dose escalation", "dose escalating",
  ]

  static let preclinical: [String] = ["preclinical", "pre clinical", "non clinical study", "nonclinical study"]

  static let safety: [String] = [
    "safety", "tolerab*", "well tolerated", "toxicity", "pharmacokinetic*", "dose escalation", "dose limiting",
    "safely", "adverse event*", "side effect profile",
  ]

  static let efficacy: [String] = ["efficacy", "effectiveness", "efficacious", "therapeutic effect", "clinical benefit"]

  /// Nouns of people and animals that a study counts.
  static let subjects: Set<String> = [
    "patients", "people", "participants", "subjects", "volunteers", "adults", "children", "women", "men", "individuals",
    "cases", "colleagues", "respondents", "persons", "babies", "infants", "newborns", "athletes", "rats", "mice", "dogs",
    "cats", "horses", "pigs", "rabbits", "animals", "students", "employees", "adolescents", "teenagers", "users", "consumers",
    "dentists", "doctors", "physicians", "nurses", "veterans", "outpatients", "inpatients", "sufferers", "survivors",
    "probands", "males", "females", "boys", "girls", "monkeys", "sheep", "beagles", "residents", "households", "recipients",
    "patient", "person", "participant", "man", "woman", "child", "subject", "volunteer", "smokers", "runners", "customers",
    "clients", "trainers", "owners", "twins", "pairs", "couples", "eyes", "knees", "members", "workers", "testers", "panellists", "panelists", "mothers", "fathers", "parents", "teachers", "drivers", "soldiers",
    "donors", "carriers", "players", "swimmers", "cyclists", "seniors", "schoolchildren", "pupils", "midwives", "pensioners",
  ]

  /// Words that cannot stand between a number and what it counts.
  static let notBetween: Set<String> = [
    "of", "in", "out", "per", "times", "years", "year", "weeks", "week", "days", "day", "months", "month", "hours", "minutes",
    "mg", "ml", "g", "kg", "cm", "percent", "cent", "million", "billion", "or", "to", "and", "with", "for", "by", "thirds",
    "quarters", "third", "half", "from", "at", "on", "is", "are", "was", "were", "that", "which", "the", "studies", "trials",
    "than", "as", "after", "sites", "centres", "centers", "cells", "injections", "sessions", "points", "degrees", "not", "who",
  ]

  /// Words before a number that make what follows the size of the study.
  static let sizeVerbs: Set<String> = [
    "included", "include", "including", "enrolled", "enroled", "enrolling", "holds", "covers", "covering", "covered", "recruited", "recruiting", "randomised",
    "randomized", "comprising", "comprised", "involving", "involved", "studied", "pooled", "surveyed", "totalling",
    "totaling", "analysed", "analyzed", "examined", "followed", "sampled", "tested", "assigned", "polled", "evaluated", "observed",
  ]

  static let studyNouns: Set<String> = [
    "study", "studies", "trial", "trials", "series", "cohort", "pilot", "survey", "registry", "sample", "group", "analysis",
    "experiment", "rct", "investigation", "report", "test", "data", "review", "research",
  ]

  /// Verbs behind `nine patients` at the start of a sentence that make them the whole study.
  static let enrolment: Set<String> = [
    "assigned", "allocated", "tested", "followed", "interviewed", "examined", "described", "reported", "joined", "entered", "completed", "analysed", "analyzed", "enrolled", "included", "recruited", "participated", "randomised", "randomized", "took", "treated", "studied", "surveyed",
  ]

  /// Verbs that make it so where the text speaks of a study.
  static let treatment: Set<String> = ["received", "got", "took", "given", "underwent", "filled", "used", "wore", "drank", "ate", "rated", "tried", "answered", "applied"]

  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "dozen": 12,
  ]

  static let negations: Set<String> = ["not", "no", "without", "never", "nor", "non", "neither", "none", "cannot", "lacking", "lacks", "lacked"]

  /// Words that say that such a study is wanted rather than done.
  static let wantedBefore: Set<String> = ["need", "needs", "needed", "require", "requires", "await", "awaits", "awaiting", "future", "call", "calls", "called", "calling", "until", "plan", "planned", "propose", "recommend", "recommended", "ask", "asks", "larger", "further"]
  static let wantedAfter: Set<String> = ["needed", "required", "warranted", "necessary", "planned", "lacking", "missing", "awaited", "desirable", "pending"]

  /// Words before or behind a design's phrase that show another sense of it.
  static let otherSenses: [Study.Design: (before: Set<String>, after: Set<String>)] = [
    .pilot: (
      ["airline", "commercial", "test", "helicopter", "trained", "retired", "former", "fighter", "jet", "drone", "private", "co", "auto", "harbour", "our", "his", "her", "airforce", "glider"],
      ["light", "lights", "episode", "whale", "hole", "licence", "license", "training", "school", "seat", "said", "says", "flew", "valve", "plant", "whales", "uniform", "s"]
    ),
    .registry: (["trial", "trials", "public", "company", "land", "gift", "domain", "wedding", "bridal", "commercial"], []),
    .survey: (["land", "site", "property", "roof", "building", "geological"], []),
    .animal: (
      ["computer", "wireless", "optical", "gaming", "bluetooth", "pet"],
      ["race", "pad", "click", "cursor", "button", "mat", "trap", "poison", "free", "welcome", "welfare", "pointer"]
    ),
  ]

  /// Words behind "pilot" that leave it a study's.
  static let behindPilot: Set<String> = [
    "study", "studies", "trial", "trials", "phase", "test", "experiment", "investigation", "data", "rct", "randomised", "randomized", "clinical",
    "feasibility", "evaluation", "cohort", "research", "results", "safety", "open", "controlled", "single",
    "in", "with", "of", "at", "on", "involving", "among", "from", "by", "confirms", "showed", "found", "shows", "suggests",
  ]

  /// Words behind "uncontrolled", besides those for studies, that leave it a study's.
  static let behindUncontrolled: Set<String> = [
    "open", "clinical", "observational", "case", "phase", "and", "prospective", "design", "before", "single", "evidence",
  ]
}
