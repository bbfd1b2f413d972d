---A mark, a certificate or a register's entry, used as proof of effect or as approval.
local endorsement = require "endorsement"
local implied = require "implied"

local marks = { lexicon "marks", pattern [[(?-i:\b(?:CE|UKCA|UL)\b)]] }
local names = { lexicon "marks", lexicon "registers", pattern [[(?-i:\b(?:CE|UKCA|UL|NCT ?\d{4,}|ISRCTN ?\d{4,})\b)]] }
local listed = pattern [[\b(?:listed|registered|published|appears?|found|look us up|filed|posted|recorded|entered|enrolled|accepted)\b]]
local favours = pattern [[\b(?:endorsed|recommended|trusted|backed|approved|praised|blessed|preferred|favoured|chosen)\b]]
local facts = pattern [[\b(?:trial|study|studies|registry) (?:is|was|are|were|has been) (?:prospectively |also )?(?:registered|listed|posted)\b|\b(?:GMC|GDC|HCPC|NMC|GPhC|registration|company|firm|certificate|licen[cs]e)\s?(?:number|no\.?|nr\.?|reg(?:istration)?\.?)?:?\s?\d{4,}|\bmembers? of\b|\bHR[AB] ?\d+|\b(?:commercial|company|trade) register\b[^.]*\d|\bregistered (?:with|in) (?:the )?(?:General|Health and Care|Nursing|Companies|Royal|GMC|GDC|HCPC|Chamber)]]
local effect = pattern [[\b(?:works?|effective(?:ness)?|efficacy|safe|safety|kills?|heals?|cures?|helps?|relie\w+|pain|benefit\w*|results?|trust\w*|checked|vetted|legitimate|legit|reputable|approved|approval|endorse\w*|recommend\w*|blessing|scien\w+|genuine|real)\b]]

---@type Rule
return {
  id        = "status/mark-as-proof",
  category  = "regulator-misuse",
  title     = "Mark or listing used as proof",
  severity  = "error",
  basis     = { "us-21-cfr-807-97", "eu-2005-29/annex-i-4" },
  message   = "“{text}” takes a mark or a listing for proof",
  help      = "Say what the mark or the register stands for, and take the conclusion out.",
  rationale = [[
    A conformity mark is put on by the maker, a quality certificate speaks of a
    factory, and anybody can list a trial. None of them shows that a thing works.]],

  on    = "sentence",
  skip  = { "distanced", "questioned", "in_reference" },
  check = function(sentence)
    if not (sentence:has(names) or sentence:has(marks) or sentence:has(lexicon "professional-bodies")) then return end
    if endorsement.disclaimed(sentence) or endorsement.by_authority(sentence) then return end
    local proves = sentence:first(lexicon "proving")
    local mark = endorsement.stated(sentence, marks)
    if mark and proves and not proves.negated and sentence:has(effect) then
      sentence:report()
      return
    end
    if implied.from_name(sentence, names) then
      sentence:report()
      return
    end
    local body = endorsement.stated(sentence, lexicon "professional-bodies")
    if body and (proves and not proves.negated and sentence:has(effect) or body:near(favours, 4)) then
      sentence:report()
      return
    end
    local register = endorsement.stated(sentence, lexicon "registers")
    if not register then return end
    local is_listed = register:near(listed, 6) or register:near(lexicon "endorsing", 5)
    if is_listed and (not sentence:has(facts) or proves and sentence:has(effect)) then sentence:report() end
  end,

  examples = {
    flagged = {
      "⟦The CE mark proves that it works.⟧",
      "⟦Our treatment is listed on ClinicalTrials.gov.⟧",
      "⟦Made in a GMP facility, so you know it is effective.⟧",
    },
    clean = {
      "The implant is CE-marked and used in line with its instructions.",
      "The trial is registered (ISRCTN00099911).",
      "ISO 13485 certificate no. 4711 covers our quality management system, not the effect of the device.",
      "Dr Roe is registered with the General Medical Council.",
    },
  },
}
