---Two commas or semicolons where one is meant.
---@type Rule
return {
  id        = "hygiene/doubled-comma",
  category  = "typing-slip",
  title     = "Comma typed twice",
  severity  = "note",
  message   = "“{text}”: the sign stands twice",
  help      = "Take one out.",
  rationale = [[
    Where a word was taken out between two commas, both stay behind. Full stops
    are left alone: three of them are an ellipsis, and two may be meant for one.]],

  find  = { pattern [[(?<=[\p{L}\p{N})”"]),[ ]?,(?=[ ]\p{L})]], pattern [[(?<=[\p{L}\p{N})”"]);[ ]?;(?=[ ]\p{L})]] },
  check = function(hit)
    if hit.in_reference or hit.block.kind == "code" or hit.block.kind == "cell" then return end
    hit:report { fix = hit.text:sub(1, 1), safe = true }
  end,

  examples = {
    flagged = {
      "The garden⟦,,⟧ the library and the quiet room are open.",
      "The garden⟦, ,⟧ the library and the quiet room are open.",
      "The garden is open⟦;;⟧ the library is not.",
    },
    clean = {
      "The garden, the library and the quiet room are open.",
      "Write the list as a,,b to leave one out.",
      "And so on, and so on...",
    },
  },
}
