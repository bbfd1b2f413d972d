---An entry whose identifier leads to a work by others, of another year or in another journal.
---@type Rule
return {
  id        = "evidence/citation-id-mismatch",
  category  = "citation-id-mismatch",
  title     = "Identifier of another work",
  severity  = "warning",
  basis     = { "us-21-cfr-202-1-e-6", "de-hwg/s-6-2" },
  message   = "“{text}” does not fit the record that its identifier leads to",
  help      = "Correct the entry or its identifier.",
  rationale = [[
    An identifier copied from the neighbouring entry, or a wrong year or
    journal, keeps readers from finding the work. Years next to each other are
    left alone: papers come out online and in print.]],

  on    = "reference",
  check = function(reference)
    local differences = reference:record_differences()
    if #differences == 0 then return end
    local parts = {}
    for _, difference in ipairs(differences) do
      table.insert(parts, ("%s “%s”, on record “%s”"):format(difference.field, difference.given, difference.recorded))
    end
    reference:report { message = "does not fit the record that its identifier leads to: " .. table.concat(parts, "; ") }
  end,

  examples = {
    flagged = {
      [[Hay fever eases (Kemper 2012).
References
⟦Kemper A. Sea-water drops for hay fever show no benefit over saline: a randomised trial. J Invented Med 2012;4:11–18. doi:10.5555/invented.misquote⟧]],
      [[Sleep improves (Roe 2021).
References
⟦Roe B. Warm milk before bed and waking at night. J Invented Sleep 2021;3:4–9. doi:10.5555/invented.misquote⟧]],
    },
    clean = {
      [[Hay fever does not ease (Kemper 2020).
References
Kemper A. Sea-water drops for hay fever show no benefit over saline: a randomised trial. J Invented Med 2020;4:11–18. doi:10.5555/invented.misquote]],
      [[Sleep improves (Roe 2021).
References
Roe B. Warm milk before bed. J Invented Sleep 2021;3:4–9. doi:10.5555/unknown]],
    },
  },
}
