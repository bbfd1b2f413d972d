---A seal of the maker's own making, or a table's cell in which the planet is grateful.
local claims = require "claims"
local benefit = require "benefit"

local official = pattern [[\b(?:eu ecolabel|blue angel|nordic swan|gots|fsc|pefc|energy star|oeko-tex|soil association)\b|\d{3,}]]
local seal = pattern [[\b(?:seal|badge|stamp|emblem|label|logo|mark|tick|rosette|sticker)s?\b]]
local nature = pattern [[^(?:the |our |mother )?(?:planet|earth|nature|environment|climate|oceans?|seas?)\b]]
local praise = pattern [[^(?:thanks?|loves?|happy|smiles?|safe|unharmed|grateful|approves?|wins?|better off|protected|cared for)\b]]
local green = { lexicon "generic", lexicon "neutrality", lexicon "end-of-life", table.unpack(benefit.all) }

---Whether the cell before names nature, as a row's heading does.
local function of_nature(block)
  local before = block.previous
  return before ~= nil and before.kind == "cell" and before:has(nature)
end

---@type Rule
return {
  id        = "green/implied-benefit",
  category  = "vague-green-claim",
  title     = "Environmental benefit implied by a seal or a cell",
  severity  = "warning",
  basis     = { "us-16-cfr-260-4", "eu-2024-825" },
  message   = "“{text}” implies a benefit to the environment and explains nothing",
  help      = "Name the scheme, its number and what it certifies, or say which benefit and how much.",
  rationale = [[
    A seal without owner and number, beside green claims, and a cell that says
    no more than that the planet is grateful, are general claims in fewer words.]],

  on    = "document",
  check = function(document)
    local is_green
    for _, sentence in ipairs(claims.candidates(document, { seal, praise })) do
      local block = sentence.block
      if block and block.kind == "cell" and sentence:has(praise) and of_nature(block) then
        sentence:report()
      elseif block and block.kind == "image-text" and sentence:has(seal) and sentence:has(lexicon "seal-virtues") and not sentence:has(official) and not sentence:has(green) then
        if is_green == nil then is_green = document:has(green) end
        if is_green then sentence:report() end
      end
    end
  end,

  examples = {
    flagged = {
      { html = "<p>Our jeans are climate neutral.</p><img src=\"s.png\" alt=\"⟦Pure Thread promise seal⟧\">" },
      { html = "<table><tr><th></th><th>Serum</th></tr><tr><td>The planet</td><td>⟦thanks you⟧</td></tr></table>" },
    },
    clean = {
      { html = "<p>Our jeans are blue.</p><img src=\"s.png\" alt=\"Pure Thread promise seal\">" },
      { html = "<table><tr><td>Your skin</td><td>thanks you</td></tr></table>" },
      { html = "<p>Our jeans are climate neutral.</p><img src=\"s.png\" alt=\"The seal on the lid\">" },
    },
  },
}
