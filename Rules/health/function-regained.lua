local claims = require "claims"

---A lost function regained or an aid laid aside, held out as the result.
---@type Rule
return {
  id        = "health/function-regained",
  category  = "cure",
  title     = "Lost function regained",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” says that a condition is overcome",
  help      = "Say what has been shown, in whom and by which study, or take the claim out.",
  rationale = [[
    Who throws away the inhaler, leaves the wheelchair or hears again is cured,
    whether or not the disease is named; and readers who stop a medicine on
    such a promise come to harm.]],

  find  = { lexicon "walks-again", lexicon "laid-aside" },
  check = function(hit)
    if hit.hypothetical or hit.questioned or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) then return end
    local sentence = hit.sentence
    if sentence:has { lexicon "approved-use", lexicon "disease-mentions", lexicon "other-care", "audit", "register", "in the trial", "in the study", "in a trial", "in a study" } then return end
    if hit:has(lexicon "laid-aside") then
      if hit.negated and not hit:has { "no longer", "never", "without", "no need", "not need", "no more", "won't need", "don't need" } then return end
      if not hit:followed_by(lexicon "medical-aids", 4) then return end
      if hit:preceded_by({ "not", "never", "don't", "should", "before", "please", "until" }, 2) then return end
    elseif hit:preceded_by({ "will", "you'll", "he'll", "she'll", "shall" }, 1) and not sentence:has(claims.diseases) and not sentence:has(lexicon "disabled-people") then
      return -- stated-future reports it.
    elseif hit.negated or hit.sentence:has { "see you again", "hear from you again", "hope to see" } or #sentence.quantities > 0 and sentence:has { pattern [[%]], "percent", "per cent" } then
      return
    elseif not sentence:has(lexicon "disabled-people") and not claims.is_health_copy(hit) then
      return
    end
    if sentence:has(lexicon "cure-verbs") and hit.clause:has(claims.diseases) and not hit:has { "wheelchair~" } and hit.clause:has { "cure~", "reverse~" } then return end
    claims.report(hit)
  end,

  examples = {
    flagged = { "⟦Paralysed patients walk again after our protocol⟧.", "⟦You will no longer need your inhaler⟧ – the salt room.", "⟦Throw away your hearing aids⟧ – drops for the ears." },
    clean   = { "We hope to see you again soon.", "Do not stop taking your insulin.", "Our ramps help people in wheelchairs.", "Keep your inhaler with you." },
  },
}
