local claims = require "claims"
local outcomes = require "outcomes"

local success = { lexicon "deeds", "{do|does|did} {its|their|the|your|her|his} {job|work|trick|magic|bit}", "{take|takes|took|taking} {effect|hold}", "{act|acts|acted|lasts|last|come out|comes out|gets through|reaches|reach|performs|perform|holds}", "{gives|give|gave|brings|brought|returns} *", "will work", "speak", "speaks", "fluent", "{hear|hears|see|sees|walk|sleep|breathe|breathes|run|runs} {normally|again|perfectly|clearly|freely|faster|better|soundly|through}", "{reach|reaches|reached|achieve|achieves|achieved} *", "in {foal|calf|lamb|remission}", "{took|takes|take} * * home", "{took|takes|take} * home", lexicon "gains", lexicon "endings", "{improve|improves|improved|recover|recovers|recovered|benefit|benefits|benefited|succeed|succeeds|succeeded|respond|responds|responded|heal|heals|healed|relieved|cured|restored|calmed|cleared|conceive|conceives|conceived|pregnant|works|worked|work|sleeps|walks|walked|feels|looks|loses|lost|sheds|wins|quits|quit|stops|stopped|passes|passed|leaves|left|finds|found|detects|catches|caught|spots|identifies|kills|removes|eliminates|lifts}", "{perfect|lasting|total|flawless|visible|real|stunning|same} result~", "{results|relief|success|recovery|comfort} {for|in|on}" }

---An outcome that everyone has, or that no one has missed.
---@type Rule
return {
  id        = "health/outcome-for-everyone",
  category  = "guarantee",
  title     = "Outcome without exception",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” leaves no one out",
  help      = "Say how many of how many it helped, and that it does not help everybody.",
  rationale = [[
    "Every patient walks out without a stick" and "no one has ever gone back
    to reading glasses" promise the outcome to the next reader. What every
    patient is given, told or asked is care and no outcome.]],

  find  = { lexicon "everyone", lexicon "no-one" },
  check = function(hit)
    local sentence = hit.sentence
    if not sentence or hit.distanced or hit.questioned or hit.hypothetical or hit.in_reference then return end
    if outcomes.is_foreign(hit) or claims.is_other_register(hit) or outcomes.is_open(sentence) then return end
    if sentence:has(lexicon "own-promises") and not sentence:has(outcomes.bodily) or sentence:has { "differ~", "different", "varies", "vary", "not {every*|all|for everyone}", "for {men|women} who" } then return end
    if sentence:has(lexicon "assurance") or hit:has(lexicon "emphasis") == false and sentence:has(lexicon "emphasis") and sentence:has(outcomes.all) then return end
    if #hit:find(lexicon "no-one") > 0 then
      if hit:followed_by({ "{was|is|are|were|be} left" }, 3) then return end
      local spared = hit:followed_by({ "will", "ever", "again", "need", "can", "could", "has to", "have to", "goes", "suffers", "wakes", "stays" }, 3) and hit:followed_by({ lexicon "troubles", claims.diseases[1] }, 8) and not hit:followed_by(lexicon "come-to-harm", 7)
      if hit:followed_by(lexicon "failing", 9) or spared then claims.report(hit) end
      return
    end
    if hit.negated or hit:followed_by({ "talk~", "know~", "say", "says", "has heard", "have heard", "is talking", "raves", "wants", "asks", "agrees", "is welcome", "should", "needs", "must" }, 0) then return end
    if hit:followed_by({ "fill in", "fill out", "sign*", "complete", "attend", "{is|are} welcome", "is {given|asked|told|seen|offered|shown|sent|handed}", "gets a", "receives", "are {given|asked|told|seen|offered|shown|sent}", "question~" }, 3) or hit:followed_by({ "{staff|team|pharmacist~|nurse~|doctor~|vet~|therapist~|coach~|adviser~|advisor~}" }, 5) then return end
    if hit:followed_by(success, 7) or hit:preceded_by(success, 6) then claims.report(hit) end
  end,

  examples = {
    flagged = {
      "⟦Every patient on the course walks again⟧.",
      "⟦None of our smokers has gone back to cigarettes⟧.",
      "⟦The gel clears spots on all skin types⟧.",
    },
    clean = {
      "Every patient is given a leaflet.",
      "Not every patient improves.",
      "No patient was left without a nurse's number.",
      "Some of our clients lose weight.",
    },
  },
}
