import { styleOfParts } from './style-parts.ts';

/** Colours, type and the way the page is laid out. */
const sheet = `
:root{
  color-scheme:light dark;
  --paper:#fff;--ink:#16181b;--quiet:#565b63;--line:#d5d8dc;--wash:#f4f4f1;--accent:#a4161a;--link:#0b4a8f;--new:#fff1b8;
  --serif:Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif",serif;
  font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;
  scroll-padding-block:1rem 5rem;
  overflow-wrap:anywhere;
}
@media (prefers-color-scheme:dark){
  :root{--paper:#121416;--ink:#e8e6e1;--quiet:#a7abb3;--line:#3a3f46;--wash:#1d2023;--accent:#ff8a80;--link:#9cc7ff;--new:#4d4000}
}
*{box-sizing:border-box}
body{margin:0 auto;max-inline-size:76rem;padding:.5rem 1rem 0;background:var(--paper);color:var(--ink)}
h1,h2,h3,h4,p,ul,ol,dl,blockquote{margin:0}
h1,article h3,article h4,#key-points li>a{font-family:var(--serif);line-height:1.25;text-wrap:pretty}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem);line-height:1.12;font-weight:700;text-wrap:balance}
h2{font-size:.8125rem;letter-spacing:.06em;text-transform:uppercase;padding-block:.75rem .25rem;border-block-start:3px solid var(--ink)}
:is(:lang(ar),:lang(fa),:lang(he),:lang(ur)) h2{letter-spacing:0}
small,dl,nav,summary,footer,label,aside{font-size:.875rem}
small,dt,footer{color:var(--quiet)}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
nav a,summary,button,label{display:inline-block;min-block-size:1.75rem;padding-block:.25rem}
nav a{margin-inline-end:1rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
[aria-current]{color:inherit;font-weight:700;text-decoration:none}
time{white-space:nowrap}
main>*+*{margin-block-start:1.5rem}
#masthead p{max-inline-size:44rem}
#masthead>p{font-family:var(--serif);font-size:1.1875rem;line-height:1.4;margin-block-start:.5rem}
#masthead>#revision{font:inherit;font-size:.875rem;color:var(--quiet);border-block-start:1px solid var(--line);padding-block-start:.5rem}
footer h2{margin-block-start:1rem}
footer{margin-block:2rem;padding-block:0 2rem;max-inline-size:44rem}
body[lang] *{unicode-bidi:plaintext}
[dir=rtl]>body[lang]{text-align:right}
[dir=rtl]>body[lang] [dir=ltr]{text-align:left}
mark{background:var(--new);color:var(--ink);padding-inline:.3em;font:600 .75rem/1.5 system-ui,sans-serif}
`;

/** A style sheet without comments and white space that means nothing. */
function squeezed(text: string): string {
  return text.replace(/\n\s*/g, '').replace(/;}/g, '}').trim();
}

/** The style of every page, which stands in each of them: its SHA-256 goes into the content security policy. */
export const pageStyle = squeezed(sheet + styleOfParts);
