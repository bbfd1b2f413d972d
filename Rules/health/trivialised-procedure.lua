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

  find  = lexicon "trivialised",
  check = function(hit)
    if claims.is_unasserted(hit) then return end
    if not hit.sentence:has { lexicon "interventions" } and not hit:has { "safer than *", "as safe as *" } then return end
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
