---A space before a comma.
---@type Rule
return {
  id        = "hygiene/space-before-comma",
  category  = "typing-slip",
  title     = "Space before a comma",
  severity  = "note",
  message   = "a space stands before the comma",
  help      = "Take the space out.",
  rationale = [[
    English sets no space before a comma. One that stands there is a remain of
    a word taken out, and at the end of a line the comma may fall to the next.]],

  find  = pattern [[(?<=\p{L}\p{L}|\p{N}\p{N}|[)”])[ ]+,(?=[ ]\p{L})]],
  check = function(hit)
    if hit.in_reference or hit.block.kind == "code" then return end
    hit:report { fix = ",", safe = true }
  end,

  examples = {
    flagged = {
      "Come to the garden⟦ ,⟧ the library or the quiet room.",
      "The rooms (all of them)⟦  ,⟧ the garden and the library are open.",
    },
    clean = {
      "Come to the garden, the library or the quiet room.",
      "The separator is a , in most files.",
      "In 2019, 40 guests came; in 2020 ,5 fewer.",
    },
  },
}
