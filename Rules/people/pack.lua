---People's stories offered as evidence: testimonials, before and after.
---@type Pack
return {
  title         = "People's stories",
  owner         = "Medical-legal review",
  jurisdictions = { "US", "UK", "DE" },

  instruments = {
    ["us-16-cfr-255-2"] = {
      citation = "16 CFR 255.2(a), (b)",
      says     = "An endorsement about results is read as what consumers generally achieve; if that is not so, the generally expected performance must be disclosed clearly. “Results not typical” is not enough.",
      url      = "https://www.law.cornell.edu/cfr/text/16/255.2",
      checked  = "2026-11-22, public copy",
    },
    ["de-hwg/s-11-1"] = {
      citation = "Heilmittelwerbegesetz, § 11 Abs. 1 Nr. 3, 11",
      says     = "Advertising to the public must not use case histories or statements of third parties in an improper, repellent or misleading way.",
      url      = "https://www.gesetze-im-internet.de/heilmwerbg/__11.html",
      checked  = "2026-11-22, public copy",
    },
    ["uk-cap/3-45"] = {
      citation = "UK CAP Code, rules 3.45–3.47",
      says     = "Marketers must hold evidence that a testimonial is genuine, and a testimonial alone is no substantiation.",
      url      = "https://www.asa.org.uk/codes-and-rulings/advertising-codes/non-broadcast-code.html",
      checked  = "from professional knowledge",
    },
    ["us-sec-206-4-1-b"] = {
      citation = "17 CFR 275.206(4)-1(b)",
      says     = "Testimonials for investment advisers need clear disclosures and oversight.",
      url      = "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
      checked  = "2026-11-22, public copy",
    },
  },
}
