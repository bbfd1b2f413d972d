---A story in the first person, without quotation marks.
local stories = require "stories"

local signed = pattern [[★|⭐|5/5|five stars]]

---@type Rule
return {
  id        = "people/first-person-story",
  category  = "testimonial-atypical",
  title     = "Personal story without the typical result",
  severity  = "warning",
  basis     = { "us-16-cfr-255-2", "uk-cap/3-45", "us-sec-206-4-1-b" },
  message   = "“{text}” offers a personal experience as evidence",
  help      = "Say beside it what people generally achieve, with the source, or take the story out.",
  rationale = [[
    A post in the first person is a testimonial as much as a quotation is. The
    story counts where the writer puts a change down to what the text sells.]],

  on    = "document",
  check = function(document)
    local found, weaker = {}, {}
    for _, sentence in ipairs(document.sentences) do
      local aside = sentence.quoted or sentence.questioned or sentence.distanced or sentence.in_reference
      if not aside and (sentence:has(stories.first) or sentence:has(stories.clipped)) and not sentence:has(pattern [["|“|”]]) and not sentence:has(pattern [[@[\w.]{2,}\**\s*[:–—-]|^(?-i:[A-Z][a-z]+)(?:,?\s\(?\d\d\)?|,\s(?-i:[A-Z])\w+|\s(?-i:[A-Z])\.)?\s?:\s]]) then
        local links = sentence:first(lexicon "link-to-product")
        local result = sentence:first(lexicon "results") or sentence:first(lexicon "results-weak") or sentence:first(stories.again)
        local denied = result and (result.distanced or result.hypothetical and not links)
        if not denied and not stories.typical_beside(sentence, 1) then
          local starred = sentence:has(signed) or (sentence.previous and sentence.previous:has(signed))
          if links and (result or sentence:has(pattern [[\bthanks to\b]])) and not sentence:has(lexicon "service-and-taste") then
            found[#found + 1] = sentence
          elseif starred and result then
            found[#found + 1] = sentence
          elseif sentence:has(lexicon "results") then
            weaker[#weaker + 1] = sentence
          end
        end
      end
    end
    if #found == 0 then found = { weaker[1] } end
    if #found > 0 and stories.sells(document) and stories.offers(document) then
      local last
      for _, sentence in ipairs(found) do
        if not last or sentence.block ~= last then sentence:report() end
        last = sentence.block
      end
    elseif #found > 0 and found[1]:has(signed) then
      found[1]:report()
    end
  end,

  examples = {
    flagged = {
      "⟦I could not climb the stairs, and today I hiked to the lake, all thanks to Vitamora.⟧ Tap the link in my bio!",
      "Eye drops, £30\n⟦★★★★★ My sight came back after a month of these drops.⟧ Derek W.",
    },
    clean = {
      "I love my garden, and thanks to the rain the beans have grown.",
      "I lost my keys on the way home.",
      "In my clinic I see patients on Mondays. A visit costs £50.",
    },
  },
}
