---What the rules about stories share.
local stories = {}

stories.person = pattern [[\b(?:I|I’m|I'm|I’ve|I've|my|me|mine|we|our|us|he|she|his|her|him)\b]]
stories.first = pattern [[(?-i:\bI\b|\bI['’](?:m|ve|d|ll)\b)|\b(?:my|me|mine)\b(?!\s+(?:patients|clients|practice|clinic|team|colleagues|students|book|blog|shop|channel|website))]]

---What somebody can do again.
stories.again = pattern [[\b(?:I|he|she|we)(?:['’](?:m|s|re)| am| is| are| can| could)\s(?:\w+\s)?\w+\b[^.!?]{0,30}\bagain\b]]

---Sums that somebody made.
stories.money = pattern [[\bturned\s[£$€]?\d[\d,.]*\w?\s(?:\w+\s)?into\b|\b(?:made|earned|banked|pocketed|cleared|withdrew|gained|won|took home|profit of|up)\s(?:over |about |more than |nearly |almost |just |me |him |her )?[£$€]\s?\d|[+]\s?[£$€]\s?\d|[£$€]\s?\d[\d,.]*k? (?:in|became|turned into)\b|\bfrom [£$€]?\d[\d,.]*\w? to [£$€]?\d]]

---Prices and other signs that a text sells.
stories.price = pattern [[[£$€]\s?\d|\d\s?[£$€]|(?:^|\s)#(?:ad|sponsored|gifted|anzeige)\b]]

---A post that says no "I": "Down two sizes – thanks, Slimbrew! #ad".
stories.clipped = pattern [[^(?:down|lost|woke|slept|finally|no more|bye|goodbye|goodbye,|officially|just|still|never|haven['’]t|couldn['’]t|can['’]t|day|week|month|\d+ (?:days|weeks|months)|two|three|four|six|eight)\b[^\n]*(?:#ad\b|#gifted|#sponsored|\bthanks?\b|\blink in\b|\bswipe\b|🙌|😭|🔥|🙏)]]

function stories.offers(document)
  return document:has(lexicon "commerce") or document:has(stories.price)
end

---Whether the text opens with the name of a thing or service that can be bought.
local function headed(document)
  local first = document.blocks[1]
  for _, block in ipairs(document.blocks) do
    if block.kind == "heading" and block:has(lexicon "wares") then return true end
  end
  local opening = document.sentences[1]
  return first ~= nil and opening ~= nil and #opening.text < 90 and opening:has(lexicon "wares")
end

---Words that contrast now with then.
stories.change = pattern [[\b(?:now|today|since|no longer|never again|used to|any ?more|until|finally|at last|these days|within|ago|later|unreal|once more|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b[^.\n]{1,60}\b(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:months?|weeks?|years?|days?) (?:on|in|later)|for (?:\w+ ){1,2}(?:years|months))\b]]

---Whether a document sells something whose benefit a story could show.
---Asked once a document: each rule starts every document with this file as it was loaded.
local sells
function stories.sells(document)
  if sells == nil then
    local sector = document.sector
    sells = (sector ~= nil and sector ~= "food" and sector ~= "textile") or stories.offers(document) or headed(document)
  end
  return sells
end

local function tells_typical(sentence)
  if not sentence:has(lexicon "typical-result") then return false end
  if sentence:has(lexicon "not-typical") or sentence.questioned then return false end
  return #sentence.quantities > 0 or sentence:has(pattern [[\bno (?:change|difference|benefit|improvement|effect)\b|\b(?:lost|gained) nothing\b|\blos(?:e|t) money\b]])
end

---Whether what people generally achieve stands beside a story: in its sentences, the two before or the two after.
function stories.typical_beside(sentence, length)
  local node = sentence
  for _ = 0, length + 2 do
    if not node then break end
    if tells_typical(node) then return true end
    node = node.next
  end
  node = sentence.previous
  for _ = 1, 2 do
    if not node then break end
    if tells_typical(node) then return true end
    node = node.previous
  end
  return false
end

---Whether the words tell of a result, and not only of service or taste.
function stories.tells_result(node)
  if node:has(lexicon "results") or node:has(stories.money) or node:has(stories.again) then return true end
  return node:has(lexicon "results-weak") and not node:has(lexicon "service-and-taste")
end

return stories
