---What the evidence in a text can carry.
local strength = {}

---The description of a single case, from which only an open conclusion is a finding.
strength.one_case = "a single case"

---What a study can carry: "weak", "sound", or nil where the text does not tell.
---@param study study?
local function of_study(study)
  if not study then return nil end
  local carries = study:supports "efficacy"
  if carries then return "sound" end
  if carries == false or study.is_early then return "weak" end
end

---Whether a cell stands in a table that gives an early phase: "Phase" above, "I" below.
local function in_early_table(sentence)
  local block = sentence.block
  if not block or block.kind ~= "cell" then return false end
  local row = block.parent
  local table = row and row.parent
  return table ~= nil and table:has { "phase" } and block:has(pattern [[^(0|1|I|1[ab]|I[ab])\b(?! ?%)]])
    and table:has { "n", "participants", "patients", "safety", "design", "size", "subjects" }
end

---Whether a sentence tells of a trial of the thing in a few people or animals: "two dozen dogs tried the chew".
local function is_small_trial(sentence)
  if not (sentence:has(lexicon "tried") or sentence:has { "trial", "study", "test", "experiment", "series" }) then return false end
  if sentence:has(lexicon "small-group") then return true end
  for _, hit in ipairs(sentence:find(lexicon "numerals")) do
    if hit:followed_by(lexicon "tested-beings", 4) then return true end
  end
  for _, quantity in ipairs(sentence.quantities) do
    local is_group = quantity.kind == "sample-size" or quantity.kind == "count" or quantity.kind == "outcome"
    local size = quantity.denominator or quantity.value
    if is_group and size and size >= 1 and size <= 30 and (quantity.unit or quantity:followed_by(lexicon "tested-beings", 4)) and quantity.form ~= "percent" then return true end
  end
  return false
end

---What a sentence tells of the evidence: kind, description and the source, if one tells it.
---@param sentence sentence
function strength.of(sentence)
  local weak
  for _, source in ipairs(sentence.sources) do
    local kind = of_study(source.study)
    if kind == "sound" then return "sound" end
    if kind == "weak" and not weak then weak = source end
  end
  if weak then return "weak", weak.study.description, weak end
  if sentence:has(lexicon "plans") or sentence:starts_with { "if", "had", "suppose" } or sentence:has(lexicon "not-a-trial") then return nil end
  if sentence:has(lexicon "sound-evidence") and not sentence:has { "no", "without", "not" } then return "sound" end
  local own = of_study(sentence.study)
  if own == "weak" then return "weak", sentence.study.description end
  if own then return own end
  if sentence:has(lexicon "early-evidence") then return "weak", "early or uncontrolled work" end
  if sentence:has(lexicon "in-models") or sentence:has(lexicon "laboratory-animals") then return "weak", "work in animals or cells" end
  for _, hit in ipairs(sentence:find(lexicon "cells")) do
    if hit:near(lexicon "dish", 7) then return "weak", "work in cells" end
  end
  if is_small_trial(sentence) then return "weak", "a trial in a few without comparison" end
  if in_early_table(sentence) then return "weak", "an early study" end
  if sentence:has(lexicon "grown-cells") and not sentence:has { "donor~", "inject~", "infuse~", "infusion~", "given", "drip~", "your own", "our cells" } then return "weak", "work in cells" end
  if sentence:has(lexicon "single-case") then return "weak", strength.one_case end
end

---The list, table or quotation that holds a sentence, else its paragraph.
function strength.container(sentence)
  local block = sentence.block
  local found = block
  while block do
    if block.kind == "list" or block.kind == "table" then found = block end
    block = block.parent
  end
  return found
end

---The weak evidence a few sentences before, if no sound evidence stands between: its description and its sentence.
function strength.before(sentence, how, concludes)
  local around = strength.container(sentence)
  local earlier = sentence.previous
  local reach = around and (around.kind == "list" or around.kind == "table") and 8 or 3
  for step = 1, reach do
    if not earlier or earlier.in_reference then return nil end
    local same = strength.container(earlier)
    local is_near = around and same and around.text == same.text
    if how == "stated" and (not is_near and step > 1 or earlier:has(lexicon "study-limits")) then return nil end
    local kind, description = strength.of(earlier)
    -- A conclusion drawn before is the finding.
    if kind == "sound" or concludes(earlier) == "drawn" then return nil end
    if kind == "weak" and description == strength.one_case and how ~= "drawn" then return nil end
    if kind == "weak" and not strength.in_marks(earlier) then return description, earlier end
    earlier = earlier.previous
  end
end

---Whether words stand in quotation marks; a block quotation alone is a page's way of setting off its own words.
function strength.in_marks(sentence, hit)
  if not (hit or sentence).quoted then return false end
  local block = sentence.block
  while block and block.kind ~= "quotation" do block = block.parent end
  return not block or sentence:has(pattern [["|“|”|«]])
end

return strength
