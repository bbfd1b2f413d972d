---Others said to be less, behind, or no match.
local superiority = require "superiority"
local contest = require "contest"
local claims = require "claims"

local out = pattern [[\bout(?!break|come|patient|side|door|let|put|fit|line|look|lay|reach|standing|ward|skirt|going|most|set|age|source|number|law|weigh|stay|grow)[\p{L}]{3,}(?:s|es|ed)?\b]]
local ours = lexicon "own-against-theirs"
local kinds = {
  { lexicon "contest", function(hit) return contest.unequalled(hit) or contest.lost(hit) end },
  { lexicon "as-well-as", contest.lost },
  { lexicon "rival-misses", function(hit) return hit:preceded_by(lexicon "rivals", 6) and not hit.negated end },
  { lexicon "ahead", contest.of_rivals },
  { out, function(hit) return hit:followed_by(lexicon "rivals", 4) and not hit:followed_by({ "stock market", "the market", "the others", "index", "inflation" }, 4) and hit.sentence:has(lexicon "offerings") end },
  { lexicon "falling-short", contest.belittles },
  { ours, function(hit) return hit:preceded_by(lexicon "rivals", 9) and #hit.sentence.quantities + #hit:find { "a", "one" } > 0 end },
  { lexicon "top-places", function(hit) return not (hit.negated and hit:has { "first place", "top spot" }) end },
}
local triggers = {}
for _, kind in ipairs(kinds) do triggers[#triggers + 1] = kind[1] end

local function check(sentence)
  if claims.is_sourced(sentence) or #superiority.rankings(sentence) > 0 then return end
  for _, kind in ipairs(kinds) do
    for _, hit in ipairs(sentence:find(kind[1])) do
      local aside = hit.distanced or claims.is_asked(hit) or hit.in_reference or claims.is_speech(hit) or superiority.is_story(hit)
      if not aside and not hit:has(lexicon "not-ranking") and kind[2](hit) then
        local whole = kind[1] == kinds[1][1] and hit.clause or hit
        whole:report()
        return
      end
    end
  end
end

---@type Rule
return {
  id        = "selling/unequalled",
  category  = "superlative",
  title     = "Others said to be no match",
  severity  = "warning",
  basis     = { "us-21-cfr-202-1-e-6-i", "uk-cap/3-33" },
  message   = "“{text}” puts everybody else behind the offer, without proof",
  help      = "Say what the offer does, and leave the others out; or cite the test in which both took part.",
  rationale = [[
    That nobody matches an offer, that others give up where it begins, or that
    it is well ahead of them, is a comparison with all of them. It needs the
    same proof as "the best".]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, triggers)) do check(sentence) end
  end,

  examples = {
    flagged = {
      "The band acts at once, ⟦and no tablet matches its speed⟧.",
      "Our camera finds lumps ⟦long before⟧ a mammogram would.",
      "That puts our sheets ⟦well ahead of⟧ any brand in the aisle.",
      "Our cream ⟦works where⟧ steroids give up.",
      "Our mattress ⟦outlives⟧ three ordinary mattresses.",
    },
    clean = {
      "Please arrive well ahead of your appointment.",
      "No test can match every need; ask your doctor.",
      "Call your vet long before the first frost.",
      "We do not hold first place, and our rivals are good.",
    },
  },
}
