---A cited work that its journal has withdrawn, or doubts.
---@type Rule
return {
  id        = "evidence/retracted-study",
  category  = "retracted-study",
  title     = "Retracted study cited",
  severity  = "error",
  basis     = { "us-21-cfr-202-1-e-6", "uk-abpi-2024/cl-6" },
  message   = "“{text}” was retracted",
  help      = "Take out the reference and what rests on it, or say that the work was retracted.",
  rationale = [[
    A retracted work supports nothing. Readers cannot see from an entry that
    its journal has withdrawn it; the record can. An expression of concern is
    shown as a warning.]],

  on    = "document",
  check = function(document)
    local said = { "retracted", "retraction", "withdrawn by {the|its} {journal|authors|publisher}", "expression of concern" }

    local function check(node, cited)
      local record = node.record
      if not record or not (record.retracted or record.concern) or node:has(said) then return end
      for _, citation in ipairs(cited) do
        if citation.sentence and citation.sentence:has(said) then return end
      end
      local date = record.retraction_date and (" on %s"):format(record.retraction_date) or ""
      local why = record.retraction_reason and (": %s"):format(record.retraction_reason) or ""
      node:report {
        severity = record.retracted and "error" or "warning",
        message  = (record.retracted and "cites a work that was retracted%s%s" or "cites a work on which its journal expressed concern%s%s"):format(date, why),
        see      = #cited > 0 and cited or nil,
        see_note = "cited here",
      }
    end

    for _, reference in ipairs(document.references) do check(reference, reference.citations) end
    for _, citation in ipairs(document.citations) do
      if #citation.references == 0 and not (citation.sentence and citation.sentence:has(said)) then check(citation, {}) end
    end
  end,

  examples = {
    flagged = {
      [[Stiffness eases (Marlow 2014).
References
⟦Marlow T. Copper bracelets and morning stiffness in adults. J Invented Med 2014;1:1–3. doi:10.5555/invented.bracelets⟧]],
      [[Sleep comes sooner (Alda 2020).
References
⟦Alda P. Green tea baths and sleep. Invented Sleep 2020;1:1–3. doi:10.5555/invented.baths⟧]],
    },
    clean = {
      [[Stiffness eases (Roe 2014).
References
Roe T. Morning stiffness in adults. J Invented Med 2014;1:1–3. doi:10.5555/invented.fine]],
      [[The report that started it all (Marlow 2014) was retracted in 2016.
References
Marlow T. Copper bracelets and morning stiffness in adults. J Invented Med 2014;1:1–3. doi:10.5555/invented.bracelets]],
    },
  },
}
