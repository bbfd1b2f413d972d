---The same sentence twice.
---@type Rule
return {
  id        = "hygiene/duplicate-sentence",
  category  = "duplicate-text",
  title     = "Same sentence twice",
  severity  = "note",
  message   = "“{text}” stands in the document already",
  help      = "Keep one: a copy escapes the next correction.",
  rationale = [[
    A repeated sentence is a remain of copying. Corrections reach one of the
    two, and the other goes to print.]],

  on    = "document",
  check = function(document)
    local first = {}
    for _, sentence in ipairs(document.sentences) do
      local kind = sentence.block and sentence.block.kind
      local counts = sentence.words >= 4 and not sentence.in_reference and not sentence.hidden
      if counts and kind ~= "metadata" and kind ~= "title" and kind ~= "cell" and kind ~= "image-text" then
        local key = sentence.text:lower():gsub("%s+", " ")
        if first[key] then
          sentence:report { see = first[key], see_note = "first here" }
        else
          first[key] = sentence
        end
      end
    end
  end,

  examples = {
    flagged = {
      "Many guests sleep better by the sea.\nBreakfast is served from seven.\n⟦Many guests sleep  better by the sea.⟧",
    },
    clean = {
      "Book now.\nBreakfast is served from seven.\nBook now.",
      "Many guests sleep better by the sea.\nMany guests sleep better by the lake.",
    },
  },
}
