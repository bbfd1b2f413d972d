---A rating or award without who gave it and when.
local claims = require "claims"

local rating = pattern [[(?:★{3,5}☆{0,2}|⭐{3,5})(?: ?\d(?:[.,]\d)? ?(?:/|out of) ?(?:5|10|five|ten))?|\b(?:rated|scored?|scores?|rating of|rate us|score us|average of|rating:?)\b[^.!?;]{0,40}?\b(?:\d(?:[.,]\d)?|10|five|ten|nine)(?: ?/ ?| out of )(?:5|10|100|five|ten)\b(?: stars?)?|\b\d[.,]\d ?(?:/ ?(?:5|10)|out of (?:5|10|five|ten)|stars?\b|★)|\b(?:five|5|4[.,]\d)[- ]stars?(?:[- ](?:rated|rating|reviews?|service|clinic|care|feedback))?\b|\b(?-i:\p{Lu}\w+)(?: \w+)?: (?:excellent|outstanding|top rated|superb|10/10)\b|\brated (?:excellent|outstanding|exceptional|five stars|best|top|highly|number one)\b]]
local award = pattern [[\b(?:multi-?)?award[- ]winning\b|\b(?:winners?|winning|won|awarded|recipient|holder) (?:of )?(?:the |an? |our |several |many |numerous |multiple )?(?:[\w'’-]+ ){0,4}?(?:awards?|prizes?|medals?|trophy|accolades?)\b|\b(?:voted|named|crowned|ranked|listed as|chosen as|recognised as|recognized as) (?:as )?(?:the |an? |one of |among |in the |(?-i:\p{Lu})[\w]+['’]s |our |her |his )*(?:top \d+|best|clinic of the year|[\w-]+ of the year|number|no\. ?\d|#\d|favou?rite|most \w+|top)\b|\btop[- ](?:\d+|ten|five|twelve|twenty|hundred) (?:[\w-]+ )?(?:adviser|advisor|clinic|doctor|dentist|surgeon|broker|fund|company|brand|firm|app|wealth manager|practice|spa|salon|dermatologist|trader)s?\b|\b(?:best|clinic|brand|product|practice|adviser|fund|surgeon|app) of the year\b|\b(?:consumer|people['’]s|editor['’]s|readers?['’]) choice\b]]
local seen = {
  pattern [[\bmost[- ](?:awarded|decorated|reviewed)\b|\b(?:excellent|outstanding|superb|five stars|top[- ]rated|\d\.\d) on (?-i:\p{Lu})|\b(?:\d|ten|nine|five) out of (?:5|10|five|ten) (?:stars|from|by)]],
  pattern [[\bas (?:seen|featured|heard|reported|loved|praised|reviewed|advertised) (?:in|on|by)]],
  pattern [[\b(?:featured|reviewed|praised|profiled|recommended|applauded|hailed) (?:in|on|by) (?:the )?(?-i:Vogue|Forbes|BBC|CNN|Elle|Times|Guardian|Telegraph|Tatler|GQ|NBC|ABC|CBS|TV|\p{Lu}\w+ (?:Magazine|Times|Post|News|Journal|Weekly|Daily))]],
  pattern [[\bin the (?:press|media|news):]],
  pattern [[(?:^|[:–—|] ?)(?:winners?|finalists?|runners?-up|shortlisted|gold|silver|bronze|gold medal|silver medal|highly commended)(?: \d{4})?[,:–—] ?\p{L}]],
  pattern [[\b(?:thousands|hundreds|\d[\d,.]*k?\+?) (?:of )?(?:[\w-]+ )?(?:five[- ]star|5[- ]star|4\.\d[- ]star|glowing|rave|positive|happy|verified|delighted) (?:reviews?|ratings?|customers|fans)]],
  pattern [[\b(?:nearly|almost|over) (?:five|5|four|4)(?:\.\d)? stars\b]],
  pattern [[\b(?:scor\w+|rat\w+|giv\w+|award\w*) (?:us|it|our \w+|her|the \w+)? ?(?:a )?(?:perfect |full |solid |whopping )?(?:(?:five|5|ten|10|4\.\d|9\.\d)(?: ?/ ?\d+| stars| out of (?:five|ten|5|10))|(?:4\.\d|9\.\d|full marks|top marks))\b]],
  pattern [[\b(?:customers?|clients?|patients?|readers?|members?|owners?|shoppers?|public|people) (?:have )?(?:voted|vote|rate|rated|named|crowned|ranked|chose) (?:us|it|our|this|her|him|(?-i:\p{Lu}))]],
  pattern [[\b(?:product|brand|clinic|cream|serum|supplement|practice|adviser|broker|app|device|innovation|newcomer|start-?up|company|business|employer|surgeon|doctor|dentist|vet|launch|discovery|treatment|fund|coin|pick|throw|mattress|shop|store|spa|feed|food|service|provider|[\w-]+er) of the (?:year|month|decade)\b]],
  pattern [[★{3,}]],
  pattern [[\bbest (?:new )?(?:[\w-]+ ){0,2}(?:20\d\d|award|awards)\b]],
}
local triggers = { rating, award }
for _, construction in ipairs(seen) do table.insert(triggers, construction) end
local scale = pattern [[\b(?:rate|score|mark) (?:your|the|each|how|it)\b|\bpain\b|risk (?:class|rating|score)|apgar|scale (?:of|from)|energy|(?-i)SRRI]]
local source = pattern [[\b(?:19|20)\d\d\b]]
local provider = pattern [[\b(?:survey|by (?:the )?(?-i:\p{Lu})|in (?:the )?(?-i:\p{Lu})\p{L}+|on (?-i:\p{Lu})\p{L}+|source|according to|published|report|awards? (?:by|of)|panel|conducted|commissioned|(?-i:\p{Lu})\p{L}+ (?:Awards?|Survey|Index|Institute|Magazine|Board|Reviews))]]

local function check(sentence)
  if sentence:has(scale) or claims.is_sourced(sentence) then return end
  local dated = sentence:has(source) and sentence:has(provider)
  local following = sentence.next
  if not dated and following and following.block == sentence.block then
    dated = following:has(source) and (following:has(provider) or following:has { "source", "reviews on", "survey" })
  end
  if dated then return end
  for _, hit in ipairs(sentence:find(triggers)) do
    local own = not hit.negated and not claims.is_speech(hit) and not claims.is_asked(hit) and not hit.hypothetical
    if own and not hit:near({ "hotel~", "restaurant~", "film~", "author~", "nobel", "novel~", "luxury accommodation", "contract", "tender", "grant" }, 4) then
      hit:report()
      return
    end
  end
end

---@type Rule
return {
  id        = "selling/rating-without-source",
  category  = "missing-disclosure",
  title     = "Rating without date and provider",
  severity  = "warning",
  basis     = { "us-17-cfr-275-206-4-1-c", "eu-2005-29/art-7" },
  message   = "“{text}” is a rating, and who gave it and when is not said",
  help      = "Name provider, date and number of answers, and whether the rating was paid for.",
  rationale = [[
    A rating persuades because somebody else gave it. Without provider and date
    nobody can tell who was asked, how long ago, and who paid.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, triggers)) do check(sentence) end
  end,

  examples = {
    flagged = {
      "⟦Rated 4.9 out of 5⟧ by our patients.",
      "An ⟦award-winning⟧ clinic by the sea.",
      "⟦TrustMeter: Excellent⟧",
    },
    clean = {
      "Rate your pain from 0 to 10 before and after.",
      "Rated 4.6 out of 5 by 812 patients in the Northern Care Survey 2023.",
      "No star rating is shown here, because we have not asked anybody.",
    },
  },
}
