---Who a story is about, and whether it turns.
local tellers = {}

---Verbs in the past, regular and irregular.
tellers.past = pattern [[\b(?:\w{2,}ed|was|were|had|went|came|lost|got|woke|slept|ran|felt|threw|bought|sold|began|grew|gave|took|told|said|made|saw|read|wrote|spoke|walked|stood|sat|rode|drove|flew|swam|won|paid|put|fell|left|met|kept|broke|found|heard|rang|sang|shed|quit|cut|ate|drank|did|built|spent|swapped|became|tore|hung|sped|rose|shot|beat|let|could|could not|couldn['’]t)\b]]
tellers.present = pattern [[\b(?:is|are|has|have|can|['’]s|['’]re|['’]ve)\b]]
local addressed = pattern [[\b(?:you|your|yours|will|may|might|should|must|please|if)\b]]
local follows = pattern [[^(?:(?:and|but|then|now|today|tonight|these days|one|two|three|four|five|six|eight|ten|twelve|last|this|by|come|within|after|in|a|the|on|next)\b[^.!?]{0,30}?\s)?(?:he|she|they|it|both|his|her|their)\b]]
local many = pattern [[\b(?:many|most|some|several|dozens|hundreds|thousands|countless|lots|plenty|half|scores)(?: of)? (?:our|the|my)? ?(?:\w+ ){0,2}(?:guests|patients|clients|members|customers|students|users|readers|investors|traders|followers|subscribers|families|couples|savers|owners|riders|children|kids|dogs|cats|horses|women|men|ladies|mums|parents)\b]]
local loyal = pattern [[\b(?:been with us|stayed with|come back|came back to us|recommend\w*|return(?:ed)? to us|asked|ask|wanted|requested|suggested|signed|took part|completed|answered|replied|joined|registered|dropped out|worse|unchanged|no change|nothing|disappointed|complained|lost money)\b]]

local pets = pattern [[\b(?:our|my|little|old|poor|aunt|uncle|grandma|grandpa|granny|nana|auntie|baby) (?-i:[A-Z][a-z]+)\b|(?-i:\bThe [A-Z][a-z]+s['’]? (?:\w+ )?(?:herd|flock|family|twins|couple))|(?-i:\b[A-Z][a-z]+ and [A-Z][a-z]+ (?:from|of|in) [A-Z])|(?-i:^[A-Z][a-z]+),? \(?\d\d\)?,]]

---The person or animal that a sentence names as a customer: a hit, or nil.
function tellers.named(sentence)
  for _, hit in ipairs(sentence:find(lexicon "given-names")) do
    if hit.text:find "^%u" and not hit:followed_by({ "street", "road", "university", "hospital", "clinic", "college", "institute", "et al", "and colleagues" }, 2) then return hit end
  end
  return sentence:first(pets)
end

---Whether a sentence speaks to the reader, of staff or of what may be.
function tellers.aside(sentence)
  return sentence:has(addressed) or sentence:has(lexicon "business-life") or sentence:has(lexicon "criticism") or sentence:has(lexicon "experts") or sentence.study ~= nil
end

---Whether the sentence after a story's low goes on with the same person.
function tellers.continues(sentence)
  local after = sentence.next
  return after ~= nil and after.block == sentence.block and after:has(follows) and (after:has(tellers.past) or after:has(lexicon "turns")) and not after:has(lexicon "business-life")
end

---Whether it says that many of the seller's customers got better.
function tellers.hearsay(sentence)
  if not sentence:has(many) or sentence:has(loyal) or sentence:has(lexicon "typical-result") and #sentence.quantities > 0 then return false end
  return sentence:has(lexicon "results") or sentence:has(tellers.past) and not sentence:has(pattern [[\b(?:was|were|survey\w*|stud(?:y|ies)|trial)\b]])
end

return tellers
