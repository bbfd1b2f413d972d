---An unapproved product or use, promoted, and its status nowhere stated.
local no_product = pattern [[\b(?:plant|apple|grape|edelweiss|rose|argan|botanical)[ -]stem[ -]cells?\b|\bstem[ -]cell (?:cream|serum|mask|shampoo|lotion)\b]]
local facility = { "laboratory", "lab", "facility", "clinic", "plant", "premises", "centre", "center", "company", "doctors", "physicians", "site", "pharmacy", "partner", "kit", "tube", "device", "machine" }
local unfit = { food = true, supplement = true, cosmetic = true, textile = true, household = true }
local calls = pattern [[\b(?:book|order|buy|call|reserve|enrol|enroll|start|get|join|sign up|add to)\b[^.]{0,40}\b(?:now|today|your|a|our|online|here|us)\b|[£$€]\s?\d]]

---Whether the document says that the product or use has no approval, or for what it is approved.
local function states_status(document)
  for _, hit in ipairs(document:find(lexicon "status-statements")) do
    local positive = not hit:has(pattern [[\bnot\b|n['’]t\b|\bno\b|\bnever\b|\bneither\b|\bnor\b|\bun(?:approved|licen[sc]ed|authori[sz]ed|registered)|investigational|experimental|off.label|outside|beyond|without|only|trial|exemption|compassionate|access|study|named|special]])
    local stands = not hit.questioned and not hit.distanced and not hit.quoted and not hit.hidden
    if positive then
      stands = stands and not hit.negated and not hit:preceded_by(facility, 4)
    else
      stands = stands and not hit.in_reference and not hit:preceded_by({ "no longer", "nothing" }, 2)
    end
    if stands then return true end
  end
  return false
end

local cleared = pattern [[\b(?:approved|cleared|licensed|authori[sz]ed|certified)\b(?: \w+){0,3} (?:for|to|in)\b]]
local also = pattern [[\b(?:also|too|as well|even|equally)\b]]

---A claim for a condition that the stated approval does not name, where the document is about a medicine, a device or a test.
local function other_condition(document)
  if not (document:about "medicine" or document:about "device" or document:about "diagnostic" or document:about "procedure") then return end
  local named, approval
  for _, sentence in ipairs(document.sentences) do
    local hit = sentence:first(cleared)
    if hit and not hit.negated and not hit.questioned then
      local conditions = sentence:find(lexicon "conditions")
      if #conditions > 0 then approval, named = sentence, named or {} end
      for _, condition in ipairs(conditions) do named[condition.text:lower()] = true end
    end
  end
  if not named then return end
  for _, sentence in ipairs(document.sentences) do
    local aside = sentence == approval or sentence.in_reference or sentence.negated or sentence.questioned or sentence.distanced or sentence.study
    if not aside and (sentence:asserts("efficacy", "plain") or sentence:has(also) or sentence:has(lexicon "health/benefits")) and not sentence:has(lexicon "health/happening") then
      for _, condition in ipairs(sentence:find(lexicon "conditions")) do
        local known = false
        for name in pairs(named) do
          known = known or name:find(condition.text:lower(), 1, true) or condition.text:lower():find(name, 1, true)
        end
        if not known and not condition.negated then return condition end
      end
    end
  end
end

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
    if unfit[document.sector] then return end
    local product
    for _, hit in ipairs(document:find(lexicon "unapproved-products")) do
      local outside = hit.negated or hit.distanced or hit.in_reference or hit.hidden or hit.questioned
      local in_title = hit.block and (hit.block.kind == "reference-entry" or hit.block.kind == "metadata")
      local sentence = hit.sentence
      if not outside and not in_title and not (sentence and sentence:has(no_product)) then
        product = product or hit
      end
    end
    for _, block in ipairs(document.blocks) do
      -- A product table's column of stages.
      if not product and block.kind == "cell" then product = block:first(pattern [[^(?:phase|stage)\s(?:[123]|I{1,3})\b]]) end
    end
    if not product and document:has(lexicon "approved-drugs") then
      for _, hit in ipairs(document:find(lexicon "other-uses")) do
        if not (hit.negated or hit.distanced or hit.questioned or hit.quoted or hit.in_reference) then product = product or hit end
      end
    end
    local elsewhere
    if not product then elsewhere = other_condition(document) end
    product = product or elsewhere
    if not product or not elsewhere and states_status(document) or elsewhere and document:has(lexicon "off-label") then return end
    local claim, offer
    for _, sentence in ipairs(document.sentences) do
      local aside = sentence.in_reference or sentence.hidden or sentence.negated or sentence.distanced or sentence.questioned
      if not claim and not aside then
        local benefit = sentence:first(lexicon "health/benefits")
        local story = sentence:first(lexicon "people/results")
        if sentence:asserts "efficacy" or (story and not story.negated and not story.distanced) or (benefit and not benefit.negated) then claim = sentence end
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
