local claims = require "claims"
local outcomes = require "outcomes"

local mine = { "your", "even the worst", "even the *", "any", "the most stubborn", "stubborn", "all your", "whole" }
local reactions = { "redness", "bruis*", "swelling", "soreness", "numbness", "drows*", "tender*", "sting~", "normal", "by itself", "on its own" }
local also = { lexicon "time-marks", lexicon "everyone", "{completely|forever|for ever|for good|totally|entirely|instantly|never to return|and stay* away|permanently|for life}" }

---A complaint of the reader's said to end at a set time: "your varicose veins disappear in a single visit".
---@type Rule
return {
  id        = "health/dated-relief",
  category  = "guarantee",
  title     = "Complaint said to end at a set time",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-a", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” says when the reader's complaint will end, as if it were certain",
  help      = "Say what was observed, in whom, how often and by when.",
  rationale = [[
    The present tense with a date ("your migraine stops within ten minutes")
    promises as firmly as "will". Side effects that pass and the usual course
    of a complaint are left alone.]],

  find  = lexicon "endings",
  check = function(hit)
    local sentence = hit.sentence
    if not sentence or outcomes.is_unasserted(hit) or claims.is_other_register(hit) or outcomes.is_open(sentence) then return end
    if sentence:has(reactions) or sentence:has { "will", "shall", "'ll", "when", "if", "until" } or sentence:has(lexicon "natural-course") then return end
    if sentence:has(lexicon "emphasis") or sentence:has(lexicon "assurance") then return end
    local answered = sentence.previous and sentence.previous.questioned and sentence.previous:has({ lexicon "troubles", lexicon "diseases" }) and #hit.before < 3
    if answered and sentence:has(also) then return sentence:report() end
    if not hit:preceded_by({ lexicon "troubles", lexicon "diseases" }, 3) or not hit:preceded_by(mine, 6) and not sentence:has { "you", "your" } then return end
    if hit:followed_by(also, 6) or hit:preceded_by(lexicon "time-marks", 12) then claims.report(hit) end
  end,

  examples = {
    flagged = {
      "⟦Your varicose veins disappear in a single visit⟧.",
      "⟦Even the worst cramps stop within minutes⟧.",
    },
    clean = {
      "The redness fades within two days.",
      "Most of your colds clear up in a week by themselves.",
      "Your cough may ease within a few days.",
    },
  },
}
