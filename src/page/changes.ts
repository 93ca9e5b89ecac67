import type { Post } from '../record/record.ts';
import type { Change, StandsNow, SubjectName, VoiceChange } from '../views/change.ts';
import type { ChangesView } from '../views/changes-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import { postAddress, storyAddress, subjectAddress } from './addresses.ts';
import { beginning } from './body.ts';
import { html, joined, phrase, type Content, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import type { Setting } from './setting.ts';
import { speakerHtml } from './speaker.ts';
import { sentenceHtml } from './statement.ts';
import { time } from './times.ts';
import { viewsWords } from './views-words.ts';

/** What changed between two revisions, in words: a list, the weightiest first, each with the way to what it is about. */
export function changesHtml(setting: Setting, { changes }: Pick<ChangesView, 'changes'>): Html {
  if (changes.length === 0) return html`<p>${viewsWords(setting).nothingChanged}</p>`;
  return html`<ul>${changes.map((change) => html`<li data-change="${change.kind}">${changeHtml(setting, change)}`)}</ul>`;
}

function changeHtml(setting: Setting, change: Change): Html {
  const words = viewsWords(setting);
  switch (change.kind) {
    case 'standing':
      return subjectLine(setting, change, (now) => words.wasAndIs(words.states[change.was], now), change.byTime);
    case 'opened':
      return subjectLine(setting, change, words.opened, false);
    case 'voices':
      return subjectLine(setting, change, words.still, change.byTime);
    case 'post-taken-down':
      return html`${postLink(setting, change.post)}: ${removedWords(setting, change.post)}`;
    case 'post-withdrawn':
      return postLine(setting, words.postWithdrawn, change);
    case 'post-corrected':
      return postLine(setting, words.postCorrected, change);
    case 'post-clarified':
      return postLine(setting, words.postClarified, change);
    case 'posts':
      return html`${words.newPosts(change.count)}${words.theFirst(postLink(setting, change.first))}
        ${change.key.length === 0 ? null : words.keyAmongThem(postLinks(setting, change.key))}`;
    case 'ended':
    case 'reopened': {
      const said = change.note === null ? null : html`: ${own(setting, change.note)}`;
      return html`${words[change.kind](time(setting, change.at))}${said}`;
    }
    case 'headline':
      return html`${storyLink(setting, words.headline)}: ${words.textWas(own(setting, change.was), own(setting, change.now))}`;
    case 'summary': {
      const text = (summary: string | null) => (summary === null ? html`${words.noText}` : own(setting, summary));
      return html`${storyLink(setting, words.summary)}: ${words.textWas(text(change.was), text(change.now))}`;
    }
    case 'key-points':
      return lists(setting, [words.newKeyPoints, change.added], [words.noKeyPoints, change.removed]);
    case 'pins':
      return lists(setting, [words.nowPinned, change.added], [words.notPinned, change.removed]);
    case 'party-merged':
    case 'party-split':
      return partyLine(setting, change);
  }
}

/** A subject with how it stands, and what changed of its voices unless that is one new statement, which is said already. */
function subjectLine(
  setting: Setting,
  { subject, now, voices }: { subject: SubjectName; now: StandsNow; voices: VoiceChange[] },
  how: (now: Content) => Html,
  byTime: boolean,
): Html {
  const words = viewsWords(setting);
  const [only, ...others] = voices;
  const told =
    now.state === 'stated' && others.length === 0 && only?.kind === 'said' && only.now?.id === now.facts[0]?.id;
  const lines = told ? [] : voices.map((voice) => html`<li data-change="${voice.kind}">${voiceHtml(setting, voice)}`);
  return html`${subjectLink(setting, subject)}: ${how(standsWords(setting, now))}
    ${byTime ? html` (${words.byTime})` : null}
    ${lines.length === 0 ? null : html`<ul>${lines}</ul>`}`;
}

const pairsNamed = 3;
const speakersNamed = 5;

/** How a subject stands now: who says so, and who differs. */
function standsWords(setting: Setting, { state, facts, disputes, more }: StandsNow): Content {
  const words = viewsWords(setting);
  const list = (items: Content[]) => joined(items, ', ');
  switch (state) {
    case 'stated':
      return words.statedBy(sentenceHtml(setting, facts[0]!));
    case 'agreed': {
      const named = facts.slice(0, speakersNamed).map((fact) => speakerHtml(setting, fact));
      const rest = facts.length - named.length;
      return words.agreedBy(list(rest > 0 ? [...named, words.andMore(rest)] : named));
    }
    case 'disputed': {
      const named = disputes
        .slice(0, pairsNamed)
        .map(([one, other]) => words.against(speakerHtml(setting, one), speakerHtml(setting, other)));
      const rest = disputes.length + more - named.length;
      return words.disputedBetween(list(rest > 0 ? [...named, words.andMore(rest)] : named));
    }
    default:
      return words.states[state];
  }
}

function voiceHtml(setting: Setting, voice: VoiceChange): Html {
  const told = voiceWords(setting, voice);
  const statement = voice.now ?? voice.was;
  if (statement === null || voice.kind === 'taken-down') return told;
  const address = `${subjectAddress(setting.story, statement.subject.id)}#${statement.id}`;
  return html`${told} <a href="${address}">${setting.words.why}</a>`;
}

function voiceWords(setting: Setting, { kind, was, now, why }: VoiceChange): Html {
  const words = viewsWords(setting);
  const sentence = (statement: StatementView | null) =>
    statement === null ? html`` : sentenceHtml(setting, statement);
  const reason = phrase(why ?? '');
  switch (kind) {
    case 'said':
      return words.said(sentence(now));
    case 'again':
      return words.again(sentence(now));
    case 'repeated':
      return words.repeated(sentence(now));
    case 'changed':
      return words.changed(sentence(was), sentence(now));
    case 'merged':
      return words.merged(sentence(was), sentence(now));
    case 'corrected':
      return words.corrected(reason, sentence(was), sentence(now));
    case 'withdrawn':
      return html`${words.withdrawn(reason, sentence(was))}${now === null ? null : words.back(sentence(now))}`;
    case 'taken-down':
      return was?.removed == null ? html`${words.takenDown}` : removedWords(setting, was);
    case 'outdated':
      return now?.outdated == null ? words.again(sentence(now)) : words.turned(now.outdated, sentence(now));
  }
}

/** That a text was taken down, when and on what ground. */
function removedWords(setting: Setting, { removed }: Pick<Post, 'removed'>): Html {
  return removed === null ? html`` : setting.words.removed(time(setting, removed.at), removed.ground);
}

function partyLine(setting: Setting, { kind, party, other, subjects }: Extract<Change, { party: unknown }>): Html {
  const words = viewsWords(setting);
  const names = [phrase(party.name), phrase(other.name)] as const;
  const told = kind === 'party-merged' ? words.samePartyAs(...names) : words.otherPartyThan(...names);
  const links = subjects.map((subject) => subjectLink(setting, subject));
  return html`${told}${links.length === 0 ? null : words.spokeOn(joined(links, ', '))}`;
}

function postLine(setting: Setting, label: string, { post, why }: { post: Post; why: string[] }): Html {
  const reasons = joined(
    why.map((reason) => html`<span${languageAttributes(setting, post.language)}>${reason}</span>`),
    ' ',
  );
  return html`<b>${label}:</b> ${postLink(setting, post)} (${reasons})`;
}

function lists(setting: Setting, ...all: [label: string, posts: Post[]][]): Html {
  const told = all
    .filter(([, posts]) => posts.length > 0)
    .map(([label, posts]) => html`${label}: ${postLinks(setting, posts)}`);
  return html`${joined(told, '. ')}`;
}

function postLinks(setting: Setting, posts: Post[]): Content {
  return joined(
    posts.map((post) => postLink(setting, post)),
    ', ',
  );
}

/** A post by its headline or first words; by its time alone where it was withdrawn or taken down. */
function postLink(setting: Setting, { id, headline, body, language, published, withdrawn, removed }: Post): Html {
  const stands = withdrawn === null && removed === null;
  const shown = stands ? (headline ?? beginning(body, 80)) : null;
  const name =
    shown === null ? time(setting, published.at) : html`<span${languageAttributes(setting, language)}>${shown}</span>`;
  return html`<a href="${postAddress(setting.story, id)}">${name}</a>`;
}

function subjectLink({ story }: Setting, { id, name }: SubjectName): Html {
  return html`<a href="${subjectAddress(story, id)}">${phrase(name)}</a>`;
}

function storyLink({ story }: Setting, words: string): Html {
  return html`<a href="${storyAddress(story)}">${words}</a>`;
}

/** A text in the story's own language. */
function own(setting: Setting, text: string): Html {
  return html`<q${languageAttributes(setting, setting.language)}>${text}</q>`;
}
