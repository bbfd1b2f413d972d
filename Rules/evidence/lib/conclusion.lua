---How copy concludes a benefit from evidence.
local strength = require "strength"
local conclusion = {}

---The first place where words of a class stand and are meant.
local function meant(sentence, words)
  for _, hit in ipairs(sentence:find(words)) do
    if not (hit.negated or hit.questioned or hit.distanced or strength.in_marks(sentence, hit)) then return hit end
  end
end

-- Words of the first class, and at most so many words later words of the second: "the matter … is closed".
-- The fourth field says that a negation belongs to the idiom: "nothing is left to argue about".
local DECIDING = {
  { lexicon "debate", lexicon "decided", 4 }, { lexicon "settling-verbs", lexicon "debate", 4 },
  { lexicon "settling-verbs", lexicon "doubters", 3 }, { lexicon "doubters", lexicon "silenced", 6 },
  { lexicon "all-proof", lexicon "asked-for", 4, true }, { lexicon "nothing-left", lexicon "to-argue", 5, true },
  { lexicon "crowning", lexicon "the-answer", 5 }, { lexicon "on-the-strength", lexicon "we-vouch", 12 },
  { lexicon "imagine", lexicon "second-person", 8 }, { lexicon "the-same", lexicon "second-person", 5 },
  { lexicon "hand-on", lexicon "the-same", 4 }, { lexicon "second-person", lexicon "no-different", 7 },
}

-- One question for all of them spares most sentences the twelve.
local STARTS = { lexicon "second-person" }
for _, pair in ipairs(DECIDING) do STARTS[#STARTS + 1] = pair[1] end

---Whether a sentence puts two classes of words together that decide the question or hand the effect on to the reader.
local function decides(sentence)
  if not sentence:has(STARTS) then return false end
  for _, pair in ipairs(DECIDING) do
    for _, hit in ipairs(sentence:find(pair[1])) do
      if hit:followed_by(pair[2], pair[3]) and not (hit.negated and not pair[4] or hit.questioned or hit.distanced or hit.hypothetical)
        and not strength.in_marks(sentence, hit) then return true end
    end
  end
  local you = meant(sentence, lexicon "second-person")
  return you ~= nil and you:followed_by(lexicon "future", 4) and you:followed_by(lexicon "likewise", 9) and not you.hypothetical
end

---Whether a rate is reported rather than a benefit concluded: "6 of 9 patients improved".
local function reports_rate(sentence)
  for _, quantity in ipairs(sentence.quantities) do
    if quantity.kind == "outcome" and (quantity.form == "ratio" or quantity.form == "percent") then return true end
  end
  return false
end

---Whether a sentence says of animals or cells what happens in them, and not of the reader.
function conclusion.keeps_to_model(sentence)
  return sentence:has(lexicon "in-models") and not sentence:has { "you", "your", "patient*", "people", "human*", "women", "men", "children" }
end

local manual

---Whether a document is a software manual, a licence or a recipe, whose tests and trials are of another kind. Asked once a document.
local function is_manual(document)
  if manual == nil then
    local words = #document:find(lexicon "health/other-registers")
    manual = words >= 3 and words > #document:find(lexicon "health/bodies")
  end
  return manual
end

---Whether a sentence lets the learned conclude, which is another rule's matter: "surgeons have come to the same verdict".
function conclusion.calls_witnesses(sentence)
  local agreed = sentence:first(lexicon "consensus")
  local who = agreed and agreed.subject
  return who ~= nil and who:has(lexicon "authorities") and not who:has { "trial~", "study", "studies", "data", "finding~", "result~", "evidence", "case~", "paper~", "experiment~", "this", "these" }
end

-- A clause that takes up the evidence before it: ", so …", ": it works", "– which tells you …", ", and your skin …".
local takes_up = {
  pattern [[(?:[,;:–—)]|\s-)\s*(?:(?:and|but)\s)?(?:so\b(?! far| that we)|thus|hence|therefore|proof|proving|confirming|meaning|leaving|enough|just (?:as|like)|case closed|need we|what more|with that)\b]],
  pattern [[[,;:–—]\s*(?:and )?which\s(?:\w+\s){0,2}(?:proves?|shows?|tells?|means?|says|settles?|confirms?|leaves?|makes?|is (?:why|how|proof|all|enough|reason)|establish\w*|clinch\w*|explains?|brings?|speaks?|demonstrates?|convinc\w*|puts?|guarantee\w*)\b]],
  pattern [[[,;:–—]\s*(?:and )?(?:that|this|it) (?:is|says|tells|proves|means|settles|clinches|decides|convinces)\b]],
  pattern [[[,;:–—]\s*(?:and )?(?:you|yours?)\b(?! (?:visit|help|data|answers?|doctor|booking|appointment|name|questions?|consent|notes|can|may|should|are|need))]],
  pattern [[[,;:–—]\s*(?:and )?(?:it|they|this|the \w+|our \w+) (?:works?|heals?|cures?|helps?|really|simply|truly|do|does|will|can|shall)\b]],
  pattern [[[;:–—]\s*(?:a|the|their|its|our|his|her) [\w’' ]{2,40}\b(?:tells?|speaks?|says|is here|is over|is solved|is established|is proven|is plain|is clear)\b]],
  pattern [[[,;:–—]\s*the (?:clearest|best|strongest|surest|final) |\b(?:like yours|as yours|no different|just like you)\b]],
}

---Whether a sentence makes more of its own evidence than a report does, by a clause that takes it up or a verb of proof.
function conclusion.implies(sentence)
  if is_manual(sentence.document) or sentence:has { lexicon "study-limits", lexicon "plans", lexicon "not-a-trial", lexicon "well-tolerated", "feasible", "tolerated", "tolerability", "recruit*", "funded", "approved", "whether", "neither", "nor", "unknown", "cannot" } then return false end
  if sentence.distanced or sentence.questioned or strength.in_marks(sentence) then return false end
  return meant(sentence, takes_up) ~= nil or meant(sentence, lexicon "inference") ~= nil or meant(sentence, lexicon "showing") ~= nil
end

---Whether a short sentence hands the reader what the one before found in others: "Yours follows suit."
function conclusion.hands_over(sentence)
  local before = sentence.previous
  if not before or #sentence.text > 90 or sentence.negated or sentence.questioned or sentence.hypothetical or not meant(sentence, lexicon "second-person") then return false end
  if not sentence:has { "yours", "next", "then", "too", "likewise", "same", "will", lexicon "likewise" } then return false end
  local together = before.block and sentence.block and before.block.text == sentence.block.text
  if not together or strength.of(before) ~= "weak" or before:has(lexicon "study-limits") or is_manual(sentence.document) then return false end
  return not sentence:has { lexicon "study-limits", lexicon "plans", "please", "ask", "call", "may", "tell us", "read", "should", "if", "contact", "visit", "book", "join" }
end

---How a sentence concludes: "drawn" in so many words, "stated" as plain fact, "reported"; nil where it does not.
---@param sentence sentence
function conclusion.of(sentence)
  if is_manual(sentence.document) then return nil end
  if sentence:has(lexicon "rhetorical") and not strength.in_marks(sentence) and not sentence.distanced then return "drawn" end
  if sentence:has { lexicon "study-limits", lexicon "plans", lexicon "not-a-trial" } then return nil end
  if meant(sentence, lexicon "transfer") or meant(sentence, lexicon "settled") or decides(sentence) then return "drawn" end
  local claim = sentence:asserts "efficacy" and sentence:assertion "efficacy"
  if not claim or claim.hypothetical or claim.negated or claim.questioned or strength.in_marks(sentence, claim) then claim = nil end
  local present = meant(sentence, lexicon "present-benefit")
  if present and (present.hypothetical or sentence:has(lexicon "everyday-things") or sentence:has(lexicon "study-talk")) then present = nil end
  if not claim and not present then return nil end
  local cue = meant(sentence, lexicon "inference") or meant(sentence, pattern [[^(and )?so\b(?! far)|\bso (it|you|your|our|we)\b]])
  local before = sentence.previous
  cue = cue or before and before.is_lead_in and meant(before, lexicon "inference")
  if cue or sentence:asserts "establishment" then return "drawn" end
  local shown = present and meant(sentence, lexicon "study-shows")
  if shown and shown:followed_by(lexicon "present-benefit", 14) then return "stated" end
  if reports_rate(sentence) or sentence:starts_with(lexicon "staff") then return nil end
  if present then return "stated" end
  if not sentence:asserts("efficacy", "plain") then return nil end
  if claim:preceded_by({ "can {now|} be", "will {now|soon|} be" }, 2) then return "stated" end
  return "reported"
end

return conclusion
