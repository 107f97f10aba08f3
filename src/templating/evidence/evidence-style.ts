/** The look of an evidence page: the reader's own fonts, by day and by night. */
export const EVIDENCE_STYLE = `
:root { color-scheme: light dark; --ink: #1b2127; --soft: #56616b; --rule: #cfd6dc; --paper: #fff; --tint: #f2f5f7; --accent: #12466b; --mark: #ffedb3; --name: #e8eef3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e7ea; --soft: #a7b2bc; --rule: #3b454e; --paper: #161b20; --tint: #1f272e; --accent: #8fc6ee; --mark: #4a3b12; --name: #26323c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.2rem 4rem; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
header, nav, h1, h2, dl, table, .uses, .note { font-family: system-ui, "Noto Sans", sans-serif; }
.marks { display: flex; flex-wrap: wrap; gap: 0.5rem 1.2rem; justify-content: space-between; font-size: 0.85rem; color: var(--soft); }
.marks b { padding: 0.15rem 0.5rem; border: 1px solid #000; font: 700 12pt/1.25 system-ui, "Noto Sans", sans-serif; white-space: nowrap; }
footer { margin-top: 3rem; }
nav a { margin-inline-end: 1.2rem; }
a { color: var(--accent); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.2rem 0 0.4rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; font-size: 0.88rem; line-height: 1.45; }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; }
code { font-size: 0.85em; color: var(--soft); direction: ltr; unicode-bidi: isolate; }
mark { background: var(--mark); color: inherit; padding: 0.1em 0; scroll-margin-top: 30vh; }
mark.name { background: var(--name); }
mark:target { outline: 0.15em solid var(--accent); outline-offset: 0.1em; }
.uses { font-size: 0.88rem; line-height: 1.45; padding-inline-start: 1.6rem; }
.uses li { margin: 0.5rem 0; }
.uses p { margin: 0.1rem 0; color: var(--soft); }
li:target { background: var(--tint); }
sup { line-height: 0; font: 0.7rem system-ui, sans-serif; }
blockquote { margin: 0.8rem 0; padding-inline-start: 1rem; border-inline-start: 0.2rem solid var(--rule); }
table { border-collapse: collapse; font-size: 0.9rem; width: 100%; overflow-wrap: break-word; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid var(--rule); }
.note { font-size: 0.88rem; color: var(--soft); }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dt { margin-top: 0.5rem; } }
`;
