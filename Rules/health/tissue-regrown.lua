local claims = require "claims"

---Lost tissue that a treatment is said to bring back.
---@type Rule
return {
  id        = "health/tissue-regrown",
  category  = "cure",
  title     = "Regrowth of lost tissue",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” says that lost tissue comes back",
  help      = "Say what has been shown, in whom and by which study, or take the claim out.",
  rationale = [[
    Nerves, cartilage and heart muscle do not come back, and to say that they do
    is to say that the injury or disease is cured.]],

  find  = { lexicon "regrowth", lexicon "healing" },
  check = function(hit)
    if claims.is_unasserted(hit) then return end
    if hit.sentence:has { lexicon "approved-use", lexicon "disease-mentions" } then return end
    local object = hit.object
    if hit:has(lexicon "healing") and not hit:has(lexicon "regrowth") then
      if not hit:followed_by(lexicon "tissues", 3) or hit:preceded_by({ "that", "to help", "surgeons", "the", "a" }, 0) or hit:followed_by({ "and shine", "meal", "broth" }, 4) or not claims.is_health_copy(hit) then return end
    end
    local place = object and object:first(lexicon "tissues")
    if place and not hit:followed_by(lexicon "tissues", 4) then place = nil end
    if not place then
      local subject = hit.subject
      place = not hit:followed_by(lexicon "tissues", 2) and subject and subject:first(lexicon "tissues")
      if place and (object and #object.text > 25 or not hit:preceded_by(lexicon "tissues", 3)) then place = nil end
    end
    if not place then return end
    if hit.sentence:has(lexicon "cure-verbs") and hit.clause:has(lexicon "diseases") and hit.clause:has { "cure~", "reverse~", "heals" } then return end
    claims.report(hit)
  end,

  examples = {
    flagged = { "⟦Exosomes regrow brain tissue after a stroke⟧.", "⟦The injection rebuilds worn cartilage⟧." },
    clean = {
      "The cells do not regenerate nerves.",
      "We rebuilt the clinic in 2019.",
      "Skin regenerates every month.",
    },
  },
}
