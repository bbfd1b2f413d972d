/// The page's look. Kinds of marks differ by line style as well as by colour, for grey printing and colour-blind readers.
extension AnalysisPage {
  static let styleSheet = """
    :root {
      --page: #f5f3ee; --sheet: #fffefc; --ink: #211f1c; --soft: #5c574e; --line: #dcd7cc;
      --claim: #9c1c1f; --unclaimed: #5c574e; --quantity: #1c5580; --citation: #1f6138; --context: #7d4a00;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #141517; --sheet: #1c1e21; --ink: #e9e5dd; --soft: #aaa499; --line: #3a3c40;
        --claim: #ff9c94; --unclaimed: #aaa499; --quantity: #8fc4ef; --citation: #86cf9d; --context: #efbf66;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
    header, main, .references { max-width: 74rem; margin: 0 auto; padding: 1rem 1.5rem; }
    h1 { font-size: 1.5rem; margin: 1.5rem 0 .2rem; }
    header p { margin: 0 0 .6rem; color: var(--soft); }
    .key .mark { margin-right: 1rem; }
    .leaf { background: var(--sheet); border: 1px solid var(--line); padding: .6rem 1.2rem; margin: 0 0 .6rem; }
    .leaf.heading .copy, .leaf.title .copy { font-weight: 650; }
    .leaf.item { margin-left: 2rem; }
    .leaf.entry { border-left: .3rem solid var(--citation); }
    .where { margin: 0; font-size: .75rem; color: var(--soft); }
    .sentence { display: grid; grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr); gap: 0 2rem; padding: .25rem 0; }
    .sentence + .sentence { border-top: 1px dotted var(--line); }
    .copy { margin: 0; font-family: Georgia, "Noto Serif", serif; }
    .notes { margin: 0; padding: 0; list-style: none; font-size: .8rem; color: var(--soft); }
    .notes q { font-weight: 600; }
    .mark { text-decoration: underline .12em; text-underline-offset: .2em; color: inherit; }
    .claim { text-decoration-color: var(--claim); } li.claim q { color: var(--claim); }
    .unclaimed { text-decoration-color: var(--unclaimed); text-decoration-style: dashed; } li.unclaimed q { color: var(--unclaimed); }
    .quantity { text-decoration-color: var(--quantity); text-decoration-style: double; } li.quantity q { color: var(--quantity); }
    .citation { text-decoration-color: var(--citation); text-decoration-style: wavy; } li.citation q { color: var(--citation); }
    .context { text-decoration-color: var(--context); text-decoration-style: dotted; } li.context q { color: var(--context); }
    li { text-decoration: none; }
    .references li { margin: 0 0 1rem; }
    .references p { margin: 0; }
    dl { display: grid; grid-template-columns: 6.5rem 1fr; margin: .2rem 0; font-size: .85rem; }
    dt { color: var(--soft); } dd { margin: 0; }
    :target { outline: .15rem solid var(--citation); outline-offset: .2rem; }
    @media (max-width: 45rem) { .sentence { grid-template-columns: 1fr; } .leaf.item { margin-left: .6rem; } }
    @media print { body { background: none; } .leaf { break-inside: avoid; } }
    """
}
