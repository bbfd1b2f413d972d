-- Over 80 lines: what the evidence is, and what counts as a conclusion from it, have to be judged together.

---What a study can carry: "weak", "sound", or nil where the text does not tell.
---@param study study?
local function strength(study)
  if not study then return nil end
  local carries = study:supports "efficacy"
  if carries then return "sound" end
  if carries == false or study.is_early then return "weak" end
end

---Whether a cell stands in a table that gives an early phase: "Phase" above, "I" below.
local function early_table(sentence)
  local block = sentence.block
  if not block or block.kind ~= "cell" then return false end
  local row = block.parent
  local table = row and row.parent
  return table ~= nil and table:has { "phase" } and block:has(pattern [[^(0|1|I|1[ab]|I[ab])\b(?! ?%)]])
    and table:has { "n", "participants", "patients", "safety", "design", "size", "subjects" }
end

---What a sentence tells of the evidence: kind, description and the source, if one tells it.
---@param sentence sentence
local function evidence(sentence)
  local weak
  for _, source in ipairs(sentence.sources) do
    local kind = strength(source.study)
    if kind == "sound" then return "sound" end
    if kind == "weak" and not weak then weak = source end
  end
  if weak then return "weak", weak.study.description, weak end
  if sentence:has(lexicon "plans") or sentence:starts_with { "if", "had", "suppose" } then return nil end
  local own = strength(sentence.study)
  if own == "weak" then return "weak", sentence.study.description end
  if own then return own end
  if sentence:has(lexicon "early-evidence") then return "weak", "early or uncontrolled work" end
  if early_table(sentence) then return "weak", "an early study" end
end

---The list, table or quotation that holds a sentence, else its paragraph.
local function container(sentence)
  local block = sentence.block
  local found = block
  while block do
    if block.kind == "list" or block.kind == "table" then found = block end
    block = block.parent
  end
  return found
end

---Whether a rate is reported rather than a benefit concluded: "6 of 9 patients improved".
local function reports_rate(sentence)
  for _, quantity in ipairs(sentence.quantities) do
    if quantity.kind == "outcome" and (quantity.form == "ratio" or quantity.form == "percent") then return true end
  end
  return false
end

---Whether words stand in quotation marks; a block quotation alone is a page's way of setting off its own words.
local function in_marks(sentence, hit)
  if not (hit or sentence).quoted then return false end
  local block = sentence.block
  while block and block.kind ~= "quotation" do block = block.parent end
  return not block or sentence:has(pattern [["|“|”|«]])
end

---Whether a sentence says of animals or cells what happens in them, and not of the reader.
local function keeps_to_model(sentence)
  return sentence:has(lexicon "in-models") and not sentence:has { "you", "your", "patient*", "people", "human*", "women", "men", "children" }
end

---How a sentence concludes: "drawn" in so many words, "stated" as plain fact; nil where it does not.
---@param sentence sentence
local function conclusion(sentence)
  if sentence:has(lexicon "study-limits") or sentence:has(lexicon "plans") then return nil end
  local carried = sentence:first(lexicon "transfer")
  if carried and not (carried.negated or carried.questioned or carried.distanced or in_marks(sentence, carried)) then return "drawn" end
  local claim = sentence:asserts "efficacy" and sentence:assertion "efficacy"
  if not claim or claim.hypothetical or claim.negated or claim.questioned or in_marks(sentence, claim) then return nil end
  local cue = sentence:first(lexicon "inference") or sentence:first(pattern [[^(and )?so\b(?! far)|\bso (it|you|your|our|we)\b]])
  local before = sentence.previous
  cue = cue or before and before.is_lead_in and before:first(lexicon "inference")
  if cue and not (cue.negated or cue.questioned or cue.distanced) or sentence:asserts "establishment" then return "drawn" end
  if not sentence:asserts("efficacy", "plain") or reports_rate(sentence) or sentence:starts_with(lexicon "staff") then return nil end
  if claim:has(lexicon "present-benefit") or claim:preceded_by({ "can {now|} be", "will {now|soon|} be" }, 2) then return "stated" end
  return "reported"
end

---Benefit concluded from studies that cannot show benefit.
---@type Rule
return {
  id        = "evidence/efficacy-from-early-phase",
  category  = "efficacy-from-early-phase",
  title     = "Efficacy concluded from early evidence",
  severity  = "error",
  basis     = { "us-21-cfr-202-1-e-6", "us-21-cfr-312-7-a", "us-ftc-hpcg-2022", "uk-abpi-2024/cl-6" },
  message   = "concludes a benefit from evidence that cannot show one",
  help      = "Say what kind of study it was, in how many people and what it measured, without the conclusion; or cite a controlled trial.",
  rationale = [[
    A phase I, pilot, safety or uncontrolled study is not made to show that a
    treatment works, and neither is work in animals or cells. Readers take
    "promising" or "in a first study" as praise. The rule follows each citation
    to its entry and reads there what kind of study it was, or takes the words
    of the text; the conclusion may stand in a later sentence than the study.
    A result that is merely reported, or given with its limits, is left alone.]],

  on    = "sentence",
  skip  = { "in_reference" },
  check = function(sentence)
    local how = conclusion(sentence)
    if not how then return end
    local block = sentence.block
    local is_heading = block and (block.kind == "heading" or block.kind == "title")
    if is_heading and how ~= "drawn" then return end

    local kind, description, source = evidence(sentence)
    if kind == "sound" then return end
    local next = sentence.next
    local is_limited = next and next:has(lexicon "study-limits")
    if kind == "weak" then
      if source and not sentence.study then
        -- The sentence hides what the entry says.
        if is_limited and how ~= "drawn" then return end
        sentence:report {
          message  = ("cites “%s”, %s, as proof of a benefit"):format(source.text, description),
          see      = source.reference,
          see_note = "the entry says what kind of study it was",
        }
      elseif how == "drawn" or how == "stated" and not is_limited and not keeps_to_model(sentence) then
        sentence:report { message = ("concludes a benefit from %s"):format(description) }
      end
      return
    end

    -- The evidence may stand a few sentences earlier.
    if how == "reported" or #sentence.sources > 0 or sentence.is_lead_in then return end
    if how == "stated" and is_limited then return end
    local around = container(sentence)
    local earlier = sentence.previous
    local reach = around and (around.kind == "list" or around.kind == "table") and 8 or 3
    for _ = 1, reach do
      if not earlier or earlier.in_reference then return end
      local same = container(earlier)
      local is_near = around and same and around.text == same.text
      if how == "stated" and (not is_near or earlier:has(lexicon "study-limits")) then return end
      kind, description, source = evidence(earlier)
      if kind == "sound" then return end
      if kind == "weak" and not in_marks(earlier) then
        sentence:report {
          message  = ("concludes a benefit from %s"):format(description),
          see      = earlier,
          see_note = "the evidence",
        }
        return
      end
      earlier = earlier.previous
    end
  end,

  examples = {
    flagged = {
      "⟦Phase I and Phase II trials consistently report functional improvements.⟧",
      "⟦Rats regained their balance after a week, and our patients recover in the same way.⟧",
      "Our phase 1 trial in nineteen volunteers looked at tolerability. ⟦It leaves no doubt that the drug slows the disease.⟧",
      "In mice the extract shrank tumours. ⟦That is why it works against your melanoma too.⟧",
      [[⟦Walking improves within a week (Kemper et al. 2019).⟧
References
Kemper A, Roe B. A phase I safety trial of cell grafts. J Invented Med 2019;4:11–18.]],
      { markdown = "⟦Nerves regenerate within weeks [1].⟧\n\n## References\n\n1. Alda P. Nerve repair in an open-label pilot study. *Invented Neurol* 2020;2:1–9.\n" },
      { markdown = "- Design: single arm, 14 participants, no comparator\n- Length: 4 weeks\n- ⟦Verdict: it beats insomnia⟧\n" },
    },
    clean = {
      "In a phase I study of nine people no serious harm was seen; it was not designed to show a benefit.",
      "In mice the extract slowed tumour growth. Results in animals often do not carry over to people.",
      "In a pilot study of 12 people, pain fell in seven. A controlled trial is needed before we can say whether the cream helps.",
      "We are recruiting for a pilot study of the new method.",
      "Phase I of the building works is complete, and parking has improved.",
      [[Walking improved more than with placebo (Kemper et al. 2019).
References
Kemper A, Roe B. A randomised placebo-controlled trial of cell grafts in 240 people. J Invented Med 2019;4:11–18.]],
    },
  },
}
