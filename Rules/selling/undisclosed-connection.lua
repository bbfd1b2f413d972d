---Praise by somebody with an interest in the sale, who does not say so.
local interest = require "interest"
local reward = pattern [[\b(?:(?:use|with|enter|quote|my|her|his|their|promo|discount|voucher|referral|the) (?:my |her |his |their |promo |discount |the )*code:? (?-i:[A-Z][A-Z0-9]{2,}|[A-Z]+\d+)|code (?-i:[A-Z]{2,}\d*)|(?:link|links|details|discount) (?:is |are )?(?:in|on) (?:my |her |his |the |our )?(?:bio|profile|story|stories)|(?:swipe up|use my link|my link|my (?:referral|affiliate|discount|partner) (?:link|code)|via my link|through my link)|(?:tell|let) (?:them|him|her|the team|the clinic) (?:that )?(?:\w+ )?sent you|sent you by|sponsored-style|(?:[?&](?:ref|aff|affid|partner|tag)=\w+))]]
local partner = pattern [[\b(?:(?:brand )?(?:ambassador|partner|influencer|affiliate|streamer|youtuber|vlogger|blogger|tiktoker|content creator)s?\b[^.!?]{0,40}@\w+|@\w+[^.!?]{0,30}\b(?:partner|ambassador)|our (?:brand )?(?:ambassador|influencer)s?\b|(?:celebrity|brand) ambassador)]]
local owner = pattern [[\b(?:(?:the|our|its|and|is|,) ?(?:\w+ )?(?:inventor|founder|co-founder|owner|co-owner|creator|chief executive|ceo|managing director|medical director|shareholder|formulator|developer|head of (?:research|science)|chief scientist|scientific director)\b[^.!?]{0,40}\b(?:says?|said|recommends?|swears by|uses|takes|prescribes|explains|told|adds|promises|gives it)\b|(?:says?|recommends?|said)[^.!?]{0,40}\b(?:inventor|founder|co-founder|owner|creator|chief executive|ceo|managing director|medical director|shareholder|formulator)\b|(?:recommended|endorsed|approved|used|backed) by (?:our|its|the) (?:\w+ )?(?:inventor|founder|owner|creator|medical director|ceo|adviser|advisers|advisory board|ambassador))]]
local praise = pattern [[\b(?:i(?:['’]m| am)? (?:so |really |absolutely |totally |completely |literally )?(?:love|adore|swear|recommend|obsessed|hooked|in love|trust|use|took|take|tried|tested|switched|sleep|feel|lost|wake|invest|made|earn|got|a (?:huge )?fan)|obsessed|my (?:honest |new |absolute |go-to )?(?:pick|favou?rite|review|go-to|holy grail|secret|must-have|verdict|routine|find)|game[- ]changer|life[- ]chang\w+|life ?saver|is a dream|changed my|best thing|holy grail|can['’]t live without|worth every|says (?:\w+ ){0,2}(?:blogger|influencer|vlogger|streamer|athlete|actor|actress|presenter|star)|blogger|thank you|i live (?:on|for|in)|my skin|all thanks to|put me on|my doctor|sorted my|gave me|answers your questions|recommend|wow|omg|insane|unreal|glowing|never looked|never felt|hooked|run!|can['’]t stop|stunning|amazing|incredible)\b]]
local personal = pattern [[\b(?:i|i['’]m|my|me|loves|lovelies|guys)\b]]
local fans = pattern [[@\w|\b(?:swears? by|loves?|never without|adores?|uses? (?:it|this|nothing)|knock|off\b)]]
local disclosed = { lexicon "disclosures", pattern [[(?:^|\s)#(?:ad|advert|sponsored|gifted|paid\w*)\b|^(?:\[?(?:ad|advert|advertisement|sponsored|paid partnership|gifted)\]?)(?: [–—|-] | ?[–—:|]|$|\b(?:by|with)\b)|^this (?:post|video|article|page) is (?:\w+ )?sponsored]] }

---@type Rule
return {
  id        = "selling/undisclosed-connection",
  category  = "missing-disclosure",
  title     = "Undisclosed connection",
  severity  = "error",
  basis     = { "us-16-cfr-255-5", "eu-2005-29/art-7" },
  message   = "praises an offer, and the speaker's interest in its sale is not disclosed",
  help      = "Say it at the start: “Ad: I am paid by …”, “I own the company”.",
  rationale = [[
    Praise weighs differently when the speaker is paid or owns the company. A
    code, a link or a partner's handle shows it; the reader must be told.]],

  on    = "document",
  check = function(document)
    if document:has(disclosed) then return end
    local reported, fallback
    for _, sentence in ipairs(document.sentences) do
      local said = not sentence.in_reference and not sentence.distanced and not sentence.negated
      local trigger = said and (sentence:first(reward) or sentence:first(partner) or sentence:first(interest.paid))
      if trigger then
        local place, at = nil, sentence
        for _ = 1, 8 do
          if not at then break end
          if at:has(praise) then place = place or at end
          at = at.previous
        end
        local following = sentence.next
        if not place and following and following:has(praise) then place = following end
        if place then
          place:report { see = trigger, see_note = "this shows an interest in the sale" }
          reported = true
          break
        elseif sentence:has(personal) or sentence:has(interest.insider) then
          sentence:report()
          reported = true
          break
        elseif sentence:has(fans) or trigger:has(interest.celebrity) then
          fallback = fallback or sentence
        end
      end
    end
    if fallback and not reported then fallback:report() end
    for _, sentence in ipairs(document.sentences) do
      local hit = sentence:first(owner)
      local shop = sentence:has { "recommend~", "use it", "uses it", "swear~ by", "take it", "takes it", "every patient", "prescribe~", "endorse~", "give it" , "take them", "never been", "best", "love~", "trust~" }
      local insider = sentence:first(interest.insider)
      hit, shop = hit or insider, shop or insider
      if hit and shop and not sentence.negated and not sentence.in_reference and not sentence.distanced and not sentence.questioned then
        sentence:report()
        return
      end
    end
  end,

  examples = {
    flagged = {
      "⟦I am obsessed with this lamp!⟧ Use my code GLOW15 at the checkout.",
      "⟦Dr Peel, the inventor, recommends it to every patient.⟧",
      "⟦My honest pick this month is the lamp – code MIA15 saves you money!⟧",
    },
    clean = {
      "Ad – I was paid by Glowrise to try this lamp. I love it; use my code GLOW15.",
      "This post is sponsored by Browhaven. I love my brows! Code ZOE10.",
      "Enter the code on the back of the card to start the test.",
      "Our founder says that the shop will open in May.",
    },
  },
}
