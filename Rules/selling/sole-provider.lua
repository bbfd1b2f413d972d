---The own offer called the only or first one.
local superiority = require "superiority"
local claims = require "claims"

local only = pattern [[(?:\b(?:the|our|your|its|['’]s|as|a) (?:world['’]s )?(?:first and only|one and only|only|sole|first(?:[- ]ever)?)(?: (?!to\b|that\b|which\b|with\b)[\w'’-]+){0,4}?|^(?:only|first)(?: (?!to\b|that\b|which\b|with\b)[\w'’-]+){1,3}) (?:in (?:the |all |this )?(?:world|globe|country|nation|industry|market|UK|USA?|EU|region|city|county|state|north|south|history|(?-i:\p{Lu})\p{L}+)|on (?:the )?(?:market|planet|earth|high street)|of its kind|of their kind|worldwide|anywhere|ever|available|(?:(?:that )?you(?:['’]ll| will| can)?(?: ever)? need|(?:that|which|who) (?:works?|offers?|can|does|do|uses?|combines?|gives?|has|have|contains?|delivers?|treats?|provides?|makes?|lets?|targets?|reach(?:es)?|holds?|is|are|restores?|removes?|stops?|detects?|finds?|pays?|acts?|guarantees?))\b|(?:offering|using|combining|containing|providing|delivering)\b|with\b|to (?:offer|combine|use|bring|provide|have|achieve|treat|deliver|reach|master|perform|receive|win|be|hold|contain|detect|find|pay|restore|stop|introduce|develop|harness|target|get|lose|grow|remove|lower|cure|beat|sleep|make|earn|invest|give|show|put|do|carry)\b|approved|recommended|licensed|certified|endorsed|made|designed|for (?:serious|real|true|people|women|men|dogs|cats|horses))]]
local nobody = pattern [[\b(?:no (?:other|one else|body else|rival|competing|competitor|clinic|bank|fund|cream|brand|product|firm|company|test|treatment|supplement|provider)|nobody(?: else)?|nowhere else)\b(?: [\w'’-]+){0,5}? (?:has|have|offers?|can|gives?|provides?|comes?|works?|does|do|holds?|uses?|makes?|delivers?|matches|knows|sells?|will|pays?|gets?|finds?|takes|cares?|understands|contains?|combines?)\b]]
local no_other = pattern [[(?:^|[,;:–—.] ?|\b(?:and|that|because) )(?:no (?:other|rival|competing)|nobody else['’]s|nobody|no one|nothing (?:else )?(?:on|in|available) (?:the )?(?:market|world|shops?|industry|planet|pharmacies)) [\w'’-]+(?: [\w'’-]+){0,5}?(?: like (?:we do|us|it|this|ours)| anywhere|(?= ?[,.;:!?–]|$| that\b| to\b))]]
local elsewhere = pattern [[\b(?:you (?:won['’]t|will not|cannot|can['’]t|will never|['’]ll never)|you['’]ll never|not) (?:find|get|see|buy|experience)\b[^.;!?]{0,40}\b(?:anywhere else|elsewhere|in any other|from anyone else)|(?:available|found|offered|only) nowhere else|exclusive to (?:us|our|(?-i:\p{Lu})\p{L}+)|(?<!not )\bonly (?:we|(?-i:\p{Lu})[\p{L}-]+) (?:has|have|offers?|gives?|uses?|can|does|do|combines?|contains?|delivers?|provides?|knows?|holds?|puts?|reaches|makes?|sells?|sees?|reads?|finds?|gets?|works?|lets?|pays?|treats?|brings?|took|takes?|is|are|goes|stops?|targets?|acts?|understands?)\b|\bwe alone\b|\b(?:unlike (?:other|ordinary|conventional|most|all other|all the other|rival|typical|traditional|competing|any other))(?: [\w'’-]+){1,2}]]
local unique = pattern [[\b(?:(?:our|a|an|the|its|this|with|uses?|truly|wholly|completely|totally|by|on) (?:[\w-]+ )?unique(?:ly)?|^unique(?:ly)?)(?: [\w'’-]+){1,2}|\b(?:is|are) (?:truly |quite |completely |absolutely |totally |simply |entirely )?unique (?:in|on|among|to (?:us|our)\b)]]

---"No other practice in Europe grows its own cells": any verb.
local no_rival = pattern [[(?:^|[,;:–—.] ?|\b(?:and|that|because) )no (?:other|rival|competing|comparable|similar) [\w'’-]+(?: [\w'’-]+){0,3}? (?:(?:in|on|from|of|this side of) [\w'’ -]{2,24} )?[\p{L}]+s\b(?: [\w'’-]+){1,2}]]

---"The only probiotic that …", with any verb, and "your only true …".
local only_goods = pattern [[\b(?:the|your|our|['’]s|still|is|as) (?:world['’]s |very )?(?:first and only|one and only|only|sole|first(?:[- ]ever)?)(?: (?!two|three|four|five|six|ten|twenty|thirty|forty|fifty|hundred|\d)[\w'’-]+){1,3} (?:that|which|to|with|who|whose|you|without|in which|where|made|built|using|backed|trusted|proven|able|from|combining)\b]]

local function check(sentence)
  if #superiority.rankings(sentence) > 0 then return end
  for _, hit in ipairs(sentence:find { only, only_goods, nobody, no_rival, elsewhere, no_other }) do
    local internal = hit:has(lexicon "internal-firsts") or hit:followed_by(lexicon "internal-firsts", 1)
    local own = hit:has(lexicon "offerings") or sentence:has(pattern [[\b(?:we|our|us)\b|^it\b|^this\b]]) or hit:has { "in the", "on the market", "worldwide", "only *", "we alone", "no other", "nobody else", "no one else", "nowhere else", "first and only", "one and only", "nothing on", "nothing in", "like we do", "like us" }
    if hit:has { "nobody", "no one" } and hit:has { "was", "were" } or hit:has { "nobody", "no one" } and not hit:has { "else", "like we do", "like us", "like it", "like this", "like ours" } then own = false end
    if hit:preceded_by({ "when", "if", "where", "in whom", "there is", "has" }, 1) then own = false end
    if own and not internal and not superiority.is_excused(hit) and not superiority.is_story(hit) then
      hit:report()
      return
    end
  end
  local hit = sentence:first(unique)
  if hit and (hit:has(lexicon "offerings") or hit:has { "unique {in|on|among}" }) and not superiority.is_excused(hit) and not hit:has { "code", "number", "identifier", "link", "id" } then hit:report() end
end

---@type Rule
return {
  id        = "selling/sole-provider",
  category  = "superlative",
  title     = "Unsupported uniqueness",
  severity  = "warning",
  basis     = { "us-21-cfr-202-1-e-6-i", "uk-cap/3-33" },
  message   = "“{text}” says that nobody else has it, without proof",
  help      = "Say what the offer has, and leave the others out; or name who checked the market, and when.",
  rationale = [[
    That nobody else offers a thing, or that somebody was first, is a statement
    about every competitor. Facts inside the house ("the only door", "the first
    visit") are none.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, { only, only_goods, nobody, no_rival, elsewhere, no_other, unique })) do check(sentence) end
  end,

  examples = {
    flagged = {
      "We are ⟦the only clinic in the world⟧ with this method.",
      "⟦You will not find this blend anywhere else⟧.",
      "It is ⟦the first cream that works⟧ on the scalp.",
      "⟦Only we have⟧ this laser.",
    },
    clean = {
      "The kit is available only from pharmacies.",
      "The first visit is free, and the only cost is the laboratory fee.",
      "We are not the only clinic that offers this method.",
      "Only your doctor can tell whether the test suits you.",
      "The only side effect that has been reported is a headache.",
    },
  },
}
