local claims = require "claims"
local outcomes = require "outcomes"

local human_subject = { "we", "i", "staff", "team", "he", "she", "they" }
local machines = { "to {ask|remember|greet|answer|thank|smile|say|call|make|amuse|surprise|please|entertain|bring|raise|get|move}", "phone~", "telephone~", "tablet computer~", "device~", "browser~", "computer~", "platform~", "network~" }

-- "There isn't a knee we can't fix."
local double_negative = pattern [[\b(?:there (?:is no|is not|isn['’]t|are no|aren['’]t|has never been)|there['’]s no|we have never (?:seen|met|had)|(?:have|has) yet to (?:see|meet|find))\b[^.,;]{1,40}\b(?:can(?:no|['’])t|couldn['’]t|could not|won['’]t|will not|does(?: no|n['’])t|did(?: no|n['’])t)\b]]

---Success said of everybody or every time.
---@type Rule
return {
  id        = "health/universal-success",
  category  = "guarantee",
  title     = "Success for everybody",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” says that it works in every case",
  help      = "Say how many of how many it helped, and that it does not help everybody.",
  rationale = [[
    "Works for everyone", "never fails" and "100% effective" are guarantees
    without the word. No treatment, test or method works in every case.]],

  find  = { lexicon "assurance", double_negative },
  check = function(hit)
    local doubly = hit:has(double_negative) or hit:starts_with { "never", "cannot", "can't", "nothing", "no", "zero", "won't", "don't", "doesn't" }
    if not doubly and outcomes.is_unasserted(hit) or hit.distanced or hit.questioned or hit.in_reference or outcomes.is_foreign(hit) then return end
    if hit.sentence:has(outcomes.warnings) or claims.is_other_register(hit) then return end
    if hit.sentence:has { "guarantee~", "guaranteed" } and hit:near({ "guarantee~" }, 3) then return end
    if hit:has { "always *" } and hit.subject and hit.subject:has(human_subject) then return end
    if hit:followed_by(machines, 2) or hit:has { "phone~", "telephone~", "tablet computer~", "device~", "browser~", "computer~" } then return end
    if hit:has { "{doubt|question} *" } and not hit.claim:has(outcomes.all) then return end
    if hit.clause:has(lexicon "own-promises") and not hit.clause:has(lexicon "strong-outcomes") then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "⟦It never fails, whatever your age⟧.",
      "⟦Relief is 100% certain⟧.",
      "⟦The insoles work for each and every wearer⟧.",
    },
    clean = {
      "The procedure does not work for everyone.",
      "Every time you change the filter, press the button.",
      "Nobody can say that it works every time.",
      "Is it 100% effective? No.",
    },
  },
}
