---Who a story is about, and whether it turns.
local tellers = {}

---Verbs in the past, regular and irregular.
tellers.past = pattern [[\b(?:\w{2,}ed|was|were|had|went|came|lost|got|woke|slept|ran|felt|threw|bought|sold|began|grew|gave|took|told|said|made|saw|read|wrote|spoke|walked|stood|sat|rode|drove|flew|swam|won|paid|put|fell|left|met|kept|broke|found|heard|rang|sang|shed|quit|cut|ate|drank|did|built|spent|swapped|became|tore|hung|sped|rose|shot|beat|let|could|could not|couldn['’]t)\b]]
tellers.present = pattern [[\b(?:is|are|has|have|can|['’]s|['’]re|['’]ve|lets?|makes|keeps|sleeps|walks|runs|plays|loads|leaves|lives|sings|opens|eats|jumps|trots|rides|climbs|earns|banks)\b]]
local addressed = pattern [[\b(?:you|your|yours|will|may|might|should|must|please|if)\b]]
local follows = pattern [[^(?:(?:and|but|then|now|today|tonight|these days|one|two|three|four|five|six|eight|ten|twelve|last|this|by|come|within|after|in|a|the|on|next)\b[^.!?]{0,30}?\s)?(?:he|she|they|it|both|his|her|their)\b]]
local many = pattern [[\b(?:many|most|several|dozens|hundreds|thousands|countless|lots|plenty|half|scores|some|(?:more than |over |nearly |almost )?(?:ten|twelve|twenty|thirty|forty|fifty|sixty|eighty|a hundred|\d{2,4}))(?: of)? (?:our|my) (?:\w+ ){0,2}(?:guests|patients|clients|members|customers|students|users|readers|investors|traders|followers|subscribers|families|couples|savers|owners|riders|children|kids|dogs|cats|horses|women|men|ladies|mums|parents)\b|\b(?:patients|clients|people|women|men|couples|children|dogs|horses|savers|members) (?:who|that|whom|like \w+) (?:had|were|came|could|doctors|others|arrived)\b]]
local leaving = pattern [[\b(?:guests|clients|patients|members|couples|people|riders) (?:in their \w+|of \d\d|who \w+ \w+)? ?(?:leave|left|walk out|walked out|go home|went home|fly home|flew home|drive home) (?:with|without|on|free|able|walking|like)\b]]
local loyal = pattern [[\b(?:been with us|stayed with|come back|came back to us|recommend\w*|return(?:ed)? to us|asked|ask|wanted|requested|suggested|signed|took part|completed|answered|replied|joined|registered|dropped out|worse|unchanged|no change|nothing|disappointed|complained|lost money)\b]]

local pets = pattern [[\b(?:our|my|little|old|poor|aunt|uncle|grandma|grandpa|granny|nana|auntie|baby) (?-i:[A-Z][a-z]+)\b|\b(?:put|started|switched) (?-i:[A-Z][a-z]+) (?:on|onto|to)\b|(?-i:\bThe [A-Z][a-z]+s['’]? (?:\w+ )?(?:herd|flock|family|twins|couple))|(?-i:\b[A-Z][a-z]+ and [A-Z][a-z]+ (?:from|of|in) [A-Z])|(?-i:^[A-Z][a-z]+(?:-[A-Z][a-z]+)?),? \(?\d\d\)?,|^(?!(?:he|she|it|they|we|you|this|that|these|those|there|what|who|some|most|many|nobody|everybody|all|our|my|the|one|results?|prices?|weight|pain|patients|clients|members|women|men|people)\b)(?-i:[A-Z][a-z]+)(?:['’]s \w+ (?:was|were|is|are|has|had|went|fell|came)|\s(?:used to|could not|couldn['’]t|could barely|could hardly|hadn['’]t|had not|would not|wouldn['’]t|is \d\d|was \d\d|went from|dropped from|turned \d\d))\b]]

local placed = pattern [[^(?!(?:he|she|it|they|we|you|this|that|these|those|there|what|who|some|most|many|nobody|everybody|all|our|my|the|one|results?|people|each|every|dr|prof)\b)(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z])\.)? ?(?:from (?-i:[A-Z])\w+|of (?-i:[A-Z])\w+|, (?:who (?:teaches|works|drives|runs|keeps|lives|farms|paints|sings|had)|an? \w+|\d\d|aged|(?:six|seven|eight|fif|four)\w*-?\w*),?)\b]]
local met = pattern [[^(?:meet|this is|introducing|say hello to|here is|here['’]s)\s(?-i:[A-Z])]]
tellers.pronoun = pattern [[\b(?:he|she|her|him|his)\b]]
local opens = pattern [[^(?:he|she)\b]]
local rate = pattern [[\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s(?:\w+\s)?(?:in|out of|of)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|a thousand|\d+)\b]]

---The person or animal that a sentence names as a customer: a hit, or nil.
function tellers.named(sentence)
  for _, hit in ipairs(sentence:find(lexicon "given-names")) do
    if hit.text:find "^%u%l" and not hit:followed_by({ "street", "road", "university", "hospital", "clinic", "college", "institute", "et al", "and colleagues" }, 2) then return hit end
  end
  local before = sentence.previous
  if sentence:has(placed) then return sentence:first(placed) end
  return sentence:first(pets) or before and before:first(met) or sentence:has(lexicon "lows") and sentence:first(opens) or nil
end

tellers.own_change = pattern [[^(?:in|at|last|back in|until) \w+\b[^.]{4,80}\bmy\b[^.]{2,80}\b(?:now|today|these days)\b]]

---Whether a sentence speaks to the reader, of staff or of what may be.
function tellers.aside(sentence)
  local own = sentence:has(tellers.own_change)
  if not own and (sentence:has(addressed) or sentence:has(rate) or sentence:has { lexicon "business-life", lexicon "experts" }) then return true end
  local block = sentence.block
  return block and block:has(lexicon "criticism") and #block.text < 900 or sentence.study ~= nil
end

---Whether the sentence after a story's low goes on with the same person.
function tellers.continues(sentence)
  local after = sentence.next
  return after ~= nil and after.block == sentence.block and after:has(follows) and (after:has(lexicon "turns") or sentence:has(lexicon "lows") and after:has(tellers.past)) and not after:has(lexicon "business-life")
end

---Whether it says that many of the seller's customers got better.
function tellers.hearsay(sentence)
  if sentence:has(leaving) then return true end
  if not sentence:has(many) or sentence:has(loyal) or sentence:has(lexicon "typical-result") and #sentence.quantities > 0 then return false end
  return sentence:has(lexicon "results") or (sentence:has(tellers.past) or sentence:has(lexicon "turns")) and not sentence:has(pattern [[\b(?:was|were|survey\w*|stud(?:y|ies)|trial)\b]])
end

return tellers
