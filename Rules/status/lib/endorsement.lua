---What the rules about authorities, marks and institutions share.
local implied = require "implied"
local endorsement = {}

local names = {
  lexicon "regulators",
  pattern [[(?<!the )(?<!a )\b(?:government|state|federally|ministry|regulator|authority|officially)[ -](?:approved|backed|certified|endorsed|licensed|recommended|registered|tested|recogni[sz]ed|authori[sz]ed)\b(?! (?:doctors?|physicians?|nurses?|pharmac\w+|clinicians?|providers?|advisers?|brokers?))(?! (?:the|an?|its|their|plans?|in|on)\b)]],
  pattern [[(?-i:\b(?:WHO|SEC|NICE|EMA|ICO|DOJ|NIST|HMRC)\b)]],
  pattern [[\b(?:endorsed|recommended|approved|certified|recogni[sz]ed|trusted|backed|accredited) by the (?-i:(?:[A-Z]\w+ ){1,4}(?:of [A-Z]\w+|Authority|Agency|Association|Council|Ministry|Department|Institute|Society|Foundation|Board|Commission|Federation|Academy|Organi[sz]ation))]],
}
local mere_number = pattern [[\b(?:firm|registration|register|reference|ref|licen[cs]e|certificate|number|no\.?|nr\.?|FRN|GMC|GDC|HCPC)\s?(?:number|no\.?|nr\.?)?:?\s?\d{4,}]]
local status_line = pattern [[\bauthori[sz]ed and regulated by\b|\bregulated by the\b|\bis (?:an? )?(?:appointed representative|member of)\b|\bmember of the\b|\b(?:trial|study|studies|registry) (?:is|was|are|were|has been) (?:prospectively )?(?:registered|listed|approved|posted)\b|\b510\(k\) clear(?:ed|ance)\b[^.]{0,20}\bK\d{5,6}|\b(?:approved|cleared|licensed|authorised|authorized|indicated)\b[^.]{0,60}\b(?:for|to|in)\s(?:the\s|adults|children|patients|people|use\s|treat|improve|reduce|relieve|temporary|relief|type|women|men|\w+ (?:years|cancer|disease|pain))]]
local concludes = pattern [[\b(?:prove[sn]?|proof|guarantees?|therefore|hence|thus|vouch\w*|so you|which means|which is why|means (?:it|that|you))\b]]
local product_status = pattern [[\b(?:is|are|was|were|has been|have been)\s(?:\w+\s)?(?:approved|authori[sz]ed|licensed|cleared)\s(?:by|in)\b]]
local facility = pattern [[\b(?:laborator(?:y|ies)|labs?|facilit(?:y|ies)|clinics?|plants?|premises|compan(?:y|ies)|doctors|pharmac(?:y|ies)|formula|ingredients?)\b]]

---Whether the sentence or the one after says that this is no approval, or the sentence is a notice.
function endorsement.disclaimed(sentence)
  if sentence:has(lexicon "not-endorsement") then return true end
  local next = sentence.next
  return next ~= nil and next:has(pattern [[\b(?:not|no|never)\b|n['’]t\b]]) and next:has(lexicon "not-endorsement")
end

---The first place of a name that the sentence states in earnest.
function endorsement.stated(sentence, names)
  for _, hit in ipairs(sentence:find(names)) do
    if not (hit.negated or hit.questioned or hit.distanced or hit.in_reference) then return hit end
  end
end

-- “The NHS recommends 150 minutes of exercise a week”: advice to the public.
local advice = pattern [[\b(?:recommends?|advises?|says?|suggests?|approved)\s(?:that\b|an? (?:daily|limit|minimum|maximum)|at least|up to|about|no more|people|adults|everyone|against|eating|drinking|\d|by \w+ requires)|^(?:please )?(?:ask|see|visit|contact|call|use|follow|check|write to)\b|\b(?:offers?|provides?|runs?|publishes|keeps) (?:a |an |the |free |its |\w+ ){0,3}(?:support|lists?|register|service|help)|\breports? (?:is|are) public\b]]

---Whether the sentence uses an authority's name as endorsement or proof, openly or by what it implies.
function endorsement.by_authority(sentence)
  if not (sentence:has(names) or sentence:has(implied.names)) or endorsement.disclaimed(sentence) then return false end
  return endorsement.openly(sentence) or implied.by_body(sentence)
end

---Whether the sentence says that an authority stands behind something.
function endorsement.openly(sentence)
  local name
  for _, hit in ipairs(sentence:find(names)) do
    local verb = hit:near(lexicon "endorsing", 6) or hit:has(lexicon "endorsing") or hit:near(concludes, 4)
    if verb and not (hit.negated or hit.questioned or hit.distanced) then name = name or hit end
  end
  if not name or sentence:has(advice) and not sentence:has(pattern [[\b(?:our|this|these)\b]]) then return false end
  local verb = sentence:first(lexicon "endorsing") or sentence:first(concludes)
  if verb and (verb.negated or verb.distanced) then return false end
  if sentence:has(concludes) or sentence:has(pattern [[\b(?:registered and|blessing|nod|seal|badge)\b]]) then return true end
  -- The exact status of a product for a use, a firm's number, membership: facts, unless something follows from them.
  if sentence:has(status_line) or sentence:has(mere_number) or sentence.study then return false end
  local sector = sentence.document.sector
  local is_treatment = sector == "medicine" or sector == "cell-product" or sector == "diagnostic" or sector == "device"
  return not (is_treatment and sentence:has(product_status) and not sentence:has(facility))
end

return endorsement
