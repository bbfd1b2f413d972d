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
  if quantity.form == "ratio" and quantity.text:find "%sin%s" and sentence:has(lexicon "harm-rates") then return true end
  return quantity.form ~= "percent" and sentence:has(lexicon "ordinary-halves")
end

-- “(outcome table 2022, see below)”, “(4.6 of 5, Clinic Mirror, 212 reviews, 2024)”, “from the same report”.
local told = pattern [[\([^()]*\b(?:tables?|reports?|audits?|regist(?:er|ry)|surveys?|figures?|pages?|source|reviews?|statistics|ibid|op\. ?cit|declarations?|fact ?sheet|certificate|appendix|annex|section|data ?set|database|accounts|minutes|factsheet|census|ISO|EN)\b[^()]*\)|\b(?:from|in|see|per|by|of) the same (?:tables?|reports?|audits?|regist(?:er|ry)|surveys?|figures?|pages?|sources?|stud(?:y|ies)|trials?|papers?|statement|data|document)\b]]

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
