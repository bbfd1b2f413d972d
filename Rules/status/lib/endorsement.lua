---What the rules about authorities, marks and institutions share.
local endorsement = {}

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

return endorsement
