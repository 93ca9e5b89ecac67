import { html, type Content, type Html } from './html.ts';

const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address, where it is one of the web or of mail and can be linked; else `null`. */
export function linkable(address: string): string | null {
  if (/[\s\p{Cc}]/u.test(address) || !URL.canParse(address)) return null;
  return allowed.has(new URL(address).protocol) ? address : null;
}

/** A link that the desk wrote; only its words where the address cannot be linked. */
export function deskLink(address: string, words: Content): Html {
  const safe = linkable(address);
  return safe === null ? html`${words}` : html`<a href="${safe}" rel="noopener noreferrer">${words}</a>`;
}

/** A link that came with a report, which the desk does not vouch for; only its words where it cannot be linked. */
export function foreignLink(address: string, words: Content): Html {
  const safe = linkable(address);
  return safe === null ? html`${words}` : html`<a href="${safe}" rel="noopener noreferrer nofollow ugc">${words}</a>`;
}
