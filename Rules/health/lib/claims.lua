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

---Abbreviations that are words when written small.
claims.abbreviations = pattern [[(?-i)\b(?:AIDS|ALS|ADD|AMD|MS|ME)\b]]

claims.diseases = { lexicon "health/diseases", claims.abbreviations }

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
