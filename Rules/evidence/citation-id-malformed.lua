---An identifier that cannot lead anywhere because it is not well formed.
---@type Rule
return {
  id        = "evidence/citation-id-malformed",
  category  = "citation-id-malformed",
  title     = "Malformed identifier",
  severity  = "note",
  basis     = { "de-hwg/s-6-2", "uk-abpi-2024/cl-6" },
  message   = "“{text}” cannot be followed",
  help      = "Copy the identifier anew from the publisher's page or the register.",
  rationale = [[
    Readers must be able to find what is cited. A DOI without its slash, a trial
    number with a digit too few and a book number whose check digit does not fit
    lead nowhere; "DOI:" before another address sends readers astray.]],

  on    = "document",
  check = function(document)
    for _, identifier in ipairs(document.identifiers) do
      local problem = identifier.problem
      if problem then
        identifier:report {
          severity = problem:find("labelled DOI", 1, true) and "note" or "warning",
          message  = ("“%s”: %s"):format(identifier.text, problem),
        }
      end
    end
  end,

  examples = {
    flagged = {
      "Registered as ⟦NCT0330856⟧.",
      [[Sleep improves (Roe 2021).
References
Roe B. Sleep after treatment. J Invented Sleep 2021;3:4–9. ⟦doi: 10.1016⟧ j.jcyt.2016.01.004]],
      "See the handbook, ⟦ISBN 978-0-306-40615-8⟧.",
    },
    clean = {
      "Registered as NCT03308565, and in Europe as EudraCT 2015-001234-12.",
      "Infuse 10.5 mg/ml, and ask for the DOI of the paper.",
      "See the handbook, ISBN 978-0-306-40615-7.",
      "DOI: https://doi.org/10.1016/j.jcyt.2016.01.004",
    },
  },
}
