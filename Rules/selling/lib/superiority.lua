---Places where a text ranks its own offer above others.
local claims = require "claims"
local rivalry = require "rivalry"
local superiority = {}

local ADJECTIVE = [[(?:(?:very )?(?:best|finest|greatest|smartest|cleverest|fastest|quickest|strongest|safest|easiest|simplest|gentlest|mildest|purest|cleanest|freshest|healthiest|kindest|greenest|toughest|richest|cheapest|surest|brightest|brainiest|sharpest|soundest|hardest[- ]working|longest[- ]lasting|fastest[- ](?:acting|growing|working)|(?:highest|top|best)[- ](?:quality|rated|ranked|grade|performing|paying|yielding|reviewed|loved|selling|value|known|trusted|qualified|equipped|in class)|lowest[- ]priced|highest (?:success|quality|standard|purity|potency|return|yield|concentration|level|rate|accurac)\w*|lowest (?:price|rate|fee|cost|complication)s?|most (?:(?:highly|technologically|scientifically|clinically|widely|professionally|medically|bio|truly|deeply|intensely|fully|genuinely|carefully|rigorously|thoroughly) ?)?(?:advanced|effective|efficacious|powerful|potent|experienced|trusted|trustworthy|reliable|accurate|precise|exact|innovative|sophisticated|comprehensive|complete|efficient|successful|profitable|lucrative|rewarding|respected|renowned|reputable|prestigious|luxurious|natural|gentle|affordable|exclusive|skilled|skilful|qualified|talented|gifted|knowledgeable|dependable|durable|sensitive|specific|popular|loved|wanted|admired|sought[- ]after|recommended|prescribed|comfortable|generous|secure|stable|sustainable|ethical|transparent|caring|compassionate|thorough|intelligent|versatile|impressive|extraordinary|amazing|incredible|remarkable|revolutionary|exciting|concentrated|absorbable|bioavailable|pure|active|proven|studied|researched|tested|modern|up[- ]to[- ]date|developed|rated|awarded|decorated|celebrated|loved|nutritious|hygienic|economical|technologically|reviewed|detailed|personal|transformative|beloved|purchased|used|chosen|preferred)))]]
local OPEN = [[(?!(?:best|rest|test|request|invest|interest|honest|modest|forest|harvest|guest|chest|west|nest|suggest|digest|ingest|protest|contest|arrest|manifest|latest|nearest|earliest|oldest|youngest|newest|lowest|highest|largest|smallest|longest|shortest|closest|slightest|least|furthest|farthest|quest|conquest|priest|breast|midwest|northwest|southwest|behest|zest|crest|vest|pest|jest|dishonest|eldest|next|lest|worst|deepest (?:sympathy|condolences))\b)[\p{L}-]{2,}est|most (?!(?:people|of|likely|often|recent|recently|common|commonly|frequent|frequently|important|importantly|convenient|suitable|appropriate|serious|severe|affected|vulnerable|urgent|relevant|similar|insured|cases|days|other|medicines|treatments|used)\b)(?:[\w-]+ly )?[\p{L}-]{2,}(?:ed|ing|ive|ful|able|ible|al|ous|ic|ent|ant|ary|less|ate|ete|ise|ite|ure|iar|ern|ight|ical|some|id|ile|er|een)]]
local SIZE = [[(?:largest|biggest|oldest|newest|latest|smallest|thinnest|lightest|original|longest[- ]established|longest[- ]running|longest[- ]standing)]]
local LEAD = [[(?:leading|top|premier|foremost|pre-?eminent|number[- ](?:one|1)|no\. ?1|no 1|nr\.? ?1|#1|№ ?1|favou?rite|most[- ]loved)]]
local REALM = [[(?:in|on|of|across|throughout|within|outside|this side of) (?:(?:the|all|our|your|this|whole|entire|of|western|modern|known) )*(?:(?:world|globe|planet|earth|country|nation|industry|market|business|field|sector|category|state|county|city|town|region|land|continent|galaxy|universe|west|east|north|south|midlands|kingdom|UK|U\.?S\.?A?|EU|high street|internet|web|shelf|shelves|history|profession|trade|district|area|neighbourhood|crypto|finance|medicine|dentistry|skincare|aesthetics|banking|insurance|retail|valley|island|coast)\b|(?-i:\p{Lu})[\p{L}-]+)]]
local EVER = [[(?:ever (?:made|written|created|devised|designed|built|developed|sold|formulated|tested|invented|launched|produced|seen|conceived|bottled|known|offered|put|recorded|discovered|released|assembled|available)|available|on sale|anywhere|around|known to|of all time|(?:your )?money can buy|(?:that )?you(?:'ll|’ll| can| could| will)(?: ever)? (?:buy|get|find|try|need|wear|use|own|meet|make|see|take|have|taste|sleep|feel|drink|eat|hear|know|visit|ride|spend)|yet (?:made|devised|invented)|(?:that )?(?:science|nature|medicine) (?:has|can)|there is|there are|out there|going|imaginable)]]
local GAP = [[(?:[ ,]+(?:and )?[\w'’&-]+){0,6}?]]

superiority.phrases = lexicon "pre-eminence"
superiority.in_realm = pattern([[\b(?:]] .. ADJECTIVE .. "|" .. OPEN .. "|" .. SIZE .. "|" .. LEAD .. [[)\b]] .. GAP .. [[ (?:]] .. REALM .. [[|]] .. EVER .. [[\b)]])
superiority.of_place = pattern([[\b(?:(?:the )?(?:world|globe|planet|country|nation|industry|market|region|city|town|county|state|continent|profession|UK|US|USA|EU)|(?-i:\p{Lu}\p{L}+))(?:['’]s|s['’]) (?:own |very |new )?(?:first and only|first|only|]] .. ADJECTIVE .. "|" .. OPEN .. "|" .. SIZE .. "|" .. LEAD .. [[)\b(?: [\w'’-]+){0,3}]])
superiority.predicate = pattern([[\b(?:we(?:['’]re| are|['’]ve| have| offer| provide| use| deliver| make| sell| employ| give you| bring you| stock| supply| build| grow| guarantee you| source| select| work with| remain)|(?:you|clients|patients|customers|members)(?: will|['’]ll)? (?:get|receive|enjoy|have)|(?:is|are|remains?|makes?|has|have|offers?|provides?|delivers?|brings you|gives you|contains?|uses|represents?|with|using|from|by)) (?:quite |simply |still |only |also |now |nothing but |without (?:a )?doubt,? |probably |perhaps |one of |some of |among )*(?:the |Britain['’]s |our )?(?:]] .. ADJECTIVE .. "|" .. OPEN .. [[)\b(?: [\w'’-]+){0,3}]])
superiority.standalone = pattern([[(?:^|[:–—|;!.,] ?)(?:the |simply the |your |quite simply the |probably the |one of the |enjoy the |experience the |discover the |meet the |try the |get the |introducing the |welcome to the |choose the |here is the )?(?:]] .. ADJECTIVE .. "|" .. OPEN .. [[)\b(?: [\w'’-]+){1,4}]])
superiority.number_one = pattern [[(?:\b(?:the|our|your|is|as|are|a|an|still|now|\w+['’]s|rated|ranked|voted)|^|[:–—|!.,;]) ?(?:number[- ](?:one|1)|no\.? ?1|nr\.? ?1|#1|№ ?1)\b(?![.,]?\d)(?: [\w'’-]+){0,2}]]
superiority.leading = pattern [[\b(?:(?:the|a|our|your|is|are|as|\w+['’]s)(?: \w+)?|^) ?(?:leading|premier|foremost|top[- ]rated|top[- ]ranked|pre-?eminent|number-one|ultimate|world[- ]class|best[- ]in[- ]class)(?: [\w'’-]+){1,2}]]
local COMPARATIVE = [[(?:better|finer|faster|quicker|stronger|safer|gentler|milder|kinder|softer|smoother|cleaner|purer|greener|fresher|smarter|cleverer|simpler|cheaper|brighter|deeper|tougher|richer|warmer|cooler|lighter|sooner|thicker|thinner|whiter|sharper|bolder|calmer|clearer|closer|fairer|firmer|fuller|grander|harder|keener|leaner|neater|nobler|prouder|quieter|rarer|shinier|sleeker|slimmer|sounder|steadier|straighter|sweeter|swifter|tastier|tidier|tighter|truer|wiser|wider|younger-looking|nearer|nicer|longer lasting|further|higher-rated|more lasting|(?!carrier|barrier|supplier|earlier|frontier|courier|soldier|premier|terrier|pier\b|tier\b|multiplier|amplifier|earlier)\p{L}{2,}ier|(?<!no )longer(?! (?:than|be|use|sold|made|available))|more (?!than\b|information|details|important|about|of\b|to\b|from\b)[\w-]+(?:ly|ive|ful|able|ible|al|ous|ic|ent|ant|less|ed|ing|ate|ete|ise|ure))]]
superiority.none_better = pattern([[\b(?:there(?: is|['’]s| are| has never been| isn['’]t|is not)(?: simply| quite simply| just| currently)?(?: no| a| any)?|you (?:won['’]t|will not|cannot|can['’]t|will never|['’]ll never|['’]ll not|could not|couldn['’]t|will struggle to|would struggle to|['’]d struggle to) (?:ever )?(?:find|get|buy|see|meet|need|do|ask for|own|choose|come across)(?: a| an| any| anything)?|(?:nobody|no one|no other \w+|no \w+)(?: else)? (?:makes|offers|sells|has|gives|builds|provides|does|produces|delivers|pays|holds|grows|brews|knows)(?: a| an| you|(?: [\w'’-]+){1,4}?)?) ]] .. COMPARATIVE .. [[\b(?: [\w'’-]+){0,2}]])
superiority.nothing = pattern([[(?:^|[–—:;.,!?] ?|\b(?:and|because|that|but|so|as) )(?:nothing|none|nobody|no one|no (?:other )?(?!other\b|matter|doubt|wonder|need|reason|longer|more|less|side|evidence|risk|effect|difference|harm|rush|prescription|surgery|downtime|change|one's|result|case|study|charge)[\w'’-]+(?: (?:on|in) (?:the )?(?!page|leaflet|list)[\w-]+)?)(?: else)?(?: (?:on|in|available|out there|around|anywhere|at any|of its|sold|made|known|you can|from|known)\b(?: [\w'’-]+){0,4}?)? (?!is known|can (?:promise|guarantee|say|tell)|should|must|may|was|were)[\p{L}'’-]+(?: [\p{L}'’-]+){0,4}? (?:this (?:fast|quick|quickly|well|good|deep|deeply|strong|pure|gentle|easy|easily|powerful|effective|clean|soft|accurate|cheap)|more (?:experience|expertise|knowledge)|(?:so|half as|quite as|nearly as|as) (?!\p{L}+ing\b|the\b|if\b|well as\b|such\b|soon\b|amended\b|defined\b|that\b|far\b)\p{L}{4,}(?= as\b|[.,!;:–]|$| and\b| or\b| ever\b| on\b| in\b| for\b)(?! as (?:your|you|it is|possible))|like (?:it|us|this|we|ours|our)\b|quite like|so (?:much|well|fast|deeply|quickly)|]] .. COMPARATIVE .. [[)\b(?: [\w'’-]+){0,2}]])
superiority.comparing_cell = pattern [[^(?:far |much |clearly |vastly )?(?:superior|better|best|faster|fastest|stronger|strongest|unlimited|highest|excellent|outstanding|the best|longer|higher)$]]

local OBJECTLESS = lexicon "not-ranking"
local offerings = lexicon "offerings"
local narrative = pattern [[\b(?:he|she|his|her|him|they|grandmother|grandfather|king|queen)\b]]
local ours = pattern [[\b(?:we|our|ours|us|you|your)\b]]
local finite = pattern [[\b(?:is|are|was|were|can|will|has|have|had|should|must|may|might|does|do|did|means|lies|depends|comes|varies|dies|works)\b]]
local purpose = { "invest~ in", "invest~ mainly", "so that", "in order to", "so we can", "help us", "helps us", "allows us", "enables us", "to help", "to ensure", "we aim", "we try", "we strive", "we want", "we hope", "would like", "can give", "to find", "to choose", "if you", "whichever", "looking for" }
local whole_cell = { cell = true, item = true, heading = true, title = true, ["image-text"] = true, caption = true, metadata = true }

---Whether the ranked thing can be what is sold.
local function is_offering(hit)
  return hit:has(offerings) or hit:followed_by(offerings, 3)
end

local function is_story(hit)
  local sentence = hit.sentence
  return sentence:has(narrative) and not sentence:has(ours)
end

local rhetorical = { "why settle", "why accept", "there isn't", "why would" }

local function is_excused(hit)
  if hit:has(rhetorical) then return hit.distanced end
  if not claims.is_meant(hit, { "possibly", "probably", "arguably" }) then return true end
  local sentence = hit.sentence
  if not sentence then return true end
  if hit:near(OBJECTLESS, 0) or hit:has(OBJECTLESS) then return true end
  if hit:near(lexicon "taste", 6) or sentence:starts_with(lexicon "taste") then return true end
  return claims.is_sourced(sentence)
end

local first_fact = pattern [[\b(?:first|leading) (?:week|day|month|year|visit|dose|time|name|appointment|step|cause|aid)]]
local third_things = lexicon "third-things"
local named_thing = { "side effect", "risk~", "disease~", "cause~", "question~", "reason~", "problem~", "priority", "rule", "complaint", "killer", "tip", "mistake" }

local titled = pattern [[^the (?:best|finest|most|strongest|purest|fastest|safest|smartest|\p{L}+est)\b(?!.*\b(?:time|thing|day|way|part|point|question|reason|cause|example|age|date)\b)]]
local not_rival = lexicon "not-rivalry"

local tests = {
  { superiority.none_better, function(hit)
      return not hit:has(not_rival) and not hit:followed_by(not_rival, 5) and (is_offering(hit) or not hit:has "more")
    end },
  { superiority.nothing, function(hit) return not hit:has(not_rival) and not hit:followed_by(not_rival, 5) and not is_story(hit) end },
  { superiority.phrases, function(hit) return not hit:near({ "diagnos*", "compared with", "reference", "against the", "beach~", "mountain~", "not" }, 6) or hit.text:lower():find("standard") == nil end },
  { superiority.of_place, function(hit)
      return (is_offering(hit) or hit.sentence:has(ours)) and not is_story(hit) and not hit:has(first_fact) and not hit:has(named_thing) and not hit:has(third_things)
    end },
  { superiority.in_realm, function(hit)
      local own = hit:preceded_by({ "we", "our", "it is", "this is" }) or hit:has { "you can buy", "money can buy", "on sale", "on the market", "you will ever", "ever {made|built|created|designed|invented|written|developed|launched|conceived|tested}", "ever sold", "ever have", "ever had", "ever get", "ever taste", "ever sleep" } or hit.before == "" and hit.sentence.words <= 14 and not hit:starts_with { "original", "latest", "newest" }
      if hit:preceded_by("our", 0) or hit:has(finite) and not hit:has { "ever", "you can", "there is", "money can buy" } then return false end
      if hit:has(named_thing) or hit:has(third_things) or is_story(hit) or hit:preceded_by(purpose) then return false end
      return is_offering(hit) or own
    end },
  { superiority.number_one, function(hit)
      return not hit:has(named_thing) and not hit:followed_by(named_thing, 3) and not hit:preceded_by({ "step", "phase", "type", "grade", "figure", "table", "at" }, 1)
    end },
  { superiority.leading, function(hit) return (is_offering(hit) or hit:has { "the ultimate", "your ultimate", "world-class" }) and not hit:followed_by({ "on the ward", "on duty" }, 2) and not hit:has(named_thing) and not hit:preceded_by({ "by", "at", "from", "most", "some of", "than", "with", "to", "against", "versus" }, 0) end },
  { superiority.predicate, function(hit)
      return is_offering(hit) and not hit:preceded_by(purpose) and not hit:has(named_thing) and not is_story(hit) and not hit:has "our"
        and (hit.sentence:has(ours) or whole_cell[hit.block.kind] or hit:preceded_by(pattern [[\w]], 6))
    end },
  { superiority.standalone, function(hit)
      return (is_offering(hit) or hit.before == "" and hit:has(titled) and hit.sentence.words <= 10) and not hit:has "of our" and not hit.sentence:has(finite) and not hit:has(named_thing) and hit.sentence.words <= 18 and not is_story(hit)
    end },
}

for _, picture in ipairs(rivalry.pictures) do
  table.insert(tests, { picture, function(hit)
    if hit:has { "a thing of the past", "history", "obsolete", "redundant" } and (not hit:has(lexicon "rivals") or hit:has(lexicon "health/diseases")) then return false end
    return not hit:has(not_rival) and not hit:preceded_by(purpose, 3) and not is_story(hit) and (hit.subject == nil or not hit.subject:has { "dose~", "he", "she" })
  end })
end

---The ranking in a sentence that counts, if any; a table's cell needs a rival column.
function superiority.rankings(sentence)
  local found = {}
  for _, test in ipairs(tests) do
    for _, hit in ipairs(sentence:find(test[1])) do
      if hit.sentence and not is_excused(hit) and test[2](hit) then found[#found + 1] = hit end
    end
  end
  table.sort(found, function(a, b) return #a.before < #b.before end)
  local kept, last = {}, -1
  for _, hit in ipairs(found) do
    if #hit.before > last + 25 or last < 0 then kept[#kept + 1] = hit end
    last = math.max(last, #hit.before + #hit.text)
  end
  return kept
end

superiority.all_triggers = { superiority.comparing_cell }
for _, test in ipairs(tests) do table.insert(superiority.all_triggers, test[1]) end

superiority.is_excused = is_excused
superiority.is_story = is_story
superiority.is_offering = is_offering
return superiority
