local conclusion = require "conclusion"
local strength = require "strength"

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
    A result merely reported, or given with its limits, is left alone.]],

  on    = "sentence",
  skip  = { "in_reference" },
  check = function(sentence)
    local how = conclusion.of(sentence)
    local role = sentence.block and sentence.block.kind
    local implies = not how and conclusion.implies(sentence)
    if not how and conclusion.hands_over(sentence) then return sentence:report() end
    if not how and not implies or how ~= "drawn" and (role == "heading" or role == "title") then return end

    local kind, description, source = strength.of(sentence)
    if kind == "sound" then return end
    if implies then
      return kind == "weak" and not (sentence.next and sentence.next:has(lexicon "study-limits")) and sentence:report { message = ("concludes a benefit from %s"):format(description) }
    end
    if description == strength.one_case and how ~= "drawn" then return end
    local is_limited = sentence.next and sentence.next:has(lexicon "study-limits")
    local is_open = how == "drawn" or how == "stated" and not is_limited
    if kind == "weak" and source and not sentence.study then
      -- The sentence hides what the entry says.
      if is_limited and how ~= "drawn" then return end
      sentence:report {
        message  = ("cites “%s”, %s, as proof of a benefit"):format(source.text, description),
        see      = source.reference,
        see_note = "the entry says what kind of study it was",
      }
    elseif kind == "weak" then
      if is_open and (how == "drawn" or not conclusion.keeps_to_model(sentence)) then
        sentence:report { message = ("concludes a benefit from %s"):format(description) }
      end
    elseif is_open and #sentence.sources == 0 and not sentence.is_lead_in and not conclusion.calls_witnesses(sentence) then
      local told, earlier = strength.before(sentence, how, conclusion.of)
      if told then sentence:report { message = ("concludes a benefit from %s"):format(told), see = earlier, see_note = "the evidence" } end
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
