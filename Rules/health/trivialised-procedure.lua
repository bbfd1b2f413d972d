local claims = require "claims"

---An intervention made to look like nothing.
---@type Rule
return {
  id        = "health/trivialised-procedure",
  category  = "absolute-safety",
  title     = "Trivialised procedure",
  severity  = "error",
  basis     = { "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” makes an intervention look like nothing",
  help      = "Describe the intervention, the recovery and the known complications.",
  rationale = [[
    An operation compared with a haircut keeps readers from asking about
    bleeding, infection and scars. The words must stand by an intervention.]],

  find  = { lexicon "trivialised", lexicon "comparators" },
  check = function(hit)
    if hit.questioned or hit.hypothetical or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) then return end
    local denies = { "no", "not", "never", "nothing", "hardly", "barely", "scarcely", "won't", "don't", "nobody", "no one", "couldn't", "little" }
    if hit.negated and not hit:has(denies) or claims.is_warned(hit.sentence) then return end
    if hit:has(lexicon "comparators") and not hit:has(lexicon "trivialised") then
      if not hit:followed_by(lexicon "everyday-things", 4) then return end
      if not hit:has { "{safe|harmless|gentle|mild|safer|gentler|milder|innocent|benign} *", "no *", "less *", "tolerated *", "nothing *", "as {kindly|gently|softly|mildly|tenderly|lightly|safely} *", "{kinder|softer|lighter|tenderer} *", "as {eventful|uneventful|dangerous|serious|risky|scary|dramatic|harmful|harmless|frightening|painful|threatening|exciting|taxing|invasive} as" } and not hit.sentence:has(lexicon "interventions") then return end
      if hit:starts_with { "as {pure|natural|soft|light} as", "like" } and not hit.sentence:has(lexicon "interventions") then return end
    elseif not hit.sentence:has { lexicon "interventions", "needle~", "surgeon" } then
      local doc = hit.document
      if not (doc:about "procedure" or doc:about "infusion" or doc:about "cell-product" or doc:about "cosmetic" or hit.sentence:has(lexicon "bodies")) then return end
    end
    if not claims.is_health_copy(hit) then return end
    claims.report(hit)
  end,

  examples = {
    flagged = { "⟦A tummy tuck is no bigger a deal than a haircut⟧.", "⟦Our lunchtime facelift⟧!" },
    clean = {
      "The form is a piece of cake to fill in.",
      "Whoever says that a deep peel is nothing to worry about has never had one.",
      "A haircut costs £20.",
    },
  },
}
