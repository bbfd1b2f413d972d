---For what a product is cleared, and whether it is sold for something else.
local clearance = {}

local premises = { "facility", "clinic", "premises", "centre", "center", "company", "doctors", "physicians", "site", "pharmacy", "partner", "laboratory" }
local cleared = lexicon "clearances"
local also = pattern [[\b(?:also|too|as well|even|equally)\b]]
local diseases = lexicon "health/diseases"

---The sentence that says for what a thing is cleared, and the diseases named in it.
local function stated(document)
  for _, hit in ipairs(document:find(cleared)) do
    local sentence = hit.sentence
    if sentence and not (hit.negated or hit.questioned or hit.in_reference or hit:preceded_by(premises, 4)) then
      local named = {}
      for _, disease in ipairs(sentence:find(diseases)) do named[#named + 1] = disease.text:lower() end
      return sentence, named
    end
  end
end

local function is_named(named, disease)
  local text = disease.text:lower()
  for _, name in ipairs(named) do
    if name:find(text, 1, true) or text:find(name, 1, true) then return true end
  end
  return false
end

---A claim for a disease that the stated clearance does not name, where the document is about a medicine, a device or a test.
function clearance.other_condition(document)
  if not (document:about "medicine" or document:about "device" or document:about "diagnostic" or document:about "procedure" or document:has(lexicon "cleared-things")) then return end
  local approval, named = stated(document)
  if not approval then return end
  for _, sentence in ipairs(document.sentences) do
    local aside = sentence.in_reference or sentence.negated or sentence.questioned or sentence.distanced or sentence.study
    if sentence == approval then aside = #named == 0 or not sentence:has(also) end
    if not aside and (sentence:asserts("efficacy", "plain") or sentence:has(also) or sentence:has { lexicon "health/benefits", lexicon "health/cure-verbs", lexicon "health/cure-predicates" }) and not sentence:has(lexicon "health/happening") then
      for _, disease in ipairs(sentence:find(diseases)) do
        if not is_named(named, disease) and not disease.negated then return disease end
      end
    end
  end
end

return clearance
