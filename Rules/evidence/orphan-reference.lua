---A listed work that nothing in the text cites.
---@type Rule
return {
  id        = "evidence/orphan-reference",
  category  = "orphan-reference",
  title     = "Reference never cited",
  severity  = "note",
  basis     = { "uk-abpi-2024/cl-6" },
  message   = "“{text}” is listed but never cited",
  help      = "Cite it where it supports a statement, or move it under “Further reading”.",
  rationale = [[
    A list of works that no sentence uses lends weight without supporting
    anything, and often is what remained when a claim was cut.]],

  on    = "reference",
  check = function(reference)
    if not reference.is_bibliographic or #reference.citations > 0 then return end
    local section = reference.section
    local heading = section and section.heading
    if heading and heading:has(lexicon "further-reading") then return end
    reference:report()
  end,

  examples = {
    flagged = {
      [[Sleep improves (Roe 2021).
References
Roe B. Sleep after treatment: a randomised trial. J Invented Sleep 2021;3:4–9.
⟦Marlow T. Dreams of older adults. J Invented Sleep 2019;1:1–3.⟧]],
    },
    clean = {
      [[Sleep improves (Roe 2021).
References
Roe B. Sleep after treatment: a randomised trial. J Invented Sleep 2021;3:4–9.]],
      { markdown = "Sleep well.\n\n## Further reading\n\n- Marlow T. Dreams of older adults. *J Invented Sleep* 2019;1:1–3.\n" },
    },
  },
}
