local claims = require "claims"

---A life without a named disease, held out as the result.
---@type Rule
return {
  id        = "health/disease-free",
  category  = "cure",
  title     = "Free of a named disease",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” holds out freedom from a disease",
  help      = "Take the promise out.",
  rationale = [["Migraine-free in a week" promises a cure without the word.]],

  find  = { "free {in|within|after|for|life|living|again|at last|forever|once|by|thanks|since}", "free." },
  check = function(hit)
    if claims.is_unasserted(hit) then return end
    if not hit:preceded_by(claims.diseases, 1) then return end
    if hit:preceded_by({ "allerg*", "infection~", "disease~", "cruelty", "lice", "parasite~" }, 1) then return end
    claims.report(hit)
  end,

  examples = {
    flagged = { "⟦Migraine-free in a week⟧!", "⟦Be eczema-free for life⟧." },
    clean   = { "The meal is allergen-free for guests.", "The herd is tuberculosis-free stock.", "Sugar-free in all flavours." },
  },
}
