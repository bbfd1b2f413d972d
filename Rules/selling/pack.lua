---How things are sold: superiority, pressure, and what must stand beside an offer.
---@type Pack
return {
  title         = "Selling",
  owner         = "Marketing review",
  jurisdictions = { "EU", "UK", "US", "DE", "AT" },

  instruments = {
    ["us-21-cfr-202-1-e-6-i"] = {
      citation = "21 CFR 202.1(e)(6)(i)–(ii)",
      says     = "An advertisement misleads if it represents a drug as better, more effective or safer than has been demonstrated.",
      url      = "https://www.ecfr.gov/current/title-21/section-202.1",
      checked  = "2026-11-22, public copy",
    },
    ["eu-2001-83/art-90-b"] = {
      citation = "Directive 2001/83/EC, art. 90(b)",
      says     = "Advertising to the public must not suggest that a medicine is better than, or equivalent to, another treatment.",
      url      = "https://eur-lex.europa.eu/eli/dir/2001/83",
      checked  = "2026-11-22, public copy",
    },
    ["uk-hmr-2012/reg-287-1-b"] = {
      citation = "Human Medicines Regulations 2012, reg. 287(1)(b)",
      says     = "No advertisement may suggest that a medicine is better than, or equivalent to, another identifiable treatment.",
      url      = "https://www.legislation.gov.uk/uksi/2012/1916/regulation/287",
      checked  = "2026-11-22, public copy",
    },
    ["uk-cap/3-33"] = {
      citation = "CAP Code, rules 3.33 to 3.35",
      says     = "Comparisons must not mislead, must be verifiable, and must compare like with like.",
      checked  = "from professional knowledge",
    },
    ["eu-2005-29/annex-i-7"] = {
      citation = "Directive 2005/29/EC, Annex I no. 7",
      says     = "Falsely stating that an offer lasts only a very limited time, to elicit an immediate decision, is unfair in all circumstances.",
      url      = "https://eur-lex.europa.eu/eli/dir/2005/29",
      checked  = "from professional knowledge",
    },
    ["uk-cap/1-3"] = {
      citation = "CAP Code, rule 1.3, and rulings on cosmetic interventions",
      says     = "Marketing must be socially responsible; pressure to decide quickly about an intervention is not.",
      checked  = "2026-11-22, public copy",
    },
    ["eu-2005-29/art-7"] = {
      citation = "Directive 2005/29/EC, art. 7",
      says     = "Leaving out what a consumer needs for an informed decision, among it the price and its conditions, misleads.",
      url      = "https://eur-lex.europa.eu/eli/dir/2005/29",
      checked  = "from professional knowledge",
    },
    ["us-16-cfr-255-5"] = {
      citation = "16 CFR 255.5",
      says     = "A connection between endorser and seller that readers do not expect must be disclosed clearly.",
      url      = "https://www.law.cornell.edu/cfr/text/16/255.5",
      checked  = "from professional knowledge",
    },
    ["us-ftc-hpcg-2022"] = {
      citation = "FTC, Health Products Compliance Guidance (2022)",
      says     = "Qualifying information must be clear and conspicuous and stand close to the claim.",
      checked  = "2026-11-22, public summaries",
    },
    ["uk-cap/3-17"] = {
      citation = "CAP Code, rules 3.17 ff.",
      says     = "Price statements must not mislead by leaving out what is not optional; “up to” claims need a basis.",
      checked  = "from professional knowledge",
    },
    ["us-21-usc-343-r-6"] = {
      citation = "21 U.S.C. 343(r)(6) and 21 CFR 101.93",
      says     = "A structure/function claim for a supplement needs the two sentences that the FDA has not evaluated it and that the product is not meant to treat disease.",
      url      = "https://www.ecfr.gov/current/title-21/section-101.93",
      checked  = "from professional knowledge",
    },
    ["us-17-cfr-275-206-4-1-c"] = {
      citation = "17 CFR 275.206(4)-1(c)",
      says     = "A rating may be shown only with its date, the period it covers, who gave it and whether it was paid for.",
      url      = "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
      checked  = "2026-11-22, public copy",
    },
  },
}
