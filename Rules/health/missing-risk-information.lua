---Benefits of a treatment, a test or an investment, and no word of what can go wrong.
local kinds = { "medicine", "cell-product", "procedure", "infusion", "device", "diagnostic", "investment" }
local exempt = { food = true, supplement = true, cosmetic = true, textile = true, household = true, service = true }
local relieved = { "reduce~", "relieve~", "relief", "ease~", "treat~", "clear~", "cure~", "heal~", "fight~", "prevent~", "end~", "stop~", "less", "fewer", "lower~", "remove~", "soothe~", "banish~", "without", "zero", "free of", "goodbye", "beat~", "for", "from", "against", "with", "calm~", "no", "helps" }

local nouns = pattern [[\b(?:risks?|risky|effects?|events?|reactions?|complications?|dangers?|hazards?|limitations?|drawbacks?|losses|volatility|false)\b]]

---Whether a sentence states a harm, a limit or a loss in earnest.
local function warns(sentence)
  if sentence.hidden or sentence.in_reference then return false end
  if sentence:has(lexicon "cautions") and not sentence.quoted then return true end
  for _, hit in ipairs(sentence:find(lexicon "risk-words")) do
    local denied = hit.negated or hit.quoted or hit.distanced
      or hit:has(nouns) and hit:preceded_by({ "fewer", "less", "lower~", "reduc~", "reduce~", "without", "no", "zero", "free of", "minimise~", "minimize~", "cut~", "never", "nothing", "slash~", "eliminate~" }, 3)
      or hit:followed_by({ "free", "reward", "appetite", "factor~", "profile", "assessment~" }, 1)
    if not denied and not hit.questioned then return true end
  end
  if sentence.quoted or sentence.questioned or sentence:asserts("efficacy", "plain") or not sentence:has(lexicon "happening") then return false end
  for _, hit in ipairs(sentence:find(lexicon "harms")) do
    if not hit.negated and not hit.distanced and not hit:preceded_by(relieved, 3) and not hit:followed_by({ "gone", "vanish~", "disappear~", "free", "relief", "clear~", "fade~" }, 2) then return true end
  end
  return false
end

local function claims(sentence)
  if sentence.in_reference or sentence.hidden or sentence.negated or sentence.distanced or sentence.questioned then return false end
  if sentence:has(lexicon "people/criticism") or sentence:has(pattern [[\b(?:how to (?:spot|recogni[sz]e|avoid|tell)|beware|myths?|claims?|scams?|miracle)\b]]) then return false end
  if sentence:asserts "efficacy" or sentence:asserts "safety" then return true end
  for _, quantity in ipairs(sentence.quantities) do
    if quantity.kind == "outcome" and quantity.value ~= 0 and not quantity.negated then return true end
  end
  local story = sentence:first(lexicon "people/results")
  if story and not (story.negated or story.hypothetical or story.distanced) then return true end
  local benefit = sentence:first(lexicon "benefits")
  return benefit ~= nil and not benefit.negated and not benefit.distanced
end

---@type Rule
return {
  id        = "health/missing-risk-information",
  category  = "missing-risk-info",
  title     = "No risk information",
  severity  = "error",
  scope     = "document",
  basis     = { "eu-2001-83/art-90-b", "us-21-cfr-202-1-e-5-ii" },
  message   = "claims benefits, and nowhere says what can go wrong",
  help      = "Add the known harms, limits or possible losses, as prominent as the benefits.",
  rationale = [[
    Every treatment can harm or fail, every test can err, every investment can
    lose. A page that names only benefits is not balanced, whatever each sentence
    says. Foods, supplements, cosmetics and textiles are left alone.]],

  on    = "document",
  check = function(document)
    if exempt[document.sector] then return end
    local applies = false
    for _, kind in ipairs(kinds) do applies = applies or document:about(kind) end
    if not applies or document.sector == "veterinary" and document:about "supplement" then return end
    local claim
    for _, sentence in ipairs(document.sentences) do
      if warns(sentence) then return end
      claim = claim or (claims(sentence) and sentence)
    end
    if claim then document:report { at = claim } end
  end,

  examples = {
    flagged = {
      "The Orchard Clinic\nOur infusion restores the strength of your legs.\nBook a call with our coordinator today.",
      "The Vital Drip\nVitamins by infusion lift your energy, with no side effects.\nForty minutes, £160.",
      "Our crypto fund\nInvestors earn 9% a month, risk-free.",
    },
    clean = {
      "The Orchard Clinic\nOur infusion restores the strength of your legs.\nPossible side effects are headache and fever; infection can occur.",
      "Our herbal tea tastes of apples and calms the evening.",
      "The clinic opens at nine, and parking is free.",
      "Our crypto fund\nInvestors earned 9% last year. You may lose all that you put in.",
      "Eyelid surgery\nA fresher look. Bruising is common.",
    },
  },
}
