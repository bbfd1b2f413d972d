local claims = require "claims"
local outcomes = require "outcomes"

local reader = { "you", "your", "you'll", "he", "she", "he'll", "she'll", "it'll", "they'll", "we'll", "dog~", "cat~", "horse~", "pony", "mare", "gelding", "puppy", "herd", "cow~", "child", "children", "baby", "skin", "hair", "husband", "wife", "partner", "mother", "father", "everyone", "everybody" }
local local_reactions = { "redness", "bruis*", "swelling", "soreness", "numbness", "drows*", "tender*", "sting~" }
local dated = { lexicon "time-marks", lexicon "everyone", "{definitely|certainly|surely|absolutely|inevitably|undoubtedly|never|again|for ever|forever}" }

---An outcome told as a coming fact: "you will walk again by spring", "the rash will be gone by Friday".
---@type Rule
return {
  id        = "health/stated-future",
  category  = "guarantee",
  title     = "Outcome told as a coming fact",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-a", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” tells the reader what will happen, as if it were certain",
  help      = "Say what was observed, in whom, how often and by when.",
  rationale = [[
    "You will walk again within a month" promises as much as "we guarantee".
    A date makes it a certainty. What the seller will do itself, what happens
    at an appointment and what patients may feel afterwards is left alone.]],

  find  = pattern [[\b(?:will|shall|(?:is|are) going to|won['’]t)\b|\b(?:you|we|he|she|it|they)['’]ll\b]],
  check = function(hit)
    local sentence = hit.sentence
    if not sentence or hit.distanced or hit.questioned or hit.hypothetical or hit.in_reference then return end
    if outcomes.is_foreign(hit) or claims.is_other_register(hit) or outcomes.is_open(sentence) or sentence:has { "if" } and not sentence:has { "even if", "no matter if" } then return end
    if hit:followed_by({ "not", "feel~ * {tired|sore|pinch|sting~|sleepy}", "need" }, 2) and not hit:followed_by({ "never", "not {need|come back|return|recur}", "need never" }, 3) then return end
    local owned = hit:preceded_by({ "your" }, 4) and hit:preceded_by({ lexicon "troubles", lexicon "diseases" }, 3) and hit:followed_by(lexicon "endings", 3)
    if sentence:has(local_reactions) or not owned and not sentence:has(dated) then return end
    local again = hit:followed_by({ "never" }, 1) and hit.after:find "again"
    local helped = (hit:has { "we'll", "he'll", "she'll", "it'll" } or hit:preceded_by({ "we", "our *", "he", "she", "it", "this", "the" }, 4)) and hit:followed_by({ "{make|get|have|give|bring|put|turn|keep|set|free|cure|heal|return} {you|your|her|him|them}" }, 2)
    local any = (hit:preceded_by({ "you", "she", "he" }, 0) or hit:has { "you'll", "she'll", "he'll" }) and not hit:followed_by(lexicon "process", 2) and sentence:has(lexicon "time-marks") and (sentence.document.sector ~= nil or sentence:has(outcomes.bodily))
    local better = (hit:preceded_by(reader, 4) or hit:has { "you'll", "he'll", "she'll", "it'll", "they'll" }) and (again or hit:followed_by(lexicon "gains", 9))
    local over = hit:preceded_by({ lexicon "troubles", lexicon "diseases", "they", "it" }, 5) and hit:followed_by(lexicon "endings", 4)
    local body = hit:preceded_by({ lexicon "outcomes", lexicon "troubles" }, 4) and hit:followed_by({ lexicon "gains", lexicon "shifts", lexicon "endings" }, 3)
    if owned or helped or any or better or over or body then claims.report(hit) end
  end,

  examples = {
    flagged = {
      "⟦You will walk again within a month⟧.",
      "⟦By Friday the rash will be gone⟧.",
      "⟦You'll never need painkillers again⟧.",
    },
    clean = {
      "You will receive a letter within two weeks.",
      "You may feel better within a week.",
      "The nurse will call you by Friday.",
      "You will feel a slight pinch in the first minute.",
      "If it helps you, you will sleep better within a month.",
    },
  },
}
