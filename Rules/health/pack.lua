---Claims about health: certainty, cure, safety, balance.
---@type Pack
return {
  title         = "Health claims",
  owner         = "Medical-legal review",
  jurisdictions = { "EU", "UK", "US", "DE", "AT" },

  instruments = {
    ["eu-2001-83/art-90-b"] = {
      citation = "Directive 2001/83/EC, art. 90(b)",
      says     = "Advertising to the public must not suggest that the effects of a medicine are guaranteed or without side effects.",
      url      = "https://eur-lex.europa.eu/eli/dir/2001/83",
      checked  = "2026-11-22, public copy",
    },
    ["uk-hmr-2012/reg-287-1-a"] = {
      citation = "Human Medicines Regulations 2012, reg. 287(1)(a)",
      says     = "No advertisement may suggest that the effects of taking a medicine are guaranteed.",
      url      = "https://www.legislation.gov.uk/uksi/2012/1916/regulation/287",
      checked  = "2026-11-22, public copy",
    },
    ["de-hwg/s-3-2-a"] = {
      citation = "Heilmittelwerbegesetz, § 3 S. 2 Nr. 2 a",
      says     = "Advertising misleads if it gives the false impression that success can be expected with certainty.",
      url      = "https://www.gesetze-im-internet.de/heilmwerbg/__3.html",
      checked  = "2026-11-22, public copy",
    },
    ["us-fdca/s-201-g"] = {
      citation = "Federal Food, Drug, and Cosmetic Act, s. 201(g)(1), 505(a) (21 U.S.C. 321, 355)",
      says     = "What is intended to diagnose, cure, mitigate, treat or prevent disease is a drug and needs approval.",
      url      = "https://www.law.cornell.edu/uscode/text/21/321",
      checked  = "2026-11-22, public copy",
    },
    ["uk-cap/12-1"] = {
      citation = "CAP Code, rule 12.1",
      says     = "Objective claims about medicines, devices and treatments must be backed by evidence, if relevant trials on people.",
      url      = "https://www.asa.org.uk/type/non_broadcast/code_section/12.html",
      checked  = "2026-11-22, public copy",
    },
    ["uk-hmr-2012/reg-287-1-c"] = {
      citation = "Human Medicines Regulations 2012, reg. 287(1)(c)",
      says     = "No advertisement may suggest that a medicine has no side effects.",
      url      = "https://www.legislation.gov.uk/uksi/2012/1916/regulation/287",
      checked  = "2026-11-22, public copy",
    },
    ["eu-2001-83/art-90-h"] = {
      citation = "Directive 2001/83/EC, art. 90(h)",
      says     = "Advertising to the public must not suggest that a medicine is safe or effective because it is natural.",
      url      = "https://eur-lex.europa.eu/eli/dir/2001/83",
      checked  = "2026-11-22, public copy",
    },
    ["uk-abpi-2024/cl-6-4"] = {
      citation = "ABPI Code of Practice 2024, clause 6.4",
      says     = "The word “safe” must not be used without qualification.",
      url      = "https://www.pmcpa.org.uk/the-code/",
      checked  = "2026-11-22, public copy",
    },
    ["eu-1169-2011/art-7-3"] = {
      citation = "Regulation (EU) No 1169/2011, art. 7(3)",
      says     = "Food information must not attribute to a food the property of preventing, treating or curing a disease.",
      url      = "https://eur-lex.europa.eu/eli/reg/2011/1169",
      checked  = "from professional knowledge",
    },
    ["de-hwg/s-3-1"] = {
      citation = "Heilmittelwerbegesetz, § 3 S. 2 Nr. 1",
      says     = "Advertising misleads if it ascribes to a treatment an efficacy or effects that it does not have.",
      url      = "https://www.gesetze-im-internet.de/heilmwerbg/__3.html",
      checked  = "2026-11-22, public copy",
    },
    ["us-21-cfr-202-1-e-5-ii"] = {
      citation = "21 CFR 202.1(e)(5)(ii)",
      says     = "Advertisements must present a fair balance between information on side effects and on effectiveness.",
      url      = "https://www.ecfr.gov/current/title-21/section-202.1",
      checked  = "from professional knowledge",
    },
    ["us-ftc-act/s-5"] = {
      citation = "FTC Act, s. 5 (15 U.S.C. 45)",
      says     = "Unfair or deceptive acts in commerce, among them claims without competent and reliable evidence, are unlawful.",
      url      = "https://www.law.cornell.edu/uscode/text/15/45",
      checked  = "from professional knowledge",
    },
  },
}
