---The name of an authority, used as endorsement or proof.
local endorsement = require "endorsement"

---@type Rule
return {
  id        = "status/regulator-misuse",
  category  = "regulator-misuse",
  title     = "Authority used as endorsement",
  severity  = "error",
  basis     = { "us-21-cfr-807-97", "eu-2005-29/annex-i-4", "us-ia-act/s-208-a" },
  message   = "“{text}” uses an authority's name as an endorsement",
  help      = "State the exact status, and that a registration or a listing is no approval; or take the name out.",
  rationale = [[
    Authorities register firms, receive filings and let products on the market.
    They recommend none. A name or a mark used as proof says more than they did.]],

  on    = "sentence",
  skip  = { "distanced", "questioned", "in_reference" },
  check = function(sentence)
    if endorsement.by_authority(sentence) then sentence:report() end
  end,

  examples = {
    flagged = {
      "⟦Our laboratory is FDA approved and spotless.⟧",
      "⟦As recommended by the World Health Organization: clean water.⟧",
      "⟦Incorporated and licensed by the state.⟧",
    },
    clean = {
      "Vitamora is FDA-approved, with diet, to improve blood sugar in adults with type 2 diabetes.",
      "Lantern Advice is authorised and regulated by the Financial Conduct Authority.",
      "Report suspected side effects to the MHRA through the Yellow Card scheme.",
      "Registration with the FDA does not imply approval.",
      "The FDA sent the company a warning letter.",
    },
  },
}
