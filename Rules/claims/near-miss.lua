---An approved claim in other words.
---@type Rule
return {
  id        = "claims/near-miss",
  category  = "claim-library",
  title     = "Approved claim reworded",
  severity  = "warning",
  basis     = "uk-abpi-2024/cl-8",
  message   = "“{text}” is nearly an approved claim",
  help      = "Use the approved words, or have the new ones approved.",
  rationale = [[
    Approval covers words. A claim that has lost its "may" or gained a "fully"
    on the way to the page has not been approved, and looks as if it had.]],

  on    = "document",
  check = function(document)
    for _, claim in ipairs(document.claims) do
      if claim.kind == "near" then
        local count = #claim.differences
        local shown = table.concat(claim.differences, ", ", 1, math.min(count, 4))
        claim:report {
          message = ("differs from the approved claim %s: %s"):format(claim.id, shown),
          help    = ("Approved: “%s” Use these words, or have yours approved%s."):format(
            claim.wording, claim.owner and " by " .. claim.owner or ""),
        }
      end
    end
  end,

  examples = {
    flagged = {
      "⟦Marlow Drops help adults fall asleep sooner when taken an hour before bed⟧.",
      "New: ⟦Marlow Drops may help adults fall asleep instantly when taken an hour before bed⟧!",
    },
    clean = {
      "Marlow Drops may help adults fall asleep sooner when taken an hour before bed.",
      "MARLOW DROPS may help adults fall asleep sooner, when taken an hour before bed – and they taste of mint.",
      "Marlow Drops are sold in bottles of 50 ml.",
    },
  },
}
