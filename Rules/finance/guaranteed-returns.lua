local claims = require "claims"
local returns = require "returns"

local invest = lexicon "investment-words"

local function is_sound(hit, negative)
  if claims.is_meant(hit) then return true end
  return negative and not (hit.quoted or hit.distanced or hit.questioned or hit.in_reference or hit.hypothetical and not hit:has { "can", "could" })
end

local function try(hits, negative)
  for _, hit in ipairs(hits) do
    if is_sound(hit, negative) then
      hit:report()
      return true
    end
  end
end

local function check(sentence)
  if sentence:has(lexicon "guarantors") or sentence:has(lexicon "warnings") then return end
  local sector = sentence.document.sector
  local financial = sector == "investment" or sentence:has(lexicon "investing") or sentence:has(returns.topical) or not sector and (sentence.section or sentence):has(invest)
  if not financial and not sentence:has(pattern [[[£$€] ?\d|dollars|pounds|euros|prices?|values?|money|bitcoin|gold|silver]]) then return end
  if sentence:has(returns.hedged) then return end
  if financial and try(sentence:find(returns.lossless), true) then return end
  if financial and (try(sentence:find(returns.safe), true) or try(sentence:find(returns.worth))) then return end
  if try(sentence:find(returns.forecast), sentence:has { "never", "cannot", "can't" }) then return end
  if sentence:has(lexicon "service-promises") or try(sentence:find(returns.multiply)) then return end
  if not financial then return end
  if try(sentence:find(returns.kept), sentence:has { "never", "cannot", "can't" }) then return end
  if sentence:has(returns.fixed_fact) then return end
  local sure = {}
  for _, hit in ipairs(sentence:find(returns.certain)) do
    if hit:has(returns.object) or hit:near(returns.object, 8) then sure[#sure + 1] = hit end
  end
  if try(sure) or try(sentence:find(returns.stated)) then return end
  try(sentence:find(returns.wealth), sentence:has "never")
end

---Profit promised as certain, or rising prices as a fact.
---@type Rule
return {
  id        = "finance/guaranteed-returns",
  category  = "guaranteed-returns",
  title     = "Return promised as certain",
  severity  = "error",
  basis     = { "us-finra/2210-d-1", "us-17-cfr-275-206-4-1", "uk-fca/cobs-4-2-1", "uk-fca/cobs-4-2-5" },
  message   = "“{text}” promises a return, an income or capital that nobody can promise",
  help      = "Say what the investor may lose and on what the return depends; name the guarantor if there is one.",
  rationale = [[
    Whoever hears that money is safe or a return certain does not ask what can
    be lost. Deposits and insurance contracts with a named guarantor are
    another matter, as are promises about service and warnings about such
    offers.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, { returns.lossless, returns.kept, returns.multiply, returns.forecast, returns.certain[1], returns.certain[2], returns.stated, returns.wealth, returns.safe, returns.worth })) do check(sentence) end
  end,

  examples = {
    flagged = {
      "Invest today: your ⟦capital is guaranteed⟧.",
      "⟦Double your savings⟧ in eighteen months.",
      "Invest in the token: the ⟦price will reach⟧ $40 by June.",
      "Investors, sleep well: your stake ⟦sits behind a legal ring-fence⟧.",
      "Invest in timber, which ⟦will be worth three times⟧ as much.",
      "Members of the staking club ⟦earn 3% every week⟧.",
    },
    clean = {
      "Investors may get back less than they put in; nothing is guaranteed.",
      "Beware of anyone who promises guaranteed returns on an investment.",
      "Return the faulty monitor and we will send a replacement.",
      "With an annuity the insurer guarantees an income for life.",
    },
  },
}
