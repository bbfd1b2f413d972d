local claims = require "claims"

---A named disease that a product is said to treat, with no authorisation in sight.
---@type Rule
return {
  id        = "health/disease-treated",
  category  = "cure",
  title     = "Treatment of a named disease",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” says that a disease is treated",
  help      = "Name the authorisation for this use, or take the claim out.",
  rationale = [[
    A product that treats a disease needs an authorisation for that use; where
    the document shows none, the claim cannot stand. What doctors, hospitals and
    departments treat is their work and no claim for a product.]],

  find  = lexicon "treatment-verbs",
  check = function(hit)
    if claims.is_unasserted(hit) then return end
    if hit.sentence:has { lexicon "approved-use", lexicon "disease-mentions" } then return end
    if hit:has { "treat~" } then
      local subject = hit.subject
      if subject and subject:has(lexicon "prevention-by-others") then return end
      if subject and subject:has { "doctor~", "physician~", "surgeon~", "hospital~", "dentist~", "vets", "specialist~", "department~", "ward~", "nurse~", "patients", "people", "participants", "used" } then return end
      if hit:followed_by({ "with", "for" }, 0) then return end
    end
    local object = hit.object
    local disease = object and object:first(claims.diseases)
    if not disease or not hit:followed_by(claims.diseases, 4) then return end
    if hit.sentence.block.parent and hit.block.kind == "reference-entry" then return end
    for _, approved in ipairs(hit.sentence.section and hit.section:find { "{FDA|EMA|MHRA} {approved|cleared|licensed}", "prescribing information", "marketing authorisation", "{is|are} {indicated|licensed|authorised|authorized} {for|to}" } or {}) do
      if not approved.negated then return end
    end
    claims.report(hit, { message = ("“{text}” says that %s is treated"):format(disease.text) })
  end,

  examples = {
    flagged = { "⟦Our infusion treats multiple sclerosis⟧.", "⟦The most effective remedy for gout⟧." },
    clean = {
      "The cream does not treat rosacea.",
      "Vitalexa is FDA-approved to treat type 2 diabetes.",
      "Our surgeons treat cancer of the bowel on ward 3.",
      "Patients treated with placebo had more migraines.",
    },
  },
}
