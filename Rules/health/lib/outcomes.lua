---What is said to happen to the reader, and whether that is an outcome or the seller's own doing.
local claims = require "claims"
local outcomes = {}

outcomes.bodily = { lexicon "health/gains", lexicon "health/troubles", claims.diseases[1], claims.diseases[2] }
outcomes.all = { lexicon "health/outcomes", lexicon "health/deeds", lexicon "health/gains", lexicon "health/troubles", claims.diseases[1], claims.diseases[2] }

---Words that leave room for another outcome, or for others than the reader.
outcomes.hedges = { "may", "might", "should", "can help", "can be", "can take", "could be", "most", "many", "some", "usually", "often", "typically", "generally", "on average", "sometimes", "aim~", "hope~", "expect~", "designed to", "probably", "about half", "majority", "likely", "in a trial", "in the trial", "in the study", "study", "reported", "said they", "compared with", "surveyed", "of those who", "out of" }

---Words that name the seller's acts, a course of events or care after a procedure.
outcomes.process = { "receive~", "letter", "appointment", "consent form", "be asked", "be given", "be sent", "be seen", "be contacted", "be able to drive", "stitches", "bruis*", "swelling goes", "anaesthetic", "dressing", "side effect~", "after the operation", "after surgery", "scan", "results page", "portal", "email", "call you", "invoice", "parcel", "order", "refund~", "subscription", "account" }

---Words of those who warn of promises, or refuse to make them.
outcomes.warnings = { "anyone who", "anybody who", "those who promise", "should be avoided", "should be distrusted", "be wary", "fraud*", "scam~", "beware", "no one can", "nobody can", "no clinic", "no doctor", "no surgeon", "no honest", "too good to be true", "hang up", "callers who", "walk away from", "steer clear", "do not call", "don't call" }

local staff = pattern [[\b(?:said|says|adds?|added|explain(?:s|ed)|promis\w+|according to|[–—])[^.!?]{0,40}\b(?:chief|director|founder|co-founder|CEO|owner|head|Dr|Doctor|Professor|Prof|manager|president|surgeon|vet|spokes\w+|clinician|physio\w*|inventor|trainer|coach)\b]]

---Whether the words are in somebody else's mouth: in quotation marks, and not said by the seller's own people.
function outcomes.is_foreign(hit)
  return claims.is_in_quotation_marks(hit) and not hit.block:has(staff)
end

---As claims.is_unasserted, with the seller's own people heard as the seller.
function outcomes.is_unasserted(hit)
  return hit.negated or outcomes.is_foreign(hit) or hit.distanced or hit.questioned or hit.hypothetical or hit.in_reference
end

---Whether the sentence leaves the outcome open, or speaks of what the seller does.
function outcomes.is_open(sentence)
  -- "We cannot promise that you will …", "not everyone will …".
  if sentence:has(lexicon "health/promise-refused") then return true end
  return sentence:has(outcomes.hedges) or sentence:has(outcomes.process) or sentence:has(lexicon "health/conditions-of-sale") or sentence:has(outcomes.warnings)
end

---Whether the sentence tells the reader to do something; an outcome joined to it ("take one and …") is another matter.
function outcomes.is_instruction(sentence)
  return sentence:starts_with(lexicon "health/instructions") and not sentence:has { "and {watch|you|your|the|feel|see|sleep|wake|say}", "will", "you'll" }
end

return outcomes
