---Notes and entries that stand in a document in other shapes than a reference list.
local notes = {}

local CONTAINERS = { document = true, section = true, list = true, table = true, row = true, heading = true }

---Whether a block begins with a label: "[1] …", "1. …", "¹ …", "(1) …".
local function begins_with(block, label)
  local number = label:gsub("%p", "%%%0")
  local text = block.text
  if text:find("^%s*%[" .. number .. "%]") then return true end
  local is_source = text:find "%f[%d][12][09]%d%d%f[%D]" or text:find "https?://" or text:find "www%."
  return is_source and text:find("^%s*%(?" .. number .. "[.):]?%s") ~= nil
end

---Whether a list's items look like entries: most of them give a year, and names with initials or a journal's numbers.
local function lists_works(list)
  local dated, all = 0, 0
  for _, child in ipairs(list.children or {}) do
    all = all + 1
    local text = child.text
    local is_entry = text:find "%a %u%u?%f[^%a]" or text:find "%d[;:]%s?%d" or text:find "https?://" or text:find "doi" or text:find "et al" or text:find "%u%."
    if text:find "%f[%d][12][09]%d%d%f[%D]" and is_entry then dated = dated + 1 end
  end
  return all > 0 and dated * 2 >= all, all
end

---Whether a label has its note somewhere in the document, or its place in a list of works.
function notes.answers(citation)
  local label = citation.label
  if not label or #label > 3 then return false end
  local own = citation.block
  for _, block in ipairs(citation.document.blocks) do
    if not CONTAINERS[block.kind] and not (own and block.text == own.text) and begins_with(block, label) then return true end
  end
  local place = tonumber(label)
  if not place then return false end
  for _, list in ipairs(citation.document.lists) do
    local is_works, size = lists_works(list)
    if is_works and place <= size and not (own and list.text:find(own.text, 1, true)) then return true end
  end
  return false
end

---Whether a block outside the citation's own names the author with initials or a title, and the year.
function notes.lists_author(citation)
  local author, year = citation.authors[1], citation.year and tostring(citation.year)
  if not author or not year then return false end
  local own = citation.block
  for _, block in ipairs(citation.document.blocks) do
    if not CONTAINERS[block.kind] and not (own and block.text == own.text) then
      local from, to = block.text:find(author, 1, true)
      if from and block.text:find(year, to, true) and (block.text:find("^,? %u%.?[%u.]*[ ,.]", to + 1) or from <= 4) and #block.text > #author + 20 then return true end
    end
  end
  return false
end

return notes
