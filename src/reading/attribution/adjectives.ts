import type { Analysis } from './analysis.ts';
import type { VerbGroup } from './chunks.ts';
import { until } from './contents.ts';
import { subjectBefore } from './sources.ts';
import { clauseAt } from './surroundings.ts';
import { setOf } from '../word-sets.ts';

/** What somebody is who thinks, fears or wants what follows. */
const minded = setOf(`
  confident aware convinced hopeful optimistic pessimistic adamant certain sure skeptical sceptical concerned worried glad proud
  afraid disappointed upset surprised critical supportive wary dismissive mindful appreciative unapologetic mystified outraged
  angry fearful grateful disdainful contemptuous envious enthusiastic apprehensive doubtful unconvinced unsure opposed tired
  eager keen happy determined content open anxious excited unhappy sad sorry relieved
  frustrated dismayed alarmed shocked horrified appalled thrilled delighted pleased satisfied puzzled`);
/** What such a word is joined with to what somebody is so about. */
const links = setOf('of about with in at over by toward towards');
const copulas = setOf('be remain feel become grow sound');

/** “made it clear that …”. */
export function makesClear(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  let at = group.to + 1;
  if (words[at]?.lower === 'it') at++;
  if (words[group.head]!.lemma !== 'make' || group.passive || !/^(clear|plain|known)$/.test(words[at]?.lower ?? ''))
    return false;
  const subject = group.finite
    ? (subjectBefore(words, phrases, group.from) ?? analysis.sourceOf(group))
    : analysis.sourceOf(group);
  const isClause = words[at + 1]?.lower === 'that' || clauseAt(analysis.parsed, at + 1);
  const content = subject && isClause ? until(analysis.parsed, at + 1, 'clause', group) : null;
  if (content) analysis.put(subject, { from: group.from, to: at }, [content]);
  return content !== null;
}

/** “Lind is confident that …”, “are skeptical of …”, “was eager to …”. */
export function attributeByAdjective(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  let at = group.head;
  if (copulas.has(words[at]!.lemma)) while (words[++at]?.tag === 'RB' && !minded.has(words[at]!.lower));
  else if (!group.passive) return false;
  if (!group.finite || !minded.has(words[at]?.lower ?? '') || words[at]!.quoted) return false;
  const subject = subjectBefore(words, phrases, group.from);
  if (!subject || /^(it|this|that|there)$/.test(words[subject.from]!.lower)) return false;
  const next = words[at + 1];
  if (!next || next.quoted) return false;
  const link = links.has(next.lower) && phrases[at + 2] ? 1 : 0;
  const isClause = next.lower === 'that' || clauseAt(analysis.parsed, at + 1);
  const isInfinitive = next.lower === 'to' && (words[at + 2]?.tag ?? '').startsWith('VB');
  if (!link && !isClause && !isInfinitive) return false;
  const content = until(analysis.parsed, at + 1 + link, isClause ? 'clause' : 'phrase', group);
  if (content) analysis.put(subject, { from: group.from, to: at + link }, [content]);
  return content !== null;
}
