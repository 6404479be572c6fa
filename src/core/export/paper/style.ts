/**
 * Style of a schedule on paper; whole and unchanging, because the page's policy names its digest. Colours are those of
 * the studio, by the same rule: shape and hue = kind, left edge = state, dot = finding, band = phase. Paper is always
 * light; a screen follows its own scheme. Local forms (`locl`) are off: on an English page Noto Sans CJK draws digits by
 * forms no character leads to, so a print had times and dates that could be neither searched nor copied.
 */
export const paperStyle = `
:root{color-scheme:light;--ground:#fff;--sunken:#f8f9fa;--line:#d2d7de;--soft-line:#e5e8ec;--ink:#15181d;--ink-2:#444b56;--ink-3:#5f6774;--hatch:#14182012;
--scene:#6b46c1;--story:#a34e12;--interactive:#be2a6e;--idea:#9aa2ae;--drafting:#7f8897;--in_review:#c47e00;--ready:#0f8f88;--handed_over:#2f78dc;--live:#22924c;--track:#dfe3e8;
--must:#c4301c;--suggest:#c47e00;--accent:#2c4fd0;--warm_up:#fcf6e6;--warm_up-ink:#7a5c16;--burst:#fdebe8;--burst-ink:#a8384a;--long_tail:#eaf0fc;--long_tail-ink:#3d5a9a;--review:#eaf5ec;--review-ink:#2f6b4c}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ground:#15181c;--sunken:#121518;--line:#383f49;--soft-line:#262b32;--ink:#eceef1;--ink-2:#b9c0ca;--ink-3:#939ca9;--hatch:#eceef10d;
--scene:#b49bf5;--story:#e8a06a;--interactive:#f38bb8;--idea:#626a76;--drafting:#7c8593;--in_review:#e0a620;--ready:#35b8af;--handed_over:#5c9df2;--live:#45b873;--track:#3a414b;
--must:#ff8a78;--suggest:#e0a620;--accent:#93a8ff;--warm_up:#262116;--warm_up-ink:#d9b868;--burst:#2b191c;--burst-ink:#f0929e;--long_tail:#182132;--long_tail-ink:#98b3ee;--review:#17251d;--review-ink:#86c9a2}}
@page{size:A3 landscape;margin:10mm}
*{box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0;padding:16px 20px;background:var(--ground);color:var(--ink);font:12px/1.5 Inter,-apple-system,"Segoe UI","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;font-feature-settings:"locl" 0}
p,ul,h1,h2{margin:0;padding:0}ul{list-style:none}
h1{font-size:20px;line-height:28px}h1 span{font-size:15px;font-weight:500;color:var(--ink-3)}
h2{font-size:15px;margin:20px 0 6px;break-after:avoid}
.stamp{color:var(--ink-3);display:flex;flex-wrap:wrap;column-gap:14px}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;margin:6px 0 10px;color:var(--ink-2)}.legend li{display:flex;align-items:center;gap:5px}.legend .gap{width:1px;background:var(--line)}
main{overflow-x:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 18px;border-bottom:1px solid var(--line)}
caption{text-align:left;font-size:15px;font-weight:600;padding:4px 0 6px;caption-side:top}
thead{display:table-header-group}tr{break-inside:avoid}thead,caption,.lane{break-after:avoid}
th,td{border:1px solid var(--soft-line);padding:3px;vertical-align:top;text-align:left;overflow-wrap:anywhere}
thead th{font-weight:500;color:var(--ink-2);white-space:nowrap;background:var(--sunken);border-bottom-color:var(--line)}thead th span{font-weight:600;color:var(--ink)}
.off{background-image:repeating-linear-gradient(135deg,var(--hatch) 0 1px,transparent 1px 6px)}
.today{box-shadow:inset 2px 0 0 var(--accent)}
.holiday,.make_up{margin-left:4px;font-size:10.5px;font-weight:600;color:var(--must)}.make_up{color:var(--ink-2)}
.matrix{min-width:1120px}.matrix .head{width:128px}.matrix tbody th{font-weight:500}.matrix tbody th b{display:block;font-weight:600}.platform,.persona{display:block;color:var(--ink-3);font-size:11px;line-height:15px}
.lane th{background:var(--sunken);font-weight:600;color:var(--ink-2);padding:2px 6px}
.phases td{border-color:transparent;padding:1px 6px;font-weight:600;font-size:11px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.campaign{color:var(--ink-3)}
.warm_up{background:var(--warm_up);color:var(--warm_up-ink)}.burst{background:var(--burst);color:var(--burst-ink)}.long_tail{background:var(--long_tail);color:var(--long_tail-ink)}.review{background:var(--review);color:var(--review-ink)}
.tile{position:relative;border:1px solid var(--line);border-radius:5px;padding:2px 4px 3px 9px;margin:0 0 3px;background:var(--ground);break-inside:avoid;font-size:11.5px;line-height:15px}.tile:last-child{margin-bottom:0}
.tile .edge{position:absolute;left:2px;top:2px;bottom:2px;height:auto}
.dashed{border-style:dashed}.struck .title{text-decoration:line-through}
.top{display:flex;align-items:center;gap:4px;font-size:11px;font-weight:500;color:var(--ink-2)}.whose{color:var(--ink-3);font-size:10.5px;line-height:14px}
.kind{flex:none;width:9px;height:9px;fill:currentColor;vertical-align:-.5px}.scene{color:var(--scene)}.story{color:var(--story)}.interactive{color:var(--interactive)}
.edge{display:inline-block;flex:none;width:3px;height:11px;border-radius:1.5px;vertical-align:-1px;background:linear-gradient(to top,var(--hue) var(--fill),var(--track) var(--fill))}
.edge.idea{background:repeating-linear-gradient(to bottom,var(--idea) 0 2px,transparent 2px 4px)}.edge.drafting{--fill:25%;--hue:var(--drafting)}.edge.in_review{--fill:50%;--hue:var(--in_review)}.edge.ready{--fill:75%;--hue:var(--ready)}.edge.handed_over{--fill:100%;--hue:var(--handed_over)}.edge.live{--fill:100%;--hue:var(--live)}.edge.skipped{background:none;box-shadow:inset 0 0 0 1px var(--idea)}
.finding{display:inline-block;flex:none;width:7px;height:7px;border-radius:50%;border:1.8px solid var(--suggest)}.finding.must{border:0;background:var(--must)}
.month{min-width:980px}.month td{height:88px}.month .beyond{background:var(--sunken)}.date{display:flex;align-items:baseline;font-weight:600;padding:0 2px 2px}
.list{min-width:900px}.list td{padding:4px 6px}.c-time{width:9%}.c-platform{width:15%}.c-account{width:12%}.c-persona{width:9%}.c-kind,.c-state{width:8%}.c-findings{width:22%}td.c-findings{color:var(--ink-2);font-size:11px;line-height:15px}.c-findings .finding{float:left;margin:4px 5px 0 0}.c-findings ul{margin-left:12px}td.c-title{font-weight:500}
.skipped{color:var(--ink-3);padding:4px 0 12px}
@media print{body{padding:0}.off{background:var(--sunken)}thead .off{background:var(--soft-line)}main{overflow:visible}table{min-width:0}.matrix+.matrix,.month+.month,.skipped+.matrix{break-before:page}}
@media(max-width:600px){body{padding:12px}}
`;
