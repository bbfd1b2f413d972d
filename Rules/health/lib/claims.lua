---What rules on health claims ask of every hit.
local claims = {}

---Whether the words are in quotation marks: a block set off as a quotation without marks is often the copy's own slogan.
function claims.is_in_quotation_marks(hit)
  return hit.quoted and hit.block ~= nil and hit.block:has(pattern [=["|“|”|„|«|‘|’\s|\x27]=])
end

---Whether the words around a hit take the claim back or put it in another mouth.
function claims.is_unasserted(hit)
  return hit.negated or claims.is_in_quotation_marks(hit) or hit.distanced or hit.questioned or hit.hypothetical or hit.in_reference
end

---Whether the text is a manual for software or a recipe, where words of certainty say nothing of health.
function claims.is_other_register(hit)
  local section = hit.section
  return section ~= nil and #section:find(lexicon "health/other-registers") >= 3
end

local health_sectors = { "medicine", "cell-product", "procedure", "infusion", "device", "diagnostic", "supplement", "cosmetic", "veterinary", "food" }

---Whether the copy around a hit sells something for the body: by its sector, or by what the sentence names.
function claims.is_health_copy(hit)
  if hit.sentence and hit.sentence:has { lexicon "health/remedies", lexicon "health/interventions", lexicon "health/natural", lexicon "health/safe-for" } then return true end
  local sector = hit.document.sector
  for _, name in ipairs(health_sectors) do
    if sector == name then return true end
  end
  return sector == nil and #hit.document.text < 400
end

---Whether a sentence warns or sets a limit beside the claim.
function claims.is_warned(sentence)
  return sentence:has { lexicon "health/cautions", lexicon "health/reported-harm" }
end

---Abbreviations that are words when written small.
claims.abbreviations = pattern [[(?-i)\b(?:AIDS|ALS|ADD|AMD|MS|ME)\b]]

claims.diseases = { lexicon "health/diseases", lexicon "health/damaged-parts", claims.abbreviations }

---Reports the claim, or the sentence where the hit stands alone in its clause ("no pain – guaranteed").
function claims.report(hit, options)
  local claim, sentence = hit.claim, hit.sentence
  if #claim.text <= #hit.text + 1 and sentence and #sentence.text < 400 then
    sentence:report(options)
  elseif #claim.text < 400 then
    claim:report(options)
  else
    hit:report(options)
  end
end

return claims
