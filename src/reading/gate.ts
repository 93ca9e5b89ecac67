import { checkExcerpt, excerptAt, type Excerpt } from '../terms/excerpt.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Note, Span, TextBlock } from './reading.ts';
import type { Undated } from './times/told.ts';

/** A suggestion before it has its number, with the wider passage that may stand for its words. */
export interface Candidate extends Omit<Undated, 'number' | 'excerpt' | 'also' | 'reader'>, Span {
  /** The excerpt may be widened to this where its words stand more than once; `null`: it may not. */
  wider: Span | null;
}

/** How much text may be searched for all excerpts together: what it costs to prove that each stands once. */
const searchable = 500_000_000;
/** How long all excerpts together may be, in UTF-16 units. */
const excerpted = 1_000_000;

/** Whether an excerpt stands in the text exactly once with its context. */
export function standsOnce(text: string, excerpt: Excerpt): boolean {
  try {
    checkExcerpt(text, excerpt);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function admit(text: string, candidate: Candidate): Excerpt | null {
  const { figure, speaker } = candidate;
  for (const span of [candidate, candidate.wider]) {
    if (!span || span.end - span.start > 5000) continue;
    const excerpt = excerptAt(text, span.start, span.end);
    if (speaker && text.slice(speaker.start, speaker.end) !== speaker.name) return null;
    for (const part of figure ? [figure, figure.where, figure.period] : []) {
      if (part && text.slice(part.start, part.end) !== part.words) return null;
      if (part && (part.start < span.start || part.end > span.end)) return null;
    }
    if (standsOnce(text, excerpt)) return excerpt;
  }
  return null;
}

/** What makes two suggestions the same: the words, without case and outer marks, and who says them. */
function sameness(text: string, candidate: Candidate): string {
  const words = text
    .slice(candidate.start, candidate.end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return JSON.stringify([
    candidate.sort,
    words,
    candidate.speaker?.name.toLowerCase(),
    candidate.figure?.words,
    candidate.figure && candidate.figure.start - candidate.start,
  ]);
}

/**
 * The one gate through which suggestions leave.
 *
 * Each excerpt stands in the text exactly once, each number stands in its excerpt, nothing lies in an appeal, the same is
 * suggested once, with its other places. What fails is left out and counted in a note.
 */
export function gate(
  text: string,
  blocks: TextBlock[],
  candidates: Candidate[],
): { suggestions: Undated[]; notes: Note[] } {
  const appeals = blocks.filter((block) => block.kind === 'appeal');
  const sorted = candidates.toSorted((a, b) => (a.figure ?? a).start - (b.figure ?? b).start || a.end - b.end);
  const most = Math.max(50, Math.floor(searchable / Math.max(1, text.length)));
  const seen = new Map<string, Undated>();
  const suggestions: Undated[] = [];
  let dropped = 0;
  let left = 0;
  let appeal = 0;
  let tried = 0;
  let length = 0;
  for (const candidate of sorted) {
    const key = sameness(text, candidate);
    const same = seen.get(key);
    if (tried >= most || length > excerpted) {
      left += same ? 0 : 1;
      continue;
    }
    tried++;
    while (appeal < appeals.length && appeals[appeal]!.end <= candidate.start) appeal++;
    const inAppeal = appeal < appeals.length && appeals[appeal]!.start < candidate.end;
    const excerpt = inAppeal ? null : admit(text, candidate);
    length += excerpt?.exact.length ?? 0;
    if (same) {
      if (excerpt) same.also.push(excerpt);
      continue;
    }
    if (!excerpt) {
      dropped++;
      continue;
    }
    const { sort, speaker, mode, channel, figure } = candidate;
    const number = suggestions.length + 1;
    const suggestion = { number, sort, excerpt, speaker, mode, channel, figure, also: [], reader: null };
    seen.set(key, suggestion);
    suggestions.push(suggestion);
  }
  const notes: Note[] = [];
  if (dropped > 0)
    notes.push({
      code: 'suggestions-dropped',
      message: `${dropped} suggestions were left out, because their words do not stand exactly once in the report.`,
    });
  if (left > 0)
    notes.push({
      code: 'suggestions-limited',
      message: `The report is very long; only its first ${suggestions.length} suggestions are shown, ${left} are not.`,
    });
  return { suggestions, notes };
}
