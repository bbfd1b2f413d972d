---Whether nobody is said to be as good, and whether rivals are said to fall short.
local contest = {}

local NONE = pattern [[\b(?:nothing|none|nobody|no one|not one|not a single|neither|precious few|hardly any|few|no (?!doubt|matter|longer|more|less|need|wonder|reason|evidence|risk|side|two|difference|change|operation|procedure|surgery|link|idea|interest|such|point|way|use)[\p{L}-]+)\b]]
local own = pattern [[\b(?:we|us|our|ours|it|its|this|these|them|their|that|(?-i:(?<!^)(?<![.!?] )\p{Lu}[\p{L}-]{3,}))\b]]
local advice = pattern [[\b(?:your (?:doctor|needs|own|vet|body)|every need|everyone|everybody|a (?:good|balanced|healthy|cup|visit|home|chat)|should|must|without your|until|may|might|certainty|say (?:what|whether|how|when)|sure|know|how you|yet|leaflet|advice|letter|policy|agreement|licen[cs]e|law|prescription)\b]]
local we = pattern [[\b(?:we|us|our|ours|it|this|these)\b]]

---"No tablet matches its speed": a contest that nobody wins.
function contest.unequalled(hit)
  local nobody = hit:preceded_by(NONE, 6)
  if not nobody or hit.sentence:has(advice) or hit:has { "nothing", "none" } then return false end
  local rival = hit.subject and hit.subject:has(lexicon "rivals") or hit.sentence:has(lexicon "offerings")
  if hit:starts_with "can" and not hit:preceded_by({ lexicon "rivals", "other *", "microscope~" }, 5) then return false end
  return (hit:has(own) or hit:followed_by(own, 3) or hit.after:find "^%W*$" ~= nil) and (rival or hit.sentence:has(we))
    or rival and hit.sentence:has(we) or hit.subject ~= nil and hit.subject:has { "brand~", "rival~", "competitor~", "big names", "other *" }
end

local NOT = pattern [[\b(?:cannot|could never|can never|will never|never|not|nowhere|hardly|barely|scarcely)\b|n['’]t\b]]

---"Tablets do not even come near it": a contest that a rival loses.
function contest.lost(hit)
  if hit.sentence:has(advice) or not hit:preceded_by(NOT, 3) then return false end
  local rival = hit:preceded_by(lexicon "rivals", 7)
  return rival and (hit:has(own) or hit:followed_by(own, 8))
end

local others = { "any *", "every *", "all *", "the field", "the pack", "other~", "rival~", "competitor~", "brand~", "anyone", "anything", "everyone", "everything" }
local would = pattern [[\b(?:a|an|any|the|your|other|most) [\w -]{3,40}? (?:would|could|can|will|does|ever|shows?|notices?|finds?|sees?|suspects?|begins?)\b]]
local before = { "before", "sooner than", "earlier than", "ahead of", "in advance of" }
local failing = { "fail~", "give~ up", "gave up", "stop~", "cannot", "can't", "let you down", "fall~ short", "run out", "end~" }
local directions = { "stop~", "avoid", "eat", "drink", "fast", "arrive", "book", "take", "taken", "bring", "call", "tell", "appointment", "please" }

---Whether rivals stand right after words of being ahead.
function contest.of_rivals(hit)
  if hit:has "where" then return hit:followed_by(lexicon "rivals", 4) and hit.sentence:has(failing) end
  if hit:has { "what", "above *", "ever" } then return hit:followed_by(lexicon "rivals", 4) or hit:has "above *" end
  if hit.sentence:has(directions) or hit.sentence:has { "{waiting|cooling off|reflection|notice} {period|time}" } then return false end
  if hit:has(before) and not hit:followed_by(others, 1) then return hit:followed_by(lexicon "rivals", 4) and hit:followed_by(would, 8) end
  return hit:followed_by(others, 3)
end

---Whether rivals are the ones that fall short.
function contest.belittles(hit)
  if hit.sentence:has(advice) or hit.negated and not hit:has { "no match", "cannot *", "can't *" } then return false end
  return hit:preceded_by(lexicon "rivals", 6) and (hit.sentence:has(we) or hit:has { "yesterday's *", "obsolete", "history", "stone age", "dinosaurs", "prehistoric", "primitive" } or hit:has "beside")
end

return contest
