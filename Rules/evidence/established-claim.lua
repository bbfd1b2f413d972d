---A benefit called proven, tested or settled, and nothing named that could carry it.
---@type Rule
return {
  id        = "evidence/established-claim",
  category  = "clinically-proven",
  title     = "Called proven",
  severity  = "error",
  basis     = { "us-ftc-hpcg-2022", "uk-cap/12-1", "uk-abpi-2024/cl-6" },
  message   = "“{text}” calls a benefit established without naming the evidence",
  help      = "Name the study beside the claim, with its design and result, or take the claim out.",
  rationale = [[
    Who says "clinically proven" or "the science is settled" claims to have
    evidence of exactly that level. Without the study beside it nobody can tell.
    Proof of address, leak-proof jars and negated proof are left alone.]],

  find  = { lexicon "establishment", pattern [[#(?:clinically|scientifically|medically|science|doctor|research|lab|vet|dermatologist)\w*(?:proven|backed|tested|approved)\b]] },
  skip  = { "negated", "distanced", "questioned", "hypothetical", "in_reference" },
  check = function(hit)
    if hit.quoted and hit.block and hit.block:has(pattern [["|“|”|„|«|‘|’\s]]) then return end
    local sentence = hit.sentence
    for _, source in ipairs(sentence.sources) do
      local study = source.study
      if not study or study:supports "efficacy" ~= false then return end
    end
    if sentence.study and sentence.study.size and sentence.study:supports "efficacy" then return end
    if hit:preceded_by({ "water", "leak", "tamper", "fool", "child", "bullet", "future" }, 1) then return end
    if hit.clause:has { "heavy metals", "purity", "contaminants", "residue~", "allergen~", "address", "identity", "innocent", "guilty", "not been", "before approval", "must be", "track record", "in court" } then return end
    if hit:has { "{beyond|without} *", "{there is|there's} no *" } and not hit.clause:has { lexicon "authorities", "prove~", "work~", "effective", "establish~", "cure~", "heal~", "help~" } then return end
    if hit:has { "it's official", "it is official", "has spoken", "no longer *", "*  is over", "the debate is *" } and not sentence:has { lexicon "authorities", "proven", "tested" } then return end
    if hit:has { "recommended by *", "trusted by *", "approved by *", "tested by *", "* recommend" } and not sentence:has { "doctors", "dermatologists", "experts", "vets", "scientists", "science", "medicine", "dentists", "physicians", "hospitals" } then return end
    if hit:has { "{doctors|experts|scientists|dermatologists|physicians|vets|dentists|specialists|researchers|surgeons} recommend", "* concur" } and hit:followed_by({ "that you", "against", "you", "at least", "drinking", "regular", "rest" }, 1) then return end
    local claim = hit.claim
    if #claim.text < 400 then claim:report() else hit:report() end
  end,

  examples = {
    flagged = {
      "⟦Clinically proven by leading hospitals⟧.",
      "⟦Our method has proved its undoubted effectiveness⟧.",
      "⟦The mist is dermatologically proven to erase fine lines⟧.",
    },
    clean = {
      "It has not been clinically proven.",
      "The jar is leak-proof; bring proof of address.",
      "Each lot is tested for heavy metals.",
      "Is the patch scientifically proven? No.",
      [[Clinically proven to reduce snoring (Roe 2021).
References
Roe B. Snoring: a randomised placebo-controlled trial in 412 adults. J Invented Sleep 2021;3:4–9.]],
    },
  },
}
