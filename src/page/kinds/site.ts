import { html, phrase } from '../html.ts';
import type { Rendering } from './kind.ts';

/** A site: one aspect of a place in the words printed, with how bad they are taken to be. */
export const site: Rendering<'site'> = {
  deed({ words }, { mode, value }) {
    const { aspect, degree, words: printed } = value;
    const { aspects, degrees, degreeUnknown } = words.site;
    const bad = degree === null ? degreeUnknown : degrees[aspect][degree];
    return words.utters(mode, html`${aspects[aspect]}: <b>${phrase(printed)}</b> (${bad})`);
  },
  line({ words }, { place, what }) {
    return html`<p>${words.list([...(what === null ? [] : [phrase(what)]), phrase(place)])}</p>`;
  },
  about: () => null,
  past: () => null,
};
