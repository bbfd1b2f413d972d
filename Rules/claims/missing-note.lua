---An approved claim without the note that must go with it.
---@type Rule
return {
  id        = "claims/missing-note",
  category  = "claim-library",
  title     = "Mandatory note missing",
  severity  = "error",
  basis     = "uk-abpi-2024/cl-8",
  message   = "“{text}” needs its note",
  help      = "Add the note to the document, in its own words.",
  rationale = [[
    A claim that is approved with a note is approved only with it: the note
    states what the claim leaves out.]],

  on    = "document",
  check = function(document)
    for _, claim in ipairs(document.claims) do
      if claim.kind == "exact" and not claim.note_present then
        claim:report {
          message = ("claim %s is approved only with its note"):format(claim.id),
          help    = ("Add to the document: “%s”"):format(claim.note),
        }
      end
    end
  end,

  examples = {
    flagged = {
      "⟦Marlow Drops are made with valerian root grown in Kent⟧.",
    },
    clean = {
      "Marlow Drops are made with valerian root grown in Kent.\nFood supplements do not replace a varied diet.",
      "Our drops are bottled in Kent.",
    },
  },
}
