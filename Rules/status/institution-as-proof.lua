---A university or a hospital, used to borrow authority.
local endorsement = require "endorsement"

local ours = pattern [[\b(?:our|its|his|her|the|a team of|by|whose|one of our)\s(?:\w+[ -]){0,3}(?:advis[eo]rs?|scientists?|experts?|doctors?|physicians?|surgeons?|researchers?|team|founders?|co-founders?|inventors?|formulators?|analysts?|traders?|chemists?|engineers|professors?|specialists?|staff|developers?|designers?|directors?|chiefs?|heads?|makers?|brewers?|pharmacists?|nutritionists?|vets?|therapists?|chairman|chairwoman|president|owners?|creators?|mentors?|coaches|board|people|minds|alumni|graduates|veterans|insiders)\b]]
local been = pattern [[\b(?:worked|work|trained|train|studied|taught|teach|come|came|hail|graduated|learned|learnt|lectured|researched|qualified|drawn|educated|recruited|published|practised|practiced|cut|shared|earned|honed|served)\b]]
local borrowed = pattern [[(?-i:\b[A-Z][\w’']+)[ -](?:trained|certified|educated|developed|designed|tested|proven|approved|backed|formulated|grade|invented|led|validated|endorsed|recommended|level)\b|\b(?:straight|fresh|direct|right)(?:ly)? (?:out of|from)\b|\bfrom the (?:labs?|laborator(?:y|ies)|benches|halls|minds|home|people|corridors|hospital) (?:of|at|behind|that)\b|\b(?:developed|invented|discovered|designed|created|formulated|pioneered|born|perfected|tested|proven|validated|confirmed|endorsed|recommended|trusted|used|relied on|prescribed|chosen|backed|approved|certified)\s(?:and \w+\s)?(?:at|by|in|with|together with|inside)\b|\b(?:science|technology|method|protocol|formula|secret|know-how|expertise|medicine|quality|standard|brains|brain|same \w+)\s(?:from|of|as|at|used)\b|\b(?:comes?|stems?|originat\w+|hails?|derives|descends) (?:straight |directly |right )?(?:from|out of)\b|\b(?:from|on|out of|by) (?:\w+ )?(?:work|research|studies|discover(?:y|ies)|ideas?|patents?|science|findings|know-how|insights?|years) (?:\w+ )?(?:at|by|of|in|from|with)\b|\bin the (?:labs?|laborator(?:y|ies)) of\b|\bas (?:seen|taught|used|practi[sc]ed|featured) (?:at|in|by)\b|\bwith (?:the )?(?:backing|support|blessing|approval|help) of\b]]
local neutral = pattern [[\b(?:born in(?! (?:an?|the) [\w ]{0,30}\b(?:lab|corridor|hall|cellar|basement|dorm|ward|workshop|bench)s?)|lives? in|street|road|office|located|address|open|parking|directions|appointment|branch|shop in|held in|published by|library|campus map|study|trial|paper|et al|press)\b|\bpaid\b]]
local alumni = pattern [[\b(?:Harvard|Oxford|Cambridge|Stanford|Yale|MIT|Ivy League|Johns Hopkins|Mayo Clinic|Charit[ée])[ -](?:\w+[ -])?(?:trained|educated|certified|developed|designed|level|quality|grade|approved|proven|backed|formula|science|scientists?|professors?|doctors?|secret|method|protocol)\b]]

---@type Rule
return {
  id        = "status/institution-as-proof",
  category  = "regulator-misuse",
  title     = "Institution's name used as proof",
  severity  = "warning",
  basis     = { "eu-2005-29/annex-i-4" },
  message   = "“{text}” borrows the name of an institution that has not spoken",
  help      = "Name the work and cite it, or take the institution's name out.",
  rationale = [[
    That somebody once worked or studied at a famous place says nothing about
    a product, and the place has not endorsed it. A named person's employer, a
    cited study and an address are facts.]],

  on    = "sentence",
  skip  = { "distanced", "questioned", "in_reference", "quoted" },
  check = function(sentence)
    local place = endorsement.stated(sentence, lexicon "institutions")
    if not place or endorsement.disclaimed(sentence) or #sentence.sources > 0 or endorsement.by_authority(sentence) then return end
    if sentence:has(alumni) then
      sentence:report()
      return
    end
    if sentence:has(neutral) or sentence.study then return end
    if sentence:has(lexicon "evidence-words") then return end
    local person = sentence:has(ours) and sentence:has(been)
    local taken = sentence:first(borrowed)
    if person or taken and not taken.negated and place:near(borrowed, 4) then sentence:report() end
  end,

  examples = {
    flagged = {
      "⟦Our advisers have worked at Johns Hopkins and Charité.⟧",
      "⟦Straight out of Harvard comes the serum of the year.⟧",
      "⟦A method trusted by leading hospitals.⟧",
    },
    clean = {
      "Our registered office is in Oxford.",
      "Dr Ana Ferrier works at the University Hospital in Graz.",
      "We paid a laboratory at the University of Lund to analyse the powder. The university does not endorse it.",
    },
  },
}
