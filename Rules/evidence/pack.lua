---What is cited, and whether it can carry what is claimed.
---@type Pack
return {
  title         = "Evidence and references",
  owner         = "Medical-legal review",
  jurisdictions = { "EU", "UK", "US", "DE" },

  instruments = {
    ["de-hwg/s-6-2"] = {
      citation = "Heilmittelwerbegesetz, § 6 Nr. 2",
      says     = "Who refers to publications must name author, date and place, and say whether they concern the very treatment advertised.",
      url      = "https://www.gesetze-im-internet.de/heilmwerbg/__6.html",
      checked  = "2026-11-22, public copy",
    },
    ["de-hwg/s-6-3"] = {
      citation = "Heilmittelwerbegesetz, § 6 Nr. 3",
      says     = "Quotations, tables and other presentations from the literature must be taken over unaltered.",
      url      = "https://www.gesetze-im-internet.de/heilmwerbg/__6.html",
      checked  = "2026-11-22, public copy",
    },
    ["us-21-cfr-202-1-e-6"] = {
      citation = "21 CFR 202.1(e)(6)",
      says     = "An advertisement misleads if it uses studies that do not support the claim, or makes them look larger or more general than they are.",
      url      = "https://www.ecfr.gov/current/title-21/section-202.1",
      checked  = "from professional knowledge",
    },
    ["us-21-cfr-312-7-a"] = {
      citation = "21 CFR 312.7(a)",
      says     = "An investigational drug must not be represented as safe or effective for the purposes for which it is studied.",
      url      = "https://www.ecfr.gov/current/title-21/section-312.7",
      checked  = "2026-11-22, public copy",
    },
    ["us-ftc-hpcg-2022"] = {
      citation = "FTC, Health Products Compliance Guidance (2022)",
      says     = "Health benefits need randomised controlled human trials; pilot, animal and in-vitro work alone does not substantiate them.",
      checked  = "2026-11-22, public summaries",
    },
    ["uk-cap/12-1"] = {
      citation = "CAP Code, rule 12.1",
      says     = "Objective claims about medicines, devices and treatments must be backed by evidence, if relevant trials on people.",
      url      = "https://www.asa.org.uk/type/non_broadcast/code_section/12.html",
      checked  = "2026-11-22, public copy",
    },
    ["uk-abpi-2024/cl-6"] = {
      citation = "ABPI Code of Practice 2024, clauses 6.1 to 6.3",
      says     = "Claims must be balanced, capable of substantiation, and published data must be referenced.",
      url      = "https://www.pmcpa.org.uk/the-code/",
      checked  = "2026-11-22, public copy",
    },
  },
}
