local claims = require "claims"

---A disease named beside a happy end: in two weeks, for good, back to normal.
---@type Rule
return {
  id        = "health/disease-outcome",
  category  = "cure",
  title     = "Disease with a promised end",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” promises the end of a disease",
  help      = "Take the promise out; without an authorisation for this use only neutral information about the disease is possible.",
  rationale = [[
    Copy ends a disease with any verb: gallstones pass overnight, tremors fall
    silent, hair is back for good. What gives the claim away is a named disease,
    a seller or reader in the sentence, and words of speed or finality.]],

  find  = { lexicon "for-good" },
  check = function(hit)
    if claims.is_unasserted(hit) and not (hit.negated and hit:has { "no longer", "never", "nothing" }) then return end
    if hit.questioned or hit.hypothetical or hit.distanced or hit.in_reference then return end
    local sentence = hit.sentence
    if not hit.clause:has(claims.diseases) and not hit:preceded_by(claims.diseases, 8) and not hit:followed_by(claims.diseases, 8) then return end
    if sentence:has { lexicon "approved-use", lexicon "disease-mentions", lexicon "natural-course", lexicon "other-care", lexicon "prevention-by-others", lexicon "unhappy-end", lexicon "reported-harm", lexicon "cautions" } then return end
    if sentence:has { lexicon "cure-verbs", lexicon "cure-predicates" } and #hit.text < 1 then return end
    local sold = sentence:has { lexicon "remedies", lexicon "interventions", "our", "we", "your", "you", "thanks to", "with *", "after {one|two|three|four|five|six|a|the|just}" }
    local fragment = sentence.words < 9 and hit.document.sector ~= nil
    if not sold and not fragment or not claims.is_health_copy(hit) then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "⟦Your gallstones pass overnight with the tincture⟧.",
      "⟦Be done with hay fever for good⟧ – our drops.",
      "⟦Psoriasis plaques fall off within two weeks with our balm⟧.",
    },
    clean = {
      "If your gallstones hurt, see your doctor within a day.",
      "The symptoms of gout returned within two weeks of our treatment.",
      "Your diabetes nurse will call you within three days.",
      "Diabetes is a chronic disease.",
    },
  },
}
