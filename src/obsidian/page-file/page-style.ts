/** Colours of a picture that stands in no theme: dark ink on paper, light on a dark screen, dark again in print. */
const PAPER =
  '--paper:#fff;--ink:#1f2328;--faint:#59636e;--line:#d1d9e0;--data:#0969da;' +
  '--bad:#b3261e;--warn:#8a5a00;--good:#1a7f37';
const NIGHT =
  '--paper:#16181d;--ink:#e6e8eb;--faint:#a3abb5;--line:#3a3f47;--data:#6cb0ff;' +
  '--bad:#ff8a80;--warn:#e8b04a;--good:#62c980';

const CHART = `
.shipshape-chart{font:12px system-ui,sans-serif}
.shipshape-chart text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.shipshape-chart .shipshape-chart-axis{fill:var(--faint);font-size:11px}
.shipshape-chart-grid{stroke:var(--line)}
.shipshape-chart-base{stroke:var(--faint)}
.shipshape-chart-area{fill:var(--data);opacity:.14}
.shipshape-chart-done,.shipshape-chart-scope{fill:none;stroke-width:2px;stroke:var(--data)}
.shipshape-chart-scope{stroke:var(--ink)}
.shipshape-chart-limit line{stroke:var(--ink);stroke-width:1.5px}
.shipshape-chart-limit text{font-weight:600}
.shipshape-chart-limit.is-today line{stroke:var(--faint);stroke-dasharray:2 3}
.shipshape-chart-limit.is-today text{fill:var(--faint);font-weight:400}
.shipshape-chart-limit.is-go-no-go line{stroke-dasharray:5 4}
.shipshape-chart .shipshape-chart-end.is-done{fill:var(--data);font-weight:600}
.shipshape-chart-dot.is-in-time{fill:var(--data)}
.shipshape-chart-dot.is-late{fill:var(--paper);stroke:var(--ink);stroke-width:1.5px}
.shipshape-chart-step circle{fill:var(--paper);stroke:var(--ink);stroke-width:1.5px}
`;

/** Style of a picture as a file: it is looked at on any ground, so it brings its own. */
export const PICTURE_STYLE = `svg{${PAPER};background:var(--paper)}${CHART}`;

/** Style of a whole page as a file. */
export const PAGE_STYLE = `
:root{${PAPER};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${NIGHT}}}
body{margin:0 auto;padding:2rem 1.25rem;max-width:60rem;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,Segoe UI,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25;margin:0 .75rem 0 0;display:inline-block}
h2{font-size:1.05rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line);break-after:avoid}
p{margin:.4rem 0}
ul{margin:0;padding:0;list-style:none}
li{margin:.35rem 0;break-inside:avoid}
small,.note{color:var(--faint);font-size:.87em}
.pill{font-weight:600;white-space:nowrap}
.is-off-track,.is-red{color:var(--bad)}
.is-at-risk,.is-amber{color:var(--warn)}
.is-note{color:var(--faint)}
.is-on-track,.is-released{color:var(--good)}
.lead{font-size:1.08rem}
.steps{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:1rem 0;padding:0;list-style:none}
.steps .is-current{font-weight:600}
.steps .is-ahead{color:var(--faint)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.94em}
th,td{overflow-wrap:break-word;text-align:start;vertical-align:top}
th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
tbody th{min-width:5.5rem;font-weight:400}
thead th{color:var(--faint);font-weight:400}
tr{break-inside:avoid}
footer{margin-top:2.5rem;color:var(--faint);font-size:.87em}
${CHART}
@media print{body{padding:0;max-width:none;font-size:11pt}svg{max-width:100%;height:auto}}
`;
