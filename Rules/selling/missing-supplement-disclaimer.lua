---A claim for a US supplement without the two sentences that it needs.
local abroad = pattern [[£|€|\b(?:UK|NHS|EFSA|food supplement|MHRA|kerbside|Ltd|GmbH|VAT|HFSS|\d+ ?p\b)\b]]
local american = pattern [[\$ ?\d|\bUSD\b|\b(?:FDA|U\.?S\.?A?\b(?!\w)|fifty states|50 states|supplement facts|dietary supplement|veggie caps|food and drug administration|°F|A1c|must be (?:18|21)|21 or older|nutraceutical|cgmp|gmp|fl\.? ?oz|proprietary blend|made in america|nationwide)|(?-i:\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|Carolina|Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|Boulder|Austin|Denver|Portland|Miami|Los Angeles|San Diego)\b)]]
local supplement = { "supplement~", "capsule~", "caps", "gumm*", "softgel~", "multivitamin~", "vitamin~", "probiotic~", "kratom", "cbd", "hemp oil", "herbal", "tincture~", "powder", "elixir", "tonic", "drops", "extract~", "nootropic~", "collagen", "mushroom~", "turmeric", "ashwagandha", "berberine", "tea", "servings", "count" }
local other = { "cream", "serum", "lotion", "mascara", "clinic", "injection", "infusion", "stem cell~", "exosome~", "horse~", "dog~", "cat~", "puppies", "veterinary", "prescription only", "fda-approved", "patch", "device", "invest*", "this page sells nothing", "a us label" }
local evaluated = { pattern [[(?:statements?|claims?) (?:ha(?:s|ve)|was|were) not (?:been )?(?:evaluated|reviewed)]], pattern [[not (?:been )?evaluated by the (?:food and drug|fda|us food|u\.s\. food)]] }
local verbs = pattern [[\b(?:(?:help|support|promot|maintain|boost|enhanc|improv|strengthen|nourish|aid|regulat|balanc|optimi[sz]|encourag|sharpen|fuel|calm|sooth|reliev|eas|lift|restor|increas|fortif|stimulat|replenish|protect|revitali[sz]|energi[sz]|detoxif|cleans|flush|burn|curb|suppress|block|melt|end|fight|beat|cur|treat|revers|prevent|heal|stop|reduc|lower|banish|kill|eliminat|clear|shrink|dissolv|remov|control|build|repair|rebuild|renew|unclog|keep|giv|grow|wak|feel|power|mak|work|banish|target|defend|recharg|activat|unlock|trigger|deliver|rebalanc|tam|settl|eras|rins|purg)(?:e|es|s|ing|ies|y)?|better|deeper|faster|longer|fall|stay|grows?|healthy|healthier|no more|end of|say goodbye to|sharper|good for|rid of|more)\b]]

local taken = { "capsule~", "softgel~", "gumm*", "supplement~", "herb~", "herbal", "tincture~", "dietary", "drops under", "tablets a day", "powder", "probiotic~", "vitamin~", "tea" }
local care = { "doctor~", "physician~", "pharmacist", "pregnan*", "if you", "call", "consult", "ask", "trial", "study", "not for", "who have" }

---@type Rule
return {
  id        = "selling/missing-supplement-disclaimer",
  category  = "missing-disclosure",
  title     = "Supplement claim without disclaimer",
  severity  = "warning",
  scope     = "document",
  basis     = { "us-21-usc-343-r-6" },
  message   = "claims an effect of a supplement, and the two-sentence US disclaimer is nowhere in the document",
  help      = "Add: “This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.”",
  rationale = [[
    In the US a supplement may be said to support a function of the body only
    with these two sentences. The rule reads the market from the front matter,
    from prices, places and words of the trade; elsewhere other law applies.]],

  on    = "document",
  check = function(document)
    local market = (document.market or ""):upper()
    if market ~= "" and not market:find("US", 1, true) then return end
    if market == "" and (document:has(abroad) or not document:has(american)) then return end
    if document:has(evaluated) then return end
    local sells = document:about "supplement" or document:has(supplement) and not document:has(other)
    if not sells or document:about "veterinary" or document:has { "this page sells nothing", "a us label must" } then return end
    local swallowed = document:has(taken) and not (document:about "device" or document:about "diagnostic" or document:about "medicine" or document:about "procedure")
    for _, sentence in ipairs(document.sentences) do
      local verb = sentence:first(verbs)
      local counts = verb and not sentence.in_reference and not sentence.questioned and not sentence.distanced and not verb.negated
      local disease = sentence:first(lexicon "health/diseases")
      local cured = swallowed and disease and not (sentence.in_reference or sentence.questioned or sentence.distanced or disease.negated or sentence:has(care))
      if cured or counts and verb:followed_by(lexicon "body", 7) then
        document:report { at = sentence }
        return
      end
    end
  end,

  examples = {
    flagged = {
      "Liver Love capsules\nMilk thistle, 90 count. Ships from Austin, Texas.\n⟦Promotes healthy liver function.⟧",
      { markdown = "---\nmarket: US\n---\n# Calm Caps\n\nA daily supplement.\n\n⟦Supports restful sleep.⟧\n" },
    },
    clean = {
      "Ginkgo Sharp supplement, $20\nSupports memory. This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.",
      "Food supplement, £12. Vitamin D contributes to the normal function of the immune system.",
      "Our protein powder tastes of cocoa and costs $20.",
    },
  },
}
