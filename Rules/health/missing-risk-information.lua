---Benefits of a treatment, a test or an investment, and no word of what can go wrong.
local balance = require "balance"
local calls = pattern [[\b(?:book|order|buy|call us|ask (?:your|us|at|about)|start with|reserve|fly|from all pharmacies)\b|[£$€]\s?\d]]

local kinds = { "medicine", "cell-product", "procedure", "infusion", "device", "diagnostic", "investment" }
local exempt = { food = true, supplement = true, cosmetic = true, textile = true, household = true, service = true }

---Sectors that everyday words alone can make: they are no proof that nothing risky is sold.
local loose = { textile = true, household = true }

---@type Rule
return {
  id        = "health/missing-risk-information",
  category  = "missing-risk-info",
  title     = "No risk information",
  severity  = "error",
  scope     = "document",
  basis     = { "eu-2001-83/art-90-b", "us-21-cfr-202-1-e-5-ii" },
  message   = "claims benefits, and nowhere says what can go wrong",
  help      = "Add the known harms, limits or possible losses, as prominent as the benefits.",
  rationale = [[
    Every treatment can harm or fail, every test can err, every investment can
    lose. A page that names only benefits is not balanced, whatever each sentence
    says. Foods, supplements, cosmetics and textiles are left alone.]],

  on    = "document",
  check = function(document)
    local applies = false
    for index = 1, math.min(10, #document.sentences) do
      local sentence = document.sentences[index]
      local goods = not sentence.in_reference and (sentence:first(lexicon "risky-goods") or (not exempt[document.sector] or index < 5 and loose[document.sector]) and sentence:first(lexicon "diseases"))
      applies = applies or goods and not (goods.negated or goods.quoted) or false
    end
    local sector = document.sector
    if sector == "food" or sector == "supplement" or exempt[sector] and not applies then return end
    for _, kind in ipairs(kinds) do applies = applies or document:about(kind) end
    if not applies or document.sector == "veterinary" and document:about "supplement" then return end
    local sells = document:has(calls)
    local claim
    for _, sentence in ipairs(document.sentences) do
      if balance.warns(sentence) then return end
      claim = claim or (balance.claims(sentence, sells) and sentence)
    end
    if claim then document:report { at = claim } end
  end,

  examples = {
    flagged = {
      "The Orchard Clinic\nOur infusion restores the strength of your legs.\nBook a call with our coordinator today.",
      "The Vital Drip\nVitamins by infusion lift your energy, with no side effects.\nForty minutes, £160.",
      "Our crypto fund\nInvestors earn 9% a month, risk-free.",
    },
    clean = {
      "The Orchard Clinic\nOur infusion restores the strength of your legs.\nPossible side effects are headache and fever; infection can occur.",
      "Our herbal tea tastes of apples and calms the evening.",
      "The clinic opens at nine, and parking is free.",
      "Our crypto fund\nInvestors earned 9% last year. You may lose all that you put in.",
      "Eyelid surgery\nA fresher look. Bruising is common.",
    },
  },
}
