/** How posts, the board, what the script says, and paper look. */
export const styleOfParts = `
article{padding-block:.875rem;border-block-start:1px solid var(--line);max-inline-size:44rem}
article :is(p,ul,ol,blockquote,aside)+:is(p,ul,ol,blockquote),article>*+*{margin-block-start:.5rem}
article p{white-space:pre-line}
article :is(ul,ol){padding-inline-start:1.25rem}
#stream article>div,#pinned article>div,main>article>div{font-family:var(--serif);line-height:1.55}
article h2{font:700 1.375rem/1.25 var(--serif);letter-spacing:0;text-transform:none;padding:0;border:0}
article h3{font-size:1.25rem}
article h1>:is(a,small),article h3>:is(a,small){font:.875rem/1.75 system-ui,sans-serif;color:var(--quiet);text-decoration:none}
article :is(h1,h3)>a{display:inline-block}
article :is(h1,h3)>span{display:block}
article :is(h1,h3)>a b{color:var(--accent);font-size:1rem}
article :is(h1,h3)>a:hover{text-decoration:underline}
blockquote{padding-inline-start:.875rem;border-inline-start:3px solid var(--line);font-family:var(--serif);white-space:pre-line}
aside{padding:.5rem .75rem;background:var(--wash);border-inline-start:3px double var(--accent)}
[data-says]{padding:.5rem .75rem!important;background:var(--wash);list-style:none;font-size:.9375rem}
[data-says] li+li{margin-block-start:.5rem}
[data-says] p{margin:0}
aside[data-sort=clarification]{border-inline-start:3px dotted var(--line)}
[data-became]{border-inline-start:3px double var(--accent);padding-inline-start:.5rem}
[data-became=changed]{border-inline-start:3px solid var(--line)}
summary{cursor:pointer;color:var(--link)}
li summary{list-style:none;padding-block:.25rem;font-size:inherit;color:inherit}
li summary::-webkit-details-marker{display:none}
li summary small{display:block}
li summary u{color:var(--link);white-space:nowrap}
#left-here+article,h2+article,[id|=board]>article:first-child,#stream>:first-child{border:0}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.125rem .75rem;margin-block-start:.5rem}
dd{margin:0}
#key-points ul{padding-inline-start:1.125rem}
#key-points li{padding-block:.25rem}
#key-points li>a{font-size:1.0625rem;font-weight:600}
#key-points li::marker{color:var(--accent)}
#board:not(:has(article)),#board>section:not(:has(article)){display:none}
#board h3{font-size:1rem;padding-block:.75rem .25rem}
#board article{font-size:.9375rem;padding-block:.75rem}
h4{font-size:1.0625rem}
h4 a{color:inherit}
#board article>ul{list-style:none;padding:0}
#board article>ul>li:not(:has(details)){padding-block:.25rem}
#board li>details+p{font-size:.875rem;color:var(--quiet)}
#board article>ul>li+li{border-block-start:1px dotted var(--line)}
#board article>p{font-size:.875rem}
#board article>h4+p:not([data-standing]){margin-block-start:.125rem;color:var(--quiet)}
[data-standing]{font-weight:600;padding:.25rem .625rem;border-inline-start:.375rem solid;background:var(--wash)}
[data-standing]::before{content:"● ";content:"● " / ""}
[data-standing=stated]{border-inline-start-style:double}
[data-standing=stated]::before{content:"○ ";content:"○ " / ""}
[data-standing=disputed]{border-inline-start-style:dashed;border-color:var(--accent)}
[data-standing=disputed]::before{content:"≠ ";content:"≠ " / ""}
[data-standing=unknown]{border-inline-start-style:dotted}
[data-standing=unknown]::before{content:"? ";content:"? " / ""}
[data-standing=different-measures],[data-standing=side-by-side]{border-inline-start-style:ridge}
[data-standing=different-measures]::before,[data-standing=side-by-side]::before{content:"∥ ";content:"∥ " / ""}
[data-standing=expired],[data-standing=overdue]{border-inline-start-style:groove}
[data-standing=expired]::before{content:"⊘ ";content:"⊘ " / ""}
[data-standing=overdue]{border-color:var(--accent)}
[data-standing=overdue]::before{content:"! ";content:"! " / ""}
#since{background:var(--wash);padding:0 .875rem .75rem}
#since h2{border:0}
#since>p{padding-block-start:.75rem}
#since ul{padding-inline-start:1.125rem}
#left-here{display:flex;align-items:center;gap:.75rem;color:var(--accent);font-size:.875rem;font-weight:600;padding-block:.5rem}
#left-here::before,#left-here::after{content:"";flex:1;border-block-start:2px dashed}
:target{background:var(--wash)}
#live{position:fixed;inset-block-end:0;inset-inline:0;z-index:1;display:flex;justify-content:center;align-items:center;gap:1rem;padding-inline:1rem;background:var(--ink);color:var(--paper)}
#live p:not(:empty){padding:.75rem 0}
button{flex:none;font:inherit;font-weight:600;padding:.25rem 1rem;min-block-size:2.25rem;border:2px solid;border-radius:2rem;background:none;color:inherit;cursor:pointer}
button:focus-visible{outline-color:currentcolor}
[hidden]{display:none!important}
[data-fresh]{animation:fresh 4s}
@keyframes fresh{from{background:var(--new)}}
@media (prefers-reduced-motion){*{animation:none!important}}
@media (min-width:60rem){
  main:has(#board article){display:grid;grid-template-columns:minmax(0,1fr) 24rem;grid-template-rows:repeat(4,auto) 1fr;column-gap:3rem}
  #masthead{grid-column:1/-1}
  #since{grid-area:2/1}
  #key-points{grid-area:3/1}
  #pinned{grid-area:4/1}
  #updates{grid-area:5/1}
  #board{grid-area:2/2/6}
}
@media print{
  #live,nav,#settings,#revision a{display:none}
  details::details-content{content-visibility:visible;block-size:auto}
  article{break-inside:avoid}
  a{color:inherit}
}
`;
