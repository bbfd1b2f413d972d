---Benefits of a treatment, and no word of what can go wrong.
---@type Rule
return {
  id        = "health/missing-risk-information",
  category  = "missing-risk-info",
  title     = "No risk information",
  severity  = "error",
  scope     = "document",
  basis     = { "eu-2001-83/art-90-b", "us-21-cfr-202-1-e-5-ii" },
  message   = "claims benefits of a treatment, and nowhere says what can go wrong",
  help      = "Add the known harms and limits, as prominent as the benefits.",
  rationale = [[
    Every treatment can harm or fail. A page that names only benefits is not
    balanced, whatever each sentence says. Foods, supplements, cosmetics and
    textiles are left alone.]],

  on    = "document",
  check = function(document)
    if not document:has(lexicon "treatments") then return end
    for _, hit in ipairs(document:find(lexicon "risks")) do
      local denied = hit.negated or hit:preceded_by({ "fewer", "less", "lower", "reduced", "reduces", "without", "no", "zero" }, 3)
      if not denied and not hit.questioned and not hit.hidden then return end
    end
    for _, sentence in ipairs(document.sentences) do
      local counts = not sentence.in_reference and not sentence.quoted and not sentence.hidden
      if counts and sentence:asserts("efficacy", "plain") then
        document:report { at = sentence }
        return
      end
    end
  end,

  examples = {
    flagged = {
      "The Orchard Clinic\nOur infusion restores the strength of your legs.\nBook a call with our coordinator today.",
    },
    clean = {
      "The Orchard Clinic\nOur infusion restores the strength of your legs.\nPossible side effects are headache and fever; infection can occur.",
      "Our herbal tea tastes of apples and calms the evening.",
      "The clinic opens at nine, and parking is free.",
    },
  },
}
