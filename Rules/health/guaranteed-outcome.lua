local claims = require "claims"
local outcomes = require "outcomes"

---Promises of a certain outcome.
---@type Rule
return {
  id        = "health/guaranteed-outcome",
  category  = "guarantee",
  title     = "Guaranteed outcome",
  severity  = "error",
  basis     = { "eu-2001-83/art-90-b", "uk-hmr-2012/reg-287-1-a", "de-hwg/s-3-2-a", "us-ftc-act/s-5" },
  message   = "“{text}” promises an outcome that nobody can guarantee",
  help      = "Say what was observed, in whom, and that results differ.",
  rationale = [[
    Readers take a guarantee as a fact about themselves. No treatment works in
    everyone, and a provider can promise what it does itself (a refund, a date,
    a warranty), not what happens in a body. What the guarantee is about decides.]],

  find  = lexicon "certainty",
  check = function(hit)
    if outcomes.is_unasserted(hit) or claims.is_other_register(hit) then return end
    if hit.sentence:has(lexicon "conditions-of-sale") or hit.sentence:has(outcomes.warnings) then return end

    -- "Please ensure …", "be sure to …", "to ensure …": advice and purpose.
    if hit:preceded_by({ "please", "make", "must", "should", "to", "be", "help", "helps", "year", "years", "month", "months", "day", "lifetime" }, 0) then return end
    local wanted = outcomes.all
    if hit:has { "ensure~", "assure~", "promise~", "bound to" } then
      if hit:has { "ensure~", "assure", "assures", "assuring" } and not hit.subject then return end
      wanted = { lexicon "strong-outcomes", lexicon "diseases", lexicon "troubles", lexicon "gains", "{higher|better|faster|deeper|stronger|quicker|longer|more|maximum|peak|perfect|total|lasting|permanent|rapid|lifelong|flawless} *" }
      if hit:has { "assured" } then wanted = outcomes.all end
    end

    local itself = hit:has { "{sure|certain|bound|destined} to *", "a sure thing", "inevitable" } and hit.claim:has(outcomes.all)
    if itself and hit:preceded_by({ "was", "were", "had been" }, 1) then return end
    local object = hit.object
    -- "Walk again – we guarantee it.": the pronoun stands for the rest of the sentence.
    if object and object.text:lower():match "^[its]+$" or object and object:has { "this", "that" } and #object.text < 6 then object = hit.sentence end
    if not itself and not hit:governs(wanted) and not (object and object:has(wanted)) and not (object and object:has { "you", "your" } and not hit:has { "ensure~", "assure~" } and not hit:governs(lexicon "own-promises") and not object:has(lexicon "process")) then return end
    if object and object:has { "if" } and object:has(lexicon "own-promises") then return end
    local own = object and object:first(lexicon "own-promises")
    local outcome = object and object:first(wanted)
    if own and not (outcome and #outcome.before < #own.before) then return end
    if not own and hit:governs(lexicon "own-promises") and not hit:followed_by({ "or" }, 1) then return end
    claims.report(hit)
  end,

  examples = {
    flagged = {
      "⟦We guarantee that you will walk again⟧.",
      "⟦A calmer life is assured⟧.",
      "⟦Your flat stomach, guaranteed⟧.",
      "⟦The clinic delivers regenerative treatments with a guaranteed standard of excellence⟧.",
      "⟦With our plan quitting smoking becomes inevitable⟧.",
    },
    clean = {
      "No result can be guaranteed.",
      "30-day money-back guarantee.",
      "Delivery before noon is guaranteed.",
      "Please make sure that every field is filled in.",
      "Beware of anyone who says that success is guaranteed.",
      "Freshness guaranteed by a heat-sealed bag.",
      "With a level annuity the insurer guarantees to pay the agreed income for life.",
    },
  },
}
