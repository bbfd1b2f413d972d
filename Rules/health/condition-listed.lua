local claims = require "claims"

---Diseases listed under words such as "Helps with:" or "Conditions we treat".
---@type Rule
return {
  id        = "health/condition-listed",
  category  = "cure",
  title     = "Disease in a list of uses",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” stands in a list of what is treated",
  help      = "Name the authorisation for each use, or take the disease out of the list.",
  rationale = [[A list under "Helps with" or "We treat" says of each entry that the product treats it.]],

  on    = "sentence",
  check = function(sentence)
    local block = sentence.block
    if not block or sentence.hidden or #sentence.text > 160 or sentence.negated or sentence.questioned then return end
    local disease
    if block.kind == "item" or block.kind == "cell" then
      disease = sentence:first(claims.diseases)
      if not disease or sentence:has { lexicon "cure-verbs", lexicon "cure-predicates", lexicon "prevention", lexicon "treatment-verbs", lexicon "risk-words" } then return end
      local list = block.parent
      while list and list.kind ~= "list" and list.kind ~= "table" do list = list.parent end
      local lead = list and list.previous
      local heading = sentence.section and sentence.section.heading
      local led = lead and lead.kind ~= "heading" and #lead.text < 200 and lead:has(lexicon "use-leads") and not lead:has(lexicon "no-use-leads")
      local column = block.kind == "cell" and list and list:has(lexicon "use-columns")
      local headed = column or (not lead or lead.kind == "heading" or #lead.text < 90) and heading and heading:has(lexicon "use-leads") and not heading:has(lexicon "no-use-leads")
      if not led and not headed then return end
      sentence = disease
    else
      local lead = sentence:first(lexicon "use-labels")
      if not lead or sentence:has(lexicon "no-use-leads") then return end
      disease = lead:followed_by(claims.diseases, 8) and sentence:first(claims.diseases)
      if not disease then return end
    end
    if not claims.is_health_copy(disease) or disease.sentence:has { lexicon "approved-use", lexicon "disease-mentions" } then return end
    for _, approved in ipairs(sentence.document:find(lexicon "shown-approval")) do
      if not approved.negated then return end
    end
    sentence:report()
  end,

  examples = {
    flagged = {
      { markdown = "# Nigella oil capsules\n\nHelps with:\n\n- ⟦high blood pressure⟧\n- good nights" },
      "⟦The tincture's uses: gout, eczema, migraine⟧",
      { markdown = "## Conditions that our ozone drip treats\n\n- ⟦Lyme disease⟧\n- Cold hands" },
    },
    clean   = {
      { markdown = "# Nigella oil capsules\n\nDo not use if you have:\n\n- kidney disease\n- epilepsy" },
      { markdown = "## Conditions we study\n\n- Lyme disease" },
      "Vitalexa tablets are FDA-approved.\n\nUsed for:\n\n- gout",
    },
  },
}
