---An unapproved product or use, promoted, and its status nowhere stated.
local unapproved = require "unapproved"

local unfit = { food = true, supplement = true, cosmetic = true, textile = true, household = true }
local calls = pattern [[\b(?:book|order|buy|call|reserve|enrol|enroll|start|get|join|sign up|add to)\b[^.]{0,40}\b(?:now|today|your|a|our|online|here|us)\b|[£$€]\s?\d]]

---@type Rule
return {
  id        = "status/unapproved-status",
  category  = "unapproved-status",
  title     = "Unapproved product without its status",
  severity  = "error",
  scope     = "document",
  basis     = { "eu-2001-83/art-87-1", "uk-hmr-2012/reg-279", "us-21-cfr-312-7", "us-21-cfr-1271", "at-amg/s-50a-1" },
  message   = "promotes a product or use that is not approved, and nowhere says so",
  help      = "State the status (not authorised, investigational, compounded, off-label) where the product is named, or stop the promotion.",
  rationale = [[
    Cultured cells, exosomes, birth tissue, peptides, copies from compounders
    and medicines in trials have passed no regulator's review. A reader who is
    not told takes them for approved treatment.]],

  on    = "document",
  check = function(document)
    local product = unapproved.product(document)
    if unfit[document.sector] and not product and not document:has(lexicon "cleared-things") then return end
    if not unfit[document.sector] then product = product or unapproved.use(document) or unapproved.registered(document) end
    local elsewhere
    if not product then elsewhere = unapproved.other_condition(document) end
    product = product or elsewhere
    if not product or not elsewhere and unapproved.states_status(document) or elsewhere and document:has(lexicon "off-label") then return end
    local claim, offer
    for _, sentence in ipairs(document.sentences) do
      local aside = sentence.in_reference or sentence.hidden or sentence.negated or sentence.distanced or sentence.questioned
      if not claim and not aside then
        local benefit = sentence:first(lexicon "health/benefits")
        local story = sentence:first(lexicon "people/results")
        if sentence:asserts "efficacy" or (story and not story.negated and not story.distanced) or (benefit and not benefit.negated) or sentence:has(lexicon "health/diseases") then claim = sentence end
        offer = offer or (sentence:has(calls) and sentence)
      end
    end
    claim = claim or offer
    if claim then document:report { at = claim, see = product, see_note = "the product or use" } end
  end,

  examples = {
    flagged = {
      "Exosome facials\nBillions of vesicles renew your face.\n£950 per session.",
      "Metformin for longer life\nWe prescribe the diabetes tablet to healthy people and boost their energy.\n£45 a month.",
    },
    clean = {
      "Exosome facials\nExosomes renew the face of some patients. They are not approved by any regulator.",
      "Magnesium capsules\nThey support calm evenings.",
      "Hip replacement\nWalk without pain, with an approved implant.",
      "Our lab stores frozen cells for universities. We do not treat people.",
    },
  },
}
