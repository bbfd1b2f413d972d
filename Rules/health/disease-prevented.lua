local claims = require "claims"

---A named disease that a product is said to prevent.
---@type Rule
return {
  id        = "health/disease-prevented",
  category  = "cure",
  title     = "Prevention of a named disease",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "eu-1169-2011/art-7-3", "uk-cap/12-1" },
  message   = "“{text}” says that a disease is prevented",
  help      = "Take the claim out, or use the wording of an authorised claim.",
  rationale = [[
    Prevention is a use for which a product needs authorisation. What everybody
    knows to prevent disease (vaccines, washed hands, fluoride) is left alone.]],

  find  = lexicon "prevention",
  check = function(hit)
    if claims.is_unasserted(hit) then return end
    local sentence = hit.sentence
    if sentence:has { lexicon "approved-use", lexicon "prevention-by-others" } then return end
    if hit:preceded_by({ "to", "please" }, 0) and sentence:has { "consult", "doctor", "vet", "must", "should" } then return end
    if hit:has { "fight", "combat", "block", "defence", "shield" } and hit:preceded_by({ "the", "a", "to", "our", "this" }, 0) then return end
    local object = hit.object
    local disease = object and object:first(claims.diseases)
    if disease and not hit:followed_by(claims.diseases, 5) then disease = nil end
    disease = disease or hit:first(claims.diseases)
    if not disease then return end
    -- "Keep the wound clean to prevent infection": hygiene, not a claim.
    if hit:preceded_by({ "to", "help", "and" }, 0) and disease:has { "infection~", "wound~", "abscess*", "nappy rash", "blood clot~", "cavities", "caries", "tooth decay", "pressure *", "lice" } then return end
    claims.report(hit, { message = ("“{text}” says that %s is prevented"):format(disease.text) })
  end,

  examples = {
    flagged = { "⟦Our gummies prevent dementia⟧.", "⟦The collar protects your dog against Lyme disease⟧." },
    clean = {
      "The ring prevents leaks.",
      "Washing your hands prevents infections.",
      "It does not prevent cancer.",
      "Vaccination protects children against measles.",
    },
  },
}
