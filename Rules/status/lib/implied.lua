---Endorsement that a sentence implies: a body as the friend of the product, or a name from which trust follows.
local implied = {}

local places = pattern [[(?-i:\b(?:Washington|Brussels|Europe|Whitehall|Westminster|Canberra|Ottawa|Berlin|Bern|Vienna|EU|UN|VA|CLIA)\b)]]
local acronyms = pattern [[(?-i:\b(?:WHO|SEC|NICE|EMA|NIST)\b)]]
-- “The Rivers Agency”, “the Royal Society of Brewers”.
local named_by_kind = pattern [[(?-i:\b(?:[A-Z][\w’'-]+ (?:(?:of|for|and|the) )*){1,4}(?:Agency|Authority|Board|Commission|Commissioner|Council|Office|Bureau|Department|Ministry|Inspectorate|Institute|Registry|Register|Administration|Association|Society|Federation|Laborator(?:y|ies)|Executive|Service|Trust|College|Academy|Chamber|Committee)\b)]]
local public = { places, lexicon "public-bodies", lexicon "possessive-bodies" }
local bodies = { places, acronyms, lexicon "public-bodies", lexicon "possessive-bodies", lexicon "regulators", lexicon "professional-bodies", lexicon "institutions", lexicon "bodies-by-kind", named_by_kind }
---Names without which nothing is implied.
implied.names = { places, acronyms, lexicon "public-bodies", lexicon "possessive-bodies", lexicon "regulators", lexicon "professional-bodies", lexicon "institutions", lexicon "bodies-by-kind", named_by_kind, lexicon "papers" }
local witnesses = { lexicon "papers", places, acronyms, lexicon "public-bodies", lexicon "possessive-bodies", lexicon "regulators", lexicon "professional-bodies", lexicon "bodies-by-kind", named_by_kind }

-- “The NHS uses our mattress”, “Brussels has said yes to it”.
local favours_us = pattern [[\b(?:recommend|trust|use|back|support|endorse|approve|love|choose|prefer|adopt|own|buy|stock|prescribe|champion|favour|favor|sanction|praise|bless|confirm|validate|recogni[sz]e|vouche?|rel(?:y|ie)|swear|stand|get|side)(?:s|d|ed|es)?(?: of| for| on| by| behind| with)?\s(?:\w+\s){0,2}(?:our|ours|this|these|us|machines like ours)\b|\b(?:chose|picked|swore by|signed off(?: on)?|waved through|nodded through|opted for|been through|gone through|walked|toured|looked over|combed through|said yes to|says yes to|say yes to)\s(?:\w+\s){0,2}(?:our|this|these|us|it)\b|\b(?:given|gave|gives?|granted|awarded|handed) (?:us|our|it (?:the|its|their)|this (?:the|its|their)|them (?:the|its|their))\b|\b(?:would|will) (?:buy|use|wear|trust|choose|envy|be proud of|recommend)\b|\bswears? by\b|\b(?:approves|agrees|says yes|said yes|loves it|is a fan|are fans|is on board|has spoken)\b(?=\s*[:.,!–—]|$)]]
-- “Backed by the Canadian government”, “under the supervision of the ministry”.
local favoured_by = pattern [[\b(?:backed|supported|endorsed|trusted|recommended|chosen|blessed|approved|recogni[sz]ed|certified|accredited|sanctioned|championed|loved|adopted|relied on|picked|praised|favou?red|vetted|green-lit|honou?red|decorated|validated|verified)\s(?:and \w+\s)?(?:by|at|in)\b|\bunder (?:the )?(?:\w+ )?(?:supervision|patronage|auspices|watch|watchful eye|control|oversight|guidance) of\b|\b(?:with|has|have|had|got|earned|won|enjoys?) the (?:\w+ )?(?:backing|support|blessing|approval|confidence|nod|trust|ear) of\b|\b(?:by|from|with) (?:former|ex|retired|veteran)\b|\b(?:good enough for|even|fit for|impressed|convinced|won over|persuaded) (?=the\b|\p{Lu})|\b(?:favourite|choice|partner|supplier) (?:of|to|for)\b]]
local standards = pattern [[\b(?:meet|meets|exceeds?|surpass\w*|satisf\w+|pass|passes|passed|fulfils?|match\w*|beats?|live up to|lives up to|held to|up to)\s(?:\w+[ -]){0,5}(?:standards?|criteria|demands|bar|benchmark)\s(?:of|set by|from|laid down by|at)\b]]
local meets = pattern [[\b(?:meets?|exceeds?|surpass\w*|satisf\w+|pass(?:es|ed)?|to)\b(?=\s(?:[\w'’]+[ -]){1,4}standards?\b)]]
local same = pattern [[\bsame (?:[\w-]+\s){1,3}(?:that|as|which|used|trusted|found|the)\b|\b(?:technology|material|formula|method|machine|fabric|ingredient)s? (?:that|which|used|trusted|developed|born|invented) (?:(?:by|at|in|for|with) )?(?:the )?$]]
local possessive_favour = pattern [[\b(?:blessing|nod|approval|seal|stamp|backing|support|confidence|trust|favou?rite|choice|green light|endorsement|thumbs-up|word|guarantee|experts|badge|praise)\b]]
-- “so you know it works”, “because … these drops do the job”.
local follows = pattern [[\b(?:so|hence|therefore|thus|meaning|because|which means|after all|no wonder)\b(?![^.]{0,30}\b(?:look (?:\w+ )?up|check|complain\w*|where|whom|contact|report|must|have to|required|name|address)\b)[^.]*\b(?:works?|safe|safety|trust\w*|effect\w*|results?|confiden\w+|sure|know|certain|guarantee\w*|real|quality|pure|best|job|worry|relax|genuine|proven|legit\w*|endorse\w*|reliable|easy|right|kind|perfect|heals?|helps?|cures?|profession|deliver\w*|vouch\w*)\b]]

local facts = pattern [[\b(?:warn\w*|guidance|guidelines?|consult\w*|recall\w*|tax|law|act|complain\w*|funded|grant|trial was|study was|spokes\w+|announced|published|report(?:ed|ing)?|emergency|parking|address|VAT|visit|employ\w*|investigat\w*|fined?|statement by|see link|same table|car park|extension|planning permission|new (?:wing|door|roof|sign)|outcome table|league table)\b]]
local denied = pattern [[\b(?:not|never|no|nor|neither|cannot|nobody|without|false|wrong)\b|n['’]t\b]]

---Whether something that names a body follows the hit within a few words and is meant in earnest.
local function leads_to(sentence, phrase, names, words)
  for _, hit in ipairs(sentence:find(phrase)) do
    if not (hit.negated or hit.distanced or hit.questioned) and hit:followed_by(names, words) then return true end
  end
end

---Whether the sentence draws trust or proof from one of the names.
function implied.from_name(sentence, names)
  local tail = sentence.is_lead_in and sentence.next
  local vouched = sentence:has(lexicon "vouching") or sentence:has(follows) or tail and tail:has(lexicon "vouching")
  if not vouched or sentence:has(facts) or #sentence.sources > 0 then return false end
  for _, hit in ipairs(sentence:find(names)) do
    if not (hit.negated or hit.questioned or hit.distanced) then return true end
  end
end

---Whether the sentence calls a body, or a paper of a body's, as a witness of merit.
function implied.by_witness(sentence)
  if sentence:has(facts) or sentence:has(lexicon "not-endorsement") then return false end
  for _, hit in ipairs(sentence:find(witnesses)) do
    if not (hit.negated or hit.questioned or hit.distanced or hit.hypothetical) and hit:followed_by(lexicon "attesting", 9) then
      local verb = sentence:first(lexicon "attesting")
      if verb and not verb.negated and (verb:followed_by(lexicon "merits", 12) or verb:has { "stamp", "seal", "blessing", "endorsement", "recommendation" }) then return true end
    end
  end
  return false
end

---Whether the sentence implies that a body stands behind the product.
function implied.by_body(sentence)
  if implied.from_name(sentence, bodies) then return true end
  if not sentence.study and #sentence.sources == 0 and implied.by_witness(sentence) then return true end
  if sentence.study or #sentence.sources > 0 or sentence:has(facts) or sentence:has(denied) then return false end
  for _, hit in ipairs(sentence:find(bodies)) do
    if not (hit.negated or hit.distanced) and hit:followed_by(favours_us, 4) then return true end
  end
  for _, hit in ipairs(sentence:find(lexicon "possessive-bodies")) do
    if hit:followed_by(possessive_favour, 3) then return true end
  end
  return leads_to(sentence, favoured_by, public, 4) or leads_to(sentence, standards, bodies, 4)
    or leads_to(sentence, meets, { lexicon "regulators", lexicon "public-bodies", acronyms }, 2) or leads_to(sentence, same, bodies, 4)
end

return implied
