/// The page's look. Severities differ by line style and letter as well as by colour, for grey printing and colour-blind readers;
/// text colours keep a contrast of at least 4.5 to their ground in both schemes.
extension HTMLReporter {
  static let styleSheet = """
    :root {
      --page: #f5f3ee; --sheet: #fffefc; --ink: #211f1c; --soft: #5c574e; --line: #dcd7cc; --link: #1c4f7c;
      --error: #9c1c1f; --warning: #7d4a00; --note: #1c5580; --clear: #1f6138;
      --error-wash: #fce4e1; --warning-wash: #fbedcd; --note-wash: #e1eef8; --on-badge: #ffffff;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", P052, Georgia, "Noto Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #141517; --sheet: #1c1e21; --ink: #e9e5dd; --soft: #aaa499; --line: #3a3c40; --link: #9cc8f0;
        --error: #ff9c94; --warning: #efbf66; --note: #8fc4ef; --clear: #86cf9d;
        --error-wash: #4c2323; --warning-wash: #453511; --note-wash: #1d3a52; --on-badge: #17181a;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 2rem; }
    body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
    a:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; border-radius: .1rem; }
    code { font-family: var(--mono); font-size: .92em; }
    .page, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
    .page { padding-top: 3rem; }
    h1 { font: 400 2.1rem/1.2 var(--serif); margin: 0 0 .4rem; letter-spacing: -.01em; }
    .lead { margin: 0 0 1.5rem; color: var(--soft); }
    .lead strong { color: var(--error); }

    .index { width: 100%; border-collapse: collapse; margin: 0 0 1.5rem; font-size: .95rem; }
    .index th, .index td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
    .index thead th { font-size: .8rem; font-weight: 600; color: var(--soft); border-bottom-color: var(--soft); }
    .index tbody th { font-weight: 400; }
    .index .number { text-align: right; padding-right: 0; width: 6rem; font-variant-numeric: tabular-nums; }
    .unchecked { border: 1px solid var(--error); border-left-width: .3rem; background: var(--sheet); padding: .8rem 1.2rem; margin: 0 0 1.5rem; }
    .unchecked h2 { font-size: 1rem; margin: 0 0 .3rem; color: var(--error); }
    .unchecked ul { margin: 0; padding-left: 1.2rem; }
    .unchecked code { color: var(--soft); }

    .badge { display: inline-block; padding: .1em .65em .12em; border-radius: 1em; font-size: .82rem; font-weight: 650; white-space: nowrap; color: var(--on-badge); }
    .badge.blocked { background: var(--error); }
    .badge.review { background: var(--warning); }
    .badge.clear { background: var(--clear); }

    .document { background: var(--sheet); border: 1px solid var(--line); padding: 2.5rem 3rem 3rem; margin: 0 0 2.5rem; box-shadow: 0 1px 3px rgb(0 0 0 / .06); }
    .document > header { border-bottom: 1px solid var(--line); padding-bottom: 1.2rem; margin-bottom: 2rem; }
    .document > header h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .6rem; }
    .verdict { margin: 0 0 .35rem; }
    .verdict .badge { margin-right: .5em; }
    .facts { margin: 0; font-size: .82rem; color: var(--soft); }
    .facts code { font-size: .95em; }
    .reading { margin: .6rem 0 0; padding-left: 1.2rem; font-size: .82rem; color: var(--soft); }
    .whole { border: 1px solid var(--line); background: var(--page); padding: 1.1rem 1.4rem 1.3rem; margin: 0 0 2.2rem; }
    .whole h3 { font-size: 1rem; margin: 0 0 .9rem; }
    .whole .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1.2rem 2rem; }

    .passage { display: grid; grid-template-columns: minmax(0, 1.55fr) minmax(17rem, 1fr); grid-template-rows: auto 1fr; column-gap: 3.2rem; align-items: start; }
    .passage > .copy { grid-column: 1; }
    .notes { grid-column: 2; grid-row: 1 / span 2; display: grid; gap: 1.1rem; padding: .2rem 0 1.6rem; }
    .card { position: relative; font-size: .86rem; line-height: 1.45; padding-left: 1rem; border-left: .2rem solid; }
    .card.error { border-color: var(--error); border-left-style: solid; }
    .card.warning { border-color: var(--warning); border-left-style: dashed; }
    .card.note { border-color: var(--note); border-left-style: dotted; }
    .card.answered { opacity: .72; border-left-style: double; }
    .card p { margin: 0 0 .35rem; }
    .card .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .55em; font-size: .8rem; color: var(--soft); }
    .card .severity { font-weight: 650; text-transform: capitalize; }
    .card.error .severity, .card.error .top .marker { color: var(--error); }
    .card.warning .severity, .card.warning .top .marker { color: var(--warning); }
    .card.note .severity, .card.note .top .marker { color: var(--note); }
    .card .message { font-size: .95rem; line-height: 1.4; font-weight: 550; }
    .card .words { margin: 0 0 .45rem; font: italic .95rem/1.45 var(--serif); color: var(--soft); }
    .card .words::before { content: "“"; }
    .card .words::after { content: "”"; }
    .card b { font-weight: 650; color: var(--soft); font-size: .95em; margin-right: .25em; }
    .card cite { font-style: normal; }
    .card .basis { color: var(--soft); }
    .card .basis cite, .card .basis a { color: var(--ink); }
    .card .place { margin: 0; font-size: .8rem; }
    .card .place a { color: var(--soft); text-decoration-color: var(--line); }
    .card:target { background: var(--note-wash); outline: .5rem solid var(--note-wash); }
    .card.error:target { background: var(--error-wash); outline-color: var(--error-wash); }
    .card.warning:target { background: var(--warning-wash); outline-color: var(--warning-wash); }
    .marker { font: 700 .92em/1 var(--sans); font-variant-numeric: tabular-nums; text-decoration: none; }
    .marker:hover { text-decoration: underline; }

    .copy { font: 1.09rem/1.62 var(--serif); max-width: 44rem; hyphens: manual; }
    .copy p, .copy ul, .copy blockquote, .copy pre, .copy table, .copy div[role] { margin: 0 0 .85em; }
    .copy h3, .copy h4, .copy h5, .copy h6, .copy .heading, .copy .title { font-weight: 600; line-height: 1.3; margin: 1.2em 0 .55em; text-wrap: balance; }
    .copy .title { font-size: 1.6em; }
    .copy .level-1 { font-size: 1.45em; }
    .copy .level-2 { font-size: 1.22em; }
    .copy .level-3 { font-size: 1.08em; }
    .copy .level-4, .copy .level-5, .copy .level-6 { font-size: 1em; }
    header + .passage > .copy > :first-child, .whole + .passage > .copy > :first-child { margin-top: 0; }
    .plain-text p, .plain-text li, .plain-text blockquote, .plain-text div[role] { white-space: pre-line; }
    .copy ul { padding-inline-start: 1.4em; }
    .copy li { margin: 0 0 .3em; }
    .copy li.plain { list-style: none; }
    .copy .references { list-style: none; padding: 0; font-size: .93em; }
    .copy .reference { padding-inline-start: 1.6em; text-indent: -1.6em; margin-bottom: .6em; }
    .copy .quotation { padding-inline-start: 1.2em; border-inline-start: .15rem solid var(--line); margin-inline: 0; font-style: italic; }
    .copy table { border-collapse: collapse; font-size: .93em; line-height: 1.45; }
    .copy td, .copy th { border: 1px solid var(--line); padding: .35em .6em; text-align: start; vertical-align: top; }
    .copy th { font-weight: 600; background: var(--page); }
    .copy caption, .copy .caption { text-align: start; font-size: .93em; font-style: italic; padding-bottom: .3em; }
    .copy pre { font-size: .85rem; line-height: 1.45; white-space: pre-wrap; background: var(--page); padding: .8em 1em; }
    .copy .beside, .copy .hidden { font-family: var(--sans); font-size: .86rem; line-height: 1.5; }
    .copy .beside { padding-inline-start: .9em; border-inline-start: .15rem solid var(--line); }
    .copy .hidden { border: 1px dashed var(--soft); padding: .4em .7em; }
    .copy .furniture { color: var(--soft); font-size: .93em; }
    .copy .what { font: 600 .74rem/1.4 var(--sans); color: var(--soft); margin-inline-end: .35em; text-indent: 0; }
    .copy .link:not([href]) { text-decoration: underline dotted; }

    mark { background: none; color: inherit; padding: .06em 0; text-underline-offset: .2em; text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark.error { background: var(--error-wash); text-decoration: underline solid .12em var(--error); }
    mark.warning { background: var(--warning-wash); text-decoration: underline dashed .1em var(--warning); }
    mark.note { background: var(--note-wash); text-decoration: underline dotted .12em var(--note); }
    mark.see { box-shadow: inset 0 -.07em 0 var(--soft); }
    mark.over { text-decoration-style: double; text-decoration-thickness: .09em; }
    .ref { font-size: .68em; line-height: 0; margin-inline: .15em; white-space: nowrap; text-indent: 0; font-style: normal; }
    .ref .error { color: var(--error); }
    .ref .warning { color: var(--warning); }
    .ref .note { color: var(--note); }
    .at { scroll-margin-top: 30vh; }
    .at:target::before { content: "▸"; font: 700 1.1em/1 var(--sans); color: var(--link); margin-inline-end: .1em; }
    .at:target + mark, .at:target + .at + mark, .at:target + :is(a, em, strong) > mark { outline: .12rem solid var(--link); outline-offset: .1rem; }

    footer { font-size: .8rem; color: var(--soft); padding-bottom: 3rem; }
    footer p { margin: 0 0 .3rem; }

    @media screen and (max-width: 60rem) {
      .page { padding: 2rem 1rem 0; }
      main { padding: 0; }
      footer { padding: 0 1rem 2rem; }
      .document { padding: 1.5rem 1rem; border-inline: 0; }
      .passage { display: block; }
      .notes { padding: .3rem 0 1.5rem 1rem; }
      .copy { max-width: none; font-size: 1.06rem; }
      .index .number { width: auto; padding-left: .6rem; }
    }
    @media print, (min-width: 60.01rem) {
      .notes + .continued { margin-top: -.55em; }
    }
    @media print {
      @page { size: A4; margin: 16mm 15mm 18mm; }
      :root {
        --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
        --error: #8f1518; --warning: #6b4000; --note: #174a70; --clear: #1a5530;
        --error-wash: #f7dedb; --warning-wash: #f6e9cb; --note-wash: #e0ebf4; --on-badge: #fff;
      }
      body { font-size: 9.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .page, main, footer { max-width: none; padding: 0; }
      h1 { font-size: 19pt; }
      .document { border: 0; box-shadow: none; padding: 0; margin: 0 0 12mm; }
      .document + .document, .index ~ .document { break-before: page; }
      .document > header { margin-bottom: 6mm; padding-bottom: 3mm; }
      .passage { grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr); column-gap: 7mm; }
      .copy { font-size: 10.5pt; line-height: 1.5; orphans: 3; widows: 3; }
      .card { font-size: 8.2pt; padding-left: 2.5mm; break-inside: avoid; }
      .card .message, .card .words { font-size: 8.8pt; }
      .card .top, .card .place, .facts, footer { font-size: 7.6pt; }
      .notes { gap: 3mm; padding-bottom: 4mm; }
      .whole .cards { grid-template-columns: 1fr 1fr; gap: 4mm 7mm; }
      .copy h3, .copy h4, .copy h5, .copy h6 { break-after: avoid; }
      .card .basis a[href]::after { content: none; }
      .at:target::before { content: none; }
    }
    """
}
