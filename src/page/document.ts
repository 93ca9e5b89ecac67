import { attribute, html, verbatim, type Content, type Html } from './html.ts';
import { directionOf } from './language.ts';
import { pageStyle } from './style.ts';
import { wordsFor, type Words } from './words.ts';

/** What the head of a page says. */
export interface Head {
  title: string;
  description: string | null;
  language: string;
  /** The page's own address, or `null` where it has none that stays. */
  address: string | null;
  /** The address of the script, or `null` where the page has none. */
  script: string | null;
}

const longestDescription = 200;

/** A whole HTML document. */
export function documentHtml(head: Head, contents: Content): string {
  const { title, language, address, script } = head;
  const words = wordsFor(language);
  const chrome = language.toLowerCase().split('-')[0] === words.language ? null : words.language;
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
    <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <meta name="viewport" content="width=device-width,initial-scale=1">
    ${head.description && html`<meta name="description" content="${shortened(head.description)}">`}
    ${address && html`<link rel="canonical" href="${address}">`}
    <style>${verbatim(pageStyle)}</style>
    ${script && html`<script type="module" src="${script}"></script>`}
    </head>
    <body${attribute('lang', chrome)}>${contents}</body>
    </html>`.text;
}

/** The line at the top of a page that leads to the others, and past what comes first. */
export function topHtml({ ways }: Words, links: readonly { address: string; words: Content }[]): Html {
  return html`<nav aria-label="${ways}">${links.map(({ address, words }) => html`<a href="${address}">${words}</a> `)}</nav>`;
}

function shortened(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1).trimEnd()}…`;
}
