local claims = require "claims"

---A thing that has no power to do harm.
---@type Rule
return {
  id        = "health/cannot-harm",
  category  = "absolute-safety",
  title     = "Harm called impossible",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-c", "us-ftc-act/s-5" },
  message   = "“{text}” says that harm is impossible",
  help      = "Name the known harms, or say how many people had none and in which study.",
  rationale = [[
    "It cannot hurt you", "your body will not reject it", "nothing ever went
    wrong": whatever has an effect can have an unwanted one.]],

  find  = { lexicon "harm-impossible", lexicon "powerless" },
  check = function(hit)
    if hit:followed_by({ "burn {calories|fat|energy|sugar|off|down|out|through|wood|fuel|oil}", "burn the {candle|midnight}" }, 1) then return end
    if hit:followed_by({ "go wrong with" }, 0) and not hit:followed_by(lexicon "natural", 3) then return end
    local idiom = hit:has(lexicon "harm-impossible")
    if not idiom and not hit:followed_by(lexicon "hurting", 2) then return end
    if not idiom and (hit:has { "do not", "don't" } and hit.before == "" or hit:preceded_by({ "please", "i", "they", "we" }, 0)) then return end
    if hit.hypothetical and not hit.sentence:has { "even if", "even when" } or hit.distanced or hit.in_reference or claims.is_in_quotation_marks(hit) or claims.is_other_register(hit) then return end
    if hit.questioned and not hit:starts_with { "what *", "what's", "where *", "how *", "why *" } then return end
    if hit:preceded_by({ "no guarantee that", "not mean", "does not mean", "if", "unless", "claim~", "whether", "until" }, 6) then return end
    if not idiom and hit:followed_by({ "{hurt|harm} to", "the {environment|planet|furniture|paint|surface|screen|device|car|lawn|fabric~|surface~|enamel|cloth}" }, 4) then return end
    local sentence = hit.sentence
    if hit.clause:has(lexicon "no-harm") or not idiom and hit.clause:has(lexicon "harm-impossible") or claims.is_warned(sentence) or sentence:has(lexicon "denial-of-other-things") then return end
    if not claims.is_health_copy(hit) then return end
    if hit:has { "what *", "what's *" } and #sentence.text > 90 then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "It comes from your own blood, ⟦so your body cannot reject it⟧.",
      "⟦The magnet treatment can do a body nothing but good⟧.",
      "⟦The cream cannot possibly irritate the skin⟧.",
    },
    clean = {
      "It will not hurt to ask your doctor about the cream.",
      "We cannot rule out that the cream irritates the skin.",
      "The cloth will not scratch or damage the screen.",
    },
  },
}
