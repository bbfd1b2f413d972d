---Who speaks in a place, whether it is meant, and whether a source stands by it.
local claims = {}

local attribution = pattern [[[–—-] ?(?-i:\p{Lu})[\w.'’]+[^.!?]{0,40}$]]

local marks = pattern [=["[^"]+"|[“”«»„]]=]

local SAYS = [[(?:said|says|adds|added|explains|explained|promises|promised|insists|insisted|according to)]]
local ROLE = [[(?:director|chief|founder|owner|head of|manager|president|spokes\w+|chair(?:man|woman)?|CEO|managing partner|maker|inventor|captain)]]
local by_house = pattern([=[["”’],? ]=] .. SAYS .. [=[\b[^.!?"“”]{0,60}\b]=] .. ROLE .. [=[\b|\b]=] .. ROLE .. [=[\b[^.!?"“”]{0,60}\b]=] .. SAYS .. [=[[:,]? ?["“]]=])

---Whether words stand in quotation marks, or in a block quotation that somebody is named for.
---A block quotation without marks and name is layout, and a director quoted speaks for it: the house speaks.
function claims.is_speech(node)
  if not node.quoted then return false end
  local block = node.block
  if block and block:has(by_house) then return false end
  local parent = block and block.parent
  while parent and parent.kind ~= "quotation" do parent = parent.parent end
  if not parent and block and block.kind ~= "quotation" then return true end
  return (parent or block):has { marks, attribution }
end

local tag_question = pattern [[[,–—-] ?(?:so |and |then )*(?:why|what are you|what more|who|right|isn['’]t)\b[^?]*\?]]

---Whether words are asked; a statement with a question hung on ("…, so why wait?") is stated.
function claims.is_asked(node)
  if not node.questioned then return false end
  local tag = node.sentence and node.sentence:first(tag_question)
  return not (tag and node.before and #tag.before >= #node.before + #node.text)
end

---Whether the house says it, and means it.
function claims.is_meant(node, even)
  return not (node.negated or node.distanced or claims.is_asked(node) or node.in_reference or node.hypothetical and not (even and node.sentence:has(even)) or claims.is_speech(node))
end

---Whether a source that the document has stands by the sentence.
function claims.is_sourced(sentence)
  for _, source in ipairs(sentence.sources) do
    if source.resolved then return true end
  end
  return false
end

---The sentences in which some of the words stand, in order, without reference entries and reported warnings.
---One search of the whole text costs far less than one a sentence.
function claims.candidates(document, triggers)
  local found, seen = {}, {}
  for _, trigger in ipairs(triggers) do
    for _, hit in ipairs(document:find(trigger)) do
      local sentence = hit.sentence
      if sentence and not sentence.in_reference and not sentence.distanced then
        local key = sentence.text
        local known = false
        for _, other in ipairs(seen[key] or {}) do known = known or other == sentence end
        if not known then
          seen[key] = seen[key] or {}
          table.insert(seen[key], sentence)
          found[#found + 1] = sentence
        end
      end
    end
  end
  return found
end

return claims
