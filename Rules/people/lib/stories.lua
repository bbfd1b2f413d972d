---What the rules about stories share.
local stories = {}

stories.person = pattern [[\b(?:I|I’m|I'm|I’ve|I've|my|me|mine|we|our|us|he|she|his|her|him)\b]]
stories.first = pattern [[(?-i:\bI\b|\bI['’](?:m|ve|d|ll)\b)|\b(?:my|me|mine)\b(?!\s+(?:patients|clients|practice|clinic|team|colleagues|students|book|blog|shop|channel|website))]]

---Whether a document sells something whose benefit a story could show.
function stories.sells(document)
  local sector = document.sector
  return (sector ~= nil and sector ~= "food" and sector ~= "textile") or document:has(lexicon "commerce") or document:has(pattern "[£$€]\\s?\\d|\\d\\s?[£$€]")
end

local function tells_typical(sentence)
  if not sentence:has(lexicon "typical-result") then return false end
  if sentence:has(lexicon "not-typical") or sentence.questioned then return false end
  return #sentence.quantities > 0 or sentence:has(pattern [[\bno (?:change|difference|benefit|improvement|effect)\b|\b(?:lost|gained) nothing\b|\blos(?:e|t) money\b]])
end

---Whether what people generally achieve stands beside a story: in its sentences, the two before or the three after.
function stories.typical_beside(sentence, length)
  local node = sentence
  for _ = 0, length + 3 do
    if not node then break end
    if tells_typical(node) then return true end
    node = node.next
  end
  node = sentence.previous
  for _ = 1, 2 do
    if not node then break end
    if tells_typical(node) then return true end
    node = node.previous
  end
  return false
end

---Whether the words tell of a result, and not only of service or taste.
function stories.tells_result(node)
  if node:has(lexicon "results") then return true end
  return node:has(lexicon "results-weak") and not node:has(lexicon "service-and-taste")
end

return stories
