---A customer's story without a word for the result: somebody, a bad time, a turn.
local stories = require "stories"
local tellers = require "tellers"

local taken = pattern [[^\s?["“‘]|["“][^"”]{25,}["”]|@\w]]
local thanks = pattern [[\b(?:thanks|thank you),? (?-i:[A-Z])[a-z]+]]
local founder = pattern [[\b(?:founded|started|opened|created|built|wrote|set up|designed|made|run|launched) (?:this|the|my|our|a)\b]]

---Whether one sentence, or it and the next, tells a story that turns.
local function turns(sentence)
  local past = sentence:has(tellers.past)
  local turn = sentence:has(lexicon "turns")
  if turn and (past or sentence:has(tellers.present) or #sentence.quantities > 0) then return true end
  return past and tellers.continues(sentence)
end

---@type Rule
return {
  id        = "people/lived-story",
  category  = "testimonial-atypical",
  title     = "Customer's story without the typical result",
  severity  = "warning",
  basis     = { "us-16-cfr-255-2", "de-hwg/s-11-1", "uk-cap/3-45" },
  message   = "“{text}” offers one case as evidence",
  help      = "Say beside it what people generally achieve, with the source, or take the story out.",
  rationale = [[
    Somebody is named, there was a bad time, and then it turned: readers take
    that for what the product does, though no word of a result is spoken.]],

  on    = "sentence",
  skip  = { "quoted", "questioned", "distanced", "hypothetical", "in_reference" },
  check = function(sentence)
    local document = sentence.document
    if sentence.hidden or sentence:has(taken) or not stories.sells(document) or tellers.aside(sentence) then return end
    if sentence.block and sentence.block.kind == "quotation" then return end
    if sentence:has(lexicon "finance/track-record") or sentence:has { "next {week|time|month|year}", "tomorrow" } then return end
    local told
    if sentence:has(stories.first) and sentence:has(tellers.own_change) then
      told = true
    elseif sentence:has(stories.first) and not sentence:has(lexicon "customers") then
      local link = sentence:has(lexicon "link-to-product")
      local known = sentence:has(lexicon "results") or link and sentence:has(lexicon "results-weak")
      local before = sentence.previous
      local low = sentence:has(lexicon "lows")
      local turn = low and sentence:has(lexicon "turns") or low and sentence.next and sentence.next.block == sentence.block and (sentence.next:has(stories.change) or sentence.next:has(lexicon "turns") or sentence.next:has(pattern [[\b(?:none|nothing|zero)\b]]))
      local thanked = sentence.next and sentence.next.block == sentence.block and sentence.next:has(thanks)
      told = not known and (turn or thanked and sentence:has(tellers.past) or link and sentence:has(lexicon "turns")) and not sentence:has(founder) and not (before and before:has(lexicon "results"))
    elseif tellers.named(sentence) or sentence:has(lexicon "customers") then
      told = turns(sentence) and not (sentence:has(lexicon "results") and not sentence:has(lexicon "customers") and tellers.named(sentence) == nil)
    elseif sentence:has(tellers.pronoun) and sentence:has(lexicon "results") then
      told = not (sentence.previous and sentence.previous:has(lexicon "results"))
    else
      told = tellers.hearsay(sentence)
    end
    if not told or sentence:has(lexicon "service-and-taste") and not sentence:has(lexicon "lows") or stories.typical_beside(sentence, 1) then return end
    sentence:report()
  end,

  examples = {
    flagged = {
      "Eye course, £40\n⟦Priya read the number plate after two weeks.⟧",
      "Stem cell clinic\n⟦Thomas arrived in a wheelchair.⟧ He danced at his daughter's wedding.",
      "Speech clinic for children, £90 a visit\n⟦Many of our little guests flew home talking in full sentences.⟧",
    },
    clean = {
      "Clinic, £90 a visit\nSandra joined our team in May and now leads the laboratory.",
      "Moira opened our branch two years ago. Savings from £10.",
      "Your dog may limp for a week after surgery.",
    },
  },
}
