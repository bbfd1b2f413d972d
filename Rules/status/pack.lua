---What a product or a provider is allowed to be called: status, approval, marks.
---@type Pack
return {
  title         = "Status and approval",
  owner         = "Regulatory affairs",
  jurisdictions = { "EU", "UK", "US", "DE", "AT" },

  instruments = {
    ["eu-2001-83/art-87-1"] = {
      citation = "Directive 2001/83/EC, art. 87(1)",
      says     = "A medicine without a marketing authorisation must not be advertised.",
      url      = "https://eur-lex.europa.eu/eli/dir/2001/83",
      checked  = "from professional knowledge",
    },
    ["uk-hmr-2012/reg-279"] = {
      citation = "Human Medicines Regulations 2012, reg. 279",
      says     = "Nobody may advertise a medicine that has no authorisation.",
      url      = "https://www.legislation.gov.uk/uksi/2012/1916/regulation/279",
      checked  = "2026-11-22, public copy",
    },
    ["us-21-cfr-312-7"] = {
      citation = "21 CFR 312.7(a)",
      says     = "An investigational drug must not be represented as safe or effective for the purposes for which it is studied.",
      url      = "https://www.ecfr.gov/current/title-21/section-312.7",
      checked  = "2026-11-22, public copy",
    },
    ["us-21-cfr-1271"] = {
      citation = "21 CFR 1271.3(c), 1271.10(a)",
      says     = "Cells and tissues that are more than minimally manipulated, or not for homologous use, need approval as biological products.",
      url      = "https://www.ecfr.gov/current/title-21/part-1271",
      checked  = "2026-11-22, public copy",
    },
    ["at-amg/s-50a-1"] = {
      citation = "Arzneimittelgesetz (AT), § 50a Abs. 1",
      says     = "Only authorised medicines may be advertised.",
      url      = "https://www.ris.bka.gv.at",
      checked  = "2026-11-22, public copy",
    },
    ["us-21-cfr-807-97"] = {
      citation = "21 CFR 807.39, 807.97",
      says     = "Registration or clearance of a device must not be represented as official approval.",
      url      = "https://www.ecfr.gov/current/title-21/section-807.97",
      checked  = "2026-11-22, public copy",
    },
    ["eu-2005-29/annex-i-4"] = {
      citation = "Directive 2005/29/EC, Annex I no. 4",
      says     = "Claiming approval, endorsement or authorisation by a public or private body that has not given it is always unfair.",
      url      = "https://eur-lex.europa.eu/eli/dir/2005/29",
      checked  = "from professional knowledge",
    },
    ["us-ia-act/s-208-a"] = {
      citation = "Investment Advisers Act, s. 208(a) (15 U.S.C. 80b-8)",
      says     = "A registered adviser must not suggest that the United States or an agency has sponsored, recommended or approved it.",
      url      = "https://www.law.cornell.edu/uscode/text/15/80b-8",
      checked  = "from professional knowledge",
    },
  },
}
