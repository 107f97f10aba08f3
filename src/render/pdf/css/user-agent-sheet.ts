/** What HTML elements look like before the page says anything (HTML Standard, Rendering). */
export const USER_AGENT_SHEET = `
[dir=ltr i] { direction: ltr }
[dir=rtl i] { direction: rtl }
html, body, div, p, section, article, header, footer, main, nav, aside, figure, figcaption, address,
blockquote, dl, dt, dd, h1, h2, h3, h4, h5, h6, hr, ol, ul, pre, details, summary { display: block }
head, script, style, template, title, meta, link, base, noscript { display: none }
li { display: list-item }
table { display: table }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row }
td, th { display: table-cell; vertical-align: middle; padding: 1px; overflow-wrap: break-word }
th { font-weight: bold; text-align: center }
table { border-spacing: 2px; text-indent: 0 }
h1 { font-size: 2em; margin: .67em 0; font-weight: bold; break-after: avoid }
h2 { font-size: 1.5em; margin: .83em 0; font-weight: bold; break-after: avoid }
h3 { font-size: 1.17em; margin: 1em 0; font-weight: bold; break-after: avoid }
h4, h5, h6 { margin: 1.33em 0; font-weight: bold; break-after: avoid }
p, dl, ol, ul, blockquote, figure, pre { margin-top: 1em; margin-bottom: 1em }
blockquote, figure { margin-left: 40px; margin-right: 40px }
dd { margin-left: 40px }
ol, ul { padding-left: 40px }
ul { list-style-type: disc }
ol { list-style-type: decimal }
li ul, li ol { margin-top: 0; margin-bottom: 0 }
bdo { unicode-bidi: isolate-override }
b, strong { font-weight: bold }
i, em, cite, dfn, var { font-style: italic }
u, ins { text-decoration: underline }
small { font-size: .83em }
sup { vertical-align: super; font-size: .83em }
sub { vertical-align: sub; font-size: .83em }
hr { border-top: .75pt solid #808080; margin: .5em 0 }
figure { break-inside: avoid }
caption { break-after: avoid }
*::footnote-call { content: counter(footnote); vertical-align: super; font-size: .65em; line-height: 0 }
*::footnote-marker { content: counter(footnote) ". " }
`;
