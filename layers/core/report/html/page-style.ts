/** The page's only style sheet. Contrast is at least 4.5:1 on both grounds (WCAG 2.2, 1.4.3); no meaning is told by colour alone. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --ground: #ffffff; --soft: #f2f4f7; --line: #c9d1d9; --quiet: #4b5563;
  --passed: #116329; --failed: #a40e26; --errored: #8a3a00; --skipped: #4b5563; --link: #0b57a8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --ground: #0d1117; --soft: #161b22; --line: #30363d; --quiet: #a3adb8;
    --passed: #56d364; --failed: #ff8f87; --errored: #f0b072; --skipped: #a3adb8; --link: #79b8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; margin-top: 2rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
a { color: var(--link); }
.answer { border-left: 0.4rem solid var(--quiet); background: var(--soft); padding: 0.75rem 1rem; }
.answer.open { border-color: var(--passed); } .answer.shut { border-color: var(--failed); } .answer.inconclusive { border-color: var(--errored); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 0.5rem; margin: 1rem 0; padding: 0; }
.figures div { background: var(--soft); border: 1px solid var(--line); padding: 0.5rem; }
.figures dt { color: var(--quiet); font-size: 0.875rem; } .figures dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.passed, .open { color: var(--passed); } .failed, .shut { color: var(--failed); } .errored, .inconclusive { color: var(--errored); }
.skipped { color: var(--skipped); }
.answer.open, .answer.shut, .answer.inconclusive { color: var(--ink); }
.verdict { font-weight: 600; }
.wide { overflow-x: auto; }
.wide:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
td, th { min-width: 4.5rem; }
caption { text-align: left; color: var(--quiet); padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.35rem 0.6rem 0.35rem 0; font-variant-numeric: tabular-nums; }
details { border: 1px solid var(--line); margin: 0.4rem 0; } summary { padding: 0.5rem; cursor: pointer; } details > div { padding: 0 0.75rem 0.75rem; }
pre { background: var(--soft); padding: 0.5rem; white-space: pre-wrap; margin: 0.4rem 0; font-size: 0.85rem; }
.chart { width: 100%; height: auto; display: block; }
.chart text { fill: currentColor; font: 12px system-ui, sans-serif; } .chart .axis { stroke: var(--line); }
.chart .bar-passed { fill: var(--passed); } .chart .bar-failed { fill: var(--failed); } .chart .bar-errored { fill: var(--errored); } .chart .bar-skipped { fill: var(--skipped); }
.chart .series-0 { stroke: var(--link); } .chart .series-1 { stroke: var(--errored); } .chart .series-2 { stroke: var(--passed); } .chart .series-3 { stroke: var(--failed); }
.chart .line { fill: none; stroke-width: 2; } .chart .series-1 { stroke-dasharray: 6 3; } .chart .series-2 { stroke-dasharray: 2 3; } .chart .series-3 { stroke-dasharray: 8 3 2 3; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; }
footer { margin-top: 3rem; color: var(--quiet); font-size: 0.875rem; }
@media print { details > div { display: block; } .wide { overflow: visible; } }
`;
