---Products and uses without approval, and what a document says of their status.
local unapproved = {}

local no_product = pattern [[\b(?:plant|apple|grape|edelweiss|rose|argan|botanical)[ -]stem[ -]cells?\b|\bstem[ -]cell (?:cream|serum|mask|shampoo|lotion)\b]]
local facility = { "laboratory", "lab", "facility", "clinic", "plant", "premises", "centre", "center", "company", "doctors", "physicians", "site", "pharmacy", "partner", "kit", "tube", "device", "machine" }
---Whether the document says that the product or use has no approval, or for what it is approved.
function unapproved.states_status(document)
  for _, hit in ipairs(document:find(lexicon "status-statements")) do
    local positive = not hit:has(pattern [[\bnot\b|n['’]t\b|\bno\b|\bnever\b|\bneither\b|\bnor\b|\bun(?:approved|licen[sc]ed|authori[sz]ed|registered)|investigational|experimental|off.label|outside|beyond|without|only|trial|exemption|compassionate|access|study|named|special]])
    local stands = not hit.questioned and not hit.distanced and not hit.quoted and not hit.hidden
    if positive then
      stands = stands and not hit.negated and not hit:preceded_by(facility, 4)
    else
      stands = stands and not hit.in_reference and not hit:preceded_by({ "no longer", "nothing" }, 2)
    end
    if stands then return true end
  end
  return false
end


local cleared = lexicon "clearances"
local also = pattern [[\b(?:also|too|as well|even|equally)\b]]
local diseases = lexicon "health/diseases"

---The sentence that says for what a thing is cleared, and the diseases named in it.
local function clearance(document)
  for _, hit in ipairs(document:find(cleared)) do
    local sentence = hit.sentence
    if sentence and not (hit.negated or hit.questioned or hit.in_reference or sentence:has(facility)) then
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
function unapproved.other_condition(document)
  if not (document:about "medicine" or document:about "device" or document:about "diagnostic" or document:about "procedure" or document:has(lexicon "cleared-things")) then return end
  local approval, named = clearance(document)
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

---Whether a hit promotes nothing: denied, doubted, in a reference.
local function aside(hit)
  return hit.negated or hit.distanced or hit.in_reference or hit.hidden or hit.questioned
end

---The first hit of a list that stands in the text proper.
function unapproved.standing(document, list)
  for _, hit in ipairs(document:find(list)) do
    if not aside(hit) then return hit end
  end
end

---The first product that no regulator has approved.
function unapproved.product(document)
  for _, hit in ipairs(document:find(lexicon "unapproved-products")) do
    local in_title = hit.block and (hit.block.kind == "reference-entry" or hit.block.kind == "metadata")
    local sentence = hit.sentence
    if not aside(hit) and not in_title and not (sentence and sentence:has(no_product)) then return hit end
  end
  for _, block in ipairs(document.blocks) do
    -- A product table's column of stages.
    local stage = block.kind == "cell" and block:first(pattern [[^(?:phase|stage)\s(?:[123]|I{1,3})\b]])
    if stage then return stage end
  end
end

---A thing that is approved for something, or for nothing, beside a use for which it is not.
function unapproved.use(document)
  local standing = unapproved.standing
  if document:has(lexicon "approved-drugs") then
    for _, hit in ipairs(document:find(lexicon "other-uses")) do
      if not aside(hit) and not hit.quoted then return hit end
    end
  end
  local gadget = standing(document, lexicon "unproven-treatments")
  if gadget then
    local disease = standing(document, lexicon "unproven-for") or standing(document, lexicon "conditions")
    if disease then return gadget end
  end
  local genes = standing(document, lexicon "gene-tests")
  if genes and standing(document, lexicon "drug-choice") then return genes end
end

return unapproved
