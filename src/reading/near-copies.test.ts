import { describe, expect, it } from 'vitest';
import { changedFigures } from './changed-figures.ts';
import { comparable, lookUpBy, nearCopy } from './near-copies.ts';

const body = `The river Lorn broke its banks in the night and ran through the lower town. At least 17 people were hurt when the
bridge gave way, the county said. Two hundred and fifty others were taken to the school on the hill, where volunteers
handed out blankets. The mayor asked everybody to stay away from the water. Rain is to fall until Friday, and the dam
above the town holds, its engineers wrote. Boats went from house to house before dawn. Nobody knows how many are missing.`;
const other = `The river Lorn broke its banks last spring, too. The council had promised a wall and built none of it, its minutes
show. A flood of that size comes once in thirty years, an engineer told the committee, which asked for another study and
went on to the next point. The mayor was not there. The lower town has been under water four times since the war.`;
const compared = (earlier: string, later: string) => nearCopy(comparable(earlier), comparable(later));

describe('near-copies', () => {
  it.each([
    ['the same words, set otherwise', body.toUpperCase().replaceAll('\n', '  ').replaceAll(',', ' –')],
    ['more around it', `Home News Sport Weather Sign in\n\n${body}\n\nMost read today: ten walks for the weekend`],
    ['another beginning', body.replace(/^.*?way,/s, 'A town is under water after a night of rain,')],
    ['its end cut off', body.slice(0, 300)],
  ])('[R79] are told by their words: %s', (_, copy) => {
    expect(compared(body, copy)).not.toBeNull();
    expect(compared(copy, body)).not.toBeNull();
  });

  it('[R79] are not what only shares its subject', () => {
    expect(compared(body, other)).toBeNull();
    expect(compared(body, '')).toBeNull();
    expect(compared('', '')).toBeNull();
  });

  it.each([
    ['17', '19'],
    ['Two hundred and fifty', 'Three hundred'],
    ['17', 'twenty'],
  ])('[R80] with a changed figure are copies, and the change is shown: %s to %s', (was, now) => {
    const later = `New: ${body.replace(was, now)}`;
    const found = compared(body, later);
    expect(found?.changes.map((change) => [change.was, change.now])).toEqual([[was, now]]);
    const [{ wasAt, nowAt }] = found!.changes as [NonNullable<typeof found>['changes'][number]];
    expect([body.slice(wasAt.start, wasAt.end), later.slice(nowAt.start, nowAt.end)]).toEqual([was, now]);
  });

  it.each([
    [
      'German',
      `Der Lorn trat in der Nacht über die Ufer und lief durch die untere Stadt. Mindestens 17 Menschen wurden verletzt, als die
       Brücke nachgab, teilte der Kreis mit. Auf dem Hügel nahm die Schule viele auf, und Freiwillige verteilten Decken.`,
    ],
    [
      'Hebrew',
      `הנהר עלה בלילה על גדותיו וזרם דרך העיר התחתית. לפחות 17 בני אדם נפצעו כשהגשר קרס, מסרה המועצה. בית הספר שעל הגבעה קלט רבים,
       ומתנדבים חילקו שם שמיכות לכל מי שבא. ראש העיר ביקש מכולם להתרחק מן המים עד יום שישי.`,
    ],
  ])('[R80] in %s, of which nothing is quoted, are copies as well', (_, text) => {
    const later = `${text.replace('17', '19')} lorn.example`;
    expect(compared(text, later)?.changes.map(({ was, now }) => [was, now])).toEqual([['17', '19']]);
    expect(compared(body, text)).toBeNull();
  });

  it('[R80] without a changed figure show none', () => {
    expect(compared(body, `New: ${body}`)?.changes).toEqual([]);
  });

  it('[R81] meet in their sketches, also where one is a small part of the other', () => {
    const long = comparable(
      Array.from({ length: 400 }, (_, i) => `Line ${i} of ${i * 7}: ${i * 13} wet sandbags.`).join(' '),
    );
    const part = comparable(long.text.slice(3000, 4000));
    const shared = lookUpBy(part).filter((shingle) => lookUpBy(long).includes(shingle));
    expect(shared.length).toBeGreaterThan(5);
    expect(lookUpBy(long).length).toBeLessThan(long.shingles.size / 6);
  });

  it('[N95] with nothing but figures are compared without holding up who waits', () => {
    const figures = (from: number) => Array.from({ length: 60_000 }, (_, i) => `${((i * 7919) % 89) + from}`).join(' ');
    const [one, two] = [comparable(figures(1)), comparable(figures(2))];
    const before = process.cpuUsage();
    changedFigures(one, two);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
  });
});
