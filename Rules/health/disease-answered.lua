local claims = require "claims"

---A question that names a disease, answered with its end: "And my gout? Kiss it goodbye."
---@type Rule
return {
  id        = "health/disease-answered",
  category  = "cure",
  title     = "Disease ended in an answer",
  severity  = "error",
  basis     = { "us-fdca/s-201-g", "us-ftc-act/s-5", "uk-cap/12-1" },
  message   = "“{text}” answers that a disease is ended",
  help      = "Take the claim out; without an authorisation for this use only neutral information about the disease is possible.",
  rationale = [["Arthritis? Sorted." claims a cure across two sentences.]],

  on    = "sentence",
  check = function(sentence)
    if sentence.quoted or sentence.distanced or #sentence.text > 140 or not sentence:has(claims.diseases) then return end
    local follow = sentence.next
    if sentence.text:sub(-1) ~= "?" then
      -- "Others manage diabetes. We remove it."
      local ended = follow and #follow.text < 70 and not sentence:has(lexicon "disease-mentions") and follow:first(lexicon "ended-it")
      if ended and not claims.is_unasserted(ended) and not follow:has { lexicon "instructions", "if", "doctor" } then follow:report() end
      return
    end
    local answer = sentence.next
    while answer and answer.text:sub(-1) == "?" and #answer.text < 60 do answer = answer.next end
    if not answer or answer.hidden or answer.quoted or answer.hypothetical or #answer.text > 170 then return end
    if answer:has { lexicon "approved-use", lexicon "disease-mentions", lexicon "instructions", lexicon "natural-course", "but", "however", "unfortunately", "evidence", "not", "may", "might", "speak to", "talk to", "see a" } and not answer:has { "will not", "won't", "not any more", "not for long" } then return end
    local asks = sentence:has(lexicon "asks-cure")
    local affirms = (asks or sentence:starts_with { "can", "does", "will", "could", "do" } and not sentence:has(lexicon "asks-otherwise")) and (#answer.text < 60 and answer:has { ", yes", "yes," } or answer:starts_with { lexicon "answers-yes", "we do", "it does", "gladly", "and how", "like nothing else", "wonderful~" })
    local ends = answer:has(lexicon "ended-in-answer") or #sentence.text < 45 and #answer.text < 60 and answer:has { lexicon "cure-predicates" }
    if not affirms and not ends then return end
    if answer:starts_with { "no.", "no,", "no ", "not" } and not answer:has(lexicon "ended-in-answer") then return end
    -- Where the answer names a disease of its own, disease-cured reports it.
    if answer:has(claims.diseases) and answer:has { lexicon "cure-verbs", lexicon "cure-predicates" } then return end
    answer:report()
  end,

  examples = {
    flagged = { "And my type 2 diabetes? ⟦Kiss it goodbye.⟧", "Does the tea work for gout? ⟦Absolutely.⟧", "Migraine? ⟦Our patch stops it in its tracks.⟧" },
    clean   = { "Do you have epilepsy? Stop using the mask and ask your doctor.", "Can the tea cure gout? No.", "Do you have diabetes? Tell us before your visit.", "Is gout painful? Yes." },
  },
}
