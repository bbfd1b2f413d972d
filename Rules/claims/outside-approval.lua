---An approved claim before, after or outside its approval.
---@type Rule
return {
  id        = "claims/outside-approval",
  category  = "claim-library",
  title     = "Claim outside its approval",
  severity  = "error",
  basis     = "uk-abpi-2024/cl-8",
  message   = "“{text}” is not approved here and now",
  help      = "Have the claim approved anew, or take it out.",
  rationale = [[
    Approval ends when the evidence is due for review, and holds only in the
    markets for which it was given. The words alone do not show it.]],

  on    = "document",
  check = function(document)
    for _, claim in ipairs(document.claims) do
      local why
      if claim.expired then
        why = ("approval of claim %s ended on %s"):format(claim.id, claim.valid_until)
      elseif claim.not_yet_valid then
        why = ("approval of claim %s begins on %s"):format(claim.id, claim.valid_from)
      elseif not claim.market_fits then
        why = ("claim %s is approved for %s, and the document is for %s"):format(
          claim.id, table.concat(claim.markets, ", "), document.market)
      end
      if why and claim.kind == "exact" then claim:report { message = why } end
    end
  end,

  examples = {
    flagged = {
      "⟦Nine in ten Marlow customers would buy the drops again⟧.",
      { markdown = "---\nmarket: DE\n---\n\n⟦Marlow Drops may help adults fall asleep sooner when taken an hour before bed⟧.\n" },
    },
    clean = {
      { markdown = "---\nmarket: UK\n---\n\nMarlow Drops may help adults fall asleep sooner when taken an hour before bed.\n" },
      "Marlow Drops may help adults fall asleep sooner when taken an hour before bed.",
    },
  },
}
