---Environmental claims without terms, and what must qualify them.
---@type Pack
return {
  title         = "Environmental claims",
  owner         = "Sustainability review",
  jurisdictions = { "EU", "UK", "US" },

  instruments = {
    ["us-16-cfr-260-4"] = {
      citation = "16 CFR 260.4 and 260.6",
      says     = "Unqualified general environmental benefit claims are deceptive; certificates and seals must say on what they rest.",
      url      = "https://www.ecfr.gov/current/title-16/part-260",
      checked  = "2026-11-22, public copy",
    },
    ["us-16-cfr-260-7"] = {
      citation = "16 CFR 260.5, 260.7, 260.8, 260.12",
      says     = "Offset, compostable, degradable and recyclable claims need their conditions stated.",
      url      = "https://www.ecfr.gov/current/title-16/part-260",
      checked  = "from professional knowledge",
    },
    ["eu-2024-825"] = {
      citation = "Directive (EU) 2024/825, amending 2005/29/EC Annex I (2a, 4a, 4b, 4c) and art. 6(2)(d)",
      says     = "Generic environmental claims, own seals, neutrality by offsets, and pledges without a checked plan are unfair.",
      url      = "https://eur-lex.europa.eu/eli/dir/2024/825",
      checked  = "2026-11-22, public copy",
    },
    ["uk-cap/11-1"] = {
      citation = "CAP Code, rules 11.1 and 11.2",
      says     = "The basis of environmental claims must be clear; unqualified claims could mislead.",
      checked  = "2026-11-22, public copy",
    },
  },
}
