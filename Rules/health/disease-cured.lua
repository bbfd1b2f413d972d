local claims = require "claims"

---A named disease that a product or service is said to end.
---@type Rule
return {
  id        = "health/disease-cured",
  category  = "cure",
  title     = "Cure of a named disease",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1", "eu-1169-2011/art-7-3", "de-hwg/s-3-1" },
  message   = "“{text}” says that a disease is cured, reversed or stopped",
  help      = "Take the claim out; without an authorisation for this use only neutral information about the disease is possible.",
  rationale = [[
    To say of a product that it ends a disease makes it an unauthorised medicine
    in law, and sick people may give up treatment that helps them. The verb and
    the disease are looked for in one clause: the disease as the object of an
    active verb or the subject of a passive one.]],

  find  = { lexicon "cure-verbs", lexicon "cure-predicates" },
  check = function(hit)
    if claims.is_unasserted(hit) then return end
    local sentence = hit.sentence
    if sentence:has { lexicon "approved-use", lexicon "disease-mentions" } then return end
    if hit:has { "end", "cure", "remedy", "repair", "fix", "clear" } and hit:preceded_by({ "the", "a", "no", "weekend" }, 0) and not hit:has { "for", "to" } then return end
    if hit:followed_by({ "slow*", "poorly", "badly", "less" }, 1) or hit:preceded_by({ "to", "can't", "don't" }, 0) and hit:has { "close", "knit", "seal" } or hit:preceded_by({ "when", "until", "once", "after", "before" }, 4) then return end
    -- "Free of allergens" tells what is in the jar.
    if hit:has { "free", "guarantee~" } and hit.clause:has { "allergen~" } then return end
    local object, subject = hit.object, hit.subject
    if hit:has { "heal~", "clear~", "go~", "stop~", "resolve~", "disappear~", "fade~" } and sentence:has(lexicon "natural-course") then return end
    local disease
    if hit:has(lexicon "cure-verbs") and hit:near(claims.diseases, 7) then
      disease = object and object:first(claims.diseases) or hit:first(claims.diseases)
    end
    if not disease and hit:followed_by({ "of" }, 0) and hit:followed_by(claims.diseases, 4) then disease = hit.claim:first(claims.diseases) end
    -- "Arthritis? Gone in two weeks."
    local question = sentence.previous
    if not disease and not subject and hit:has(lexicon "cure-predicates") and question and #question.text < 60 and question.text:sub(-1) == "?" then
      disease = question:first(claims.diseases)
    end
    if not disease and hit:has { "cure~", "heals", "eliminate~", "eradicate~", "banish~" } and hit:followed_by({ "back pain", "joint pain", "knee pain", "neck pain" }, 3) then
      disease = hit.clause:first { "back pain", "joint pain", "knee pain", "neck pain" }
    end
    -- "For PTSD and ADHD: the symptoms melt away."
    if not disease and hit:has(lexicon "cure-predicates") and subject and subject:has { "symptom~" } then
      disease = sentence:first(claims.diseases)
    end
    if not disease and hit:has(lexicon "cure-predicates") and hit:preceded_by(claims.diseases, 9) then
      disease = subject and subject:first(claims.diseases)
    end
    if not disease then return end
    claims.report(hit, { message = ("“{text}” says that %s is cured, reversed or stopped"):format(disease.text) })
  end,

  examples = {
    flagged = {
      "⟦The tea cures arthritis⟧.",
      "⟦At last your chronic fatigue syndrome can be cured⟧.",
      "⟦Wear the patch and arthritis disappears⟧.",
      "⟦Wave goodbye to psoriasis⟧ – now in three sizes.",
    },
    clean = {
      "Dry-cured bacon from pigs reared outdoors.",
      "So a clear result does not settle it, and cancers are missed.",
      "Free of dyes and of the eight major allergens.",
      "The product is not intended to diagnose, treat, cure or prevent any disease.",
      "There is no cure for Parkinson's disease.",
      "Does your probiotic heal Crohn's disease? No.",
      "The repair kit contains two spares.",
      "Arthritis kills the joy of walking.",
    },
  },
}
