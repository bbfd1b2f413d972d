---Unnamed studies, experts or science, said to have shown it.
---@type Rule
return {
  id        = "evidence/unnamed-authority",
  category  = "clinically-proven",
  title     = "Unnamed evidence",
  severity  = "error",
  basis     = { "us-ftc-hpcg-2022", "uk-cap/12-1", "uk-abpi-2024/cl-6" },
  message   = "“{text}” calls on evidence that is not named",
  help      = "Cite the studies, with their limits, or take the sentence out.",
  rationale = [[
    "Studies consistently show" and "science proves" claim a settled body of
    evidence. Where no study is named beside the words, nobody can check it.]],

  find  = lexicon "establishing-verbs",
  skip  = { "negated", "distanced", "questioned", "hypothetical", "in_reference" },
  check = function(hit)
    if hit.quoted and hit.block and hit.block:has(pattern [["|“|”|„|«|‘|’\s]]) then return end
    local sentence, subject = hit.sentence, hit.subject
    local passive = hit:followed_by({ "by" }, 1) and hit:followed_by(lexicon "authorities", 5)
    if not passive and not (subject and subject:has(lexicon "authorities")) then return end
    if sentence:has(lexicon "not-establishing") or #sentence.sources > 0 then return end
    if sentence.study and sentence.study.size then return end
    if sentence:has(lexicon "establishment") then return end
    if subject and subject:has { "we", "i", "this case", "the figure", "the table", "screenshot", "your doctor", "ask your", "a doctor", "the doctor", "my doctor", "appointment" } then return end
    if hit:has { "confirm~" } and (hit:followed_by({ "date", "time", "appointment", "booking", "diagnosis", "dose", "place", "whether" }, 2) or hit:preceded_by({ "will", "to", "can" }, 0)) then return end
    local claim = hit.claim
    if #claim.text < 400 then claim:report() else hit:report() end
  end,

  examples = {
    flagged = {
      "⟦University research confirms it all⟧.",
      "⟦Trials have shown time and again that cold plasma tightens the eyelid⟧.",
      "⟦One of the largest clinical studies ever done proves it⟧.",
    },
    clean = {
      "Some small studies show that it helps, others do not.",
      "Research confirmed as funded: two posts.",
      "Leave the dough to prove for forty minutes.",
      "Studies have not shown that it works.",
    },
  },
}
