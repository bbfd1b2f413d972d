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


local cleared = pattern [[\b(?:approved|cleared|licensed|authori[sz]ed|certified)\b(?: \w+){0,3} (?:for|to|in)\b]]
local also = pattern [[\b(?:also|too|as well|even|equally)\b]]

---A claim for a condition that the stated approval does not name, where the document is about a medicine, a device or a test.
function unapproved.other_condition(document)
  if not (document:about "medicine" or document:about "device" or document:about "diagnostic" or document:about "procedure") then return end
  local named, approval
  for _, sentence in ipairs(document.sentences) do
    local hit = sentence:first(cleared)
    if hit and not hit.negated and not hit.questioned then
      local conditions = sentence:find(lexicon "conditions")
      if #conditions > 0 then approval, named = sentence, named or {} end
      for _, condition in ipairs(conditions) do named[condition.text:lower()] = true end
    end
  end
  if not named then return end
  for _, sentence in ipairs(document.sentences) do
    local aside = sentence == approval or sentence.in_reference or sentence.negated or sentence.questioned or sentence.distanced or sentence.study
    if not aside and (sentence:asserts("efficacy", "plain") or sentence:has(also) or sentence:has(lexicon "health/benefits")) and not sentence:has(lexicon "health/happening") then
      for _, condition in ipairs(sentence:find(lexicon "conditions")) do
        local known = false
        for name in pairs(named) do
          known = known or name:find(condition.text:lower(), 1, true) or condition.text:lower():find(name, 1, true)
        end
        if not known and not condition.negated then return condition end
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
