local claims = require "claims"

-- Things, and not bodies, that may be spared: "nothing to harm the paint".
local things = { "finish", "paint", "paintwork", "fabric~", "surface~", "enamel", "cloth", "screen", "lawn", "furniture", "car", "engine", "data", "file~", "garment~", "wood", "metal", "worktop~", "carpet~", "stitching", "wool", "record~" }
-- Words of fear, which speak of many other things too, beside words that say whose body fears what.
local fears = { "fear", "dread", "worry about", "be afraid of", "be scared of", "be nervous about", "regret", "lose sleep over" }
local bodily = { lexicon "interventions", lexicon "safe-for", lexicon "remedies", "safe", "body", "skin", "stomach~", "complexion~", "liver", "nervous", "dose~", "side effect~", "cell~", "ingredient~" }

---Harm that has come to nobody, or that nothing in the thing could do.
---@type Rule
return {
  id        = "health/no-one-harmed",
  category  = "absolute-safety",
  title     = "Nobody harmed, nothing that harms",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” says that nobody can come to harm",
  help      = "Name the known harms, or say how many people had none and in which study.",
  rationale = [[
    "No dog has been the worse for it" and "there is nothing in it that could
    trouble a baby" promise safety by experience or by contents. A study's count,
    with its size, is a report and left alone.]],

  find  = { lexicon "nobody", lexicon "nothing-at-all" },
  check = function(hit)
    if hit.questioned or hit.hypothetical or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) or claims.is_other_register(hit) then return end
    local sentence = hit.sentence
    if not sentence or sentence.study and sentence.study.size or #sentence.sources > 0 or claims.is_warned(sentence) or sentence:has(lexicon "denial-of-other-things") then return end
    local nothing = hit:has(lexicon "nothing-at-all") and not hit:has(lexicon "nobody")
    if nothing then
      if not hit:followed_by(lexicon "modals", 7) or not hit:followed_by(lexicon "hurting", 9) then return end
      if (hit:followed_by(fears, 4) or hit:has { "reason", "cause", "grounds", "call", "occasion", "way" }) and not sentence:has(bodily) then return end
      if hit:followed_by(things, 12) or hit:preceded_by({ "if", "says", "say", "claims", "do", "does", "there is almost" }, 1) then return end
    elseif not hit:followed_by(lexicon "come-to-harm", 7) then
      return
    end
    if sentence:has { "if", "unless", "in case", "claim~", "insurance", "so that", "make sure", "ensure that" } then return end
    if hit.clause:has { lexicon "no-harm", lexicon "harm-impossible", lexicon "harmless-use" } or not claims.is_health_copy(hit) and not sentence:has(lexicon "safe-for") then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "⟦No dog has ever been the worse for our drip⟧.",
      "⟦There is not one ingredient in the cream that would trouble a newborn⟧.",
      "⟦In thirty years of treatments nobody has come to grief⟧.",
      "⟦Our drops hold nothing that you would need to fear⟧.",
    },
    clean = {
      "Nobody was hurt when the clinic's lift broke down; call us if you were in it and have a claim.",
      "In our trial of 40 people no one had a reaction to the cream.",
      "There is nothing in the polish that could harm the paint.",
      "No patient should suffer in silence: ask the nurse for pain relief if you need it.",
    },
  },
}
