---Promises of a certain outcome.
---@type Rule
return {
  id        = "health/guaranteed-outcome",
  category  = "guarantee",
  title     = "Guaranteed outcome",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-a", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” promises an outcome that nobody can guarantee",
  help      = "Say what was observed, in whom, and that results differ.",
  rationale = [[
    Readers take a guarantee as a fact about themselves. No treatment works in
    everyone, and a provider can promise what it does itself (a refund, a date,
    a warranty), not what happens in a body.]],

  find  = { lexicon "certainty", lexicon "assurance" },
  skip  = { "negated", "quoted", "distanced", "questioned", "hypothetical", "in_reference" },
  check = function(hit)
    if hit:near(lexicon "own-promises", 8) then return end
    if hit.sentence and hit.sentence:has(lexicon "conditions-of-sale") then return end
    hit:report()
  end,

  examples = {
    flagged = {
      "We ⟦guarantee⟧ that you will walk again.",
      "A calmer life is ⟦assured⟧.",
      "It ⟦never fails⟧, whatever your age.",
    },
    clean = {
      "No result can be guaranteed.",
      "30-day money-back guarantee.",
      "Delivery before noon is guaranteed.",
      "Please make sure that every field is filled in.",
      "Beware of anyone who says that success is guaranteed.",
    },
  },
}
