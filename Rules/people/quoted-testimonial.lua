---Somebody's words about a result, in quotation marks.
local stories = require "stories"

local name = [[(?:\s*(?:[–—―~|-]+\s*|\(|,?\s*(?:says?|said|writes?|wrote|reports?|tells)\s+|(?=@)|\n?)([^\n"“.;!?]{2,40}))?]]
local by_expert = pattern [[["”’][\s,–—―(-]{0,6}[^"“]{0,40}\b(?:chief|head of|president|Dr|Prof|Professor|inventor|founder|CEO|director|chef|baker|spokes\w+|editor|scientist|analyst|curator|surgeon|physician|dermatologist|pharmacist|manager|physio\w*|therapist|nurse|dentist|our (?:vet|doctor|trainer))\b[^"“”]*$]]
local signed = pattern [[["”’]\s*(?:[–—―~-]+\s*|\(\s*|,?\s*(?:says?|said|writes?|wrote)\s+)(?-i:[A-Z@*_]|an? |our |verified|the )|["”’]\s*@\w|[.!?…]["”’]\s*(?-i:[A-Z])[\w.’'-]+]]
local signed_plainly = pattern [[["”’]\s*(?:[–—―~-]+\s*|\(\s*|@)]]
local discussed = pattern [[\bwe (?:\w+ )?(?:hear|never|ask|reject|get (?:letters|mail)|do not (?:use|print|publish))\b|\bfallac(?:y|ies)\b|\banecdotes?\b|\b(?:is|are|prove|proves|means?) (?:not|no|nothing)\b[^.]{0,20}\b(?:evidence|proof)|\bmyth\b|\b(?:like this|like these|such (?:letters|stories|quotes))\b]]
local strong = pattern [[\bfor the first time (?:in|since)\b|\bI (?:wept|cried)\b|\bin years\b]]
local teller = pattern [[@[\w.]{2,}|\b(?:influencer|customer|client|patient|member|user|reviewer|reader|buyer|says|writes|wrote|told us)\b]]
local named = pattern [[(?-i:\b[A-Z][a-z]+)(?:,? \(?\d\d\)?|, (?-i:[A-Z])\w+) ?:]]
local tellers = require "tellers"
local inner = pattern [=[^["“„][^"“”]*["”“]|^[‘'][^‘]*[’']]=]

---@type Rule
return {
  id        = "people/quoted-testimonial",
  category  = "testimonial-atypical",
  title     = "Testimonial without the typical result",
  severity  = "warning",
  basis     = { "us-16-cfr-255-2", "de-hwg/s-11-1", "uk-cap/3-45", "us-sec-206-4-1-b" },
  message   = "“{text}” offers one person's experience as evidence",
  help      = "Say beside it what people generally achieve, with the source, or take the story out. “Results may vary” is not enough.",
  rationale = [[
    Readers take one person's result for what they can expect. A story about
    service or taste raises no such hope; one with the typical result beside it
    can be judged.]],

  find  = {
    pattern([=["[^"“”\n]{6,600}"]=] .. name),
    pattern([=[[“„][^"“”\n]{6,600}[”“]]=] .. name),
    pattern([=[(?<!\w)[‘'][^‘'"\n][^‘"\n]{12,400}?[.!?,…]['’](?!\w)]=] .. name),
  },
  skip  = { "distanced", "in_reference" },
  check = function(hit)
    if not hit.sentence or hit:has(by_expert) or hit:preceded_by(lexicon "experts", 8) then return end
    if hit:preceded_by(lexicon "criticism") or hit:followed_by(lexicon "criticism", 12) then return end
    local quote = hit:first(inner) or hit
    local has_person = quote:has(stories.person)
    local after = hit.sentence.next
    if hit.sentence:has(discussed) or after and after:has(discussed) then return end
    local stands_alone = hit.block and (hit.block.kind == "cell" or hit.block.kind == "quotation")
    local is_signed = hit:has(signed) or stands_alone or hit:preceded_by(teller, 3) or hit:preceded_by(named, 2)
    local is_story = is_signed or quote:has(stories.first)
    if not is_story then return end
    local is_whole = quote:has(pattern [=[[.!?…)]\s?["”’“]?$|^["“„‘'](?-i:[A-Z0-9])]=])
    if not is_whole or not quote:has(pattern [=[\w\W+\w+\W+\w]=]) and not hit:has(signed_plainly) then return end
    if not (stands_alone or hit:has(signed_plainly) or stories.sells(hit.document)) then return end
    if not stories.tells_result(quote) then
      -- An idiom ("my migraines packed their bags") has no word for a result; that it is told and signed must do.
      if quote:has(lexicon "service-and-taste") and not quote:has(strong) or not is_signed then return end
      if not (has_person or quote:has(stories.change) or quote:has(lexicon "turns") or quote:has(tellers.past)) or not (stories.sells(hit.document) or quote:has(stories.change)) then return end
    end
    local _, stops = hit.text:gsub("[.!?]+", "")
    if stories.typical_beside(hit.sentence, math.min(stops, 6)) then return end
    hit:report()
  end,

  examples = {
    flagged = {
      "⟦\"I slept through the night after one capsule.\" – Ruth, 54⟧",
      "The drip\n⟦“My brain fog lifted within a day.” — Olaf⟧\nIndividual results vary. Infusions from £150.",
      "⟦\"He limped for a year. Now he jumps fences.\" – Jo, Leeds⟧",
    },
    clean = {
      "\"The parcel came in two days, and the driver was friendly.\" – Ruth",
      "\"I lost 12 kg in a year.\" – Eszter. In our survey of 640 members the average loss was 3 kg.",
      "\"Smells like my grandmother's cupboard.\" – a reader in Graz",
      "The watchdog banned the advert that said \"I lost 30 kilos in a week\".",
    },
  },
}
