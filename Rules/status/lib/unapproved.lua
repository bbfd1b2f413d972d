---Products and uses without approval, and what a document says of their status.
local clearance = require "clearance"
local unapproved = { other_condition = clearance.other_condition }

local diseases = lexicon "health/diseases"

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

---A test that is merely on a regulator's list, and is sold for a disease.
function unapproved.registered(document)
  if not document:about "diagnostic" then return end
  local listed = unapproved.standing(document, lexicon "merely-listed")
  if listed and unapproved.standing(document, diseases) then return listed end
end

---A medicine beside a use for which it is not approved, or a gene test that chooses medicines.
function unapproved.use(document)
  local standing = unapproved.standing
  local drugs = lexicon "approved-drugs"
  if document:has(drugs) then
    local leading = false
    for index = 1, math.min(4, #document.sentences) do leading = leading or document.sentences[index]:has(drugs) end
    for _, hit in ipairs(document:find(lexicon "other-uses")) do
      if not aside(hit) and not hit.quoted and (leading or hit.sentence and hit.sentence:has(drugs)) then return hit end
    end
  end
  local genes = standing(document, lexicon "gene-tests")
  if genes and standing(document, lexicon "drug-choice") then return genes end
end

return unapproved
