---Hypothetical or past performance without basis and warning.
local claims = require "claims"

local hypothetical = pattern [[\b(?:back-?test(?:s|ed|ing)?|back[- ]test(?:s|ed|ing)?|simulated (?:returns?|performance|results|gains)|simulations?|hypothetical(?:ly)?|model portfolio|paper[- ]trad\w+|would have (?:turned|returned|grown|made|earned|gained|doubled|tripled|beaten|become|been worth|outperformed|yielded|produced|multiplied)|would (?:now|today) be (?:worth|sitting on)|(?:if you had|had you|if you['’]d) (?:invested|put|bought))\b]]
local past = pattern [[\b(?:(?:returned|gained|earned|made|grew|grown|delivered|achieved|posted|yielded|produced|generated|rose|risen|climbed|up(?! to\b)|averaged|average|annuali[sz]ed|track record of|annual return of|returns of|performance of|gains of)(?: [\w'’,-]+){0,5}? [+]?\d[\d.,]* ?(?:%|per ?cent|percent)|turned [£$€] ?[\d,.]+k? into|\d[\d.,]* ?(?:%|per ?cent)(?: \w+)? (?:annuali[sz]ed|return last|last (?:year|month|quarter)|since (?:inception|launch|20\d\d|19\d\d)|net return|in (?:20\d\d|the (?:last|past)|its first))|(?:beaten|outperformed) the (?:market|index|s&p|ftse))]]
local AMOUNT = [[(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)]]
local record = pattern([[[+] ?\d[\d.,]* ?%(?: (?:ytd|year to date|since|in|this|last))|\b(?:ytd|year[- ]to[- ]date)\b|\b]] .. AMOUNT .. [[ (?:out )?of (?:the |our |its |my |their |every |all )?(?:last |past |previous |latest |most recent )?]] .. AMOUNT .. [[(?: (?:calls?|trades?|picks?|quarters?|years?|months?|signals?|positions?|tips|deals?|weeks?|rounds?|listings?|entries|funds?|launches))?\b|\b(?:beat|beats|beaten|beating|outperform\w*|outpaced|outrun|outran|trounced|ahead of|topped|crushed|smashed) (?:the )?(?:market|index|s&p|ftse|dax|nasdaq|dow|benchmark|bitcoin|gold|inflation|bonds|banks|msci|every index)\b|\b(?:doubled|tripled|trebled|quadrupled|multiplied|tenfold|ten-bagger|soared|rocketed|went up|is up|are up|was up|has risen|have risen|up \d|gained|climbed|compounded|win rate|hit rate|strike rate|success rate|winning (?:trades|months|streak)|track record|in profit|profitable (?:months|trades|years|calls|weeks)|closed in profit|green months|no losing|never had a losing|without a losing|not a single losing|past (?:winners|picks|gains|performance|results)|previous (?:winners|picks|gains)|average (?:annual )?(?:return|gain|yield|profit)|annual returns?|made (?:our |its )?(?:members|clients|investors|subscribers|followers|users))\b]])
local feats = lexicon "track-record"
local cell_gain = pattern [[^[+−-]? ?\d[\d.,]* ?%$]]
local warning = { "past performance", "past results", "past returns", "{capital|capital is|your capital is} at risk", "{may|can|could|might} {lose|fall|go down|get back less}", "get back less", "not a {reliable|guide|guarantee}", "may lose", "value of investments", "no reliable guide", "not indicative", "does not predict", "do not predict", "lost" }
local figure = pattern [[\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|doubled|tripled|trebled|quadrupled|every|tenfold|half)\b]]
local basis = { "net of", "after fees", "gross of", "before fees", "benchmark", "source", "assum~", "dividends reinvested", "not include costs" }

---A cell that holds a gain, under or beside a year, in a table of results; the first of its row.
local function gains_cell(sentence)
  local block = sentence.block
  if not block or block.kind ~= "cell" then return end
  local before, row = block.previous, block.parent
  local hit = sentence:first(cell_gain)
  return hit and row and row:has(pattern [[\b(?:19|20)\d\d\b]]) and not (before and before:has(cell_gain)) and hit or nil
end

---@type Rule
return {
  id        = "finance/performance-without-basis",
  category  = "missing-disclosure",
  title     = "Performance without basis and warning",
  severity  = "error",
  basis     = { "us-17-cfr-275-206-4-1-d", "uk-fca/cobs-4-6" },
  message   = "“{text}” shows performance without its basis and the warning that it says nothing of the future",
  help      = "Say whether it was achieved or calculated, the period, the fees, and that past results do not predict future ones.",
  rationale = [[
    A curve that nobody earned, or one good year, reads like a forecast. What
    was assumed, what fees were taken off and what may be lost stand beside it.]],

  on    = "document",
  check = function(document)
    if not (document:about "investment" or document:has(lexicon "markets")) or document:about "diagnostic" then return end
    local warned = document:has(warning)
    if warned and document:has(basis) then return end
    for _, sentence in ipairs(document.sentences) do
      local hit = sentence:first(hypothetical) or not warned and (sentence:first(past) or sentence:first(record) or sentence:first(feats) or gains_cell(sentence))
      local counts = hit and not sentence.in_reference and not hit.negated and not hit.distanced and not sentence.questioned and not claims.is_speech(hit)
      if counts and not claims.is_sourced(sentence) and not sentence:has(basis) and sentence:has(figure) and not sentence:has { "inflation", "sales", "staff", "new members", "membership", "rents rose" } then
        sentence:report()
      end
    end
  end,

  examples = {
    flagged = {
      "⟦The model portfolio would have turned £10,000 into £31,500 since 2010.⟧ Join the newsletter.",
      "⟦Our back-test shows 14.2% a year.⟧ License the signal for $49.",
      "⟦The fund returned 31% last year.⟧ Buy shares in the app.",
    },
    clean = {
      "The fund returned 31% in 2023, net of fees. Past performance does not predict future returns.",
      "We do not show a back-test of the fund, because it would be hypothetical.",
      "Our clinic has grown by 20% since 2010.",
    },
  },
}
