---Pictures and constructions in which the own offer beats others: "leaves … standing", "triple the burn of …".
local rivalry = {}

local OTHERS = [[(?:[\w'’&-]+ ){1,8}?]]
local MEASURE = [[(?:double|twice|triple|treble|quadruple|quintuple|\d+(?:\.\d+)? ?(?:x|times|-?fold)|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|many|several) times)]]

rivalry.pictures = {
  pattern([[\bleav(?:es?|ing) ]] .. OTHERS .. [[(?:in the dust|standing|trailing|for dead|(?:far|miles|way) behind|in (?:its|our|his|their) wake|at the start(?:ing line)?|on the start(?:ing line|ing blocks)?|looking (?:\w+ )?(?:slow|old|dated|tired|feeble|weak|dull|clumsy|ordinary|expensive)|gasping|in the shade|on the bench|nowhere|breathless)\b]]),
  pattern([[\bput(?:s|ting)? ]] .. OTHERS .. [[(?:to shame|in the shade|to bed|out of business)\b]]),
  pattern([[\b(?:blow|knock|kick)(?:s|ing)? ]] .. OTHERS .. [[(?:out of the (?:water|park)|into a cocked hat|into touch|into second place|off (?:its|their|the) (?:perch|shelf|pedestal))\b]]),
  pattern([[\bmak(?:es?|ing) ]] .. OTHERS .. [[(?:look (?:like|slow|old|dated|tired|feeble|weak|dull|clumsy|ordinary|expensive|primitive|amateur\w*|silly|positively \w+)|seem (?:\w+ )?\w+|obsolete|redundant|unnecessary|a thing of the past|history)\b(?! (?:for|of) you)]]),
  pattern [[\b(?:sees?|finds?|catch(?:es)?|detects?|spots?|does|do|reach(?:es)?|delivers?|gives?|shows?|picks? up|fix(?:es)?|treats?|offers?|gets?|achieves?) (?:you )?(?:what|where|things?|cancers?|more of what) (?:[\w'’-]+ ){1,4}?(?:miss(?:es)?|can['’]t|cannot|can not|don['’]t|doesn['’]t|do not|does not|never|overlooks?|fails?|leaves? behind|couldn['’]t|can only|won['’]t)\b]],
  pattern([[\b]] .. MEASURE .. [[ (?:the|as much|more|your usual) (?:[\w'’-]+ ){1,4}?(?:of|than|as) (?!your\b|you\b|our\b|its\b|a normal\b|the normal\b|last\b|before\b|the recommended\b|the dose\b|placebo\b|adults\b|the size\b)[\w'’-]+(?: [\w'’-]+){0,2}]]),
  pattern [[\b(?:safer|better|smarter|stronger|gentler|cheaper|faster|superior|cleaner|kinder|healthier|more [\w-]+|less [\w-]+) (?:and [\w-]+ )?(?:alternative|answer|option|choice|substitute|replacement|successor) to\b(?: [\w'’-]+){1,2}]],
  pattern [[\b(?:outperform|outclass|outshine|outlast|outpace|outdo|outwork|outrun|outsmart|outstrip|outsell|outrank|outscore|outmatch|outgun|trounce|surpass|eclipse|overshadow|dethrone|humble|embarrass|best|beat|trump|top|lick|thrash|crush|demolish|destroy|smash|wallop|pip)(?:s|es|ed)? (?:both|them all|all of them|the lot|every one|each of them|the field|the rest|the others?|all comers|everything|anything|everyone|anyone|all others?|any other|every other|all the others)\b]],
  pattern [[\b(?:leagues|streets|miles|worlds|light[- ]years|years|decades|generations|furlongs|oceans|heads) (?:ahead|apart|above|beyond|better|sooner|before)\b]],
  pattern [[\b(?:has|have|had|knows?|meets?|brooks?|admits? of|acknowledges?|fears?) no (?:equal|rival|peer|parallel|match|competitor|competition|superior|better)s?\b]],
  pattern [[\b(?:the|a|its|our) (?:[\w-]+ )?(?:thing|product|formula|clinic|serum|brand|product|company|name|one)s? (?:all |every )?(?:others?|rivals|competitors|everyone else) (?:are|is|gets?|were) (?:measured|judged|compared|chasing|copying|copied|trying)\b]],
  pattern [[\b(?:everything|anything|nothing|everyone|anyone|no one|nobody|other \w+|others|the rest|every other [\w-]+|all other [\w-]+|rivals?|competitors?|the competition|the big \w+) (?:else )?(?:[\w'’-]+ ){0,2}?(?:pales?|lags?|trails?|follows?|falls? short|comes? second|comes? a distant|is (?:a )?(?:poor|pale|cheap|mere)|are (?:a )?(?:poor|pale|cheap|mere|still|stuck)|struggles?|can only (?:dream|envy|watch|guess|hope)|ate our dust|play(?:s|ing)? catch-?up|copies|copy|imitates?|scrambl\w+)\b]],
  pattern [[(?:^|[,;:–—] |\bthere )(?:ain['’]t|isn['’]t|aren['’]t|is not|are not|['’]s not|never was) (?:a|an|any|another|one|nothing|no)\b[^.!?;]{0,60}?\b(?:fit to|that can|to (?:match|touch|beat|rival|equal)|like (?:it|us|this|ours)|as [\w-]+ as|close|compares?|comes|better|finer)\b]],
  pattern [[\b(?:do(?:es)?|did|has done|makes?|works?|cleans?|heals?|pays?|treats?|cures?|sells?|sleeps?|tastes?|builds?|grows?|knows?|understands?|lasts?|performs?|absorbs?|fits?) (?:it|this|that|them|you|hips|pain)? ?(?:far |so much |much |even |simply )?(?:better|best|faster|quicker|longer|harder|deeper)(?= ?[.!–—;:]|$| (?:here|than anyone|of all|of any|in the world|bar none))]],
}
return rivalry
