/** The style of the page of readings: light and dark, wide and narrow, screen and paper. */

export const PAGE_STYLE = `:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1f1e1b;--quiet:#66625a;--line:#dcd7cc;--link:#1b4f8f;--gone:#8a2d1c;--gone-paper:#fbefeb;--gone-line:#d98b7a;--stated:#41566f;--stated-paper:#eef2f6;--repair:#1f5c38;--kept:#3c7a56}
@media (prefers-color-scheme:dark){:root{--paper:#17181b;--ink:#e9e6df;--quiet:#a5a097;--line:#3a3b40;--link:#8fbcf2;--gone:#f0ab9b;--gone-paper:#2a1c19;--gone-line:#a2523f;--stated:#a9bdd6;--stated-paper:#1e252e;--repair:#93d3ab;--kept:#5fae82}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:2rem 1.5rem 4rem;background:var(--paper);color:var(--ink)}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem}
p{margin:0 0 .75rem}
a{color:var(--link)}
code{font:.92em ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
bdi,del,ins,q,p{overflow-wrap:anywhere}
.list{table-layout:auto}
.list .day{white-space:nowrap}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.8rem;font-weight:600;color:var(--quiet)}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.list th{font-weight:400;white-space:nowrap}
.file{font:.85rem ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;color:var(--quiet)}
.note,.legend,.tally,.why{color:var(--quiet);font-size:.88rem}
.bar{display:inline-block;inline-size:5rem;block-size:.6rem;background:var(--gone-line);border-radius:.15rem;overflow:hidden;vertical-align:baseline}
.bar span{display:block;block-size:100%;background:var(--kept)}
.list td:last-child{white-space:nowrap}
article{margin-top:3rem;border-top:3px solid var(--ink);padding-top:.75rem}
article h2{font:600 1.5rem/1.25 Charter,"Iowan Old Style",Georgia,"Noto Serif",serif;margin:.1rem 0 .75rem}
article .file{margin:0}
.facts{font-size:.9rem;margin-bottom:.75rem}
.facts th[scope=row]{font-weight:400;color:var(--quiet);white-space:nowrap;width:7.5rem}
.facts td:nth-child(2){width:34%}
.facts td p{margin:0}
.facts thead th{padding-block:.1rem}
.missing td{color:var(--quiet)}
.row{display:grid;grid-template-columns:minmax(0,40rem) minmax(14rem,1fr);column-gap:2rem}
.row>.kept{padding:.35rem 0}
.row>.beside{padding:.35rem 0 .35rem 1rem;border-inline-start:1px solid var(--line);font-size:.9rem;line-height:1.45}
.heads{font-size:.8rem;font-weight:600;color:var(--quiet);border-bottom:1px solid var(--line)}
.heads p{margin:0}
.heads>.beside{font-size:.8rem}
.kept p{font:1.0625rem/1.6 Charter,"Iowan Old Style",Georgia,"Noto Serif","Noto Naskh Arabic",serif;margin:0 0 .4rem}
.kept .title{font-size:1.25rem;font-weight:600;line-height:1.3}
.kept .standfirst{font-style:italic}
.kept .label{font:.75rem/1.3 system-ui,sans-serif;color:var(--quiet);margin:0}
.kept .repair{font:.88rem/1.5 system-ui,sans-serif;color:var(--repair)}
.repair .why{display:block}
.repair ins{text-decoration:underline;text-underline-offset:.15em}
.repair del{color:var(--gone)}
.repair del,.repair ins{white-space:pre-line}
.beside .rule{margin:0;color:var(--gone);font-weight:600}
.beside .rule .why{font-weight:400}
.gone+.rule,.gone+.gone,.stated+.rule:not(.stated){margin-top:.4rem}
.beside .rule{margin-top:.4rem}
.gone{margin:0;padding:.2rem .5rem;background:var(--gone-paper);border-inline-start:3px solid var(--gone-line);color:var(--gone)}
.gone del{text-decoration-thickness:1px;white-space:pre-line}
.beside .stated{color:var(--stated)}
p.stated:not(.rule){margin:0 0 .25rem;padding:.2rem .5rem;background:var(--stated-paper);font:.8rem/1.4 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
.beside[tabindex]{max-height:24rem;overflow:auto}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.notices ul{padding:0;list-style:none}
.notices li{border-inline-start:3px solid var(--line);padding:.1rem .75rem;margin-bottom:.75rem}
.notices .error{border-color:var(--gone-line)}
.notices .error strong{color:var(--gone)}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:48rem){body{padding:1rem 1rem 3rem}.row{grid-template-columns:minmax(0,1fr)}.row>.beside{border:0;padding-inline-start:0}.heads{display:none}.facts,.facts tbody,.facts tr,.facts th,.facts td{display:block;width:auto!important;border:0;padding:0}.facts thead{display:none}.facts tr{padding:.3rem 0;border-bottom:1px solid var(--line)}.list.articles :is(th,td):is(:nth-child(3),:nth-child(4)),.bar{display:none}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--link:#000;--gone:#6b2114;--gone-paper:#fff;--gone-line:#6b2114;--stated:#333;--stated-paper:#fff;--repair:#123c24;--kept:#444}html{font-size:10pt}body{max-width:none;padding:0}.row{grid-template-columns:minmax(0,1fr) minmax(0,6cm);column-gap:.6cm}.beside[tabindex]{max-height:none;overflow:visible}.gone,tr,li{break-inside:avoid}article{break-before:page}article h2{break-after:avoid}}`;
