---People with an interest in a sale, and how they praise.
local interest = {}

local ROLE = [[(?:inventor|founder|co-?founder|owner|co-?owner|creator|maker|formulator|developer|designer|chief (?:executive|scientist|scientific officer|medical officer|chemist|science officer)|ceo|cso|cmo|managing director|medical director|scientific director|clinical director|head (?:of \w+|chemist|vet|nutritionist|trainer|nurse|formulator)|shareholder|investor|director|president|chair(?:man|woman)?|board member|adviser|advisor|nutritionist|dietitian|dietician|pharmacist|chemist|biochemist|scientist|dermatologist|dentist|vet|veterinarian|doctor|doctors|physician|surgeon|trainer|coach|nurse|herbalist|therapist|consultant|expert|experts|analyst|aesthetician|facialist|farrier|trichologist|naturopath|chiropractor|physio(?:therapist)?|sleep coach|professor|team|staff|employees?|ambassador|partner|spokes(?:man|woman|person)|face of \w+|brand rep)s?]]
local PRAISE = [[(?:(?:says?|said|adds|promises|explains)(?:,|:)? ?(?:that )?(?:it\b|this\b|these\b|there[’]s|nothing\b|every\b|she gives|he gives|["“])|calls? (?:it|this|them|the\b)|called (?:it|this|them)|recommend(?:s|ed)?|swears? by|swore by|uses?|takes?|prescribes?|gives?|trusts?|loves?|adores?|(?:all |themselves |personally |now |each |always )?(?:feed|use|take|recommend|swear by|trust|love|rely on|prescribe|choose|drink|wear|keep)(?: (?:it|them|this|these|the|every|no|nothing|our|only))|never (?:\w+ )?(?:\w+ )?without|wouldn['’]t (?:\w+ )?without|won['’]t (?:\w+ )?without|can['’]t (?:\w+ )?without|rates?|named|raves?|relies? on|endorses?|vouch(?:es)? for|stands? (?:by|behind)|reaches? for|puts? (?:all|every|her|his|their)|chooses?|picks?|feeds?|drinks?|wears?|sleeps on|is (?:a (?:huge |big )?(?:fan|believer|convert)|obsessed|hooked|convinced|in love)|are (?:fans|obsessed|hooked|convinced)|believes in|starts (?:her|his|every)|invests in|holds)]]

---"Our own nutritionist swears by it"; "Prof. Lund, who designed it, calls it …".
interest.insider = {
  pattern [[\b(?:influencer|blogger|vlogger|streamer|youtuber|tiktoker|podcaster|instagrammer|content creator|celebrity|reality star|tv star|actress|actor|athlete|footballer|olympian|olympic \w+|champion|model|presenter|singer|dj|chef)s? (?-i:\p{Lu}\w+)(?: (?-i:\p{Lu}[\w-]+))?[^.!?;]{0,30}? (?:loves?|swears? by|uses?|takes?|recommends?|adores?|can['’]t|never|trusts?|is (?:obsessed|hooked|a fan)|raves?|relies) ]],
  pattern([[\bthe (?:new |proud |official )?face of (?:our |the )?[\w'’-]+[^.!?;]{0,40}?\b(?:uses?|takes?|loves?|pours?|wears?|drinks?|eats?|feeds?|swears?|starts?|trusts?|never|always|recommends?|puts?|spreads?|rubs?|sleeps?|trains?)\b]]),
  pattern([[["”'’] ?,?(?:says?|said|adds|explains|promises) (?:our|the|its|\w+ \w+, (?:our|the)) (?:own |company |brand )?]] .. ROLE .. [[\b]]),
  pattern([[\b(?:our(?: own| very own| in-house| resident| chief| lead| consultant| head| medical| brand| celebrity| company| founding| expert| team| house| star| senior| staff| qualified)*|in-house|resident|team|club|squad|tour|company|house|brand|celebrity|staff|the(?: company['’]s| brand['’]s| clinic['’]s| firm['’]s)? (?:inventor|founder|co-founder|owner|creator|formulator|developer)|(?:its|their) (?:own )?(?:inventor|founder|owner|creator|developer|designer|maker)|founder|co-founder|inventor|ceo|owner|creator)[ -](?:and \w+ )?(?:]] .. ROLE .. [[)\b(?! (?:answers?|will|can|is available|sees|checks|explains))(?:[^.!?;:]|\b(?:Dr|Prof|Mr|Mrs|Ms)\.){0,50}?\b]] .. PRAISE .. [[\b]]),
  pattern([[\b(?:who|whose (?:company|firm|lab|team)) (?:designed|invented|developed|created|formulated|founded|made|makes|built|launched|owns?|runs?|sells?|patented|co-?founded|discovered|leads|heads|wrote the recipe|works? (?:for|with) us|partners with us|is (?:our|on our|one of our)|sits on our|advises us)[^.!?;]{0,60}?\b]] .. PRAISE .. [[\b]]),
  pattern([[\b(?:the )?(?:man|woman|doctor|scientist|chemist|nutritionist|vet|mind|brain|brains|name|surgeon|pharmacist|professor|team|couple|mum|dad|coach|dermatologist)s? behind (?:the|our|it|this|\w+)[^.!?;]{0,50}?\b]] .. PRAISE .. [[\b]]),
  pattern([[\b(?:our|brand|official|proud|long-time|paid|sponsored|global|celebrity) (?:[\w-]+ )?(?:partner|ambassador|ambassadress|athlete|rider|influencer|sponsor|affiliate|spokes\w+|collaborator|friend of the (?:house|brand)|investor|shareholder|adviser|advisor|rep)s?\b[^.!?;]{0,50}?\b]] .. PRAISE .. [[\b]]),
  pattern([[\b(?:recommended|endorsed|approved|loved|used|backed|chosen|trusted|rated|prescribed|praised|tested and loved) by (?:our|its|the) (?:own |very own |in-house |resident |team |brand |celebrity |medical |star |company ){0,2}(?:]] .. ROLE .. [[|athletes?|riders?|influencers?)s?\b]]),
  pattern [[\b(?:I|we) (?:founded|created|invented|formulated|developed|started|launched|own|run) (?:this|the|our|\w+)[^.!?]{0,60}\b(?:recommend|swear|love|give it|take it|use it|every (?:patient|client|morning))\b]],
}
interest.celebrity = pattern [[\b(?:presenter|actor|actress|singer|model|star|footballer|champion|athlete|influencer|blogger|host|editor|celebrity) (?-i:\p{Lu})]]
interest.paid = {
  lexicon "code-words",
  pattern [[\b(?i:say|mention|quote|drop|give|whisper|use) (?-i:[A-Z]{4,}\d*|["“‘][A-Z][\w]+["”’]|[A-Z][a-z]+(?=['’]s name)) (?:at|to|when|and|in|on|with|before)\b]],
  pattern [[\b(?:presenter|actor|actress|singer|model|star|footballer|champion|athlete|influencer|blogger|vlogger|streamer|host|editor|chef|dj|celebrity) (?-i:\p{Lu}\w+)(?: (?-i:\p{Lu}[\w-]+))?,? (?:who |she |he )?(?:also )?(?:receives?|gets?|got|was sent|is sent|has been sent|was given|is given|is gifted|was gifted|has a (?:share|stake)|owns)\b]],
  pattern [[\b(?:grateful|thanks?|thank you|thankful|indebted|love|shout-?out|props|hats off) (?:so much )?to (?:the \w+ )?@\w+]],
  pattern [[\b(?:partnered|teamed up|collaborated|joined forces|working|collab\w*|partnership|proud partners?) with (?:@|the |my |our )?]],
  pattern [[(?-i)\b(?:[Ww]ith|[Cc]ode|[Uu]se|[Uu]sing|[Ee]nter|[Qq]uote|[Tt]ype|[Aa]dd) [A-Z]{3,}\d{1,3}\b]],
  pattern [[\b(?:has|have) (?:teamed|partnered|joined forces|linked) (?:up )?(?:with|for)]],
  pattern [[\bin (?:partnership|collaboration|association) with (?:@|(?-i:\p{Lu}))]],
  pattern [[\b(?:brand|official) (?:ambassador|partner)\b]],
  pattern [[\bkeeps? (?:our|the) (?:lights|servers|show) on]],
  pattern [[\b(?:thanks|thank you|shout-?out|big love|love|kudos|cheers) to (?:my |our )?(?:friends |the (?:team|guys|girls|folks) |(?:\w+ )?at |@|(?-i:\p{Lu})\w+ at )]],
  pattern [[\bmy (?:friends|pals|mates|partners|sponsors?) (?:at|over at) (?-i:\p{Lu})]],
  pattern [[\b@\w+ (?:sent|gifted|gave|hooked|let|invited|treated|asked|flew)]],
  pattern [[\b(?:they|the (?:team|brand|company|clinic|lovely people)|(?-i:\p{Lu})\w+|who) (?:kindly |very kindly |generously )?(?:sent|gifted|hooked|comped|treated|flew|invited) (?:me|us)\b]],
  pattern [[\b(?:i was|i got|was|been|got) gifted\b|\b(?:gifted|sent|given) (?:to )?(?:me )?(?:by|from) (?:the|@|(?-i:\p{Lu}))]],
  pattern [[\b(?:got|get|arrived|received) (?:this |it |these |mine |my )?(?:\w+ )?(?:in the post|pr package|for free|free from|from the (?:lovely |team |brand ))]],
}
return interest
