---The same small word twice in a row.
---@type Rule
return {
  id        = "hygiene/doubled-word",
  category  = "typing-slip",
  title     = "Word typed twice",
  severity  = "note",
  message   = "“{text}”: the word stands twice",
  help      = "Take one out.",
  rationale = [[
    A doubled word is a remain of editing that readers take as a sign of how
    carefully the rest was read. Only words are listed that good English never
    doubles: "had had", "that that" or "log in in" can be right.]],

  find  = lexicon "doubled-words",
  check = function(hit)
    if hit.in_reference or hit.block.kind == "code" then return end
    local first, gap, second = hit.text:match "^(%a+)(%s+)(%a+)$"
    -- "The THE campaign" and "Or OR" are names and acronyms.
    if not first or second ~= second:lower() or first:sub(2) ~= second:sub(2) then return end
    -- An empty line between them is no slip of the keyboard.
    if gap:find "\n%s*\n" then return end
    hit:report { fix = first, safe = true }
  end,

  examples = {
    flagged = {
      "Breakfast is served in ⟦the the⟧ garden.",
      "⟦The the⟧ garden is open, and so is a library ⟦of of⟧ old books.",
      { markdown = "Come with ⟦your\nyour⟧ dog.\n" },
    },
    clean = {
      "He had had that that he wanted.",
      "Log in in the lobby.",
      "We live by the theatre.",
      "The band The The plays.",
      "What of it? Of course.",
    },
  },
}
