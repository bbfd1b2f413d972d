local notes = require "notes"

---A citation to which nothing in the document answers.
---@type Rule
return {
  id        = "evidence/unresolved-citation",
  category  = "unresolved-citation",
  title     = "Citation without an entry",
  severity  = "warning",
  basis     = { "de-hwg/s-6-2", "uk-abpi-2024/cl-6" },
  message   = "“{text}” cites a work that the document does not list",
  help      = "Add the entry to the references, or take the citation out.",
  rationale = [[
    A reader must be able to find what is cited. The rule resolves citations
    however they are written against reference lists (also unlabelled ones),
    footnotes and links, and tolerates other spellings of the same names.]],

  on    = "citation",
  skip  = { "in_reference" },
  check = function(citation)
    if citation.resolved or notes.answers(citation) or notes.lists_author(citation) then return end
    -- "The Long Swim (Costa, 2004)" names a film's maker.
    local sentence = citation.sentence
    if citation.year and sentence and sentence:has(lexicon "works-of-art") then return end
    if citation.kind == "numeric" and citation:preceded_by(lexicon "not-a-citation", 1) then return end
    citation:report()
  end,

  examples = {
    flagged = {
      "Sleep improves within days (⟦Marlow et al. 2021⟧).",
      [[Pain fell by half ⟦[4]⟧.
References
[1] Roe B. Pain after treatment. J Invented Med 2021;3:4–9.]],
    },
    clean = {
      [[Pain fell by half (Ito & Grant 2018).
References
Ito K and Grant P. Pain after treatment: a randomised trial. J Invented Med 2018;3:4–9.]],
      { html = "<p>Pain falls<sup>1</sup>.</p><footer><ol><li>Roe B. Pain after treatment. Invented Med 2021.</li></ol></footer>" },
      "The film The Long Swim (Costa, 2004) is shown in the waiting room.",
      "Regulation (EU) 2020/354 applies to this feed.",
    },
  },
}
