---A free trial, a monthly price or a rate without its conditions.
local claims = require "claims"

local free = pattern [[\b(?:(?:free|complimentary|no-cost|risk[- ]free) (?:\w+ )?(?:\d+[- ](?:day|week|month)|\w+[- ](?:day|week|month))(?: (?:trial|supply|sample|membership|subscription|access|pass|plan|box|pack|bottle))?|(?:free|risk[- ]free|£0|\$0|€0|no-cost|complimentary) (?:\w+ )?(?:trial|starter (?:kit|pack|box)|month|week|supply|bottle|jar|box|first (?:box|month|bottle|week))\b|try (?:\w+ ){0,4}?(?:for )?free\b|(?:first|your first) (?:\w+ )?(?:box|month|bottle|jar|week|pack|order|supply|course|tub|bag|session|treatment|dose|pen) (?:is |are |for |comes )?(?:completely |absolutely )?(?:free|on us|on me|on the house|yours for (?:nothing|free)|for nothing|for free|for £0|for \$0|for €0|for 1p|for a penny|for £1|for \$1|gratis|at no cost|costs nothing)\b|(?:just|only|simply|you) pay (?:only |just |for )?(?:the )?(?:shipping|postage|p ?& ?p|delivery|handling|s ?& ?h)|pay nothing (?:today|now|for|until)|(?:\d+|seven|fourteen|thirty|ten) (?:days|nights|weeks|months),? (?:for |completely |absolutely )?free\b|free for (?:\d+|seven|fourteen|thirty|ten|a|one|two|three|the first) (?:days|weeks|months|day|week|month)\b)]]
local monthly = pattern [[(?:\b(?:from|just|only|for|at|as little as|starting at|less than|under|costs?|pay) (?:just |only |as little as )?|^)(?:[£$€] ?\d[\d,.]*) ?(?:a|per|each|every|/) ?(?:month|mo|week|day)\b|\b(?:from|starting (?:at|from)|for) (?:just|only|as little as) [£$€] ?\d[\d,.]*|\b(?:for )?as little as [£$€] ?\d[\d,.]*]]
local credit = pattern [[\b(?:0|zero) ?(?:%|per ?cent|percent)?[- ](?:finance|apr|interest|credit|financing)\b|interest[- ]free (?:finance|credit|instal\w+|payments?)|buy now,? pay later|nothing to pay (?:until|for)]]
local teaser = pattern [[\b(?:just|only|a mere) [£$€] ?\d[\d,.]* (?:for (?:your|the) first|to (?:join|start|begin|try|get|reserve|open)|down|upfront|today|now|deposit)\b|\b(?:your )?(?:first|opening|introductory|intro|trial|starter|initial) (?:\w+ )?(?:box|month|months|bottle|jar|week|pack|order|supply|course|tub|bag|session|treatment|dose|pen|vial|visit|kit|shipment|delivery|scan|consultation|class|drip|injection|syringe|tin|sachets?|3 months|three months|year|quarter)(?:\W{1,3}|(?: (?:is|are|for|at|from|just|only|costs?|comes to|yours for|now|a mere|will cost you|half price at|free at)){0,3} )[£$€] ?\d[\d,.]*|\b(?:from|starting (?:at|from)|starts? (?:at|from)|prices? (?:start )?from|plans? from|packages? from|treatments? from) (?:just |only |as little as |a mere |an amazing )[£$€] ?\d[\d,.]*(?:k\b)?|\b(?:from|for only|for just|yours (?:for|from)) (?:just |only |a mere )?[£$€] ?\d[\d,.]*(?:k\b)?(?: ?(?:a|an|per|each|every|/) ?(?:month|week|day|mo|session|visit|treatment|head|person|time|click|tooth|eye|\w+ly)\b)|\b(?:only|just|yours (?:for|from)) [£$€] ?\d[\d,.]*\b|\bget (?:your |the )?(?:first )?(?:month|box|week|bottle|trial|starter \w+) (?:for|at) (?:just |only )?[£$€] ?\d[\d,.]*|\b(?:just|only|pay|cover|plus|but|than|for) (?:the )?(?:cost of )?(?:shipping|postage|p ?& ?p|delivery|handling|stamp|[£$€] ?\d[\d,.]* (?:shipping|postage|stamp|delivery|p ?& ?p|handling|for (?:shipping|postage|delivery)))|\b(?:try|test|start|get|claim|enjoy|wear|sleep on|experience|join) (?:it|us|this|them|your|the|our)?[^.;!?]{0,25}\b(?:for free|free of charge|on us|for nothing|for £0|for \$0|free today|risk[- ]free|no cost|at no cost)\b|\b(?:\d+|seven|fourteen|thirty|ten|sixty|ninety)[- ](?:day|night|week|month)s? (?:free|risk-free|no-risk|complimentary|free-of-charge)?,? ?(?:free )?(?:trial|on us|on the house)\b|\bfree (?:gift|bottle|jar|pack|month|box|sample|kit|pen|tub|device|meter|scanner|session|treatment|trial)s? (?:with|when|if|for every)|\b(?:buy|order) (?:one|two|three|\d)[,]? (?:and )?get (?:one|two|another|a|\d)(?: \w+)? free]]
local small_print = pattern [[\b(?:(?:terms|conditions|t ?& ?cs?|t['’]s and c['’]s|restrictions|exclusions|terms and conditions|other conditions) (?:and conditions )?(?:may )?appl(?:y|ies)|ask (?:us )?for (?:the )?(?:terms|conditions)|see (?:website|online|in store) for (?:terms|details))]]
local shop = pattern [[\bfree (?:parking|of|samples? on|delivery|repeat|from|shipping|returns|consultation|advice)\b]]
local price = pattern [[[£$€] ?\d|\d ?(?:%|€)]]

---Whether the sentence, the next two or a note of the section states conditions.
local function has_terms(sentence)
  local terms = { lexicon "terms", pattern [[[£$€] ?\d[\d,.]* (?:a|per|each) (?:month|year|week)[^.]*\b(?:after|from|then|until)|(?:renews|after (?:the )?(?:\d+|first|trial))]] }
  local at = sentence
  for _ = 1, 3 do
    if not at then return false end
    if at:has(terms) then return true end
    at = at.next
  end
  return false
end

local function check(sentence)
  if has_terms(sentence) then return end
  local triggers = { free, monthly, credit, teaser }
  if sentence:has(price) then triggers[#triggers + 1] = small_print end
  for _, hit in ipairs(sentence:find(triggers)) do
    local service = hit:has(shop) or hit:has { "study", "helpline" }
    local asked = claims.is_asked(hit)
    if not service and not asked and not hit.negated and not claims.is_speech(hit) and not hit:near({ "charge~ of", "fee~ is", "interest rate", "earn~", "clinical trial", "participants" }, 5) then
      hit:report()
      return
    end
  end
end

---@type Rule
return {
  id        = "selling/offer-without-terms",
  category  = "missing-disclosure",
  title     = "Offer without its terms",
  severity  = "warning",
  basis     = { "eu-2005-29/art-7", "uk-cap/3-17", "us-ftc-hpcg-2022" },
  message   = "“{text}” names an offer whose conditions are not beside it",
  help      = "Say beside it what follows: the price after the trial, the term, all compulsory costs, how to cancel.",
  rationale = [[
    A trial that turns into a subscription, a price without the medicine, a
    rate without the term: what the reader must know to decide stands beside
    the offer, and "conditions apply" is not it.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, { free, monthly, credit, teaser, small_print })) do check(sentence) end
  end,

  examples = {
    flagged = {
      "⟦Free 30-day supply⟧, sent to your door.",
      "Our slimming plan ⟦costs just £38 a month⟧.",
      "⟦0% finance⟧ on dental implants.",
    },
    clean = {
      "Free for 14 days, then £6.99 a month; cancel at any time in the app.",
      "The consultation costs £80, payable on the day.",
      "The first conversation is free, and parking is free too.",
      "The free trial ends by itself, and we ask for no card.",
    },
  },
}
