local numbers = require "numbers"

local counted = { count = true, measure = true }
local function is_unclaimed(quantity)
  return quantity.negated or quantity.questioned or quantity.hypothetical or quantity.quoted or quantity.distanced
end

---Whether the words around a count or a measure make it a result: a change by so much, a multiple, a saving.
local function claims_result(sentence, quantity)
  if quantity:followed_by(lexicon "out-of-many", 1) or quantity:preceded_by({ "by" }, 0) and quantity:followed_by({ "to {one|1}" }, 0) then return true end
  if quantity.form == "multiple" then return quantity:followed_by(lexicon "times-as", 0) end
  if quantity.form == "percent" then return #sentence.text < 40 and quantity:preceded_by({ "up", "down", "plus", "minus" }, 0) end
  if quantity:preceded_by({ "{is|are|was|were|fell|rose|went|goes|came} {up|down}" }, 1) and not quantity:followed_by({ "{road|street|stairs|steps|floor~|metres|meters|miles|km}" }, 2) then return true end
  if quantity:preceded_by({ "from" }, 0) and quantity:followed_by({ "to *" }, 0) and quantity:preceded_by(lexicon "changes", 3) then return not sentence:starts_with(lexicon "changes") end
  local is_time = quantity.unit ~= nil and quantity:has { "second~", "minute~", "hour~", "day~", "night~", "week~", "month~", "year~" }
  if quantity:followed_by(lexicon "better-by", 2) and (not is_time or sentence:has { "sleep~", "live~", "lived", "younger", "outlive~" }) then return true end
  if quantity:preceded_by({ "by" }, 2) and quantity:preceded_by(lexicon "changes", 7) then return not sentence:starts_with(lexicon "changes") end
  return quantity.kind == "measure" and quantity.unit ~= nil and (quantity:followed_by(lexicon "spared", 5) or quantity:preceded_by(lexicon "save", 3) and not sentence:starts_with(lexicon "save"))
end

---A count or measure that tells of a change, a multiple or a saving, and no source by it.
---@type Rule
return {
  id        = "evidence/uncited-change",
  category  = "uncited-number",
  title     = "Measured change without a source",
  severity  = "warning",
  basis     = { "uk-abpi-2024/cl-6", "us-ftc-hpcg-2022" },
  message   = "“{text}” measures a result without a source by it",
  help      = "Cite the source in the sentence or right after it, or take the number out.",
  rationale = [[
    "Comes down by 2.3 points", "right in 99 cases out of a hundred" and "seven
    thousand litres saved" are results, though the number alone is a count.
    Sizes, doses and what the reader is to do are left alone.]],

  on    = "sentence",
  skip  = { "in_reference" },
  check = function(sentence)
    if #sentence.quantities == 0 or #sentence.sources > 0 or numbers.tells_source(sentence) or numbers.links_to_source(sentence) then return end
    if sentence:has(pattern [[(?-i)\b(I|I'm|I’m|I've|I’ve|[Mm]y)\b]]) then return end
    for _, quantity in ipairs(sentence.quantities) do
      if counted[quantity.kind] and not is_unclaimed(quantity) and claims_result(sentence, quantity) and not numbers.is_no_claim(sentence, quantity) and not numbers.is_identifier(quantity) then
        quantity:report()
        return
      end
    end
  end,

  examples = {
    flagged = {
      "Blood sugar comes down by ⟦2.3⟧ points before the bottle is empty.",
      "The reader is right in ⟦99⟧ cases out of a hundred.",
      "⟦Seven thousand litres⟧ of water are saved with each pair.",
      "Our savers made ⟦2.6 times⟧ their money.",
    },
    clean = {
      "Raise the temperature by 10 degrees and stir.",
      "Each bottle holds 30 ml and weighs 12 grams more than the old one.",
      "Four to one is the ratio of flour to butter.",
      "Weight fell by 2.3 kg in the trial (report of the invented registry, 2021, table 2).",
    },
  },
}
