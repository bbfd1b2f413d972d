---Investments: promised returns, and performance without its basis.
---@type Pack
return {
  title         = "Investments",
  owner         = "Financial promotions review",
  jurisdictions = { "EU", "UK", "US" },

  instruments = {
    ["us-finra/2210-d-1"] = {
      citation = "FINRA Rule 2210(d)(1)(B), (F)",
      says     = "Communications must not contain promissory or exaggerated claims, nor predict or project performance.",
      url      = "https://www.finra.org/rules-guidance/rulebooks/finra-rules/2210",
      checked  = "2026-11-22, public copy",
    },
    ["us-17-cfr-275-206-4-1"] = {
      citation = "17 CFR 275.206(4)-1(a)",
      says     = "An adviser's advertisement must not contain untrue or unsubstantiated statements of material fact.",
      url      = "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
      checked  = "2026-11-22, public copy",
    },
    ["us-17-cfr-275-206-4-1-d"] = {
      citation = "17 CFR 275.206(4)-1(d)(1), (2), (6)",
      says     = "Performance needs net figures and prescribed periods; hypothetical performance only with its assumptions and risks.",
      url      = "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
      checked  = "2026-11-22, public copy",
    },
    ["uk-fca/cobs-4-2-1"] = {
      citation = "FCA Handbook, COBS 4.2.1R",
      says     = "A financial promotion must be fair, clear and not misleading.",
      url      = "https://www.handbook.fca.org.uk/handbook/COBS/4/2.html",
      checked  = "2026-11-22, public copy",
    },
    ["uk-fca/cobs-4-2-5"] = {
      citation = "FCA Handbook, COBS 4.2.5G",
      says     = "“Guaranteed”, “protected” or “secure” may be used only where the term is accurate and explained.",
      url      = "https://www.handbook.fca.org.uk/handbook/COBS/4/2.html",
      checked  = "from professional knowledge",
    },
    ["uk-fca/cobs-4-6"] = {
      citation = "FCA Handbook, COBS 4.6",
      says     = "Past and simulated performance needs its period, its source, its basis and the prescribed warning.",
      url      = "https://www.handbook.fca.org.uk/handbook/COBS/4/6.html",
      checked  = "from professional knowledge",
    },
  },
}
