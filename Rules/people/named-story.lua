---The story of a named or single person or animal, told by the seller.
local stories = require "stories"

local named = pattern [[(?-i:\b[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*)?(?:\s\(\d{2}\)|,\s(?:\d{2}|an?\s|from\s|our\s|who\s|the\s|aged\s)|\sthe\s(?:pony|horse|dog|cat|mare|rabbit|puppy|kitten|foal)\b|\sfrom\s[A-Z]))]]
local titled = pattern [[(?-i:\b(?:Little|Baby|Young|Old|Our|[A-Z]?[a-z]+(?:er|or|ist|ian|ant|an|nurse|dad|mum|mom)) [A-Z][a-z]+(?: [A-Z][a-z]+)?\b)]]
local one = pattern [[\b(?:one of our (?:\w+ )?(?:patients|clients|members|customers|readers|students|users|followers|investors|traders|guests|horses|dogs)\b|(?:one|our|an?)\s(?:\w+[ -]){0,2}(?:patient|client|member|customer|reader|student|user|follower|investor|trader|guest|subscriber|lady|gentleman|mother|grandmother|grandfather|father|widow|pensioner|nurse|teacher|horse|pony|dog|cat|mare)\b)(?!\s+(?:of|who|may|can|should|must|with|needs|is|has to))]]
local by_name = pattern [[(?-i:\b[A-Z][a-z]+)\s(?:went from|lost|dropped|shed|was cured|is cured|is now|was written off|threw|could not|couldn['’]t|doubled|turned|made|earned|walked|walks|got)\b]]
local product = pattern [[\b(?:our|my|we|us|this|these|thanks to|due to|since)\b]]

---@type Rule
return {
  id        = "people/named-story",
  category  = "testimonial-atypical",
  title     = "Customer's story without the typical result",
  severity  = "warning",
  basis     = { "us-16-cfr-255-2", "de-hwg/s-11-1", "uk-cap/3-45" },
  message   = "“{text}” offers one case as evidence",
  help      = "Say beside it what people generally achieve, with the source, or take the story out.",
  rationale = [[
    A seller who tells the story of one customer, patient or animal says that
    others can expect the same. Cases reported in a study are another matter.]],

  on    = "sentence",
  skip  = { "quoted", "questioned", "distanced", "hypothetical", "in_reference" },
  check = function(sentence)
    if not (sentence:has(lexicon "results") or sentence:has(stories.money)) then return end
    if sentence:has(pattern [["|“|”]]) or sentence.study then return end
    local subject = sentence:first(named) or sentence:first(titled) or sentence:first(by_name)
    local single = sentence:first(one)
    if not subject and not single then return end
    local result = sentence:first(lexicon "results") or sentence:first(stories.money)
    if not result or result.negated and not sentence:has(product) then return end
    if sentence:has(lexicon "criticism") or sentence:has(lexicon "experts") then return end
    local sells = stories.sells(sentence.document)
    if not (sells and (sentence:has(named) or sentence:has(titled)) or sentence:has(product) or sentence:has(lexicon "link-to-product") or single) then return end
    if not sells and not sentence:has(lexicon "link-to-product") then return end
    if stories.typical_beside(sentence, 1) then return end
    sentence:report()
  end,

  examples = {
    flagged = {
      "Customer story\n⟦Leanne, a nurse from Perth, went from a size 20 to a size 12 on our shakes.⟧\nNot typical.",
      "Joint supplement for horses\n⟦One of our clients walked without a stick after a week.⟧",
    },
    clean = {
      "Leanne, a nurse from Perth, joined our board in May. Capsules from £9.",
      "One patient had a stroke in the study, and two improved.",
      "Tom lost his keys, and Mary went from a flat to a house.",
    },
  },
}
