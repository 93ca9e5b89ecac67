import type { FoundTime, Span, TextBlock } from './reading.ts';
import type { Sentence } from './sentences.ts';
import { timesIn } from './times/times.ts';

/** How a message that is forwarded is announced: “---------- Forwarded message”. */
export const forwarding = /^(?:-{2,} ?(?:original|forwarded) message|begin forwarded message:)/i;
/** The line above words that are answered: “On Mon, 3 May 2031 at 10:12, Ann Lee wrote:”. */
const answering = /^On (.{6,120}) wrote:$/;
const field = /^(?:from|sent|date|to|cc|bcc|reply-to|subject|importance|attachments?):/i;
/** When a message was sent, as its header prints it; fields can stand on one line. */
const sent = /(?:^|\s)(?:date|sent): ([^\n]{6,60})/i;
/** So many blocks of a header are looked at, and so much of each. */
const [most, length] = [12, 400];

/** A message that a report forwards or answers, with the date that its header prints. */
interface Message extends Span {
  date: string | null;
}

/**
 * The times of a report that can hold messages: those of a message count from the date that its own header prints, and from no day
 * where it prints none.
 */
export function timesOfMessages(
  text: string,
  blocks: readonly TextBlock[],
  sentences: readonly Sentence[],
  published: string | null,
): FoundTime[] {
  const messages = messagesIn(text, blocks);
  if (messages.length === 0) return timesIn(text, sentences, published);
  const times: FoundTime[] = [];
  const open: Message[] = [];
  let next = 0;
  for (let i = 0; i < sentences.length;) {
    const { start } = sentences[i]!;
    while (next < messages.length && messages[next]!.start <= start) open.push(messages[next++]!);
    while (open.length > 0 && open.at(-1)!.end <= start) open.pop();
    const message = open.at(-1);
    const end = Math.min(message?.end ?? text.length, messages[next]?.start ?? text.length);
    let to = i + 1;
    while (to < sentences.length && sentences[to]!.start < end) to++;
    times.push(...timesIn(text, sentences.slice(i, to), message ? message.date : published));
    i = to;
  }
  return times;
}

/** Where messages start and end: one that is forwarded with the text or the quotation it stands in, an answered one with its quotation. */
function messagesIn(text: string, blocks: readonly TextBlock[]): Message[] {
  const lines = blocks.map(({ start, end }) => text.slice(start, Math.min(end, start + length)));
  // The end of the quotation that a block belongs to, else of the text.
  const ends: number[] = [];
  for (let i = blocks.length - 1; i >= 0; i--) {
    const isQuoted = blocks[i]!.kind === 'quotation';
    ends[i] = !isQuoted ? text.length : blocks[i + 1]?.kind === 'quotation' ? ends[i + 1]! : blocks[i]!.end;
  }
  const messages: Message[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const line = lines[i]!;
    const answered = blocks[i + 1]?.kind === 'quotation' ? answering.exec(line)?.[1] : undefined;
    if (answered !== undefined) messages.push({ start: blocks[i + 1]!.start, end: ends[i + 1]!, date: answered });
    const header = headerAt(lines, i);
    if (header.length === 0) continue;
    const date = header.map((one) => sent.exec(one)?.[1]).find((one) => one !== undefined) ?? null;
    messages.push({ start: blocks[i]!.start, end: ends[i]!, date });
    i += header.length - 1;
  }
  return messages;
}

/** The lines of a header that starts at a block: behind the words that forward it, or by itself where it says from whom and when. */
function headerAt(lines: readonly string[], i: number): string[] {
  const isForwarded = forwarding.test(lines[i]!);
  if (!isForwarded && !/^from:/i.test(lines[i]!)) return [];
  const header = [lines[i]!];
  while (header.length < most && field.test(lines[i + header.length] ?? '')) header.push(lines[i + header.length]!);
  return isForwarded || header.some((line) => sent.test(line)) ? header : [];
}
