---The sentence in the cell to the right, where the words stand in the first cell of a row.
local function cell_beside(sentence)
  local cell, answer = sentence.block, sentence.next
  local beside = answer and answer.block
  if not cell or cell.kind ~= "cell" or not beside or beside.kind ~= "cell" then return nil end
  local row = cell.parent
  return row and beside.parent and row.text == beside.parent.text and answer or nil
end

---The question whether it is dangerous, answered with no.
---@type Rule
return {
  id        = "health/danger-answered-no",
  category  = "absolute-safety",
  title     = "Danger denied in an answer",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” denies every danger",
  help      = "Answer with the known harms and how often they occur.",
  rationale = [["Are there side effects? None." denies all harm across two sentences, or two cells of a table.]],

  on    = "sentence",
  check = function(sentence)
    if sentence.quoted or sentence:has { "return~", "invest*", "money", "capital", "coin~", "fund~" } then return end
    local asks_harm = sentence:has(lexicon "asks-harm")
    if sentence.text:sub(-1) ~= "?" then
      local answer = #sentence.text < 60 and cell_beside(sentence)
      local denies = answer and (asks_harm or sentence:has(lexicon "grave-harms")) and #answer.text < 60 and answer:starts_with(lexicon "answers-no")
      if denies and not answer:has { "reported", "observed", "seen", "known", "study", "trial", "recorded", "found" } then answer:report() end
      return
    end
    local asks_safe = sentence:has(lexicon "asks-safe")
    local answer = sentence.next
    if not answer or answer.hidden or #answer.text > 160 then return end
    if asks_harm and answer:starts_with(lexicon "answers-no") or asks_safe and answer:starts_with(lexicon "answers-yes") then
      if answer:has { "but", "however", "except", "unless", "although", "ask", "guarantee", "consult", "can be ruled out", "procedure is", "treatment is free", "treatment is without", "not safe" } then return end
      if answer.next and answer.next.block and answer.block and answer.next.block.text == answer.block.text and answer.next:has { "bruis*", "side effect~", "swelling", "bleeding", "infection~", "some people", "may", "can" } then return end
      answer:report()
    end
  end,

  examples = {
    flagged = {
      "Is it dangerous? ⟦Not in the slightest.⟧",
      "Are there any side effects? ⟦None.⟧",
      { markdown = "| | Our serum |\n|---|---|\n| Unwanted reactions | ⟦none, ever⟧ |\n" },
    },
    clean = {
      "Is it dangerous? Yes, bleeding and infection can occur.",
      "Is there a risk? No treatment is free of risk, but ours is rarely followed by one.",
      "Is parking difficult? Not at all.",
    },
  },
}
