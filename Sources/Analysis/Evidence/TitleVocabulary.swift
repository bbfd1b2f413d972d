/// Words that matter, or do not, when titles are compared.
enum TitleVocabulary {
  /// Normalised words that state a result, a limit, an early stage or a verdict.
  static let verdicts: Set<String> = Set(
    [
      // verdicts and results
      "premature", "preliminary", "not", "no", "neither", "never", "without", "fails", "failed", "fail", "failure", "futile",
      "futility", "ineffective", "inefficacy", "unsuccessful", "lack", "lacks", "lacking", "absence", "insufficient",
      "inconclusive", "uncertain", "unclear", "unproven", "unknown", "limited", "limitations", "inferior", "noninferior",
      "noninferiority", "worse", "worsens", "worsening", "harm", "harms", "harmful", "adverse", "toxicity", "toxic", "risk",
      "risks", "mortality", "death", "deaths", "complications", "caution", "cautionary", "concern", "concerns", "retracted",
      "retraction", "withdrawn", "terminated", "discontinued", "negative", "null", "equivocal", "questionable", "doubtful",
      "controversial", "overestimated", "bias", "biased", "myth", "unsafe", "modest", "marginal", "small", "minimal",
      "variable", "mixed", "temporary", "transient", "short", "exploratory", "unresolved", "contradictory", "disappointing",
      // early or weak evidence
      "pilot", "feasibility", "phase", "single", "uncontrolled", "open", "nonrandomized", "retrospective", "case", "cases",
      "series", "interim", "hypothesis", "protocol", "rationale", "subgroup", "posthoc", "safety",
      // not people
      "animal", "animals", "mouse", "mice", "rat", "rats", "rabbit", "rabbits", "dog", "dogs", "pig", "pigs", "sheep",
      "monkey", "monkeys", "primates", "rodent", "rodents", "murine", "canine", "porcine", "zebrafish", "vitro", "preclinical",
      "model", "models", "simulation",
    ].map(TitleWords.normalised))

  static let efficacy: Set<String> = Set(["efficacy", "effectiveness", "efficacious", "effective", "effect", "effects"].map(TitleWords.normalised))

  /// Spellings that no rule of letters joins.
  static let variants: [String: String] = [
    "programme": "program", "programmes": "programs", "gray": "grey", "paediatric": "pediatric", "paediatrics": "pediatrics",
    "orthopaedic": "orthopedic", "ageing": "aging", "sulphate": "sulfate", "foetal": "fetal", "behavioural": "behavioral",
    "α": "alpha", "β": "beta", "γ": "gamma", "κ": "kappa", "δ": "delta",
    "versus": "vs",
  ]
}
