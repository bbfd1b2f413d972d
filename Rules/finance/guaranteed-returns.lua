---Returns, income or capital promised as certain.
local claims = require "claims"

local PERIOD = [[(?:(?:a|per|each|every|/) ?(?:single )?(?:day|week|month|quarter|trade)|daily|weekly|monthly|for life)]]
local invest = lexicon "investment-words"
local certain = { lexicon "certainty", pattern [[\b(?:secure|safe|sure|fixed|stable|reliable|dependable|predictable|risk-?free|passive|automatic|effortless) (?:\w+ )?(?:returns?|profits?|income|yields?|gains|capital)\b]], pattern [[\b(?:profits?|returns?|gains|earnings|dividends?|interest|payouts?|income|capital|principal|money|savings|investments?) (?:is|are|stays?|remains?) (?:always |completely |fully |100 ?% |perfectly |entirely |totally )?(?:safe|secure|certain|protected|guaranteed|assured|locked|untouchable|fixed)\b]] }
local lossless = pattern [[\b(?:(?:you|investors|clients|members|savers|holders|nobody|no one|no client|no investor|it|the fund|the bot|we)(?: simply| just| literally)? (?:can(?:not|['’]t)|cannot possibly|can never|can not|will never|won['’]t|will not|has never|have never|never|could not|couldn['’]t|has ever|has yet to|have yet to) (?:possibly |ever |once )?(?:lost?|go wrong|lose)\b|(?:no|there is no|there['’]s no|zero) (?:way|possibility|chance|risk|danger) (?:to lose|of (?:a )?loss|of losing|you can lose|to go wrong)|(?:nothing|zero|never a penny) to lose|\bcan(?:['’]t|not) lose\b|no[- ]lose\b|(?:zero|no)[- ]loss\b|no downside|(?:is|are|was|stays?) (?:never|not|at no time) (?:ever |actually )?at risk|never (?:puts?|risk\w*) (?:your|a penny|a cent)|all (?:the )?(?:upside|gain|reward),? (?:and )?(?:none of|no|without)|without (?:ever )?(?:risking|losing) (?:a penny|a cent|your|any|money)|(?:losses|loss) (?:is|are) (?:impossible|excluded|ruled out|a thing of the past)|risk nothing|never (?:had|see|have|suffer|seen|recorded|posted|suffered) a (?:losing|down|negative|bad) (?:day|week|month|quarter|year|trade)|money[- ](?:printing|machine|printer)\b|licen[cs]e to print money|free money)]]
local multiply = pattern [[\b(?:double|doubles|doubling|triple|triples|tripling|treble|trebles|quadruple|10x|ten-?fold|multiply|multiplies)(?:d|s)? (?:of )?(?:your|their|the|his|her|every|any) ?(?:\w+ )?(?:money|savings|stake|investment|capital|cash|coins?|tokens?|deposit|pension|wealth|pot|nest egg|bitcoins?|portfolio|income|pounds?|dollars?|euros?|£|\$|€)|\bturn(?:s)? (?:your )?(?:[£$€] ?[\d,.]+k?|every pound|every dollar) into (?:[£$€] ?[\d,.]+|two|three|ten|five)|\b(?:your|their) (?:money|savings|stake|investment|capital|coins?|cash|pot|deposit) (?:will |is going to |is set to |is bound to )?(?:doubles?|triples?|trebles?|quadruples?|multipl(?:y|ies))\b]]
local forecast = pattern [[\b(?:(?:prices?|gold|silver|bitcoin|btc|ether|ethereum|the coin|the token|tokens?|coins?|shares?|stock|stocks|the market|markets|property|properties|house prices|value|values|the fund|it|land|whisky|wine|oil|this)(?: (?!(?:is|are|will)\b)[\w'’-]+){0,3}? (?:(?:will|shall|['’]ll) (?:definitely |certainly |surely |only |soon |easily |inevitably |always |never )?|(?:is|are) (?:certain|sure|bound|guaranteed|destined|going|set|about|on course|on track) to |can only |cannot but )(?:rise|rises|reach|hit|pass|double|triple|treble|quadruple|soar|surge|climb|explode|skyrocket|rocket|moon|be worth|outperform|gain|jump|go up|go through|keep rising|keep going up|keep climbing|increase in value|appreciate|break|top|never fall|fall again|grow|go parabolic|go to the moon|10x|beat)\b|the only way is up|to the moon\b|next (?:bitcoin|amazon|tesla)\b|(?:is|are) (?:going )?to the moon)]]
local stated = pattern([[\b(?:you(?:['’]ll| will)? (?:\w+ )?(?:earn|make|receive|get|pocket|collect)|(?:earn|make|receive|pocket|collect|get|pays?|paying|returns?|yields?|generates?|delivers?|earns|makes|earning|making|produces?|gives?)(?: you)?)(?: (?!charge|fee|up)[\w'’-]+){0,4}? (?:a (?:\w+ )?)?(?:\d[\d.,]* ?(?:%|per ?cent|percent)|[£$€] ?\d[\d,.]*)(?: (?:returns?|profits?|interest|income|on your \w+|in \w+))? ?]] .. PERIOD .. [[|\b(?:the (?:fund|bond|plan|bot|scheme|portfolio|note|token)|it|we|investors|members|holders|you) (?:will|shall|['’]ll) (?:\w+ )?(?!not\b|never\b)(?:deliver|earn|make|receive|pay|return|produce|generate|yield|get|enjoy|see)(?: [\w'’-]+){0,4}? (?:\d[\d.,]* ?(?:%|per ?cent)|positive returns?|profits?|double-digit|high returns?|returns? of|a profit)|\byou (?:will|['’]ll|are going to) (?:always |definitely |certainly |surely )?(?:make|earn) money\b|(?:your|the) (?:\w+ )?(?:money|savings|pot|capital|investment|portfolio|fund|pension|stake|balance) (?:will|shall) (?:\w+ )?(?:grow|rise|increase|be worth|earn|gain|return)(?: [\w'’-]+){0,3}? (?:[£$€] ?)?\d[\d.,]*|wins? (?:on )?(?:every|all|each) (?:single )?trades?\b]])

local fixed_fact = pattern [[\b(?:mortgage|loan|rent of|salary|wage|costs?|tax|premium|cashback|fees?|charges?|charged?|inflation|deposit account|savings account|term deposit|fixed-term deposit|on deposit)\b]]

local function check(sentence)
  if sentence:has(lexicon "guarantors") or sentence:has(lexicon "warnings") then return end
  local object = { lexicon "money", pattern [[\d ?(?:%|per ?cent)|[£$€] ?\d]] }
  local service = sentence:has(lexicon "service-promises")
  local house = sentence.section or sentence
  local financial = house:has(invest)

  local function try(hits, also)
    for _, hit in ipairs(hits) do
      local meant = claims.is_meant(hit) or not hit.quoted and not hit.distanced and not hit.questioned and hit:starts_with { "can't", "cannot", "no", "never", "nothing", "zero", "you", "nobody", "without", "there", "no risk", "investors", "clients", "it", "the", "we" } and also
      if meant then
        hit:report()
        return true
      end
    end
  end
  if financial and try(sentence:find(lossless), true) then return end
  if not service and (financial or sentence:has(invest)) and try(sentence:find(multiply)) then return end
  if (financial or sentence:has(pattern [[[£$€] ?\d|dollars|pounds|euros]])) and try(sentence:find(forecast)) then return end
  if service or sentence:has(fixed_fact) then return end
  local sure = {}
  for _, hit in ipairs(financial and sentence:find(certain) or sure) do
    if hit:has(object) or hit:near(object, 7) then sure[#sure + 1] = hit end
  end
  if try(sure) then return end
  if financial and not sentence:has { "{may|might|can|could} {default|lose|fall}", "not guaranteed", "at risk" } then try(sentence:find(stated)) end
end

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
    for _, sentence in ipairs(claims.candidates(document, { lossless, multiply, forecast, certain[1], certain[2], certain[3], stated })) do check(sentence) end
  end,

  examples = {
    flagged = {
      "Invest today: your ⟦capital is guaranteed⟧.",
      "Our trading fund: ⟦you cannot lose⟧.",
      "⟦Double your savings⟧ in eighteen months.",
      "Invest in the token: the ⟦price will reach⟧ $40 by June.",
      "Members of the staking club ⟦earn 3% every week⟧.",
    },
    clean = {
      "Investors may get back less than they put in; nothing is guaranteed.",
      "Beware of anyone who promises guaranteed returns on an investment.",
      "Our advice fee is fixed at 0.6% a year.",
      "Return the faulty monitor and we will send a replacement.",
      "With an annuity the insurer guarantees an income for life.",
    },
  },
}
