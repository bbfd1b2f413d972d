---Somebody's words about a result, set off as a block or behind a name, without quotation marks.
local stories = require "stories"

local signed = pattern [[@[\w.]{2,}\**\s*[:–—-]|^(?-i:[A-Z][a-z]+)(?:,?\s\(?\d\d\)?|,\s(?-i:[A-Z])\w+|\s(?-i:[A-Z])\.)?\s?:\s]]

local ends_signed = pattern [[[.!?…]\s+[–—-]?\s?(?-i:[A-Z])[a-z]+(?:\s(?-i:[A-Z])\.?|\s(?-i:[A-Z])[a-z]+)?(?:,?\s\(?\d\d\)?|,\s(?-i:[A-Z])\w+)?\s*$]]

---Whether a block stands in a block quotation.
local function is_set_off(block)
  while block do
    if block.kind == "quotation" then return true end
    block = block.parent
  end
  return false
end

---@type Rule
return {
  id        = "people/unmarked-quotation",
  category  = "testimonial-atypical",
  title     = "Testimonial without the typical result",
  severity  = "warning",
  basis     = { "us-16-cfr-255-2", "uk-cap/3-45" },
  message   = "“{text}” offers one person's experience as evidence",
  help      = "Say beside it what people generally achieve, with the source, or take the story out.",
  rationale = [[
    A story set off as a block or behind a name is read as a testimonial, with
    quotation marks or without.]],

  on    = "document",
  check = function(document)
    for _, block in ipairs(document.blocks) do
      if #block.children == 0 and block.kind ~= "heading" and block.kind ~= "code" and not block:has(pattern [["|“|”]]) then
        local opening = block.sentences[1]
        local set_off = is_set_off(block)
        local told = opening and (set_off and block:has(stories.person) or block:has(signed) or #block.text < 250 and block:has(ends_signed))
        local idiom = set_off and block:has(stories.first) and block:has(stories.change) and not block:has(lexicon "service-and-taste")
        if told and (idiom or stories.tells_result(block)) and not block:has(lexicon "criticism") and not opening.distanced then
          local sells = stories.sells(document) or block:has(pattern [[@\w]])
          local teller = set_off or block:has(ends_signed) or block:has(stories.first) or block:has(pattern [[@\w]])
          if sells and teller and not stories.typical_beside(opening, #block.sentences) then
            local place = opening
            for _, sentence in ipairs(block.sentences) do
              if not place:has(signed) and not stories.tells_result(place) then place = sentence end
            end
            if set_off and #block.text <= 600 then block:report() else place:report() end
          end
        end
      end
    end
  end,

  examples = {
    flagged = {
      { markdown = "Sleep capsules, £12\n\n> ⟦I slept through the night for the first time in years.⟧\n>\n> Olga, Riga" },
      "Laser cap, £200\n⟦@hairyharry: four months in, and my hair grew back!⟧",
    },
    clean = {
      { markdown = "Capsules, £12\n\n> The parcel came in two days, and our driver was friendly." },
      { markdown = "> I wandered lonely as a cloud." },
      "Note: my keys are gone.",
    },
  },
}
