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
