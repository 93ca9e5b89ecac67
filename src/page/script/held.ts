import type { Frame, Part } from '../../live/frame.ts';
import { say, waitingWords, word } from './notice.ts';
import { byId, insert, numberOf, replace, steadily } from './place.ts';
import { recall, remember } from './memory.ts';

/** The new posts that the reader has not asked to see. */
const held = new Map<string, Part>();
/** How many more there are that the server did not send, because there are too many. */
let unsent = 0;

const { dataset } = document.querySelector('main')!;
const story = dataset['story']!;
const first = Number(dataset['first']);
/** The revision up to which the reader has been shown everything. */
let shown = Number(dataset['revision']);

/** Puts a frame onto the page: changes at once, new posts when the reader wants them. */
export function apply(frame: Frame): void {
  if (frame.story !== story) return;
  steadily(() => frame.parts.forEach(put));
  unsent += frame.unsent;
  if (held.size + unsent === 0) upTo(frame.revision);
  else if (recall('auto') && unsent === 0) show(frame.revision, true);
  else wait(frame.revision);
}

/** Notes that the reader has been shown everything up to a revision. */
export function upTo(revision: number): void {
  shown = revision;
  remember(`at ${story}`, revision);
  leadBack();
}

/** Lets the link to what is new start where the reader was shown everything, not where the page's other pieces stand. */
function leadBack(): void {
  const link = document.querySelector('#revision a');
  link?.setAttribute('href', link.getAttribute('href')!.replace(/\d+$/, String(shown)));
}

function put(part: Part): void {
  const { id, into, html } = part;
  const old = byId(id);
  if (old) return replace(old, html);
  const place = into && byId(into);
  if (!place) return;
  if (into !== 'stream') return insert(place, html);
  if (!dataset['last'] && numberOf(id) >= first) held.set(id, part);
}

function wait(revision: number): void {
  leadBack();
  say(waitingWords(held.size + unsent), word('show'), () => {
    if (unsent) location.search = `?since=${shown}`;
    else show(revision, false);
  });
}

/** Inserts the posts that were held back; nothing on the screen moves, and the focus stays. */
function show(revision: number, quietly: boolean): void {
  const ids = [...held.keys()];
  steadily(() => held.forEach(({ html }) => insert(byId('stream')!, html)));
  held.clear();
  upTo(revision);
  if (quietly) return say(word('shown'));
  say(word('shown'), word('go'), () => {
    const place = ids.map(byId).find((post) => post);
    say('');
    place?.scrollIntoView();
    place?.querySelector('a')?.focus({ preventScroll: true });
  });
}
