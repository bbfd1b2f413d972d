---Time pressure, scarcity, and fear of missing out.
local claims = require "claims"
local pressure = require "pressure"

local countdown = pattern [[\b(?:within|only|ends? in|closes in|expires? in|left|in the next|for the next) ?(?:the )?(?:next )?\d{1,2}:\d{2}(?::\d{2})\b|\b(?:next|ends? in|expires? in|left:?|remaining:?|in only|countdown:?) ?(?:the next )?\d{1,2}:\d{2}\b|\b\d{1,2}:\d{2}(?::\d{2})? (?:left|remaining|to go)\b|\b(?:within|in|for|over) the (?:next )?(?:hour|\d+ (?:minutes|hours)|(?:ten|fifteen|twenty|thirty|sixty|two|three|six|twelve|twenty-four|forty-eight) (?:minutes|hours))\b]]
local scarce = pattern [[\b(?:(?:only|just|fewer than|less than|down to|the last|our last|last|final|a mere) (?:\d+|a few|a handful(?: of)?|a couple(?: of)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?: [\w'’-]+){0,4}? (?:left|remain(?:s|ing)?|available|to go|still free|still open|to be had|unsold)\b|(?:only|just|the last|our last|final) (?:\d+|a few|a handful of|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty) (?:[\w-]+ )?(?:slots?|places?|spots?|seats?|spaces?|units?|boxes|bottles?|jars?|chairs?|appointments?|tickets?|syringes?|vials?|packs?|plots?|shares?|allocations?|openings|dates?)\b(?! (?:a|per|each|at a|in a) )|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:left|remaining)(?: in stock| at this price|!|$|,| now)|(?:\d+|[\w-]+teen|[\w-]*ty(?:-\w+)?|hundreds of|dozens of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:other )?(?:people|others|customers|visitors|shoppers|investors|patients|clients|buyers) (?:are|have) (?:now |currently |just |already |also )?(?:looking|viewing|watching|eyeing|booked|bought|joined|signed|reserved|waiting|in the queue|ordered|considering)|(?:the )?first (?:\d+|ten|twenty|fifty|hundred|one hundred|five hundred|thousand) (?:people|customers|callers|buyers|clients|patients|investors|orders|to (?:book|call|order|sign|join|reply|register|apply|buy)|who (?:book|call|order|sign|join|reply)|bookings|members|places|readers|subscribers))]]
local dated = pattern [[\b(?:(?:offer|sale|discount|deal|promotion|savings card|price|bonus|voucher|coupon|code|half price|\d+ ?% off)(?: [\w'’-]+){0,4}? (?:ends?|expires?|closes|stops|finish(?:es)?|is valid|valid|disappears|runs|gone)(?: only| just)?(?: on| at| by| until| till)? (?:tonight|today|tomorrow|midnight|noon|this|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|soon|in)\b|(?:book|buy|order|sign up|sign|join|invest|reserve|call|subscribe|register|apply|reply|claim|enrol|commit|pay|decide)(?: [\w'’£$€%-]+){0,6}? (?:before|by) (?:midnight|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend|the end of (?:the )?(?:day|week|month))\b|(?:interest|rate|bonus|yield|return|price|fee|reward|discount|commission|payout|multiplier)s? (?:falls?|drops?|rises?|shrinks?|ends?|goes|go|jumps?|halves|doubles?|climbs?|increases?)(?: [\w'’-]+){0,6}? (?:after|from|at|on|by|tomorrow|next) ?(?:midnight|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|noon)?\b|(?:half[- ]price|\d+ ?% off|free|discount\w*|save)[^.;!?]{0,40}(?:this (?:weekend|week|month|friday|sunday)|today|tonight|tomorrow)(?: only)|(?:until|till) (?:midnight|tonight|tomorrow night) ?(?:only)?\b|\b(?:today|tonight|this (?:week|weekend|month)|one (?:day|week|night|weekend)|weekend|24 hours|48 hours) only\b(?! (?:the|one|a|an|our|two|three|\w+ (?:entrance|door|desk)))|\bonly today\b(?! (?:the|did|do|has|have|are|is))|(?:this|today['’]s|the) price (?:will|ends|is only|won['’]t|disappears)[^.;!?]{0,30})]]
local hurry = pattern [[(?:^|[:–—|;,!.] |so |now |then )(?:please )?hurry\b(?![- ]?scurry)]]
local going = pattern [[\b(?:selling|filling|booking|going|running|disappearing) (?:out |up )?(?:fast|quickly|rapidly)\b]]

local triggers = { lexicon "pressure", lexicon "running-out", hurry, going, scarce, countdown, dated }
for _, construction in ipairs(pressure.all) do table.insert(triggers, construction) end

local function check(sentence)
  local calm = sentence:has(lexicon "no-pressure")
  for _, hit in ipairs(sentence:find(triggers)) do
    local unsold = hit.negated or claims.is_speech(hit) or hit.distanced
    local asked = hit.questioned and not hit:has { "why wait", "before", "last", "ready" }
    if not calm and not unsold and not asked then
      hit:report { severity = claims.severity(sentence.section or sentence) }
      return
    end
  end
end

---@type Rule
return {
  id        = "selling/urgency",
  category  = "urgency",
  title     = "Pressure to decide",
  severity  = "warning",
  basis     = { "eu-2005-29/annex-i-7", "uk-cap/1-3" },
  message   = "“{text}” presses the reader to decide at once",
  help      = "Say until when an offer holds, plainly; leave out countdowns, scarcity and fear of missing out.",
  rationale = [[
    Who is hurried does not weigh risks. With treatments and investments this
    harms; with other goods it is a matter for the reviewer. Opening hours,
    lead times, dates stated plainly and medical emergencies press nobody.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, triggers)) do check(sentence) end
  end,

  examples = {
    flagged = {
      "⟦Act now and save⟧ on your first visit.",
      "⟦Only three places left⟧ this month.",
      "Our ⟦course is filling up⟧ fast.",
      "The ⟦window is closing⟧: book your chair.",
      "⟦Book before midnight⟧ and pay half.",
      "Our vials are few: ⟦there will not be a second batch⟧.",
    },
    clean = {
      "Call 911 at the first sign of a stroke; do not wait.",
      "Introductory price £3.60 until 31 March.",
      "Orders placed before noon leave on the same day.",
      "There is no deadline, and no rush.",
      "Pressure to decide on the day is a warning sign.",
    },
  },
}
