local claims = require "claims"

---Harmlessness inferred from what a thing is made of.
---@type Rule
return {
  id        = "health/because-natural",
  category  = "absolute-safety",
  title     = "Harmless because natural",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-h", "uk-abpi-2024/cl-6-4", "us-ftc-act/s-5" },
  message   = "“{text}” infers safety from a natural origin",
  help      = "Take the inference out: plants, vitamins and one's own cells have side effects too.",
  rationale = [["It is only fruit, so relax" says that nothing can happen, because of where the thing comes from.]],

  find  = lexicon "only-natural",
  check = function(hit)
    if claims.is_unasserted(hit) or claims.is_other_register(hit) then return end
    local sentence, next, previous = hit.sentence, hit.sentence.next, hit.sentence.previous
    if claims.is_warned(sentence) then return end
    local calm = lexicon "reassurance"
    if sentence:has(calm) or next and #next.text < 70 and next:has(calm) or previous and #previous.text < 70 and previous:has { calm } then
      if sentence:has { "safe", lexicon "no-harm", lexicon "harm-impossible", lexicon "harmless-use" } then return end
      claims.report(hit)
    end
  end,

  examples = {
    flagged = { "⟦It's just vitamins⟧, so relax.", "⟦Only plants, so relax.⟧" },
    clean   = { "It's just fruit and water.", "Relax with a cup of herbal tea.", "The cream contains only plant oils." },
  },
}
