---The own offer ranked above all others.
local superiority = require "superiority"
local claims = require "claims"

local function check(sentence)
  for _, hit in ipairs(superiority.rankings(sentence)) do hit:report() end
  local block = sentence.block
  if block and block.kind == "cell" and sentence:has(superiority.comparing_cell) then
    local table_ = block.parent
    while table_ and table_.kind ~= "table" do table_ = table_.parent end
    if table_ and table_:has { "other~ brands", "others", "competitor~", "rival~", "leading brand", "other {products|clinics|providers|creams|supplements|apps|funds}", "conventional", "typical *" } and not claims.is_sourced(sentence) then
      sentence:report()
    end
  end
end

---@type Rule
return {
  id        = "selling/superlative",
  category  = "superlative",
  title     = "Unsupported superlative",
  severity  = "warning",
  basis     = { "us-21-cfr-202-1-e-6-i", "eu-2001-83/art-90-b", "uk-cap/3-33" },
  message   = "“{text}” ranks the offer above others without proof",
  help      = "Name the ranking, its year and who made it; or say what the offer is, without the rank.",
  rationale = [[
    "Best", "leading" and "number one" are statements of fact about a whole
    market. Who makes them must hold proof, and the reader must be able to find
    it. Opinion on taste, facts within the own range ("our oldest patient"),
    and set phrases such as "best before" rank nothing.]],

  on    = "document",
  check = function(document)
    for _, sentence in ipairs(claims.candidates(document, superiority.all_triggers)) do check(sentence) end
  end,

  examples = {
    flagged = {
      "Our surgeons are the ⟦most experienced in the country⟧.",
      "⟦The easiest diet in the world⟧.",
      "Sea Holly Dental is ⟦second to none⟧.",
      "⟦Britain's leading provider of hearing⟧ tests.",
      "⟦We use only the purest ingredients⟧.",
      { markdown = "## ⟦The number one choice of⟧ riders\n\nPellets in bags of 12 kg.\n" },
    },
    clean = {
      "Best before: see base of tin.",
      "The most convenient time for you is fine for us.",
      "Neither is best for everyone.",
      "For best results, store below 25 degrees.",
      "Our oldest participant is 81.",
      "We think the raspberry flavour is the tastiest.",
      "It is not the fastest scanner, nor the cheapest.",
      "Please fill in every field so that we can give you the most accurate guidance.",
    },
  },
}
