local claims = require "claims"

---A named harm or discomfort denied: no interactions, no scars, no hangover.
---@type Rule
return {
  id        = "health/harm-ruled-out",
  category  = "absolute-safety",
  title     = "Named harm denied",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” rules out a harm",
  help      = "Say how often this harm occurs and in whom, or take the denial out.",
  rationale = [[
    To deny one grave harm, or a row of discomforts, is to call a treatment safe.
    A single discomfort denied counts where an intervention stands beside it.]],

  find  = lexicon "denials",
  check = function(hit)
    local row = hit.before:match "[,;:%.–—]%s*$" or hit:preceded_by({ "and", "or", "with", "has", "have", "is" }, 0) or hit.before == ""
    if hit.questioned or hit.hypothetical or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) then return end
    -- "No injection is free of risk" says the opposite; "no pain, no risk" goes on denying.
    if hit.negated and (not row or hit:has { "free", "without", "devoid", "minus" }) or claims.is_other_register(hit) then return end
    local sentence = hit.sentence
    if sentence:has(lexicon "denial-of-other-things") or hit:followed_by(lexicon "no-harm-terms", 3) or claims.is_warned(sentence) or hit:preceded_by({ "recorded", "reported", "observed", "saw", "found", "noted", "showed", "revealed" }, 1) then return end
    if hit:has { "without" } and hit:followed_by({ "treatment", "help", "care", "advice" }, 0) then return end
    local harm = hit.clause:first(lexicon "no-harm") or hit.clause:first(lexicon "harm-impossible")
    if harm then return end -- harm-denied reports it.
    if hit:followed_by(lexicon "grave-harms", 2) then
      if hit:followed_by({ "{risk~|danger~|damage|harm|injury|withdrawal} {of|to|from|that} {*|} {*|} {*|}" }, 2)
        and not hit:followed_by({ lexicon "grave-harms", lexicon "light-harms", lexicon "safe-for", "smoking", "surgery", "drugs", "medication", "the sun", "to *" }, 8) and not hit:followed_by(claims.diseases, 8) then return end
      if not claims.is_health_copy(hit) and not sentence:has { "side effect~", "contraindication~" } then return end
      return claims.report(hit)
    end
    if not hit:followed_by(lexicon "light-harms", 1) then return end
    local denied = 0
    for _, other in ipairs(sentence:find { "no", "zero", "without", "nor", "never", "neither", "minus" }) do
      if other:followed_by({ lexicon "light-harms", lexicon "grave-harms" }, 2) then denied = denied + 1 end
    end
    local beside = sentence:has { lexicon "interventions" } and hit:followed_by({ "downtime", "down time", "scar~", "scarring", "pain", "discomfort", "recovery", "bruising", "hangover", "drowsiness", "nausea", "irritation" }, 1)
    if denied >= 2 and claims.is_health_copy(hit) or beside then claims.report(hit) end
  end,

  examples = {
    flagged = {
      "⟦No withdrawal, no dependency and no hangover with our sleep tincture⟧.",
      "⟦The laser peel leaves no scars⟧.",
      "⟦Our capsules have no contraindications⟧.",
    },
    clean = {
      "No treatment is without danger.",
      "No injection into a joint is free of risk.",
      "No risk of losing your luggage on our coaches.",
      "The contract carries no risk of hidden fees for your treatment.",
      "There was no pain, no gain.",
    },
  },
}
