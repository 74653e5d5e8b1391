/** The style sheet of the page that explains the API. */
export const docsCss = `
:root { color-scheme: light dark; --ink: #1d2a33; --paper: #fdfdfb; --line: #c9d1d6; --link: #0b5a8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ec; --paper: #14191d; --line: #3c474e; --link: #8cc7ee; } }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2 { line-height: 1.2; margin: 2.2rem 0 .6rem; }
h2 { font-size: 1.15rem; }
code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
td:first-child { white-space: nowrap; }
section { border-top: 1px solid var(--line); margin-top: 2.2rem; }
tr:target { outline: 2px solid; }
@media (max-width: 40rem) { td:first-child { white-space: normal; } }
`;
