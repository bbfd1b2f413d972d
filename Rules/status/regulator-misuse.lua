---The name of an authority, used as endorsement or proof.
local endorsement = require "endorsement"

local names = { lexicon "regulators", pattern [[(?-i:\b(?:WHO|SEC|NICE|EMA|ICO|DOJ|NIST|HMRC)\b)]] }
local mere_number = pattern [[\b(?:firm|registration|register|reference|ref|licen[cs]e|certificate|number|no\.?|nr\.?|FRN|GMC|GDC|HCPC)\s?(?:number|no\.?|nr\.?)?:?\s?\d{4,}]]
local status_line = pattern [[\bauthori[sz]ed and regulated by\b|\bregulated by the\b|\bis (?:an? )?(?:appointed representative|member of)\b|\bmember of the\b|\b(?:trial|study|studies|registry) (?:is|was|are|were|has been) (?:prospectively )?(?:registered|listed|approved|posted)\b|\b510\(k\) clear(?:ed|ance)\b[^.]{0,20}\bK\d{5,6}|\b(?:approved|cleared|licensed|authorised|authorized|indicated)\b[^.]{0,60}\b(?:for|to|in)\s(?:the\s|adults|children|patients|people|use\s|treat|improve|reduce|relieve|temporary|relief|type|women|men|\w+ (?:years|cancer|disease|pain))]]

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
    local name
    for _, hit in ipairs(sentence:find(names)) do
      local verb = hit:near(lexicon "endorsing", 6) or hit:has(lexicon "endorsing") or hit:near(lexicon "proving", 4)
      if verb and not hit.negated and not hit.questioned and not hit.distanced then name = name or hit end
    end
    if not name or endorsement.disclaimed(sentence) then return end
    local verb = sentence:first(lexicon "endorsing") or sentence:first(lexicon "proving")
    if verb and (verb.negated or verb.distanced) then return end
    local proves = sentence:has(lexicon "proving")
    -- The exact status of a product for a use, a firm's number, membership: facts, unless something follows from them.
    if not proves and (sentence:has(status_line) or sentence:has(mere_number)) and not sentence:has(pattern [[\b(?:registered and|blessing|nod|seal|badge)\b]]) then return end
    if sentence.study and not proves then return end
    sentence:report()
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
