local claims = require "claims"

-- Grave harms that are also everyday words of money and insurance.
local money = { "return~", "refund~", "capital", "invest*", "price~", "delivery", "data", "fraud", "loss of", "cancel*" }

---A harm said to be absent, gone or somebody else's.
---@type Rule
return {
  id        = "health/harm-absent",
  category  = "absolute-safety",
  title     = "Harm said to be absent",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” says that a harm does not come",
  help      = "Name the known harms, or say how many people had none and in which study.",
  rationale = [[
    "Side effects are for other people", "forget the risks" and "complications
    have no place here" deny every harm. A study's report, a warning and a
    section's heading are left alone.]],

  find  = { "side effect~", "side-effect~", "adverse {effect~|reaction~|event~}", "complication~", "contraindication~", "harm", "danger~", "risk", "risks", "hazard~", "{drug|medicine} interaction~", "allergic reaction~", "overdose~", "toxicity", "addiction", "dependency", "unwanted {effect~|reaction~}" },
  check = function(hit)
    if hit.questioned or hit.hypothetical or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) or claims.is_other_register(hit) then return end
    local sentence = hit.sentence
    if not sentence or sentence.study or #sentence.sources > 0 or claims.is_warned(sentence) or sentence:has(money) or sentence:has(lexicon "denial-of-other-things") then return end
    if not hit:followed_by(lexicon "absent", 3) and not hit:preceded_by(lexicon "leaving-behind", 2) then return end
    if hit:preceded_by(lexicon "denials", 3) or hit.clause:has { lexicon "no-harm", lexicon "harm-impossible" } or sentence:has { "if", "unless", "placebo", "rare", "rarely", "reported", "please", "read" } then return end
    if claims.is_health_copy(hit) then claims.report(hit) end
  end,

  examples = {
    flagged = {
      "⟦With our drops side effects are for other people⟧.",
      "⟦Complications have no place in our treatment room⟧.",
      "⟦Forget the usual side effects⟧ – our drops are different.",
    },
    clean = {
      "Side effects are listed in the leaflet of the drops.",
      "If side effects do not go away, stop the drops and call your doctor.",
      "Risks are rare with this treatment but real.",
    },
  },
}
