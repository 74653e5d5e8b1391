import {chartCss} from "../charts/palette.ts";

/** The style sheet of a brief: one column, light and dark, stacked tables on a phone, A4 on paper. */
export const briefCss = (): string => `${chartCss()}
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --muted: #57606a; --rule: #d8dce2; --accent: #1f4e9c; --paper: #ffffff; --tint: #f5f6f8;
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
    --ink: #e6e9ed; --muted: #9aa5b1; --rule: #343a42; --accent: #8fb8ff; --paper: #15181c; --tint: #1d2127;
  }
}
@media screen {
  :root[data-theme="light"] { color-scheme: light; }
  :root[data-theme="dark"] {
    color-scheme: dark;
    --ink: #e6e9ed; --muted: #9aa5b1; --rule: #343a42; --accent: #8fb8ff; --paper: #15181c; --tint: #1d2127;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
.page { max-width: 64rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: 2.1rem; letter-spacing: -0.015em; }
h2 { font-size: 1.5rem; letter-spacing: -0.01em; margin: 4rem 0 1rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.125rem; margin: 2.5rem 0 0.75rem; }
p { margin: 0 0 1rem; max-width: 44rem; }
ul { max-width: 44rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.subtitle { color: var(--muted); font-size: 1.125rem; margin: 0.5rem 0 0; }
.disclaimer { color: var(--muted); font-size: 0.875rem; margin: 0.5rem 0 0; }
.skip { position: absolute; left: 0; top: 0; transform: translateY(-100%); background: var(--paper); padding: 0.5rem 1rem; }
.skip:focus { transform: none; z-index: 1; }
.figures { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); hyphens: auto; overflow-wrap: anywhere; gap: 1px; background: var(--rule); border: solid var(--rule); border-width: 1px 0; margin: 2rem 0; }
.figures > div { background: var(--paper); padding: 1rem 1rem 1rem 0; display: flex; flex-direction: column; }
.figures > div + div { padding-left: 1rem; }
.figures dt { font-weight: 600; }
.figures dd { margin: 0; }
.figures .value { order: -1; font-size: 2.1rem; font-weight: 650; line-height: 1.1; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.figures .rule { color: var(--muted); font-size: 0.8125rem; line-height: 1.4; margin-top: 0.25rem; }
.lead p { font-size: 1.125rem; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.4rem; margin: 0.5rem 0 0; max-width: 56rem; }
nav li { break-inside: avoid; padding: 0.15rem 0; }
nav h2 { font-size: 1rem; margin: 2rem 0 0; padding: 0; border: 0; letter-spacing: 0; }
figure { margin: 2.5rem 0; }
figcaption :is(h2, h3) { font-size: 1.125rem; letter-spacing: 0; margin: 0 0 0.25rem; padding: 0; border: 0; }
figcaption p { color: var(--muted); font-size: 0.875rem; max-width: 52rem; }
details { margin: 0.75rem 0 1.5rem; }
summary { cursor: pointer; color: var(--accent); font-size: 0.875rem; padding: 0.35rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.45; margin: 1.5rem 0 2rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 650; font-size: 1rem; padding: 0 0 0.5rem; }
th { text-align: left; vertical-align: bottom; font-weight: 600; color: var(--muted); border-bottom: 1px solid var(--ink); padding: 0.35rem 1rem 0.35rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--rule); padding: 0.5rem 1rem 0.5rem 0; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
.days { min-width: 9.75rem; }
th.number { white-space: normal; }
.minor { display: block; color: var(--muted); font-size: 0.8125rem; }
.cite { font-size: 0.75em; line-height: 0; white-space: nowrap; margin-left: 0.1em; }
.cite a { text-decoration: none; padding: 0 0.1em; }
.notes { padding-left: 2.5rem; font-size: 0.875rem; }
.notes li { padding: 0.2rem 0; overflow-wrap: anywhere; }
.notes li:target { background: var(--tint); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
footer p { max-width: none; }
@media screen and (max-width: 859px) {
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures > div:nth-child(odd) { padding-left: 0; }
  .stack, .stack caption, .stack tbody, .stack tr, .stack td { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { padding: 0.75rem 0; border-bottom: 1px solid var(--rule); }
  .stack td { border: 0; padding: 0.1rem 0; overflow-wrap: anywhere; }
  .stack td:not(:first-child)::before { content: attr(data-label) ": "; color: var(--muted); }
  .stack td:empty { display: none; }
  .stack td:first-child { font-weight: 600; }
  .stack .minor { font-weight: 400; }
  .stack .number { text-align: left; white-space: normal; }
}
@media screen and (max-width: 599px) {
  .page { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  h2 { margin-top: 3rem; }
  .lead p { font-size: 1rem; }
  nav ol { columns: 1; }
  nav li { padding: 0.35rem 0; }
}
@media screen and (max-width: 359px) {
  .figures { grid-template-columns: 1fr; }
  .figures > div + div { padding-left: 0; }
}
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page); font: 8pt sans-serif; color: #444; } }
@page short { margin: 11mm 13mm 13mm; }
@media print {
  :root { --ink: #000; --muted: #444; --rule: #bbb; --accent: #000; --paper: #fff; --tint: #fff; }
  html { font-size: 9.5pt; }
  body { line-height: 1.4; }
  .page { max-width: none; padding: 0; }
  .skip, details, .back { display: none; }
  tbody tr:first-child { break-before: avoid; }
  .short { page: short; font-size: 8pt; line-height: 1.3; }
  .short h1 { font-size: 15pt; } .short h2 { font-size: 11pt; margin-top: 0.5rem; padding-top: 0.25rem; border-top-width: 1px; margin-bottom: 0.25rem; }
  .short p, .short ul { max-width: none; margin-bottom: 0.25rem; } .short ul { margin-top: 0; padding-left: 1.2rem; }
  .short .lead p { font-size: inherit; } .short .subtitle { font-size: inherit; margin-top: 0.15rem; } .short .disclaimer { margin-top: 0.15rem; }
  .short .figures { margin: 0.6rem 0; } .short .figures > div { padding-block: 0.3rem; } .short .figures .value { font-size: 14pt; } .short .figures .rule { font-size: 7pt; line-height: 1.25; }
  .short figure { margin: 0.4rem 0; } .short figcaption p { font-size: 7.5pt; margin-bottom: 0.2rem; }
  .short table { margin: 0.3rem 0 0.6rem; font-size: 7.25pt; line-height: 1.2; } .short caption { font-size: 8pt; padding-bottom: 0.15rem; }
  .short td, .short th { padding: 0.1rem 0.5rem 0.1rem 0; } .short .days { min-width: 0; white-space: nowrap; }
  .short .notes { columns: 2; column-gap: 1.5rem; font-size: 6.5pt; line-height: 1.2; padding-left: 1.4rem; margin: 0; } .short .notes li { padding: 0; break-inside: avoid; }
  .short footer { margin-top: 0.4rem; padding-top: 0.2rem; font-size: 6.5pt; } .short footer p { margin: 0; }
  h2 { margin-top: 2rem; }
  h2, h3, caption, figcaption { break-after: avoid; }
  figure, tr, .figures { break-inside: avoid; }
  thead { display: table-header-group; }
  figure { margin: 1.5rem 0; }
  a { text-decoration: none; }
}
`;
