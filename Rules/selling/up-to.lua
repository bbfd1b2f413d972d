---"Up to" a benefit, without saying what it rests on.
local claims = require "claims"

local benefit = pattern [[\b(?:by |of |for )?(?:up to|as much as|as many as|upwards? of up to) (?:an? (?:extra |additional )?)?(?:[£$€] ?\d[\d,.]*k?|\d[\d,.]* ?(?:%|per ?cent|percent|x\b|times|-?fold|lbs?\b|pounds|kg|kilos?|stone|inches|shades|years younger|points)|(?:half|a half|a stone|a dress size|two stone|two dress sizes|two thirds|three quarters|a third|double|twice|three times|ten times|five times|ten|twenty|thirty) ?(?:the|off|as|more|less|pounds|kilos|years|times)?)(?: [\w'’-]+){0,2}]]
local basis = { "depending on", "depends on", "on average", "average", "selected", "compared with", "compared to", "versus", "range", "median", "of which", "see table", "for orders", "table", "measured", "based on", "calculated", "list price", "normal price", "regular price", "usual price", "full price", "until", "terms", "limit", "covers", "insured", "compensation", "fine", "fines", "penalty" }
local neutral = { "carry", "carries", "{lift~|hold~|store~} up to", "up to * per person", "allowance", "protected up to", "reimburse~", "refund~", "cover", "costs", "cost", "charge~", "fee~", "risk~", "of patients may", "temperature~", "load", "humidity", "weigh~", "contains", "hold~", "dose", "dogs", "children", "lose * invest", "recruit~", "participants", "enrol~" }

local function check(sentence)
  if claims.is_sourced(sentence) or sentence:has(basis) or sentence:has(neutral) or sentence:has { "guarantee~", "guaranteed" } then return end
  local following = sentence.next
  if following and following.block == sentence.block and following:has { "average", "depending", "depends", "typical~", "median", "source" } then return end
  for _, hit in ipairs(sentence:find(benefit)) do
    if claims.is_meant(hit) or hit.hypothetical and not hit.negated and not claims.is_speech(hit) and not claims.is_asked(hit) then
      hit:report()
      return
    end
  end
end

---@type Rule
return {
  id        = "selling/up-to",
  category  = "missing-disclosure",
  title     = "“Up to” without a basis",
  severity  = "warning",
  basis     = { "uk-cap/3-17", "eu-2005-29/art-7", "us-ftc-hpcg-2022" },
  message   = "“{text}” names the best case, and not what it rests on or what is usual",
  help      = "Give the range and its condition: “1 to 8.5%, depending on coin and term; rates of 3 November”.",
  rationale = [[
    Readers take the upper end for what they will get. What share of the goods,
    users or cases reaches it has to stand beside it.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, { benefit })) do check(sentence) end
  end,

  examples = {
    flagged = {
      "Save ⟦up to 70% on laser⟧ sessions.",
      "Earn ⟦up to 8.5%⟧.",
      "Lose ⟦up to 10 lb⟧.",
    },
    clean = {
      "It is up to you whether you come again.",
      "Earn 1.0% up to 8.5%, depending on coin and term.",
      "Up to 40 people fit into the room.",
      "Deposits are protected up to £85,000 by the compensation scheme.",
    },
  },
}
