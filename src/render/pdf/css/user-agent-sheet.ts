/** What HTML elements look like before the page says anything (HTML Standard, Rendering). */
export const USER_AGENT_SHEET = `
html, body, div, p, section, article, header, footer, main, nav, aside, figure, figcaption, address,
blockquote, center, dl, dt, dd, h1, h2, h3, h4, h5, h6, hgroup, hr, menu, ol, ul, pre, search, details,
summary, dialog, fieldset, form, legend, optgroup { display: block }
head, script, style, template, title, meta, link, base, noscript, area, datalist, dialog:not([open]), rp,
param, source, track, [hidden]:not([hidden=until-found i]), input[type=hidden i] { display: none }
li { display: list-item }
table { display: table; border-spacing: 2px; text-indent: 0 }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row }
thead, tbody, tfoot, tr { vertical-align: middle }
td, th { display: table-cell; vertical-align: inherit; padding: 1px; overflow-wrap: break-word }
th { font-weight: bold; text-align: center }
h1 { font-size: 2em; margin: .67em 0; font-weight: bold; break-after: avoid }
h2 { font-size: 1.5em; margin: .83em 0; font-weight: bold; break-after: avoid }
h3 { font-size: 1.17em; margin: 1em 0; font-weight: bold; break-after: avoid }
h4 { margin: 1.33em 0; font-weight: bold; break-after: avoid }
h5 { font-size: .83em; margin: 1.67em 0; font-weight: bold; break-after: avoid }
h6 { font-size: .67em; margin: 2.33em 0; font-weight: bold; break-after: avoid }
p, dl, menu, ol, ul, blockquote, figure, pre { margin-top: 1em; margin-bottom: 1em }
blockquote, figure { margin-inline-start: 40px; margin-inline-end: 40px }
dd { margin-inline-start: 40px }
menu, ol, ul { padding-inline-start: 40px }
menu, ul { list-style-type: disc }
ol { list-style-type: decimal }
:is(ol, ul, menu) :is(ul, menu) { list-style-type: circle }
:is(ol, ul, menu) :is(ol, ul, menu) :is(ul, menu) { list-style-type: square }
ol[type="1"] { list-style-type: decimal }
ol[type="a" s] { list-style-type: lower-alpha }
ol[type="A" s] { list-style-type: upper-alpha }
ol[type="i" s] { list-style-type: lower-roman }
ol[type="I" s] { list-style-type: upper-roman }
:is(ol, ul, dl, menu) :is(ol, ul, dl, menu) { margin-top: 0; margin-bottom: 0 }
dt { break-after: avoid }
bdo { unicode-bidi: isolate-override }
b, strong { font-weight: bold }
i, em, cite, dfn, var, address { font-style: italic }
u, ins { text-decoration: underline }
s, strike, del { text-decoration: line-through }
code, kbd, samp, tt, pre { font-family: monospace }
pre { white-space: pre-wrap; text-align: start }
mark { background-color: #ffff00; color: #000000 }
q::before { content: open-quote }
q::after { content: close-quote }
center { text-align: center }
big { font-size: 1.2em }
small { font-size: .83em }
sup { vertical-align: super; font-size: .83em }
sub { vertical-align: sub; font-size: .83em }
summary { font-weight: bold; break-after: avoid }
fieldset { border: 2px solid #808080; margin-inline: 2px; padding: .35em .75em .625em }
hr { border: 1px solid #808080; margin: .5em 0; color: #808080 }
figure { break-inside: avoid }
figcaption { break-before: avoid }
caption { break-after: avoid }
*::footnote-call { content: counter(footnote); vertical-align: super; font-size: .65em; line-height: 0 }
*::footnote-marker { content: counter(footnote) ". " }
`;
