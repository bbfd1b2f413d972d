---Benefit concluded from studies that cannot show benefit.
---@type Rule
return {
  id        = "evidence/efficacy-from-early-phase",
  category  = "efficacy-from-early-phase",
  title     = "Efficacy concluded from early evidence",
  severity  = "error",
  basis     = { "us-21-cfr-202-1-e-6", "us-21-cfr-312-7-a", "us-ftc-hpcg-2022", "uk-abpi-2024/cl-6" },
  message   = "concludes a benefit from evidence that cannot show one",
  help      = "Say what kind of study it was, in how many people and what it measured, without the conclusion; or cite a controlled trial.",
  rationale = [[
    A phase I, pilot, safety or uncontrolled study is not made to show that a
    treatment works, and neither is work in animals or cells. Readers take
    "promising" or "in a first study" as praise. The rule follows each citation
    to its entry and reads there what kind of study it was; or it takes the
    words of the sentence itself.]],

  on    = "sentence",
  skip  = { "in_reference", "quoted" },
  check = function(sentence)
    if not sentence:asserts "efficacy" then return end

    local weak
    for _, source in ipairs(sentence.sources) do
      local study = source.study
      local carries = study and study:supports "efficacy"
      if carries then return end
      if carries == false and not weak then weak = source end
    end
    if weak then
      sentence:report {
        message  = ("cites “%s”, %s, as proof of a benefit"):format(weak.text, weak.study.description),
        see      = weak.reference,
        see_note = "the entry says what kind of study it was",
      }
      return
    end

    local own = sentence.study
    if own and own:supports "efficacy" == false then
      sentence:report { message = ("concludes a benefit from %s"):format(own.description) }
    end
  end,

  examples = {
    flagged = {
      "⟦In a phase I study of nine people the cells restored movement.⟧",
      "⟦Rats regained their balance after a week, and our patients recover in the same way.⟧",
      [[⟦Walking improved in most patients (Kemper et al. 2019).⟧
References
Kemper A, Roe B. A phase I safety trial of cell grafts. J Invented Med 2019;4:11–18.]],
      { markdown = "⟦Nerves regenerate within weeks [1].⟧\n\n## References\n\n1. Alda P. Nerve repair in an open-label pilot study. *Invented Neurol* 2020;2:1–9.\n" },
    },
    clean = {
      "In a phase I study of nine people no serious harm was seen; it was not designed to show a benefit.",
      "We are recruiting for a pilot study of the new method.",
      "Phase I of the building works is complete, and parking has improved.",
      [[Walking improved more than with placebo (Kemper et al. 2019).
References
Kemper A, Roe B. A randomised placebo-controlled trial of cell grafts in 240 people. J Invented Med 2019;4:11–18.]],
    },
  },
}
