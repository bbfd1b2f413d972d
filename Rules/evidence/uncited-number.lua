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
    claim no outcome and are left alone.]],

  on    = "quantity",
  skip  = { "negated", "questioned", "hypothetical", "quoted", "in_reference" },
  check = function(quantity)
    if quantity.kind ~= "outcome" or #quantity.sources > 0 then return end
    quantity:report()
  end,

  examples = {
    flagged = {
      "⟦94%⟧ of our clients sleep through the night.",
      "⟦Nine out of ten⟧ users feel better within a month.",
    },
    clean = {
      "Take 20 mg twice a day for six weeks.",
      "In a trial of 120 people 54% improved (source: Invented Health Survey 2021, table 3).",
      [[94% of patients sleep through the night [1].
References
[1] Roe B. Sleep after treatment: a randomised trial. J Invented Sleep 2021;3:4–9.]],
      "The box of 50 costs £12.",
    },
  },
}
