---The own offer called better than another's.
local superiority = require "superiority"
local claims = require "claims"

local BETTER = [[(?:(?:far|much|many times|even|clearly|significantly|\d+(?:\.\d+)?(?: ?%| ?x| times| per ?cent| percent)|(?:twice|two|three|four|five|six|eight|ten|twenty|a hundred)(?: times)?|up to \d+ times|\d+-fold) )?(?:(?:[\p{L}]{3,}er|more [\w-]+),? (?:[\p{L}]{3,}er,? )?and )?(?:better|faster|quicker|stronger|safer|gentler|milder|kinder|softer|smoother|cleaner|purer|greener|fresher|healthier|smarter|cleverer|simpler|easier|cheaper|brighter|longer|deeper|higher|lower|further|harder|tougher|richer|warmer|lighter|sooner|thicker|whiter|sharper|larger|bigger|fewer|less|more|(?!(?:other|rather|whether|older|later|younger|number|either|neither)\b)\p{L}{3,}er)(?:(?! than| is\b| are\b| was\b| were\b| has\b| have\b| can\b)[ -][\w'’-]+){0,5}?]]
local than = pattern([[\b]] .. BETTER .. [[,? than (?:a |an |the |his |those of |that of |those (?:at|from) |in |with |at |from |on |even )?[\p{L}'’-]+(?: [\p{L}\d'’-]+){0,2}]])
local as_good = pattern [[\b(?:(?:twice|three times|four times|five times|ten times|\d+ ?(?:x|times)|many times) as [\w-]+(?: [\w-]+){0,2} as|(?:just |every bit )?as (?:effective|strong|good|powerful|potent|accurate|reliable|fast|safe) as) (?:a |an |the |any )?[\p{L}-]+(?: [\p{L}-]+){0,2}]]
local beats = pattern [[\b(?:out(?:ranks?|scores?|paces?|works?|guns?|smarts?|runs?|does)|outperform(?:s|ed|ing)?|out-perform(?:s|ed)?|outlasts?|outlasted|outshines?|outclass(?:es|ed)?|outstrips?|outsells?|outdoes|surpass(?:es|ed)?|beats?|trumps?|eclipses|exceeds?|trounces?|superior to|preferable to|an improvement on|knocks spots off|puts? to shame) (?:a |an |the |every |all |any |those of )?[\p{L}-]+(?: [\p{L}-]+){0,2}]]
local brand = pattern [[(?-i)than (?:the )?(?!I\b|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Grade|Class|Level|Stage|Table|English)\p{Lu}[\p{L}-]{2,}|(?-i)(?:outperforms?|beats?|surpass(?:es)?|superior to|as) \p{Lu}[\p{Ll}-]{2,}]]
local anyone = pattern [[(?:than|beats?|outperforms?|surpass(?:es)?|outlasts?|out\w+|superior to) (?:any|every|all|both|ever|the lot|most|anyone|everyone|anything|everything)\b(?! (?:before|of (?!them|these|those|the)|time|day|year|amount|number|single|more))]]
local harm = { "better to *", "faster to *", "easier to *", "{know~|knew} you *", "less to", "more to", "your {dog|cat|horse|body|child|baby|doctor} better", "know~ * better", "you know", "you know *", "know * * better",  "more {invasive|complicated|demanding|tiring|aggressive|radical|toxic|addictive}", "more {expensive|costly|common|often|likely|painful|dangerous|harmful|severe|serious|frequent|side effects|risk|risks|than once}", "less {likely|common|often|effective|accurate|reliable|certain|evidence|money|than a|than the|than you}", "{higher|lower|larger|longer|bigger|more} {risk|rate of complications|risks}", "longer than", "later", "larger than", "older" }
local judgement = pattern [[\b(?:no better|no more|not better|no faster|rather than|other than|whether|study whether|compare|compared|for some|worse|not for everyone|our fees? (?:is|are)|our prices? (?:is|are))\b]]

local headline = pattern([[^(?!more than|less than|fewer than|longer than|later than|better safe|sooner or|rather)(?:it['’]s |it is |they['’]re |now |clinically |simply |we['’]re |we are )?(?:far |much |even )?]] .. BETTER .. [[,? than (?!before|ever|usual|average|expected|normal|never|last|our|its|your|you|\d|one\b|two\b|three\b|half|sorry|men|women|adults|a (?:week|month|year|day|minute|placebo)|placebo|the (?:recommended|last|previous|average|usual|old))[\p{L}'’-]+]])

local size = pattern [[\b(?:smaller|larger|bigger|heavier|lighter|thinner|taller|shorter|wider|narrower|slimmer|longer|warmer|cooler|older|newer|louder|quieter|deeper|fewer|less|higher|lower|cheaper|no \w+er)\b]]

local function check(sentence)
  if claims.is_sourced(sentence) or sentence:has(judgement) or sentence:has { "you know", "owners know", "{knows|know} {you|your *}" } or #superiority.rankings(sentence) > 0 then return end
  local rivals = lexicon "rivals"
  for _, hit in ipairs(claims.apart(sentence, { than, as_good, beats })) do
    local from = #hit.before + (hit.text:find(" than ", 1, true) or hit.text:find(" as [^ ]+$") or 0)
    local rival = hit:has(brand) or hit:has(anyone) or sentence:has(headline)
    for _, object in ipairs(hit:find(rivals)) do rival = rival or #object.before >= from end
    if hit:has(size) and not (hit:has(anyone) or hit:has(brand) or hit:has { "other~", "rival~", "competitor~", "brand~", "ordinary *", "conventional *", "mammogram~", "injection~", "surgery" }) then rival = false end
    local own = hit:has { "other {flavours|sizes|colours|shades|models in}", "than {our|its|before|last|usual|average|expected|previous}", "the market", "than {half|a third|one|two|three|ten|twenty|a hundred}" }
    if rival and not own and not hit:has(harm) and claims.is_meant(hit) and not superiority.is_story(hit) then hit:report() end
  end
end

---@type Rule
return {
  id        = "selling/comparison",
  category  = "superlative",
  title     = "Unsupported comparison",
  severity  = "warning",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-b", "us-21-cfr-202-1-e-6-i", "uk-cap/3-33" },
  message   = "“{text}” claims an advantage over others without a direct comparison",
  help      = "Cite the head-to-head trial or test that shows it, or take the comparison out.",
  rationale = [[
    A comparison with another treatment, product or provider needs a test in
    which both took part. Comparisons with the own range, with last year or
    with a measure are facts about the offer itself.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, { than, as_good, beats })) do check(sentence) end
  end,

  examples = {
    flagged = {
      "⟦Stronger than morphine⟧, gentler on the stomach.",
      "Our plates are ⟦greener than any other brand⟧.",
      "It works ⟦faster than the others⟧.",
      "Heals ⟦twice as quickly as a conventional dressing⟧.",
      "The gel ⟦outperforms every leading brand⟧.",
    },
    clean = {
      "Our test is no better than the one your GP uses.",
      "The new jar is larger than our other jars.",
      "Complications are more common than with tablets.",
      [[The foam cleared more plaques than ointment (Lind 2022).
References
Lind A. Foam and ointment: a randomised trial in 604 adults. J Invented Skin 2022;3:4–9.]],
    },
  },
}
