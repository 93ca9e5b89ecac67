import type { DeskView } from '../views/desk-view.ts';
import type { DueItem, ReportHole, Saying, StatementHole } from '../views/due-view.ts';
import { means } from './kinds/appeal.tsx';

/** Where the desk looks at something: a list of the stream, and the thing in it. */
export interface Place {
  list: 'posts' | 'board';
  id: string;
}

const statementHoles: Record<StatementHole, string> = {
  channel: 'by which channel it came',
  said: 'when it was said',
  happened: 'when it happened',
};

const reportHoles: Record<ReportHole, string> = {
  title: 'its title',
  outlet: 'its outlet',
  origin: 'where it comes from',
  published: 'its date',
};

const who = ({ speaker }: Saying) => speaker ?? 'the desk';
const listed = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);

/** One thing that is due, in a sentence. */
export function dueLine(item: DueItem): string {
  switch (item.kind) {
    case 'payment-unconfirmed': {
      const { subject, by, payee, country } = item.parts;
      const to = [payee, country].filter((words) => words !== null).join(', ');
      return `${subject}: payment details that ${by} entered (${to}) are not confirmed by a second person.`;
    }
    case 'overdue':
      return `${item.parts.subject}: the time that ${who(item.parts)} stated has passed, and nobody states an outcome.`;
    case 'expired':
      return `${item.parts.subject}: what ${who(item.parts)} stated has run out, and nobody states how it is now.`;
    case 'lapsed':
      return `${item.parts.subject}: ${who(item.parts)} stated no end, and nobody states whether it still holds.`;
    case 'disputed-unexplained': {
      const { subject, pairs, more } = item.parts;
      const differ = pairs.map(([one, other]) => `${who(one)} differs from ${who(other)}`);
      const others = more === 0 ? [] : [more === 1 ? '1 more pair differs' : `${more} more pairs differ`];
      return `${subject}: ${listed([...differ, ...others])}, and the desk has not said anything of it.`;
    }
    case 'appeal-way-without-address': {
      const { subject, way, country } = item.parts;
      const by = means[item.parts.means as keyof typeof means] ?? item.parts.means;
      return `${subject}: way ${way} to give that ${who(item.parts)} stated (${country === null ? by : `${by}, ${country}`}) has no address.`;
    }
    case 'unnamed-only':
      return `${item.parts.subject}: only ${listed(item.parts.speakers)} spoke of it, and nobody with a name.`;
    case 'silent-side':
      return `${item.parts.subject}: the statement of ${item.parts.party} is awaited and has not come.`;
    case 'stale':
      return `${item.parts.subject}: nothing was recorded for ${item.parts.hours} hours or more.`;
    case 'statement-holes': {
      const holes = listed(item.parts.holes.map((hole) => statementHoles[hole]));
      return `${item.parts.subject}: of what ${who(item.parts)} stated, it is not recorded ${holes}.`;
    }
    case 'report-holes': {
      const { title, holes, statements } = item.parts;
      const name = title === null ? `The report ${item.what}` : `The report “${title}”`;
      const cut = statements === 1 ? '1 statement stands' : `${statements} statements stand`;
      return `${name}, on which ${cut}, is recorded without ${listed(holes.map((hole) => reportHoles[hole]))}.`;
    }
  }
}

/** A name of a thing that is due, which no other one has. */
export function dueName({ kind, what, parts }: DueItem): string {
  const more = 'way' in parts ? `-${parts.way}` : 'party' in parts ? `-${parts.id}` : '';
  return `due-${kind}-${what}${more}`;
}

/** Where to look at a thing that is due; `null` where neither the board nor the posts at the desk show it. */
export function placeOf({ what, subject }: DueItem, { posts, subjects }: DeskView): Place | null {
  if (subject !== null) {
    const heard = what.startsWith('payment-') || subjects.some(({ voices }) => voices.some(({ id }) => id === what));
    return { list: 'board', id: heard ? what : subject };
  }
  const post = posts.find(({ statements }) => statements.some(({ report }) => report?.id === what));
  if (post !== undefined) return { list: 'posts', id: post.id };
  const voice = subjects.flatMap(({ voices }) => voices).find(({ report }) => report?.id === what);
  return voice === undefined ? null : { list: 'board', id: voice.id };
}
