local claims = require "claims"

local intensifiers = { "{completely|totally|entirely|perfectly|absolutely|utterly|always|extremely|proven|clinically|wholly|fully|naturally|inherently|intrinsically|incredibly}", "100 %", "100 {percent|per cent}" }

---A remedy called safe without qualification.
---@type Rule
return {
  id        = "health/unqualified-safe",
  category  = "absolute-safety",
  title     = "Safe without qualification",
  severity  = "error",
  basis     = { "uk-abpi-2024/cl-6-4", "eu-2001-83/art-90-b", "eu-2001-83/art-90-h", "us-ftc-act/s-5" },
  message   = "“{text}” calls a product safe without qualification",
  help      = "Say for whom, in what dose and by which evidence it was tolerated, and name the known harms.",
  rationale = [[
    "Safe" is never unqualified in the codes: it depends on who takes how much of
    what. Storage, payments, roads and electrical safety are another matter.]],

  find  = { "safe", "safest", "gentlest" },
  check = function(hit)
    if hit:has { "safest", "gentlest" } then
      if not claims.is_unasserted(hit) and hit:followed_by({ lexicon "remedies", lexicon "interventions", "sunscreen", "filler" }, 3) and not claims.is_warned(hit.sentence) and claims.is_health_copy(hit) then claims.report(hit) end
      return
    end
    -- "Baby-safe, pregnancy-safe."
    if hit:preceded_by(lexicon "safe-for", 0) and hit.before:match "[-–]%s*$" or hit:preceded_by({ "just as", "every bit as", "and as" }, 0) then
      if not claims.is_unasserted(hit) and not hit:preceded_by({ "child", "you", "children" }, 0) and not hit:followed_by(lexicon "safe-things", 1) and claims.is_health_copy(hit) then claims.report(hit) end
      return
    end
    if claims.is_unasserted(hit) or claims.is_other_register(hit) then return end
    if hit:followed_by(lexicon "safe-things", 0) then return end
    if hit:followed_by({ "from", "and sound", "until", "when", "if", "only", "with us", "as long as", "to {say|assume|eat|drive|return|travel|touch|open|enter|work|handle|use the|bet|stay|leave}" }, 0) then return end
    if hit:preceded_by({ "keep~", "stay~", "feel~", "felt", "kept", "play", "sounds", "the", "it", "you", "be", "how", "as", "make~", "remain~", "considered", "dose", "in a" }, 0) then return end
    if hit:preceded_by({ "food", "dishwasher", "microwave", "oven", "fail", "child", "freezer", "fridge", "electrically" }, 1) then return end
    local subject = hit.subject
    if subject and subject:has(lexicon "safe-subjects") then return end
    if hit.clause:has { "considered", "recognised", "recognized", "deemed", "whether", "tested" } then return end

    local kind = hit.block.kind
    local ends = hit.after:match "^%s*[%.!,;–—]" or hit.after:match "^%s*$" or hit:followed_by({ "and", "yet", "but effective", "because" }, 0)
    local predicative = hit:preceded_by({ "is", "are", "it's", "they're", "that's" }, 3) and hit.object ~= nil
    local natural = hit.clause:has { "therefore", "so", "thus", "hence", "because", "and" } and hit.clause:has(lexicon "natural")
    local brief = #hit.sentence.text < 80 and ends and (kind == "item" or kind == "heading" and #hit.sentence.text > 8 or not subject or hit:preceded_by({ "and" }, 0) or hit.before:match ",%s*$")
    if hit:preceded_by(intensifiers, 1)
      or hit:followed_by(lexicon "remedies", 3)
      or hit:followed_by({ "for", "even", "during", "in", "to", "while", "when", "and pure", "with" }, 0) and hit:followed_by(lexicon "safe-for", 6)
      or hit:followed_by({ "{at|in|for|with|around|on} {any|all|every|each}", "enough", "from day one", "around the clock" }, 0) and claims.is_health_copy(hit)
      or hit:followed_by({ "to take", "to use", "to combine" }, 0) and predicative
      or predicative and ends or natural or brief
    then
      claims.report(hit)
    end
  end,

  examples = {
    flagged = {
      "⟦Perfectly safe⟧, because you only smell it.",
      "⟦Natural and therefore safe⟧ – the cream.",
      "⟦Safe for expectant mothers and babies alike⟧ – the roll-on.",
      "⟦A safe and effective treatment for you⟧.",
    },
    clean = {
      "Not safe for microwave use.",
      "Your parcel left our warehouse safely this morning.",
      "Complete the safe-payment form.",
      "Keep it in a safe place.",
      "It is not safe to use the lamp without goggles.",
      "Herbal does not mean safe for everyone.",
    },
  },
}
