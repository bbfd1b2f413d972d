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
    if sentence.text:sub(-1) ~= "?" or sentence.quoted then return end
    local asks_harm = sentence:has(lexicon "asks-harm")
    local asks_safe = sentence:has(lexicon "asks-safe")
    local answer = sentence.next
    if not answer or answer.hidden or #answer.text > 160 then return end
    if asks_harm and answer:starts_with(lexicon "answers-no") or asks_safe and answer:starts_with(lexicon "answers-yes") then
      if answer:has { "but", "however", "except", "unless", "although", "ask", "guarantee", "consult", "can be ruled out", "procedure is", "treatment is free", "treatment is without", "not safe" } then return end
      if answer.next and answer.next:has { "bruis*", "side effect~", "swelling", "bleeding", "infection~", "some people", "may", "can" } then return end
      answer:report()
    end
  end,

  examples = {
    flagged = {
      "Is it dangerous? ⟦Not in the slightest.⟧",
      "Are there any side effects? ⟦None.⟧",
    },
    clean = {
      "Is it dangerous? Yes, bleeding and infection can occur.",
      "Is there a risk? No treatment is free of risk, but ours is rarely followed by one.",
      "Is parking difficult? Not at all.",
    },
  },
}
