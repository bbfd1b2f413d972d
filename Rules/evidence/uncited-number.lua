local numbers = require "numbers"

---A number that claims an outcome, and no source by it.
---@type Rule
return {
  id        = "evidence/uncited-number",
  category  = "uncited-number",
  title     = "Outcome number without a source",
  severity  = "warning",
  basis     = { "uk-abpi-2024/cl-6", "us-ftc-hpcg-2022" },
  message   = "“{text}” is a result without a source by it",
  help      = "Cite the source in the sentence or right after it, or take the number out.",
  rationale = [[
    A number reads as a measurement. Who measured it, in whom and how, must be
    found by the reader beside it. Doses, durations, prices, sizes and dates
    claim no outcome and are left alone; so are the numbers of testimonials,
    which stand or fall with their speaker.]],

  on    = "sentence",
  skip  = { "in_reference" },
  check = function(sentence)
    if #sentence.quantities == 0 and not sentence:has(lexicon "outcomes-in-words") then return end
    if numbers.tells_source(sentence) then return end
    if #sentence.sources > 0 or #sentence.quantities > 0 and numbers.links_to_source(sentence) or sentence:has(pattern [[(?-i)\b(I|I'm|I’m|I've|I’ve|[Mm]y)\b]]) then return end
    for _, hit in ipairs(sentence:find(lexicon "outcomes-in-words")) do
      if not (hit.negated or hit.questioned or hit.hypothetical or hit.quoted) then hit:report() end
    end
    local last
    for _, quantity in ipairs(sentence.quantities) do
      if quantity.kind == "outcome" and #quantity.sources == 0
        and not (quantity.negated or quantity.questioned or quantity.hypothetical or quantity.quoted or quantity.distanced)
        and not numbers.is_no_claim(sentence, quantity) and not numbers.is_identifier(quantity)
      then
        -- Several numbers of one clause are one claim: the first stands for it.
        if not (last and numbers.is_same_claim(sentence, last, quantity)) then quantity:report() end
        last = quantity
      end
    end
  end,

  examples = {
    flagged = {
      "⟦94%⟧ of our clients sleep through the night.",
      "⟦Nine out of ten⟧ users feel better within a month.",
      "We have helped ⟦14,000⟧ people stop smoking.",
      "The new boiler emits ⟦half⟧ the carbon of the old one.",
      "Pain falls by ⟦40%⟧ and swelling by 30%.",
    },
    clean = {
      "Take 20 mg twice a day for six weeks.",
      "In a trial of 120 people 54% improved (source: Invented Health Survey 2021, table 3).",
      [[94% of patients sleep through the night [1].
References
[1] Roe B. Sleep after treatment: a randomised trial. J Invented Sleep 2021;3:4–9.]],
      "The box of 50 costs £12.",
      "The tax rate rises to 26% from April, and half the team works from home.",
      "The serum contains 10% niacinamide and 1% zinc; a tablet covers 107% NRV.",
      "“I lost three stone in five months”, says Petra.",
      { markdown = "| Outcome | Drug | Placebo |\n|---|---|---|\n| Pain-free | 21% | 11% |\n\nSource: STRIDE trial, Bauer 2022\n" },
    },
  },
}
