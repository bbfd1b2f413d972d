---Constructions that claim a benefit to the environment: what is done to nature, how a thing is made, what becomes of it.
local benefit = {}

local NATURE = [[(?:planet|earth|mother earth|mama earth|mother nature|nature|environment|ecosystems?|oceans?|seas?|sea life|marine life|rivers?|waterways?|waters?|reefs?|corals?|climate|atmosphere|sky|skies|soils?|land|forests?|rainforests?|woodlands?|woods|wildlife|biodiversity|bees|pollinators|turtles|whales|fish|dolphins|polar bears|ice caps|countryside|hedgerows|natural world|globe|future generations|generations to come|next generation|grandchildren|tomorrow)]]
local OUR = [[(?:(?:the|our|your|mother|this|that|one|a|local|whole|living|world['’]s|planet['’]s|earth['’]s) ){0,3}]]

local EARTH = OUR .. NATURE

benefit.done = {
  pattern([[\b(?:lov(?:es?|ing)|car(?:es?|ing) (?:for|about)|sav(?:es?|ing)|heal(?:s|ing)?|protect(?:s|ing)?|help(?:s|ing)?|respect(?:s|ing|ful to|ful of)?|look(?:s|ing)? after|rescu(?:es?|ing)|giv(?:es?|ing) (?:something )?back to|thank(?:s|ing)?|spar(?:es?|ing)|restor(?:es?|ing)|repair(?:s|ing)?|preserv(?:es?|ing)|safeguard(?:s|ing)?|nurtur(?:es?|ing)|honou?r(?:s|ing)?|champion(?:s|ing)?|defend(?:s|ing)?|replenish(?:es|ing)?|regenerat(?:es?|ing)|cool(?:s|ing)?|clean(?:s|ing)? up|conserv(?:es?|ing)|sustain(?:s|ing)?|cherish(?:es|ing)?|put(?:s|ting)? first|fight(?:s|ing)? for|stand(?:s|ing)? up for|nourish(?:es|ing)?|benefit(?:s|ing)?|enrich(?:es|ing)?) ]] .. EARTH .. [[\b(?! (?:bass|salt|bream|air|view|surface|level|spa|water|moss|kelp))]]),
  pattern([[\b(?:good|kind|kinder|gentle|gentler|better|best|great|safe|safer|non-?toxic|easy|easier|light|lighter|friendly|friendlier|harmless|healthy|healthier|nice|nicer|right|fair|soft|softer|mild|courtesy|blessing|gift|boon|win|present|tonic|favou?r|love letter|kindness|thank[- ]you|promise|commitment|no (?:harm|burden|cost|threat|trouble)|positive|tender|considerate|mindful|thoughtful) (?:to|for|on|with|of|towards?|upon) ]] .. EARTH .. [[\b]]),
  pattern [[\b(?:tread|treads|treading|steps?|walks?|sits?|lives?|rests?) (?:\w+ )?(?:lightly|softly|gently|light|gentle) (?:on|upon|over)\b]],
  pattern([[\b(?:leav(?:es?|ing)|keep(?:s|ing)?) ]] .. EARTH .. [[ (?:untouched|unharmed|clean|cleaner|green|greener|intact|pristine|better|as (?:we|it|you)|alone|blue|bluer|healthy|happy|smiling|in one piece|cool)]]),
  pattern([[\b(?:without|never|no|not|zero|don['’]t|doesn['’]t|won['’]t|do not|does not)(?: \w+)? (?:cost(?:s|ing)?|harm(?:s|ing)?|hurt(?:s|ing)?|damag(?:e|es|ing)|burden(?:s|ing)?|pollut(?:e|es|ing)|tax(?:es|ing)?|weigh(?:s|ing)? on|take(?:s|n)? from|taking from|adding|add|mark on|scar(?:s|ring)?|trace (?:on|in)|impact on|compromising|wrecking|ruining|trashing|warming) (?:to )?(?:a (?:gram|kilo|ounce|drop|speck) of \w+ (?:to|in) )?]] .. EARTH .. [[\b]]),
}
benefit.future = {
  pattern [[\b(?:for|towards?|build(?:s|ing)?|creat(?:es?|ing)|into|making|shap(?:es?|ing)) (?:a |the )?(?:greener|cleaner|lighter|brighter|healthier|more sustainable|kinder|better|bluer|zero[- ]waste|low[- ]carbon|plastic[- ]free|waste[- ]free|carbon[- ]free|fossil[- ]free|circular|liveable|cooler)(?:,? \w+)? (?:planet|future|tomorrow|world|earth|society|economy|ocean|oceans|generation)\b]],
  pattern [[\b(?:the )?future of (?:our|the) planet]],
  pattern [[\bputting back more than]],
  pattern [[\bgiv(?:es?|ing) (?:back )?more than (?:we|it|they) takes?]],
  pattern [[\b(?:take|takes) nothing from the]],
  pattern [[\bplanet (?:over|before) profit]],
  pattern [[\bpeople and (?:the )?planet]],
  pattern [[\bnature['’]s (?:cycle|balance|rhythm)]],
}
benefit.voice = {
  pattern [[\b(?:choose|pick|vote|buy|dress|eat|drink|wear|sleep|bathe|build|dine|invest|switch to|switch|say yes to|love|feel|do) green\b(?! (?:tea|vegetables|leaves|leafy|smoothie|light))|\bgreen (?:and|&) (?:lean|clean|keen|proud|pure|fresh|honest|serene)\b|\b(?:clean|lean|pure|keen|fresh|fair|honest)(?:,| and| &) green\b|(?:^|[,;:–—.!] ?)green(?:er)?(?= ?[,.!])]],
  pattern [[\bfor (?:the|our) (?:planet|earth|oceans?|climate|environment|bees|rivers|rainforests?|turtles|seas)\b(?! (?:agency|ministry|department))]],
  pattern [[\b(?:go|goes|going|runs?|thinks?|lives?|stays?|works?|ships?|flies|drives?|shops?|cleans?|wash(?:es)?|powered|made|keep it|keeps it|proudly|always|100 ?%|all) green\b(?! (?:tea|and (?:white|blue|red|yellow)|light|with|under|salad|vegetables|leaves|or|glass|bottle))]],
  pattern [[(?:^|[,:;–—] ?|\band |\bmore |\btruly |\bfully )ecological(?= ?[,.!:;–—]|$| and )]],
  pattern([[\b]] .. OUR .. NATURE .. [[ (?:will )?(?:says?|thanks?|smiles?|loves?|approves?|breathes?|wins?|benefits?|sings?|applauds?)\b]]),
  pattern [[\b(?:from|of|on|by|with|using|entirely) (?:entirely |only |purely |fully |100 ?% )?renewable (?:sources?|resources?|materials?|energy|power|electricity|ingredients?)\b]],
  pattern [[\b(?:respect|love|care|concern|passion|kindness|reverence|consideration) for (?:our |the |mother )?(?:nature|planet|earth|environment|oceans?|climate|soil)\b]],
  pattern [[(?-i:\b(?:Green|Eco|Planet|Earth|Clima|Climate|Ocean|Nature|Carbon)\w* ?\w*) (?:seal|badge|label|mark|stamp|logo|tick|certified|approved|pledge|standard|verified)\b]],
  pattern [[(?:^|[.!;:–—] ?|\band )compost (?:it|at|me|this|when|the|them|your|after|with)\b]],
  pattern [[\b(?:flights?|deliver(?:y|ies)|emissions?|shipping|shipments?|carbon|orders?|parcels?|journeys?|travel)(?: (?:is|are|all|fully|completely|100 ?%|now|always|automatically)){0,3} (?:offset|compensated|neutrali[sz]ed)\b]],
  pattern [[\b(?:vanish(?:es)?|disappears?|rots?|melts?|fades?|dissolves?) (?:away )?(?:in|into) (?:your |the |any |a )?(?:garden|soil|compost|earth|ground|sea|flower ?bed|backyard)\b]],
}
benefit.manner = {
  pattern [[\b(?:responsibly|sustainably|ecologically|consciously|regeneratively|climate-consciously|eco-consciously|environmentally|greenly|renewably) [\w-]+]],
  pattern [[\b(?:made|grown|produced|sourced|harvested|farmed|manufactured|packed|packaged|caught|fished|brewed|sewn|woven|crafted|designed|shipped|delivered|bottled|dyed|printed|built|raised|roasted|milled|farm|sew|brew|source|make|grow|produce|live|travel|shop|wash|clean|dress|eat|drink) (?:\w+ and )?(?:responsibly|sustainably|consciously|ecologically|regeneratively|green|with a conscience|in harmony with nature|with the planet|the green way|without waste|without harm)\b]],
  pattern [[\b(?:low-emissions?|zero-emissions?|conscious|mindful|responsible|ethical|virtuous|planet-first|earth-first|low[- ]impact|zero[- ]impact|lower[- ]impact|slow|circular|regenerative|climate-smart|climate-conscious|clean-conscience|guilt-free|closed-loop|cradle-to-cradle|earth-conscious|waste-free|zero-waste|low-waste|low-footprint|low[- ]carbon|lower[- ]carbon|zero[- ]carbon|ultra-low-carbon|reduced-carbon|carbon-light|carbon-smart|carbon-conscious|fossil-free|chemical-free) (?:(?:and|,|&) )?(?:[\w-]+ )?(?:cotton|cloth|clothing|fashion|fabrics?|materials?|textiles?|wool|linen|dyes?|inks?|packaging|collection|range|edit|choice|consumption|luxury|shopping|cement|concrete|steel|delivery|shipping|farming|agriculture|coffee|cleaning|laundry|living|lifestyle|design|product|products|production|manufacturing|brand|company|business|beauty|skincare|cosmetics|bedding|mattress|furniture|footwear|shoes|sneakers|nappies|toys|detergent|wash|cat litter|litter|energy|investing|fund|kit|refill|refills|bottle|bottles|glass|aluminium|plastic|paper|wood|timber|ingredients|formula|soap|shampoo|candle|candles|economy|system|supply chain|process|model|solution|alternative|way|wardrobe|home|kitchen|fish|seafood|diet|feed|meat|milk|dairy|wine|beer|chocolate|palm oil|sourcing|logistics|travel|holiday|hotel|building|by design)\b(?! (?:medicine|clinic|therapy))]],
  pattern [[\bcircular by\b]],
  pattern [[\bclean(?:er)?,? (?:green )?(?:beauty|energy|power|conscience|planet)\b]],
  pattern [[\bconscience[- ]clean]],
  pattern [[\bclear conscience\b]],
  pattern [[\bnatural(?:ly)? (?:sourced )?(?:and )?(?:eco|green|sustainable)\b]],
}
benefit.footprint = {
  pattern [[\b(?:feel good about|proud of|lighten|lightens|shrink|shrinks|cut|cuts|slash|slashes|reduce|reduces|lower|lowers|erase|erases|wipe out|wipes out|smaller|lighter|tiny|minimal|low|lower|lowest|light|small|smallest|tiniest|no|zero|without a|invisible|barely a|half the|reduced|negative|kinder|softer|gentle|shed|mind) (?:of )?(?:your|our|its|the|a|their)? ?(?:(?:carbon|environmental|ecological|eco|climate|plastic|water|co2|green|planetary) )?(?:footprint|pawprint|hoofprint|handprint)s?\b]],
  pattern [[\b(?:zero|low|lower|lowest|no|minimal|minimum|less|reduced|lesser|tiny|smaller|smallest) (?:environmental |ecological |climate |carbon )?(?:impact|emissions?|waste|landfill|carbon)\b(?! (?:of|on (?:your|blood|sleep|daily|the (?:body|skin|liver))|exercise|sport|workout|injur|laser))]],
  pattern [[\b(?:waste|carbon|emissions?|plastic|pollution|fossil|landfill|microplastic|guilt)[- ](?:free|neutral|negative|positive|zero)\b(?! (?:trial|diet|days?|weekend|treat))]],
  pattern [[\bzero[- ](?:waste|carbon|emissions?|impact|plastic|landfill|footprint)\b]],
  pattern [[\bfree (?:of|from) (?:plastic|carbon|waste|emissions|fossil fuels|microplastics)\b]],
  pattern [[\b(?:net|climate|carbon|nature|planet|earth|water|ocean|bio-?diversity|forest|energy)[- ](?:zero|neutral|positive|negative|smart|friendly|safe|saving|kind|proof)\b]],
  pattern [[\b(?:offset|compensat\w*|neutrali[sz]\w*|cancel\w*|balanc\w*|make up for|makes up for)\b[^.;!?]{0,30}\b(?:carbon|emissions?|co2|footprint|flights?|shipments?|parcels?|journeys?|miles)\b]],
  pattern [[\btrees? (?:is |are |gets? )?(?:planted|in the ground)\b]],
  pattern [[\bplant(?:s|ing)? (?:a|one|two|ten|\d+)? ?trees?\b]],
}
benefit.afterlife = {
  pattern([[\b(?:break(?:s|ing)?|broken|melts?|rots?|rotting|decompos(?:es?|ing)|dissolv(?:es?|ing)|disintegrat(?:es?|ing)|biodegrad\w+|degrad(?:es?|ing)|vanish(?:es|ing)?|disappear(?:s|ing)?|crumbl(?:es?|ing)|return(?:s|ing)?|go(?:es|ing)?|fades?|fading|turn(?:s|ing)?|wash(?:es)? away|composts?|becomes?|feeds?)(?: (?:down|away|back|up|straight|harmlessly|naturally|gently|safely|completely|cleanly|right|quietly|entirely|itself)){0,3} (?:into|to|in|as|with|without(?: a| leaving a| leaving any| leaving)?|leaving (?:nothing|no(?: a)?|not a|zero)) ?]] .. OUR .. [[(?:nature|earth|soil|soils|ground|compost|trace|residue|water|sea|ocean|land|garden|worms|plants|flower bed|behind|microplastics|food for|mulch|landfill)\b]]),
  pattern [[\b(?:break(?:s|ing)?|broken) down (?:harmlessly|naturally|completely|safely|fully|quickly|by itself|on its own|like)]],
  pattern [[\b(?:leav(?:es?|ing)) (?:no|not a|nothing|zero|barely a|hardly a)(?: \w+)? ?(?:trace|residue|mark|behind|footprint|waste)\b(?! on (?:your|the|skin|clothes|fabric))]],
  pattern [[\b(?:bio-?degradab\w+|compostab\w+|recyclab\w+|home[- ]compost\w*|(?:fully|100 ?%|infinitely|endlessly|entirely|completely|totally|widely|forever) (?:recycl|compost|degrad|reus|renew)\w+|plastic[- ]free|landfill[- ]free|(?:never|not|nothing) (?:ends? up |goes |went )?(?:in|to) landfill|zero to landfill|made (?:entirely |only |wholly )?from (?:recycled|ocean|renewable|natural|reclaimed|upcycled) (?:plastic|materials?|fibres?|sources?|resources?|waste)|ocean[- ]bound plastic|ocean plastics?|upcycled)\b]],
}
benefit.wearing = {
  pattern [[\b(?:wears?|carr(?:y|ies)|bears?|with|displays?|earned|awarded|under|proud of|shows?) (?:the|our|its|an?) (?:[\w'’-]+ ){0,2}(?:dolphin|leaf|green|eco|planet|earth|ocean|panda|bee|tree|frog|turtle|clover|globe|nature|bluebird|whale|forest|sustainability|climate)(?: [\w'’-]+)? (?:seal|badge|logo|stamp|label|mark|tick|emblem|certificate|symbol|award|pledge)\b]],
  pattern [[\b(?:certified|verified|approved|audited) (?:eco|green|sustainable|climate|carbon|planet|earth|ocean|nature|plastic)[\w-]*]],
}
benefit.labels = {
  pattern [[\b(?:sustainabl[ey]|sustainability|ecologically|greener|greenest)\b(?! than)(?: [\w-]+)?]],
  pattern [[(?-i)(?:\b(?:[Oo]ur|[Aa]|[Tt]he|[Mm]ore|[Aa]s|[Ii]s|[Aa]re|[Ss]o|[Tt]ruly|[Ff]ully|[Yy]our|[Ss]tay|[Bb]e|[Bb]eing) |^)(?:green|Green)(?:(?:,| and| &) (?:sustainable|clean|ethical|natural|kind|pure|safe|organic|good|proud|healthy|renewable)| (?:refill|cleaning|choice|credentials|company|clinic|brand|alternative|future|promise|thinking|values|chemistry))\w*]],
  pattern [[\b(?:(?:green|eco|earth|planet|nature|leaf|climate|sustainability|environmental|environmentally[- ]friendly)[- ](?:\w+[- ])?(?:seal|badge|logo|stamp|label|mark|award|certificate|approved|certified|tick|emblem)|(?:seal|badge|stamp|logo|certificate)(?: \w+){0,2} (?:green|eco|planet|earth|environmental|sustainab\w+|leaf)\w*|certified (?:green|sustainable|eco|planet\w*|earth\w*|climate\w*)|planet[- ]approved)\b]],
  pattern [[\b(?:carbon|climate|plastic|waste|emissions?)[- ](?:free|neutral|positive|zero) (?:by|before|from|in) (?:20\d\d|the end)|\bplastic[- ]neutral\b]],
  pattern [[\b(?:ocean|sea|reef|river|earth|planet|nature|marine|eco)[- ](?:safe|bound|friendly|kind|clean)\b(?:[- ](?:plastic|material|formula|packaging))?]],
}
benefit.all = {}
for _, family in ipairs { benefit.labels, benefit.done, benefit.voice, benefit.future, benefit.manner, benefit.footprint, benefit.afterlife, benefit.wearing } do
  for _, construction in ipairs(family) do table.insert(benefit.all, construction) end
end
return benefit
