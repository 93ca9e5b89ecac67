import { gate, type Candidate } from '../gate.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { FoundPlace, Note, Suggestion, TextBlock } from '../reading.ts';
import { sentencesOf, wordsIn } from '../sentences.ts';
import { foreignFigures } from './foreign-figures.ts';
import { foreignPlaces } from './foreign-places.ts';
import { languageOf, type Language } from './languages.ts';

/** What is found in a text that is not English. */
export interface Foreign {
  suggestions: Suggestion[];
  places: FoundPlace[];
  notes: Note[];
}

/** So much of a text is looked at to tell its language. */
const lookedAt = 20_000;

/** Figures in digits, said by nobody, and places of a text in a language other than English; `body` is what suggestions may come from. */
export function readForeign(
  text: string,
  blocks: TextBlock[],
  body: readonly TextBlock[],
  declared: string | null,
  gazetteer: Gazetteer,
): Foreign {
  const words = wordsIn(text, { start: 0, end: Math.min(text.length, lookedAt) });
  const language = languageOf(words, declared);
  const candidates = language
    ? body.flatMap((block) =>
        sentencesOf(text, block).flatMap((sentence) =>
          foreignFigures(text, sentence, language).map((figure): Candidate => ({
            sort: 'figure',
            start: sentence.start,
            end: sentence.end,
            wider: block,
            speaker: null,
            mode: 'reports',
            channel: null,
            figure: { ...figure, where: null, period: null },
          })),
        ),
      )
    : [];
  const { suggestions, notes } = gate(text, blocks, candidates);
  return {
    suggestions: suggestions.map((one) => ({ ...one, said: null, happened: null })),
    places: foreignPlaces(text, body, gazetteer, language),
    notes: [{ code: 'language-not-covered', message: covered(language) }, ...notes],
  };
}

/** What is told of a text by its language, so that nobody takes a silence for a lack. */
const covered = (language: Language | null): string =>
  `Quotations and states are suggested from English text only; of this one ${language === null ? 'no figures, and no places but those known the world over in Latin letters' : 'figures in digits and places'}.`;
