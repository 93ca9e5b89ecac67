import type { Bound } from '../../journal/subjects/figure.ts';
import type { Token } from '../sentences.ts';
import { setOf } from '../word-sets.ts';

/** What reading knows of a language other than English: enough for figures in digits and for names of places. */
export interface Language {
  /** ISO 639-1 code. */
  code: string;
  /** Words so common that no text of some length is without them; none of them is counted. */
  commonest: ReadonlySet<string>;
  /** Words behind which a name is that of a place. */
  locatives: ReadonlySet<string>;
  /** The word before the last name of a list. */
  and: string;
  /** What a counted noun ends in or looks like. */
  counted: RegExp;
  /** Nouns behind a number with which it counts nothing: parts of time and names of months. */
  uncounted: ReadonlySet<string>;
  /** Words before a number that bound it, the longer first. */
  bounds: readonly [words: string, bound: Bound][];
  multipliers: ReadonlyMap<string, number>;
}

const german: Language = {
  code: 'de',
  commonest: setOf(
    'der die das und ist nicht mit den von zu ein eine im dem des auf für sich auch als wurde wird werden sind noch nach bei sagte',
  ),
  locatives: setOf('in bei nach aus um nahe zwischen'),
  and: 'und',
  counted: /^\p{Lu}\p{Ll}{2,}$|^(?:tote|verletzte|vermisste)n?$/u,
  uncounted: setOf(`
    uhr sekunden minuten stunden tage tagen wochen monate monaten jahre jahren jahr januar februar märz april mai juni juli
    august september oktober november dezember prozentpunkte grad mal`),
  bounds: [
    ['mehr als', 'more-than'],
    ['weniger als', 'fewer-than'],
    ['bis zu', 'at-most'],
    ['mindestens', 'at-least'],
    ['wenigstens', 'at-least'],
    ['höchstens', 'at-most'],
    ['maximal', 'at-most'],
    ['über', 'more-than'],
    ['unter', 'fewer-than'],
    ['rund', 'about'],
    ['etwa', 'about'],
    ['ungefähr', 'about'],
    ['circa', 'about'],
    ['knapp', 'about'],
    ['fast', 'about'],
    ['gut', 'about'],
  ],
  multipliers: new Map([
    ['tausend', 1e3],
    ['million', 1e6],
    ['millionen', 1e6],
    ['milliarde', 1e9],
    ['milliarden', 1e9],
  ]),
};

const french: Language = {
  code: 'fr',
  commonest: setOf(
    'le la les des et est une un du dans que qui pour pas sur par avec plus au ce sont a ont été en se il elle selon',
  ),
  locatives: setOf('à vers en'),
  and: 'et',
  counted: /^(?:gens|\p{Ll}{2,}[sx])$/u,
  uncounted: setOf(`
    heures heure secondes minutes jours semaines mois ans années janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre fois degrés`),
  bounds: [
    ['plus de', 'more-than'],
    ['plus d’', 'more-than'],
    ['moins de', 'fewer-than'],
    ['au moins', 'at-least'],
    ['au plus', 'at-most'],
    ['jusqu’à', 'at-most'],
    ["jusqu'à", 'at-most'],
    ['environ', 'about'],
    ['près de', 'about'],
    ['quelque', 'about'],
  ],
  multipliers: new Map([
    ['mille', 1e3],
    ['million', 1e6],
    ['millions', 1e6],
    ['milliard', 1e9],
    ['milliards', 1e9],
  ]),
};

const spanish: Language = {
  code: 'es',
  commonest: setOf('el la los las de que y en un una es por con para no se del al su lo como más pero fue han según'),
  locatives: setOf('en desde hacia'),
  and: 'y',
  counted: /^\p{Ll}{3,}s$/u,
  uncounted: setOf(`
    horas segundos minutos días semanas meses años enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre veces grados`),
  bounds: [
    ['más de', 'more-than'],
    ['menos de', 'fewer-than'],
    ['al menos', 'at-least'],
    ['por lo menos', 'at-least'],
    ['como máximo', 'at-most'],
    ['hasta', 'at-most'],
    ['unos', 'about'],
    ['unas', 'about'],
    ['cerca de', 'about'],
    ['alrededor de', 'about'],
    ['casi', 'about'],
  ],
  multipliers: new Map([
    ['mil', 1e3],
    ['millón', 1e6],
    ['millones', 1e6],
  ]),
};

const italian: Language = {
  code: 'it',
  commonest: setOf(
    'il lo la gli le di che e in un una è per con non si del della dei al alla da sono ha anche più ma secondo',
  ),
  locatives: setOf('a ad in da verso presso'),
  and: 'e',
  counted: /^\p{Ll}{3,}[ie]$/u,
  uncounted: setOf(`
    ore secondi minuti giorni settimane mesi anni gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
    novembre dicembre volte gradi`),
  bounds: [
    ['più di', 'more-than'],
    ['oltre', 'more-than'],
    ['meno di', 'fewer-than'],
    ['almeno', 'at-least'],
    ['fino a', 'at-most'],
    ['circa', 'about'],
    ['quasi', 'about'],
  ],
  multipliers: new Map([
    ['mila', 1e3],
    ['milione', 1e6],
    ['milioni', 1e6],
    ['miliardo', 1e9],
    ['miliardi', 1e9],
  ]),
};

/** The languages of which reading knows some words, beside English. */
export const languages: readonly Language[] = [german, french, spanish, italian];

/** The language that a text is in: as its markup says, else the one whose commonest words are most of it; `null` for others. */
export function languageOf(words: readonly Token[], declared: string | null): Language | null {
  if (declared !== null) return languages.find(({ code }) => declared.toLowerCase().split('-')[0] === code) ?? null;
  const share = ({ commonest }: Language): number =>
    words.filter(({ lower }) => commonest.has(lower)).length / words.length;
  const [best, second] = languages
    .map((language) => ({ language, part: share(language) }))
    .toSorted((a, b) => b.part - a.part);
  return best && second && best.part > 0.1 && best.part > 1.5 * second.part ? best.language : null;
}
