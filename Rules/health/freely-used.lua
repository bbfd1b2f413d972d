local claims = require "claims"

---A remedy that anybody may use, at any dose, with anything.
---@type Rule
return {
  id        = "health/freely-used",
  category  = "absolute-safety",
  title     = "Use without limit",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-abpi-2024/cl-6-4", "us-ftc-act/s-5" },
  message   = "“{text}” says that anybody may use it without limit",
  help      = "Say who may use how much, and who should ask a doctor first.",
  rationale = [[
    "At any dose", "with any medicine" and "even newborns" say that nothing can
    happen to anyone. Doses, interactions and vulnerable people are the limits
    that every product has.]],

  find  = lexicon "harmless-use",
  check = function(hit)
    if hit.questioned or hit.hypothetical or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) then return end
    if hit.negated and not hit:has { "no", "cannot", "can't", "impossible", "without", "nothing", "never", "zero", "won't" } then return end
    if claims.is_other_register(hit) or hit.clause:has(lexicon "no-harm") or hit.clause:has(lexicon "harm-impossible") then return end
    local sentence = hit.sentence
    if claims.is_warned(sentence) or sentence:has(lexicon "denial-of-other-things") then return end
    if hit:has { "enough {for|to}" } and not hit:followed_by({ lexicon "safe-for", lexicon "everyday-use" }, 4) then return end
    if hit.clause:has { "safe" } and not hit:has { "enough *" } then return end
    if hit:has { "fine *", "ok *", "okay *", "great *", "good *", "alright *", "all right *" } and not hit:has { "everyone", "everybody", "every *", "all ages" } and not (hit:followed_by(lexicon "vulnerable", 2) or hit:has(lexicon "vulnerable")) then return end
    if not claims.is_health_copy(hit) then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "⟦The drops can be taken with any medication⟧.",
      "⟦Our balm is pure enough for newborns⟧.",
      "⟦The infusion is fine at any dose⟧.",
    },
    clean = {
      "Do not take the drops with any other medication.",
      "You may come back as often as you like.",
      "The cable is soft enough to bend.",
    },
  },
}
