---Whether a text warns of harms and losses, and whether it claims a benefit.
local balance = {}

local relieved = { "reduce~", "relieve~", "relief", "ease~", "treat~", "clear~", "cure~", "heal~", "fight~", "prevent~", "end~", "stop~", "less", "fewer", "lower~", "remove~", "soothe~", "banish~", "without", "zero", "free of", "goodbye", "beat~", "for", "from", "against", "with", "calm~", "no", "helps" }

local nouns = pattern [[\b(?:risks?|risky|effects?|events?|reactions?|complications?|dangers?|hazards?|limitations?|drawbacks?|losses|volatility|false)\b]]

local passing = { "died", "dies", "misses *", "missed *", "overlook~ *", "lost", "loses" }
local enemies = { "virus*", "bacteria", "germ~", "parasite~", "flea~", "tick~", "worm~", "mite~", "cancer~", "tumour~", "tumor~", "cell~", "fungus", "mould", "craving~", lexicon "selling/rivals" }
local finds = { "find~", "finds", "found", "detect~", "spot~", "see", "sees", "catch~", "catches", "pick~ up", "reveal~", "tell~", "tells", "know", "test~", "rule~ out" }
local grave = { "cancer~", "tumour~", "tumor~", "stroke", "leukaemia", "seizure~", "hair loss", "insomnia", "anxiety", "weight gain" }

---Whether a sentence states a harm, a limit or a loss in earnest.
function balance.warns(sentence)
  if sentence.hidden or sentence.in_reference then return false end
  if sentence:has(lexicon "cautions") and not sentence.quoted then return true end
  for _, hit in ipairs(sentence:find(lexicon "risk-words")) do
    local denied = hit.negated or hit.quoted or hit.distanced
      or hit:has(nouns) and hit:preceded_by({ "fewer", "less", "lower~", "reduc~", "reduce~", "without", "no", "zero", "free of", "minimise~", "minimize~", "cut~", "never", "nothing", "slash~", "eliminate~" }, 3)
      or hit:has(passing) and (hit:preceded_by(enemies, 4) or hit:followed_by("what", 1) or hit:has "what")
      or hit:followed_by({ "free", "reward", "appetite", "factor~", "profile", "assessment~" }, 1)
    if not denied and not hit.questioned then return true end
  end
  if sentence.quoted or sentence.questioned or sentence:asserts("efficacy", "plain") or not sentence:has(lexicon "happening") then return false end
  for _, hit in ipairs(sentence:find(lexicon "harms")) do
    local sought = hit:has(grave) and (sentence:has(finds) or hit:followed_by({ "not happen", "never happen", "not come", "never come" }, 3))
    if not sought and not hit.negated and not hit.distanced and not hit:preceded_by(relieved, 3) and not hit:followed_by({ "gone", "vanish~", "disappear~", "free", "relief", "clear~", "fade~" }, 2) then return true end
  end
  return false
end

---Whether a sentence claims a benefit.
function balance.claims(sentence, sells)
  if sentence.in_reference or sentence.hidden or sentence.negated or sentence.distanced or sentence.questioned then return false end
  if sentence:has(lexicon "people/criticism") or sentence:has(pattern [[\b(?:how to (?:spot|recogni[sz]e|avoid|tell)|beware|myths?|claims?|scams?|miracle)\b]]) then return false end
  if sentence:asserts "efficacy" or sentence:asserts "safety" then return true end
  for _, quantity in ipairs(sentence.quantities) do
    if quantity.kind == "outcome" and quantity.value ~= 0 and not quantity.negated then return true end
  end
  local story = sentence:first(lexicon "people/results")
  if story and not (story.negated or story.hypothetical or story.distanced) then return true end
  if sells and sentence:has(lexicon "complaints") and sentence:has(lexicon "swift") then return true end
  local benefit = sentence:first(lexicon "benefits")
  return benefit ~= nil and not benefit.negated and not benefit.distanced
end

return balance
