local claims = require "claims"

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

  find  = lexicon "emphasis",
  check = function(hit)
    if claims.is_unasserted(hit) or claims.is_other_register(hit) then return end
    local sentence = hit.sentence
    if sentence:has { lexicon "own-promises", lexicon "conditions-of-sale" } then return end
    if sentence:starts_with(lexicon "instructions") or hit.clause:starts_with(lexicon "instructions") then return end
    if not sentence:has { lexicon "outcomes", lexicon "diseases" } then return end
    sentence:report()
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
