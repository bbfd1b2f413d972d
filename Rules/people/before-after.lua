---Pictures or captions that show a body before and after.
local stories = require "stories"

local pair = pattern [[\bbefore\s?(?:and|&|\+|/|[–—→>-]+|vs\.?|versus)\s?after\b|\bbefore\b\s*[:(–—-][^\n]{0,120}?\bafter\b\s*[:(–—-]?|\bbefore\b[^.\n]{1,60}[.;,–—/|]\s*(?:and\s)?after\b|\bthen and now\b]]
local dated = pattern [[\b(?:day|week|month|year)\s?(?:0|1|one|zero)\b[^\n]{1,80}\b(?:day|week|month|year)\s?(?:\d+|two|three|four|six|eight|ten|twelve)\b|\b(?:day|week|month)s? later\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b[^.\n]{0,30}\b(?:and|to|vs\.?|[–—→-])\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b]]
local point = [[(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|before|after|then|now|today|left|right|top|bottom|start|finish|old|new|first visit|last visit|in|by|at|(?:day|week|month|year|session|visit|treatment) (?:\d+|one|two|three|four|five|six|eight|ten|twelve)|(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|Christmas|Easter|New Year)|\d+ (?:days|weeks|months|years)(?: (?:later|on|in))?)]]
local halves = pattern("(?:^|[.!?;:|]\\s)" .. point .. "(?:,? " .. point .. ")?\\s?[:–—-]\\s?[^\n:]{3,80}?[.,;/|→–—-]\\s?(?:and )?" .. point .. "(?:,? " .. point .. ")?\\s?[:–—-]\\s?\\w|[:–—]\\s[^\n.]{3,60} (?:in|at|by|before) " .. point .. "\\s?[,;/→–—-]+\\s?[^\n.]{3,60} (?:in|at|by|after) " .. point)
local NAME = [[(?-i:[A-Z][a-z]+)(?: and (?-i:[A-Z][a-z]+))?]]
local TIME = [[(?:in|at|by|on|last|this|come) (?:the )?[\w-]+]]
local pictured = {
  pattern([[\b]] .. NAME .. [[,? ]] .. TIME .. [[ ?[:,–—-] ?[^.:;]{3,70}[.;,–—→] ?(?:then |and )?(?:(?:in|at|by|come) [\w-]+|]] .. NAME .. [[,? ]] .. TIME .. [[|then|now|today)]]),
  pattern([[\b]] .. NAME .. [[ ?: [^.:;]{3,60}(?: (?:in|at|by) [\w-]+)[,;–—→] ?[^.]{3,60} (?:in|at|by) [\w-]+]]),
  pattern [[\b(?:first|once|then) (?:with|in|on|a|an|the|as)\b[^.:;]{3,70}[,;–—→] ?(?:then|now|today|later|soon)\b]],
  pattern [[^in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter) [^.;]{8,60}[;,] ?(?:and )?(?:in|by) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b]],
}
local owner = pattern [[(?-i:\b[A-Z][a-z]+)['’]s\s]]
local no_body = pattern [[\b(?:renovat\w+|unit|box|clip|unfolding|assembly|reception|kitchen|room|bathroom|garden|house|building|carpet|oven|pan|car|wall|floor|lab|laboratory|clinic|street|meals?|eating|surgery|use|exercise|each|washing|opening|treatment|appointment|training|work|school|software|logo)\b]]
local of_acts = pattern [[\b(?:before and after|before or after)\s+(?:the\s|each\s|every\s|your\s|any\s|a\s)?(?:meals?|eating|food|surgery|use|using|exercise|sport|washing|opening|treatment|procedure|operation|appointment|training|work|school|sleep|sun|renovation|handling|touching|contact|feeding|noon|hours)\b]]

---@type Rule
return {
  id        = "people/before-after",
  category  = "testimonial-atypical",
  title     = "Before and after",
  severity  = "warning",
  basis     = { "us-16-cfr-255-2", "de-hwg/s-11-1" },
  message   = "“{text}” shows one case before and after",
  help      = "Take the pair out, or say beside it what people generally achieve, with the source.",
  rationale = [[
    A pair of pictures is a testimonial without words. Several laws forbid it
    for medicines and aesthetic surgery altogether.]],

  on    = "document",
  check = function(document)
    for _, block in ipairs(document.blocks) do
      local is_picture = block.kind == "image-text" or block.kind == "caption"
      if #block.children == 0 and block.kind ~= "code" and block.kind ~= "metadata" then
        local hit = block:first(pair) or is_picture and block:first(pictured) or #block.text < 240 and block:first(halves) or ((is_picture or block:has(owner)) and block:has(lexicon "bodies") and block:first(dated))
        if hit and not (hit.negated or hit.distanced or hit.questioned or hit.quoted or hit.in_reference or hit.hypothetical) then
          local is_body = block:has(lexicon "bodies") and not (block:has(no_body) and block.kind ~= "image-text")
          local is_bare = is_picture or hit:has(pattern [=[\bbefore\s*[:(–—-]]=]) or hit:has(halves)
          local sells = stories.sells(document)
          local stands = (is_body and (is_picture or sells)) or (is_bare and sells and not block:has(no_body)) or is_picture and sells and block:has(pictured)
          local sentence = hit.sentence or block.sentences[1]
          local says = block:has(pattern [[\b(?:photos?|pictures?|images?|gallery|transformations?)\b]]) and sells and not block:has(pattern [[\b(?:we|do not|don['’]t|never|illegal|forbidden|banned|may not)\b]])
          if (stands or says) and not hit:has(of_acts) and not block:has(of_acts) and not (sentence and stories.typical_beside(sentence, 2)) then
            if is_picture then block:report() else hit:report { at = sentence or hit } end
          end
        end
      end
    end
  end,

  examples = {
    flagged = {
      { markdown = "![⟦Before: dark patches. After: smooth skin⟧](cheek.jpg)" },
      "Clay mask, €19\n⟦Ada's acne: April and July.⟧",
    },
    clean = {
      { markdown = "![The reception before and after the renovation](door.jpg)" },
      "Wash your hands before and after use.",
      "We never publish before-and-after pictures of skin.",
    },
  },
}
