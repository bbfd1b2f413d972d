---A work retold otherwise than it stands on record: a title without its verdict, an abstract without its harms.
---@type Rule
return {
  id        = "evidence/reference-misquote",
  category  = "reference-misquote",
  title     = "Reference misquoted",
  severity  = "error",
  basis     = { "de-hwg/s-6-3", "us-21-cfr-202-1-e-6", "uk-abpi-2024/cl-6" },
  message   = "“{text}” is not what the work says",
  help      = "Quote the full title, and name harms and limits where the result is retold.",
  rationale = [[
    Readers judge a work by its title and the summary in front of them. A title
    cut before "still premature", or an abstract retold without the harms that
    it reports, turns a source against its authors. A subtitle that only
    describes may go; case, punctuation and spelling do not matter.]],

  on    = "reference",
  check = function(reference)
    local record = reference.record
    if not record then return end

    local title = reference:title_compared()
    if title and (title.kind == "conclusion-dropped" or title.kind == "altered") then
      local lost = #title.missing > 0 and (" without “%s”"):format(table.concat(title.missing, "”, “")) or ""
      local new = #title.added > 0 and (" with “%s” added"):format(table.concat(title.added, "”, “")) or ""
      reference:report {
        at      = reference.title_words,
        message = ("gives the title%s%s; on record it is “%s”"):format(lost, lost == "" and new or "", title.title),
        help    = record.conclusion and ("Quote it in full. The authors conclude: %s"):format(record.conclusion),
      }
    end

    local summary = reference.summary
    if not summary or not record.harms or summary:has(record.harm_terms) then return end
    for _, hit in ipairs(summary:find(lexicon "harms-mentioned")) do
      if not hit.negated then return end
    end
    local praise = summary:first(lexicon "well-tolerated") or summary:first(lexicon "benefit-reported")
    if praise then
      reference:report {
        at      = praise.sentence or praise,
        message = ("retells the work without its harms; on record: %s"):format(record.harms),
        help    = "Name the harms that the work reports where you name its results.",
      }
    end
  end,

  examples = {
    flagged = {
      [[Walk again.
References
Shang Z et al. ⟦Clinical translation of stem cell therapy for spinal cord injury: a meta-analysis⟧. BMC Medicine 2022;20:284. doi:10.1186/s12916-022-02482-2]],
      [[Breathe freely.
⟦Sea-water drops for hay fever⟧
Kemper A et al. (2019), Journal of Invented Medicine.
Abstract – summary:
⟦The drops were well tolerated.⟧ Noses felt freer.
DOI: 10.5555/invented.misquote]],
    },
    clean = {
      [[Walk again.
References
Satti HS et al. Autologous Mesenchymal Stromal Cell Transplantation for Spinal-Cord Injury: A Phase 1 Pilot Study. Cytotherapy 2016;18:518–522. doi:10.1016/j.jcyt.2016.01.004]],
      [[Breathe freely.
Sea-water drops for hay fever show no benefit over saline
Kemper A et al. (2019), Journal of Invented Medicine.
Abstract – summary:
The drops were well tolerated, but nosebleeds were common.
DOI: 10.5555/invented.misquote]],
      [[Sleep well.
References
Roe B. Sleep after treatment. J Invented Sleep 2021;3:4–9. doi:10.5555/unknown]],
    },
  },
}
