---What a number claims, and whether a source stands by it.
local numbers = {}

---Whether two numbers of a sentence belong to one claim: nothing but a few words of the same clause between them.
function numbers.is_same_claim(sentence, first, second)
  local text = sentence.text
  local _, low = text:find(first.text, 1, true)
  local high = low and text:find(second.text, low + 1, true)
  if not high then return false end
  local between = text:sub(low + 1, high - 1)
  return #between <= 45 and not between:find "[;:!?]" and not between:find "–" and not between:find "—"
end

---Whether a number states a term, a fact of the world, a warning or an everyday half rather than what the product achieves.
function numbers.is_no_claim(sentence, quantity)
  local is_share = quantity.form == "percent" or quantity.form == "fraction" or quantity.form == "multiple"
  if is_share and (quantity:near(lexicon "terms-of-contract", 5) and not quantity:near(lexicon "gains", 4)) then return true end
  if quantity.form == "percent" and (quantity:followed_by(lexicon "or-higher", 2) or quantity:near(lexicon "settings", 5) and not quantity:near(lexicon "gains", 4)) then return true end
  if sentence:has(lexicon "world-facts") or sentence:has(lexicon "loss-warnings") then return true end
  -- "0.2 mm thinner than the old lens": a size, unless a body is measured.
  if quantity:has(lexicon "lengths") and not sentence:has(lexicon "health/bodies") then return true end
  -- "Headache occurred in 8% of those treated": a warning, unless harm is denied or said to fall.
  if sentence:has(lexicon "harm-rates") and not sentence:has { "without", "free", "no", "fewer", "less", "zero", "none", "reduc~", "reduce~", "cut~", "prevent~", "avoid~" } and not quantity:preceded_by({ "by" }, 1) then return true end
  if quantity:followed_by(lexicon "everyday-wholes", 4) and not quantity:near(lexicon "gains", 4) then return true end
  if quantity.form == "ratio" and sentence:has { "star~", "rating~", "rated" } then return true end
  if quantity.form == "percent" and quantity:followed_by({ "of {all|the|} {adults|people|women|men|children|teenagers|pensioners|dogs|cats|horses|households|us|germans|britons|americans|europeans|population|students|pregnant *}" }, 1)
    and sentence:has(lexicon "prevalence") and not sentence:has { "our", "we", "your", "users", "clients", "customers", "who {use|take|try|took|used|tried}" } then return true end
  -- "One in seven adults has migraine": how common a thing is.
  if quantity.form == "ratio" and quantity.text:lower():find "^%w+ in %w+" and sentence:has(lexicon "prevalence") then return true end
  return quantity.form ~= "percent" and sentence:has(lexicon "ordinary-halves")
end

-- “(outcome table 2022, see below)”, “(4.6 of 5, Clinic Mirror, 212 reviews, 2024)”, “from the same report”.
local told = pattern [[\([^()]*\b(?:tables?|reports?|audits?|regist(?:er|ry)|surveys?|figures?|pages?|source|reviews?|statistics|ibid|op\. ?cit|declarations?|fact ?sheet|certificate|appendix|annex|section|data ?set|database|accounts|minutes|factsheet|census|readings?|on request|ISO|EN)\b[^()]*\)|\bas (?:the|our) [\w ]{0,40}(?:accounts|report|register|table|statement|audit|statistics)s?\b[^.]{0,25}\bshows?\b|\b(?:from|in|see|per|by|of) the same (?:tables?|reports?|audits?|regist(?:er|ry)|surveys?|figures?|pages?|sources?|stud(?:y|ies)|trials?|papers?|statement|data|document)\b]]

---Whether the sentence tells in brackets, or by pointing back, where its numbers come from.
function numbers.tells_source(sentence)
  return sentence:has(told)
end

---Whether a number is part of a licence's or a register's number, or counts stars.
function numbers.is_identifier(quantity)
  return quantity:preceded_by({ "licence", "license", "permit", "registration", "certificate", "no", "number", "ref", "reference", "code", "batch", "lot" }, 2) or quantity.text:find "^%d+/%d%d%d"
end

---Whether a sentence links to a report or data.
function numbers.links_to_source(sentence)
  for _, link in ipairs(sentence.document.links) do
    if link.sentence and link.sentence.text == sentence.text and link:has { "report*", "study", "test*", "audit", "source*", "data", "survey", "trial", "results", "register" } then return true end
  end
  return false
end

return numbers
