/** Looks of Demo Square: sand, palm and paper; logical properties only, because half of its pages run from right to left. */
export const STYLES = `
:root{--ink:#20302b;--soft:#5b6a63;--paper:#f4f0e6;--card:#fffdf7;--line:#ddd5c1;--sand:#c98a2b;--palm:#24594a;--palm-soft:#e2ece6}
*{box-sizing:border-box}
html{overflow-anchor:none}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 "IBM Plex Sans Arabic","Noto Sans Arabic","Noto Naskh Arabic",system-ui,sans-serif}
[dir=rtl] body{line-height:1.8}
a{color:var(--palm);text-underline-offset:.2em}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--sand);outline-offset:2px}
header.site{background:var(--palm);color:#fff}
header.site>div{max-width:1040px;margin-inline:auto;padding:.8rem 1.2rem;display:flex;gap:.5rem 1.2rem;align-items:center;flex-wrap:wrap}
header.site a{color:#fff;text-decoration:none}
header.site .brand{display:flex;gap:.6rem;align-items:center;font-weight:700;font-size:1.2rem}
header.site .brand svg{width:30px;height:30px}
header.site nav{display:flex;gap:1.1rem;margin-inline-start:auto}
.sample{background:#f7dfb2;color:#4a3206;text-align:center;font-size:.9rem;padding:.3rem 1rem}
main{max-width:640px;margin-inline:auto;padding:1.2rem 1rem 3rem}
main.wide{max-width:1040px}
h1{line-height:1.35;font-size:1.7rem;margin-block:.4rem 1rem}
h2{font-size:1.15rem;margin-block:2rem .8rem}
footer.site{border-block-start:1px solid var(--line);color:var(--soft);font-size:.9rem;text-align:center;padding:1.2rem 1rem 2rem}
.post{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:1rem 1.1rem;margin-block:0 .9rem}
.post .head{display:flex;gap:.75rem;align-items:center}
.post .who{display:flex;flex-direction:column;line-height:1.35}
.post .name{font-weight:700}
.post .handle{color:var(--soft);text-decoration:none;direction:ltr;unicode-bidi:isolate;align-self:flex-start;font-size:.95rem}
.avatar{width:46px;height:46px;border-radius:14px;flex:none}
.post .text{font-size:1.08rem;line-height:1.8;white-space:pre-wrap;margin-block:.7rem;overflow-wrap:anywhere}
.post[data-focal] .text{font-size:1.35rem}
.post .text a{text-decoration:none;font-weight:600}
.post .permalink{color:var(--soft);font-size:.92rem;text-decoration:none}
.post .counts{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;border-block-start:1px solid var(--line);margin-block-start:.8rem;padding-block-start:.6rem;color:var(--soft);font-size:.95rem}
.post .counts b{color:var(--ink)}
.quoted{border:1px solid var(--line);border-radius:12px;margin:.7rem 0;padding:.7rem .9rem;background:var(--paper)}
.quoted p{margin:.3rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
.media{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:.5rem;margin-block:.7rem}
.media img,.media video{inline-size:100%;block-size:auto;border-radius:12px;border:1px solid var(--line)}
.replies{border-inline-start:3px solid var(--palm-soft);padding-inline-start:.9rem}
.recommended{border-block-start:3px solid var(--sand);margin-block-start:1.8rem}
.promoted{border-style:dashed;background:transparent}
.promoted .label{color:#7a5310;font-size:.85rem;font-weight:700}
.tombstone,.interstitial{background:#ebe4d3;border:1px dashed #9d8f6d;border-radius:16px;padding:3rem 1.2rem;text-align:center;font-size:1.15rem;margin-block:2rem}
.end{text-align:center;color:var(--soft);padding:1rem}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:0;list-style:none}
.chips a{display:inline-block;background:var(--palm-soft);border-radius:999px;padding:.25rem .9rem;text-decoration:none;unicode-bidi:isolate}
.columns{display:grid;gap:0 2.5rem}
.columns>*{min-width:0}
@media(min-width:900px){.columns{grid-template-columns:minmax(0,1fr) 320px}}
.plain{list-style:none;padding:0;margin:0}
.plain li{border-block-end:1px solid var(--line);padding-block:.55rem}
.plain small{display:block;color:var(--soft)}
.profile{display:flex;gap:1rem;align-items:center;margin-block-end:1.4rem}
.profile .avatar{width:72px;height:72px}
.profile h1,.profile p{margin:0}
.paper-nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;border-block:3px double var(--ink);padding-block:.5rem;margin-block-end:1rem}
.story{font-size:1.12rem}
.story h1{font-size:2rem}
.story .byline{color:var(--soft)}
.paywall{background:#ebe4d3;border-radius:16px;padding:1.2rem;text-align:center}
.consent{position:fixed;inset-inline:0;inset-block-end:0;background:#20302b;color:#fff;padding:1rem;display:flex;gap:1rem;align-items:center;justify-content:center;flex-wrap:wrap}
button{font:inherit;border:0;border-radius:10px;padding:.35rem 1rem;background:var(--sand);color:#1d1403;cursor:pointer}
.login{display:grid;gap:1rem;max-width:22rem}
.login input{display:block;inline-size:100%;font:inherit;padding:.45rem .6rem;border:1px solid #9d8f6d;border-radius:10px}
`;
