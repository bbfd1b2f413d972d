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

---Whether a document is a manual for software, a licence or a recipe book. Asked once a document.
local is_technical

---Whether the text is a manual for software or a recipe, where words of certainty say nothing of health.
function claims.is_other_register(hit)
  if is_technical == nil then
    local words = #hit.document:find(lexicon "health/other-registers")
    is_technical = words >= 4 and words > #hit.document:find(lexicon "health/bodies")
  end
  if is_technical then return true end
  local section = hit.section
  return section ~= nil and #section:find(lexicon "health/other-registers") >= 3
end

local health_sectors = { "medicine", "cell-product", "procedure", "infusion", "device", "diagnostic", "supplement", "cosmetic", "veterinary", "food" }

---Abbreviations that are words when written small.
claims.abbreviations = pattern [[(?-i)\b(?:AIDS|ALS|ADD|AMD|MS|ME)\b]]

-- Diseases by the ends of their names.
local by_ending = pattern [[\b(?!(?:dia|pro|hyp|metamorph|symbi|osm|apothe|photosynth)\w*osis\b|(?:academ|bohem)ia\b|nostalgia)\w{3,}(?:itis|osis|osclerosis|a?emia|plegia|carcinoma|lymphoma|sarcoma|melanoma|blastoma|dystrophy|myalgia|neuralgia)\b|\b(?:neuro|cardiomyo|retino|nephro|myelo|arthro|encephalo|entero)pathy\b|\b(?!(?:a|the|this|that|any|of|no|for|and|or|every|each|from|with|by|all|other|treat|cure)\b)[\w'’]+ (?:syndrome|disease|disorder|palsy|dystrophy)\b]]

claims.diseases = { lexicon "health/diseases", lexicon "health/damaged-parts", claims.abbreviations, by_ending }

---Whether a document speaks of bodies and their troubles. Asked once a document: each rule starts every document with this file as it was loaded.
local speaks_of_bodies
local function is_about_bodies(document)
  if speaks_of_bodies == nil then
    local sector = document.sector
    speaks_of_bodies = sector == nil and #document.text < 400
    for _, name in ipairs(health_sectors) do
      if document:about(name) and sector ~= "investment" then speaks_of_bodies = true end
    end
    if not speaks_of_bodies then
      local named = #document:find { claims.diseases[1], claims.diseases[2] }
      speaks_of_bodies = named >= 2 or sector ~= "investment" and named + #document:find(lexicon "health/bodies") >= 5
    end
  end
  return speaks_of_bodies
end

---Whether the copy around a hit sells something for the body: by its sector, or by what the sentence names.
function claims.is_health_copy(hit)
  local sentence = hit.sentence
  if sentence and sentence:has { lexicon "health/remedies", lexicon "health/interventions", lexicon "health/natural", lexicon "health/safe-for" } then return true end
  return is_about_bodies(hit.document)
end

---Whether a sentence warns or sets a limit beside the claim.
function claims.is_warned(sentence)
  return sentence:has { lexicon "health/cautions", lexicon "health/reported-harm" }
end

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
