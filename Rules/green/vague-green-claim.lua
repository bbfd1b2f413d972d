---Environmental benefit claimed in general terms, or without its conditions.
local claims = require "claims"
local benefit = require "benefit"

local official = pattern [[\b(?:eu ecolabel|blue angel|blauer engel|nordic swan|gots|fsc|pefc|msc|rspo|cradle to cradle|energy star|epeat|green seal|oeko-tex|soil association|ecocert)\b[^.]{0,40}(?:\d{2,}|[A-Z]{2}[/-]\d)|\b[A-Z]{2}[/-]\d{3}[/-]\d{2,3}\b|\b[A-Z]{2}-(?:bio|öko)-\d+|no\. ?[A-Z]?\d{3,}]]
local measured = pattern [[\d[\d.,]* ?(?:kg|g|t|tonnes?|grams?|kilograms?) (?:of )?co(?:2|₂)|\b\d{1,3} ?(?:%|per ?cent) (?:\w+ )?(?:recycled|post-consumer|renewable|fewer|less|lower|by weight|of the|from)]]
local colour = pattern [[\b(?:colou?rs?|shades?|leaf green|sage|olive|emerald|dye|paint)\b]]
local timed = pattern [[\b(?:within|in|after|takes?) (?:about |up to |at most |\w+ )?(?:\d+|six|twelve|three|four|eight|ten|two) (?:days|weeks|months)\b]]
local named = pattern [[(?-i)\p{Lu}\w+ (?:Sustainable|Green|Eco)\b|\b(?:Green|Eco|Sustainable) \p{Lu}\w+]]
local footprint = pattern [[carbon footprint|co2 footprint|emissions|climate impact|environmental impact|footprint]]
local nothing = pattern [[^(?:zero|none|0|nil|neutral|positive|negative)$]]

local other_part = pattern [[^(?:the|our|its|a|each|every) (?:lid|cap|pump|label|sleeve|box|card|carton|wrapper|bottle|bucket|tin|jar|button|lining|cable|casing|handle|tray|film|bag|pouch|packaging)\b]]
local triggers = { lexicon "generic", lexicon "neutrality", lexicon "end-of-life", table.unpack(benefit.all) }
local all = { nothing, table.unpack(triggers) }

---Whether the sentence, the next or a note says on what the claim rests.
local function is_qualified(sentence)
  local terms = { lexicon "conditions", official, measured, timed }
  if claims.is_sourced(sentence) or sentence:has(terms) then return true end
  local following = sentence.next
  if not following or following.block ~= sentence.block then return false end
  return following:has(official) or following:has(lexicon "conditions") and not following:has(other_part)
end

local function check(sentence)
  local found = sentence:find(triggers)
  local block = sentence.block
  if block and block.kind == "cell" and sentence:has(nothing) then
    local around = block.parent
    while around and around.kind ~= "table" do around = around.parent end
    if around and around:has(footprint) then sentence:report() end
    return
  end
  if #found == 0 or is_qualified(sentence) then return end
  for _, hit in ipairs(found) do
    local other = hit:near(lexicon "not-green", 0) or hit:has(lexicon "not-green") or hit:has(named) and not hit:has { "carbon", "climate" }
    other = other or hit:starts_with "green" and sentence:has(colour) or hit:has "footprint" and hit:preceded_by(pattern [[\d ?(?:%|per ?cent)]], 2)
    if not other and claims.is_meant(hit) then
      hit:report()
      return
    end
  end
end

---@type Rule
return {
  id        = "green/vague-green-claim",
  category  = "vague-green-claim",
  title     = "Vague environmental claim",
  severity  = "error",
  basis     = { "us-16-cfr-260-4", "us-16-cfr-260-7", "eu-2024-825", "uk-cap/11-1" },
  message   = "“{text}” claims a benefit to the environment without saying which, how much and on what terms",
  help      = "Name the part, the amount, the condition and the proof: “carton: 85% recycled fibre by weight”.",
  rationale = [[
    A general claim covers everything a product does from field to dump, and
    nothing on earth is good for the planet in all of it. Degradable needs a
    place and a time, neutral needs a reckoning without offsets, a pledge a
    plan, a seal its owner and number.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, all)) do check(sentence) end
  end,

  examples = {
    flagged = {
      "⟦Earth-friendly⟧ tableware for people who care.",
      "Every piece is ⟦biodegradable⟧ and light.",
      "We will be ⟦net zero by⟧ 2040.",
      { html = "<p>Two sizes.</p><img src=\"seal.png\" alt=\"⟦Green leaf seal⟧\">" },
    },
    clean = {
      "Industrially compostable (EN 13432) where collected.",
      "We do not call our bottles eco-friendly, because making them uses energy.",
      "EU Ecolabel licence number DE/030/512: a more sustainable choice.",
      "Sustainable weight loss takes time.",
    },
  },
}
