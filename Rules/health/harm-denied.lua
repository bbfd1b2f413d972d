local claims = require "claims"

---Every harm denied: no side effects, harmless, cannot hurt you.
---@type Rule
return {
  id        = "health/harm-denied",
  category  = "absolute-safety",
  title     = "Every harm denied",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” says that nothing can go wrong",
  help      = "Name the known harms, or say how many people had none and in which study.",
  rationale = [[
    Whatever has an effect can have an unwanted one. "No side effects" and
    "harmless" are read as facts, and warnings elsewhere do not repair them.]],

  find  = lexicon "no-harm",
  check = function(hit)
    -- "No drugs, no needles and no possible harm": an enumeration, not a double negation.
    local enumerated = hit.negated and hit:starts_with { "no", "zero", "without" } and hit:preceded_by({ "no", "zero", "without" }, 3) and (hit.before:match "[,;:–—]%s*$" ~= nil or hit:preceded_by({ "and", "or" }, 0))
    if claims.is_unasserted(hit) and not (enumerated and not hit.questioned and not hit.quoted and not hit.distanced) or claims.is_other_register(hit) then return end
    if hit:starts_with { "without", "free" } and hit:preceded_by({ "not", "never", "hardly", "rarely", "seldom", "isn't", "aren't" }, 0) then return end
    -- "If there are no side effects, …", "in the absence of", "until no risk": states, not claims.
    if hit:followed_by({ "waste", "assessment~", "factor~", "management", "analysis", "register", "warning~", "information", "dose", "level~", "paint~", "category" }, 0) then return end
    if hit.clause:has { "if", "unless", "placebo", "participants", "trial", "study", "no guarantee", "does not mean", "not mean" } then return end
    if hit:has { "as many as *", "as much as *", "as often as *" } and not hit.clause:has { "take", "use", "drink", "eat", "apply", "swallow", "dose~", "drops" } then return end
    if hit:has { "as many as *", "as much as *", "as often as *" } and not hit.sentence:has(lexicon "natural") and not hit.sentence:has { "safe", "harm~", "safely" } then return end
    if hit:has { "{even|ever} *" } and not hit.sentence:has { "safe", "safely", "harmless", "gentle" } then return end
    if hit:has { "{no|zero} risk", "no risk to", "no danger" } and hit.sentence:has { "money", "refund", "trial", "returns", "purchase", "cancel", "deposit", "capital", "investment" } then return end
    if hit:followed_by({ "{have|has} been {reported|observed|seen}", "{were|was} {reported|observed|seen|recorded|noted}", "in the {trial|study}", "{were|was} found", "occurred" }, 6) then return end
    if hit:has { "risk", "danger" } and hit:followed_by({ "of" }, 0) and not hit:followed_by({ lexicon "grave-harms", lexicon "light-harms" }, 4) and not hit:followed_by(claims.diseases, 4) then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "⟦And zero side effects⟧!",
      "⟦It is harmless to foals⟧.",
      "⟦They can't do you any damage⟧.",
      "⟦You risk absolutely nothing with our drip⟧.",
    },
    clean = {
      "No procedure is free of risk.",
      "No serious side effects were reported in the trial.",
      "Nobody can say that it has no side effects.",
      "You can change your booking as often as you like.",
    },
  },
}
