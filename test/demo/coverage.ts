import type { SiteValue } from '../../src/journal/subjects/site.ts';
import type { FigureValue } from '../../src/journal/subjects/figure.ts';
import type { RouteValue } from '../../src/journal/subjects/route.ts';
import type { When } from '../../src/terms/when.ts';
import type { Clipping } from './clipping.ts';
import type { About, Named, Taken } from './writing.ts';

const russia: Named = { name: 'Russia', sort: 'body' };
const ukraine: Named = { name: 'Ukraine', sort: 'body' };
const zelensky: Named = { name: 'Volodymyr Zelensky', sort: 'person', role: 'president' };
const podolyak: Named = { name: 'Mikhail Podolyak', sort: 'person' };
const outlet: Named = { name: 'MailOnline', sort: 'body' };

/** The two who share a surname. */
export const kulebas = {
  minister: { name: 'Dmytro Kuleba', sort: 'person', role: 'foreign minister' },
  governor: { name: 'Oleksiy Kuleba', sort: 'person', role: 'regional administration head' },
} satisfies Record<string, Named>;

/** A day, with the words that gave it. */
const day = (date: string, words: string | null = null): When => ({ from: date, to: date, zone: null, words });
const tuesday = (words: string | null = null) => day('2022-03-08', words);
const wednesday = (words: string | null = null) => day('2022-03-09', words);

const figures = (name: string): About => ({ name, terms: { kind: 'figure' } });

/** The names of the subjects, by what they show. */
export const names = {
  attempts: 'Attempts on the president’s life',
  people: 'People wounded, buried, killed, fled',
  meeting: 'Lavrov and Kuleba in Antalya',
  demands: ['End of fighting', 'Neutrality', 'Crimea', 'Donetsk and Luhansk'],
  truces: ['Towns around Kyiv', 'Mariupol', 'Enerhodar', 'Volnovakha', 'Izyum', 'Sumy'].map(
    (place) => `Pause: ${place}`,
  ),
  routes: {
    succeeded: ['Sumy to Poltava'],
    refused: ['Routes to Russia', 'Routes to Belarus'],
    disrupted: ['Routes that Ukraine proposed', 'Out of the towns around Kyiv'],
    unknown: ['Out of Enerhodar', 'Out of Volnovakha', 'Out of Izyum'],
  },
  power: 'Chernobyl nuclear plant',
  bridge: 'Road bridge near Irpin',
  appeal: 'An appeal for refugees',
};

/** A post of the session, and what it carries. */
export interface Piece {
  headline: string;
  text: string;
  taken: Taken[];
}

/** What the desk takes from the report, post by post. */
export function coverage(clipping: Clipping): Piece[] {
  return [
    meeting(clipping),
    demands(clipping),
    truces(clipping),
    routes(clipping),
    people(clipping),
    attempts(clipping),
    places(clipping),
    appeal(),
  ];
}

function meeting(clipping: Clipping): Piece {
  const about: About = {
    name: names.meeting,
    terms: {
      kind: 'meeting',
      who: ['Sergei Lavrov', 'Dmytro Kuleba'],
      level: 'foreign ministers',
      mediator: 'Mevlut Cavusoglu',
      where: 'Antalya',
    },
  };
  const expects = clipping.suggestion('quotation', 'limited');
  return {
    headline: 'Foreign ministers to meet in Antalya',
    text: 'Ukraine’s minister says he is getting ready for it.',
    taken: [
      {
        about,
        by: { ...kulebas.minister, as: expects.speaker!.name },
        channel: expects.channel,
        mode: 'confirms',
        value: { kind: 'meeting', state: 'planned', when: day('2022-03-10', 'on Thursday'), outcome: null },
        excerpt: clipping.sentence('expectations were'),
      },
    ],
  };
}

function demands(clipping: Clipping): Piece {
  const demanded = clipping.sentence('Russia is demanding');
  const printed = [
    clipping.words('cease military', 'action'),
    clipping.words('change its constitution', 'EU or NATO'),
    clipping.words('acknowledge Crimea', 'territory'),
    clipping.words('recognise the separatist', 'territories'),
  ];
  const issue = (i: number): About => ({
    name: names.demands[i]!,
    terms: { kind: 'position' },
    sides: [russia, zelensky],
  });
  const open = (i: number, what: string, pattern: string, condition: string | null = null): Taken => ({
    about: issue(i),
    by: { ...zelensky, as: 'Zelensky' },
    mode: 'says',
    value: { kind: 'position', stand: 'open-to', what, condition },
    excerpt: clipping.sentence(pattern),
  });
  return {
    headline: 'What each side asks for before the talks',
    text: 'Four demands, and what the other side has said of each.',
    taken: [
      ...printed.map((what, i): Taken => ({
        about: issue(i),
        by: russia,
        mode: 'demands',
        value: { kind: 'position', stand: 'demands', what, condition: null },
        excerpt: demanded,
      })),
      open(1, 'giving up the wish for NATO membership', '‘cooled’ on'),
      open(2, 'talking about Crimea', '‘open to dialogue’', 'no ultimatums'),
      open(3, 'talking about Luhansk and Donbass', '‘open to dialogue’', 'no ultimatums'),
    ],
  };
}

function truces(clipping: Clipping): Piece {
  const announced = clipping.suggestion('figure', 'new ceasefires');
  return {
    headline: 'Pauses announced for six places',
    text: 'No end was named for any of them.',
    taken: names.truces.map((name): Taken => ({
      about: { name, terms: { kind: 'truce', places: [name.replace('Pause: ', '')] } },
      by: { name: 'Ukrainian authorities', sort: 'body', as: announced.speaker!.name },
      mode: 'announces',
      value: { kind: 'truce', state: 'announced', from: wednesday('on Wednesday morning'), until: null, reason: null },
      said: wednesday(),
      excerpt: announced.excerpt,
    })),
  };
}

function routes(clipping: Clipping): Piece {
  const way = (name: string, from: string | null, to: string | null = null): About => ({
    name,
    terms: { kind: 'route', aim: 'people-out', from, through: [], to },
  });
  const value = (state: RouteValue['state'], reason: string | null = null): RouteValue => ({
    kind: 'route',
    state,
    reason,
    people: null,
    window: null,
  });
  const rejected = clipping.sentence('Russian evacuation routes');
  const leads = clipping.words('they lead to', 'ally, Belarus');
  const shelled = clipping.suggestion('quotation', 'artificially creating');
  const [sumy] = names.routes.succeeded;
  const [proposed, suburbs] = names.routes.disrupted;
  return {
    headline: 'One route has been used; of most, nobody states an outcome',
    text: 'Who proposed which, who refused, and what became of them.',
    taken: [
      {
        about: way(sumy!, 'Sumy', 'Poltava'),
        by: outlet,
        mode: 'reports',
        value: value('succeeded'),
        excerpt: clipping.sentence('Sumy to Poltava'),
      },
      ...names.routes.refused.flatMap((name): Taken[] => {
        const about = way(name, null, name.replace('Routes to ', ''));
        return [
          { about, by: { ...russia, as: 'Russian' }, mode: 'offers', value: value('proposed'), excerpt: rejected },
          { about, by: ukraine, mode: 'refuses', value: value('refused', leads), excerpt: rejected },
        ];
      }),
      { about: way(proposed!, null), by: ukraine, mode: 'offers', value: value('proposed'), excerpt: rejected },
      {
        about: way(proposed!, null),
        by: outlet,
        mode: 'reports',
        value: value('disrupted', clipping.words('come under', 'bombardment')),
        excerpt: rejected,
      },
      {
        about: way(suburbs!, 'towns around Kyiv'),
        by: kulebas.governor,
        mode: shelled.mode,
        value: value('disrupted', clipping.words('continuing shelling', 'bombing')),
        excerpt: shelled.excerpt,
      },
      ...names.routes.unknown.map((name): Taken => ({
        about: way(name, name.replace('Out of ', '')),
        by: outlet,
        mode: 'reports',
        value: value('outcome-unknown'),
        happened: wednesday('on Wednesday'),
        excerpt: clipping.sentence('not immediately clear'),
      })),
    ],
  };
}

/** The figure that reading found at some words, with its definition. */
function counted(
  clipping: Clipping,
  pattern: string,
  definition: Pick<FigureValue, 'what' | 'where' | 'period' | 'cumulative'>,
): Pick<Taken, 'mode' | 'value' | 'excerpt'> {
  const { figure, mode, excerpt } = clipping.suggestion('figure', pattern);
  const { words, bound, low, best, high, unit } = figure!;
  return { mode, excerpt, value: { kind: 'figure', ...definition, words, bound, low, best, high, unit } };
}

function people(clipping: Clipping): Piece {
  const about = figures(names.people);
  const of = (what: string, where: string, period: string | null, cumulative: boolean | null) => ({
    what,
    where,
    period,
    cumulative,
  });
  return {
    headline: 'Ukraine says that a maternity hospital was hit in Mariupol',
    text: 'What is being counted, each by its own source.',
    taken: [
      { about, by: ukraine, ...counted(clipping, 'at least 17', of('people wounded', 'the hospital', null, null)) },
      { about, by: outlet, ...counted(clipping, 'bury 70', of('people buried', 'Mariupol', 'Wednesday', false)) },
      { about, by: outlet, ...counted(clipping, 'thousands are', of('people killed', 'Ukraine', 'two weeks', true)) },
      {
        about,
        by: { name: 'United Nations', sort: 'body', as: 'The UN' },
        ...counted(clipping, 'more than 2million', of('people who fled', 'Ukraine', null, true)),
      },
    ],
  };
}

function attempts(clipping: Clipping): Piece {
  const about = figures(names.attempts);
  const of = (period: string | null, cumulative: boolean | null) => ({
    what: 'attempts',
    where: null,
    period,
    cumulative,
  });
  return {
    headline: 'An adviser speaks of attempts on the president’s life',
    text: 'Three numbers are about; they do not speak of one stretch of time.',
    taken: [
      {
        about,
        by: { name: 'Recent reports', sort: 'unnamed', as: 'recent reports' },
        ...counted(clipping, 'number one target', of('the last week', false)),
      },
      {
        about,
        by: { name: 'Foreign partners', sort: 'unnamed', as: 'foreign partners' },
        via: [podolyak],
        ...counted(clipping, 'two or three', of(null, null)),
      },
      // All that he survived, added up; nobody says since when.
      {
        about,
        by: { ...podolyak, as: 'Mr Podolyak' },
        ...counted(clipping, 'such attempts', of(null, true)),
      },
    ],
  };
}

function places(clipping: Clipping): Piece {
  const plant: About = { name: names.power, terms: { kind: 'site', place: 'Chernobyl', what: 'nuclear plant' } };
  const bridge: About = { name: names.bridge, terms: { kind: 'site', place: 'Irpin', what: 'road bridge' } };
  const is = (aspect: SiteValue['aspect'], degree: SiteValue['degree'], words: string): SiteValue => ({
    kind: 'site',
    aspect,
    degree,
    words,
  });
  const watchdog = clipping.suggestion('quotation', 'no critical impact');
  return {
    headline: 'Power is cut at Chernobyl; a bridge near Irpin is seen from above',
    text: 'What the watchdog says of it stands beside it.',
    taken: [
      {
        about: plant,
        by: outlet,
        mode: 'reports',
        value: is('power', 'lost', clipping.words('knocked out', 'power')),
        excerpt: clipping.sentence('knocked out power'),
      },
      {
        about: plant,
        by: { name: 'UN nuclear watchdog', sort: 'body', as: watchdog.speaker!.name },
        mode: watchdog.mode,
        // Its words do not say how bad it is, only how bad it is not.
        value: is('radiation-safety', null, watchdog.excerpt.exact),
        excerpt: watchdog.excerpt,
      },
      {
        about: bridge,
        by: outlet,
        channel: 'a satellite image',
        mode: 'reports',
        value: is('damage', 'lost', clipping.words('destroyed road', 'bridge')),
        happened: tuesday('on Tuesday'),
        said: wednesday('released Wednesday'),
        excerpt: clipping.sentence('satellite image'),
      },
    ],
  };
}

/** In the desk's own voice: nothing of an appeal is quoted, so that nothing payable can come along. */
function appeal(): Piece {
  const missing = { country: null, means: 'online', address: null } as const;
  return {
    headline: 'An appeal is printed without the addresses it speaks of',
    text: 'The desk passes on no account; where to give has not been confirmed.',
    taken: [
      {
        about: { name: names.appeal, terms: { kind: 'appeal', beneficiary: 'refugees from Ukraine' } },
        mode: 'says',
        value: {
          kind: 'appeal',
          charity: 'Mail Force',
          charityNumber: null,
          from: null,
          until: null,
          ways: [missing, missing],
        },
      },
    ],
  };
}
