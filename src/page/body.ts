import { plainText, type Block, type Body, type Run } from '../journal/body.ts';
import { html, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import { deskLink } from './links.ts';
import type { Setting } from './setting.ts';

/** What a post says, as HTML. */
export function bodyHtml(setting: Setting, body: Body): Html {
  return html`${body.map((block) => blockHtml(setting, block))}`;
}

/** The beginning of a body's words on one line, at most `length` UTF-16 units, for where there is no headline. */
export function beginning(body: Body, length: number): string {
  const line = plainText(body).replace(/\s+/g, ' ').trim();
  // A character that is cut in two is mended by `html`.
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}

function blockHtml(setting: Setting, block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${runsHtml(block.runs)}</p>`;
    case 'quotation': {
      const language = block.language === null ? null : languageAttributes(setting, block.language);
      return html`<blockquote${language}><p>${runsHtml(block.runs)}</p></blockquote>`;
    }
    case 'list': {
      const items = block.items.map((runs) => html`<li>${runsHtml(runs)}`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function runsHtml(runs: Run[]): Html[] {
  return runs.map(({ text, strong, emphasis, link }) => {
    let run = html`${text}`;
    if (emphasis) run = html`<em>${run}</em>`;
    if (strong) run = html`<strong>${run}</strong>`;
    return link === undefined ? run : deskLink(link, run);
  });
}
