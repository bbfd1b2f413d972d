---A lead-in that announces something, and nothing comes.
---@type Rule
return {
  id        = "hygiene/incomplete-section",
  category  = "incomplete-section",
  title     = "Lead-in followed by nothing",
  severity  = "warning",
  message   = "“{text}” announces something that does not follow",
  help      = "Restore what was lost, or rewrite the line so that it announces nothing.",
  rationale = [[
    When bullets are lost on the way into the layout, the reviewer signs a text
    that is not there. A list, a table, an image, or the one sentence announced
    may follow; another heading, another lead-in, a reference list or the end
    of the page may not.]],

  on    = "sentence",
  skip  = { "in_reference", "quoted" },
  check = function(sentence)
    if not sentence.is_lead_in or sentence.hidden then return end
    local following = sentence.next
    local block = following and following.block
    if not following or following.in_reference or block.kind == "footnote" then
      sentence:report()
    elseif block == sentence.block then
      return
    elseif block.kind == "heading" or following.is_lead_in and block.kind ~= "item" or following:starts_with(lexicon "new-thought") then
      sentence:report { see = following, see_note = "this follows instead" }
    end
  end,

  examples = {
    flagged = {
      "⟦Key features:⟧\nThe highlight:\nA garden with old trees, a library and a quiet room for every guest who wants one.",
      { markdown = "## What you get\n\n⟦Your benefits at a glance:⟧\n\n## Prices\n\nPrices are listed at the desk.\n" },
      "The house has been open for ten years.\n⟦Guests praise:⟧",
      "⟦The trial led to clear improvements:⟧\nAdditional work by another team looked at the dose.",
    },
    clean = {
      "Key benefits:\nA quiet room\nA short way to the sea\nBreakfast at any hour",
      "The highlight:\nIn the evening the whole house meets in the garden.",
      "We are open from 10:30 to 18:00.",
      { markdown = "Prices:\n\n| Room | Price |\n|---|---|\n| Garden | €80 |\n" },
    },
  },
}
