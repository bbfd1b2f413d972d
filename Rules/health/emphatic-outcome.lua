local claims = require "claims"
local outcomes = require "outcomes"

---An outcome put beyond doubt by an idiom.
---@type Rule
return {
  id        = "health/emphatic-outcome",
  category  = "guarantee",
  title     = "Outcome beyond doubt",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” puts the outcome beyond doubt",
  help      = "Take the assurance out and say what was observed, in whom.",
  rationale = [[
    "Without fail", "no ifs, no buts" and "count on it" turn a hope into a
    promise. The same words in an instruction ("every day without fail") or
    about the seller's own service are left alone.]],

  find  = { lexicon "emphasis", lexicon "permanence", pattern [[\b(?:never|no more)\b[^.!?;:]{3,60}\b(?:again|ever)\b]], pattern [[^(?:(?:for)?ever|always|never|certain|certainly|promised?|fact|period|every (?:single )?(?:time|night|day|wash))[.!]*$]] },
  check = function(hit)
    if outcomes.is_unasserted(hit) or claims.is_other_register(hit) then return end
    local sentence = hit.sentence
    -- A disease ended for good is called cured, which other rules report.
    if hit:has(lexicon "permanence") and sentence:has(claims.diseases) and sentence:has { lexicon "cure-verbs", lexicon "cure-predicates" } then return end
    if hit:has(lexicon "permanence") and not sentence:has { lexicon "time-marks", "will", "'ll", "you'll", "goodbye", "your" } then return end
    if hit:has { "wash", "session", "night", "use", "dose", "application" } and hit.after:find "^ *%w" then return end
    if hit:has { "time" } and hit:followed_by({ "you", "it", "the", "a", "he", "she", "they", "your" }, 0) then return end
    if sentence:has { lexicon "own-promises", lexicon "conditions-of-sale" } or outcomes.is_open(sentence) or sentence:has { "harm", "harms", "damages", "cause", "causes", "dangerous", "worsen~", "net zero", "carbon", "emission~", "climate" } then return end
    -- A conclusion from evidence is the matter of other rules.
    if sentence.study or sentence:has { lexicon "evidence/early-evidence", lexicon "evidence/authorities" } and hit:has { "* doubt", "* question", "* no doubt", "* no question" } then return end
    if outcomes.is_instruction(sentence) or outcomes.is_instruction(hit.clause) then return end
    if sentence:has(lexicon "certainty") and hit:has { "guarantee~" } then return end
    if sentence:has(outcomes.all) then
      sentence:report()
    elseif sentence.words < 9 and sentence.previous and sentence.previous.block == sentence.block and (sentence.previous:has(outcomes.bodily) or sentence.previous:has { "result~", "work~", "relief", "success" }) and not sentence.previous:has(lexicon "own-promises") and not outcomes.is_open(sentence.previous) then
      sentence:report()
    end
  end,

  examples = {
    flagged = {
      "⟦Users lose ten pounds without fail.⟧",
      "⟦No ifs, no buts: you'll be back in your old jeans by June.⟧",
    },
    clean = {
      "Take your tablet every morning without fail.",
      "Rest assured that your data are encrypted.",
      "No exceptions to the returns policy are possible.",
    },
  },
}
