// A desk session on a report that is not part of the project: what one article comes to on the page, hour by hour.
//
// The report is looked for beside the project, or where the variable STET_SEED says. It is only read: its text is
// nowhere in the project, and excerpts are found in it by a few words.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkFollows, firstHash } from '../../src/journal/revision.ts';
import { compare } from '../../src/record/kinds/claim.ts';
import { get } from '../../src/record/record.ts';
import { weigh } from '../../src/record/weighing.ts';
import { Refusal } from '../../src/terms/refusal.ts';
import type { Moment } from '../../src/terms/when.ts';
import type { SubjectView, VoiceView } from '../../src/views/subject-view.ts';
import { attributeOf, Tree, wordsOf } from '../page/tree.ts';
import { Account } from './account.ts';
import { kulebas, names } from './coverage.ts';
import { Session, within } from './session.ts';

type Part = (session: Session, account: Account) => Promise<void>;

const report: Part = async ({ record, clipping }, account) => {
  const statements = [...record.statements];
  account.line(
    `${statements.length} statements are on record in ${record.posts.length} posts`,
    statements.length > 30 && record.posts.length === 8,
  );
  const quoted = statements.flatMap(({ excerpt }) => excerpt ?? []);
  account.line(
    `each of the ${quoted.length} that are quoted is the report's own words at its place`,
    quoted.length > 30 && quoted.every(({ start, end, exact }) => clipping.text.slice(start, end) === exact),
  );
};

const parties: Part = async ({ record }, account) => {
  const named = [...record.parties].filter(({ name }) => name.endsWith('Kuleba'));
  account.line(
    'two are on record, neither merged into the other',
    named.length === 2 && named.every(({ into }) => into === null),
    named.map(({ name, role }) => `${name} (${role})`).join('; '),
  );
  const [minister, governor] = [kulebas.minister, kulebas.governor].map(({ name }) => {
    const id = named.find((one) => one.name === name)!.id;
    return [...record.statements].filter(({ by }) => by?.party === id);
  });
  account.line('each speaks on his own subject', minister!.length === 1 && governor!.length === 1);
  account.line(
    'each stands as he was printed, the first by his surname alone',
    minister![0]!.by!.as === 'Kuleba' && governor![0]!.by!.as === 'Oleksiy Kuleba',
    `${minister![0]!.by!.as}; ${governor![0]!.by!.as}`,
  );
};

const attempts: Part = async (session, account) => {
  const { state, voices, disputes } = session.subject(names.attempts);
  account.line(
    'three voices stand side by side as different measures',
    state === 'different-measures' && voices.length === 3 && disputes.length === 0,
    voices.map(figureWords).join('; '),
  );
  const { standing } = await session.shown(names.attempts);
  account.line('the page says so', standing.includes('not comparable'), standing);
  const headings = new Tree(await session.page())
    .elements()
    .filter(({ tagName }) => /^(h[1-6]|title)$/.test(tagName))
    .map(wordsOf);
  const numbers = /dozen|\btwo\b|\bthree\b|\b(2|3|12)\b/i;
  account.line(
    'none of the three is in a headline',
    headings.length > 20 && !headings.some((words) => numbers.test(words)),
    `${headings.length} headings read`,
  );
};

const wounded: Part = async (session, account) => {
  const { state, voices } = session.subject(names.people);
  const [first, ...others] = voices;
  const { value } = first!;
  account.line(
    'its bound and its source are kept',
    value.kind === 'figure' && value.bound === 'at-least' && value.low === 17 && value.high === null,
    `${first!.speaker!.name}: ${figureWords(first!)}`,
  );
  const { words } = await session.shown(names.people);
  account.line('the page shows both', words.includes('Ukraine said: at least 17'));
  const weighed = ({ id }: VoiceView) => weigh(get(session.record.statements, id), session.record.zone);
  account.line(
    'it cannot be compared with 70 buried, thousands killed, more than 2 million fled',
    state === 'different-measures' &&
      others.length === 3 &&
      others.every((other) => compare(weighed(first!), weighed(other)) === 'apart'),
    others.map(figureWords).join('; '),
  );
};

const routes: Part = async (session, account) => {
  const { succeeded, refused, disrupted, unknown } = names.routes;
  const all = [...session.record.subjects].filter(({ terms }) => terms.kind === 'route').map(({ name }) => name);
  account.line(
    'one route succeeded',
    all.filter((name) => session.statesOf(name).includes('succeeded')).join() === succeeded.join(),
    succeeded.join(),
  );
  account.line(
    `${refused.length} were proposed by one side and refused by the other, which gives its reason`,
    refused.every((name) => {
      const [one, other] = session.subject(name).voices;
      const reasoned = other!.value.kind === 'route' && other!.value.reason !== null;
      const states = session.statesOf(name).join();
      return states === 'proposed,refused' && reasoned && one!.speaker!.party !== other!.speaker!.party;
    }),
    refused.join('; '),
  );
  const { words } = await session.shown(refused[0]!);
  account.line(
    'the page gives the reason, and does not call it a corridor',
    words.includes('reason given:') && !words.includes('Corridor'),
  );
  account.line(
    `${disrupted.length} are under fire`,
    disrupted.every((name) => session.statesOf(name).includes('disrupted')) && allAre(session, disrupted, 'stated'),
    disrupted.join('; '),
  );
  const shown = await Promise.all(unknown.map((name) => session.shown(name)));
  account.line(
    'of the rest the outcome is unknown, and the page says so',
    allAre(session, unknown, 'unknown') && shown.every(({ standing }) => standing.startsWith('Unknown')),
    `${unknown.join('; ')}: ${shown[0]!.standing}`,
  );
  account.line(
    'that is all of them',
    all.length === [succeeded, refused, disrupted, unknown].flat().length,
    `${all.length} routes`,
  );
};

const positions: Part = async (session, account) => {
  const issues = names.demands.map((name) => session.subject(name));
  account.line('four demands stand', issues.filter(({ voices }) => voices[0]!.mode === 'demands').length === 4);
  account.line(
    'three have the other side’s position beside them',
    issues.filter(({ state }) => state === 'side-by-side').length === 3,
  );
  const [open, ...more] = issues.filter(({ silent }) => silent.length > 0);
  const line = 'Volodymyr Zelensky: no statement recorded';
  account.line(
    'where there is none, the page says so',
    more.length === 0 && (await session.shown(open!.name)).words.includes(line),
    `${open!.name}: ${line}`,
  );
};

const places: Part = async (session, account) => {
  const plant = await session.shown(names.power);
  const { disputes, voices } = session.subject(names.power);
  account.line(
    'the loss of power stands beside the watchdog’s words, and neither contradicts the other',
    disputes.length === 0 && voices.length === 2 && /power:.*radiation safety:/s.test(plant.words),
    plant.standing,
  );
  const [picture] = session.subject(names.bridge).voices;
  const { words } = await session.shown(names.bridge);
  account.line(
    'the picture was taken on one day and released on the next, and the page shows both',
    picture!.happened!.from === '2022-03-08' &&
      picture!.said!.from === '2022-03-09' &&
      /happened.*8 March 2022.*said.*9 March 2022/is.test(words),
    `${picture!.happened!.from}; ${picture!.said!.from}`,
  );
};

const appeal: Part = async (session, account) => {
  const { element, words } = await session.shown(names.appeal);
  account.line(
    'its two addresses are missing, and shown as missing',
    words.split('address missing in the report').length === 3,
  );
  const links = within(element).flatMap((one) => (one.tagName === 'a' ? attributeOf(one, 'href') : []));
  account.line('nothing on it leads to another site', links.length > 0 && links.every((link) => link?.startsWith('/')));
  const numbers = ['number: ', 'code: '].map((label) => session.clipping.text.split(label)[1]?.match(/^[\d-]+/)?.[0]);
  const kept = JSON.stringify(await session.revisions()) + (await session.page());
  account.line(
    'none of the payment details printed in the report is in the journal or on the page',
    numbers.every((number) => number !== undefined && !kept.includes(number)),
  );
  const answer = await session
    .publish({ headline: 'Give', text: 'A way to give.' }, [
      {
        about: { name: names.appeal, terms: { kind: 'appeal', beneficiary: 'refugees' } },
        mode: 'says',
        value: {
          kind: 'appeal',
          charity: null,
          charityNumber: null,
          from: null,
          until: null,
          ways: [{ country: null, means: 'bank-transfer', address: `account ${numbers[0]}` }],
        },
      },
    ])
    .catch((reason: unknown) => reason);
  const refused = answer instanceof Refusal ? answer.code : 'published';
  account.line('entered as a way to give, they are refused', refused === 'payment-in-report', refused);
};

const time: Part = async (session, account) => {
  const meetingAt = async (moment: Moment) => {
    session.clock = moment;
    return session.shown(names.meeting);
  };
  const pauses = () => Promise.all(names.truces.map((name) => session.shown(name)));

  const before = await meetingAt('2022-03-09T21:59:59.999Z');
  const tomorrow = 'tomorrow (Thursday 10 March';
  account.line(
    'a millisecond before midnight the meeting is tomorrow',
    before.words.includes(tomorrow),
    `${tomorrow})`,
  );
  account.line(
    'six pauses stand, each without an end',
    names.truces.length === 6 &&
      allAre(session, names.truces, 'stated') &&
      (await pauses()).every(({ words }) => words.includes('end not stated')),
  );

  const after = await meetingAt('2022-03-09T22:00:00.000Z');
  const today = 'today (Thursday 10 March';
  account.line('at midnight it is today', after.words.includes(today), `${today})`);
  const lapsed = await pauses();
  account.line(
    'and each of the six pauses is unknown',
    allAre(session, names.truces, 'unknown') &&
      lapsed.every(({ standing }) => standing.startsWith('Unknown: announced for')),
    lapsed[0]!.standing,
  );

  const { standing } = await meetingAt('2022-03-10T22:00:00.000Z');
  account.line(
    'a day later the meeting is overdue',
    session.subject(names.meeting).state === 'overdue' && standing.startsWith('Overdue'),
    standing,
  );
};

const journal: Part = async (session, account) => {
  const revisions = await session.revisions();
  let last = { number: 0, hash: firstHash };
  for (const revision of revisions) {
    checkFollows(revision, last);
    last = revision;
  }
  account.line(`its ${revisions.length} revisions follow one another`, revisions.length === 9);
};

const parts: Record<string, Part> = {
  'The report': report,
  'Two parties named Kuleba': parties,
  'Three figures of attempts': attempts,
  '“At least 17”': wounded,
  'Routes, as of that day': routes,
  'Demands and positions': positions,
  'Power, and a picture': places,
  'The appeal': appeal,
  'The clock moves on': time,
  'The journal': journal,
};

function figureWords({ value }: VoiceView): string {
  if (value.kind !== 'figure') return '';
  return `“${value.words}”, ${value.what} (${value.period ?? 'period not stated'}${value.cumulative ? ', in total' : ''})`;
}

function allAre(session: Session, subjects: readonly string[], state: SubjectView['state']): boolean {
  return subjects.every((name) => session.subject(name).state === state);
}

async function show(bytes: Uint8Array): Promise<boolean> {
  const account = new Account();
  const session = await Session.open(bytes);
  try {
    for (const [title, part] of Object.entries(parts)) {
      account.part(title);
      await part(session, account);
    }
  } finally {
    await session.close();
  }
  account.end();
  return account.holds;
}

const file = process.env['STET_SEED'] ?? fileURLToPath(new URL('../../../shared/seed/report.txt', import.meta.url));

if (existsSync(file)) process.exitCode = (await show(readFileSync(file))) ? 0 : 1;
else console.log('demo:seed: skipped, the report is not there.');
