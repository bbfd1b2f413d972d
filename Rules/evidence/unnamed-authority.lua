local notes = { "we", "i", "this case", "the figure", "the table", "screenshot", "your doctor", "ask your", "a doctor", "the doctor", "my doctor", "appointment", "our", "the {nurse|doctor|vet|surgeon|dentist|pharmacist|consultant|therapist|physio|midwife|specialist|practitioner|optician|team}", "your *" }
-- "Ask any pharmacist before you take it": advice.
local advice = { "before", "first", "if", "whether", "about", "for", "to", "when", "unless" }

-- "Rheumatologists", "trichology": the learned by the ends of their names.
local learned = pattern [[\b(?!techno|methodo|termino|ideo|apolog|mytho|astro|chrono)\w{3,}(?:ologists?|ology|iatrists?|iatry|odontists?|pa?edists?|pa?edics)\b]]
local authorities = { lexicon "authorities", learned }

local held_as = pattern [[\b(?:recogni[sz]e|acknowledge|regard|hail|accept|see|treat|know|rate|praise|prize|crown|teach|list)(?:e?s)?\b[^.;:]{1,40}\bas (?:the|an?|our|their|what)\b]]

---Whether a predicate's own words hold the negation: "no longer in dispute".
local function denies_itself(hit)
  return hit:has { "no", "no longer", "never", "not", "stopped", "ceased", "hardly", "scarcely", "cannot", "can't", "couldn't", "could not", "nothing" }
end

---Unnamed studies, experts or science, said to have shown it or to agree.
---@type Rule
return {
  id        = "evidence/unnamed-authority",
  category  = "clinically-proven",
  title     = "Unnamed evidence",
  severity  = "error",
  basis     = { "us-ftc-hpcg-2022", "uk-cap/12-1", "uk-abpi-2024/cl-6" },
  message   = "“{text}” calls on evidence that is not named",
  help      = "Cite the studies, with their limits, or take the sentence out.",
  rationale = [[
    "Studies consistently show", "neurologists are of one mind" and "no vet
    disputes it" claim a settled body of evidence. Where no study is named
    beside the words, nobody can check it.]],

  find  = { lexicon "establishing-verbs", lexicon "consensus", held_as, lexicon "no-doubter", lexicon "as-any-expert" },
  check = function(hit)
    local agree = hit:has { held_as, lexicon "consensus", lexicon "establishing-verbs" }
    local nobody = not agree and hit:has(lexicon "no-doubter")
    if not nobody and (hit.negated and not denies_itself(hit) or hit.hypothetical) or hit.distanced or hit.questioned or hit.in_reference then return end
    if hit.quoted and hit.block and hit.block:has(pattern [["|“|”|„|«|‘|’\s]]) then return end
    local sentence, subject = hit.sentence, hit.subject
    if nobody then
      if not hit:followed_by(authorities, 3) or not hit:followed_by(lexicon "doubting", 8) then return end
    elseif not agree and hit:has(lexicon "as-any-expert") then
      if hit:has { "ask *", "consult *", "ring *" } and hit:followed_by(advice, 3) then return end
      if not hit:followed_by(authorities, 1) or not hit:followed_by(lexicon "consensus", 4) and not hit:has { "ask *", "as *" } then return end
    else
      local passive = hit:followed_by({ "by" }, 1) and hit:followed_by(authorities, 5)
      if not passive and not (subject and subject:has(authorities)) then return end
    end
    if sentence:has(lexicon "not-establishing") then return end
    for _, source in ipairs(sentence.sources) do
      if source.resolved then return end
    end
    if sentence.study and sentence.study.size then return end
    if sentence:has(lexicon "establishment") then return end
    if subject and subject:has(notes) then return end
    if hit:has { "confirm~" } and (hit:followed_by({ "date", "time", "appointment", "booking", "diagnosis", "dose", "place", "whether" }, 2) or hit:preceded_by({ "will", "to", "can" }, 0)) then return end
    local claim = hit.claim
    local whole = nobody or not agree
    if whole and #sentence.text < 200 then sentence:report() elseif #claim.text < 400 then claim:report() else hit:report() end
  end,

  examples = {
    flagged = {
      "⟦University research confirms it all⟧.",
      "⟦Trials have shown time and again that cold plasma tightens the eyelid⟧.",
      "⟦One of the largest clinical studies ever done proves it⟧.",
      "⟦Hepatologists are of one mind about the tea⟧.",
      "⟦You would be hard pressed to find a dentist who still doubts it.⟧",
      "⟦Ask any farrier or any vet: the debate is finished.⟧",
    },
    clean = {
      "Some small studies show that it helps, others do not.",
      "Research confirmed as funded: two posts.",
      "Leave the dough to prove for forty minutes.",
      "Studies have not shown that it works.",
      "Ask your vet whether the chew suits your dog.",
      "Dermatologists are not of one mind about the peel.",
    },
  },
}
