import { postAddress } from '../page/addresses.ts';
import type { PostView } from '../views/post-view.ts';
import { BodyText } from './body-text.tsx';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import { statementLine } from './statement-line.ts';
import type { Question } from './stream-list.ts';
import { TakeDownForm } from './take-down-form.tsx';
import { besidePost, tombstoneLine, type TakeDown } from './taking-down.ts';
import { clock } from './times.ts';

/** What can be done with a post in the stream. */
export type PostAction =
  | 'correct'
  | 'clarify'
  | 'ask-withdraw'
  | 'withdraw'
  | 'ask-take-down'
  | 'keep'
  | 'pin'
  | 'key-point';

const sorts: Record<PostView['corrections'][number]['sort'], string> = {
  correction: 'Corrected',
  clarification: 'Clarified',
};

interface PostCardProps {
  post: PostView;
  story: string;
  zone: string;
  chosen: boolean;
  asked: Question | null;
  problem: Problem | null;
  act: (action: PostAction, reason?: string) => void;
  takeDown: TakeDown;
  choose: () => void;
}

/** A post in the stream, with what can be done with it. */
export function PostCard({ post, story, zone, chosen, asked, problem, act, takeDown, choose }: PostCardProps) {
  const { id, headline, body, published, corrections, withdrawn, removed, statements } = post;
  const name = `${id}-name`;
  return (
    <li>
      {/* Articles of a feed take the focus, and the keys of the stream act on the one that has it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <article
        id={`desk-${id}`}
        class="post"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={chosen ? 0 : -1}
        aria-labelledby={name}
        aria-current={chosen ? 'true' : undefined}
        data-withdrawn={withdrawn ? '' : undefined}
        onFocusIn={choose}
        onClick={choose}
      >
        <p class="post-head" id={name}>
          <a href={postAddress(story, id)} target="_blank" rel="noreferrer">
            {id}
          </a>{' '}
          <time dateTime={published.at}>{clock(published.at, zone)}</time> {published.by}
          {post.key && <span class="badge">key point</span>}
          {post.pinned && <span class="badge">pinned</span>}
          {[...new Set(corrections.map(({ sort }) => sorts[sort]))].map((words) => (
            <span key={words} class="badge">
              {words.toLowerCase()}
            </span>
          ))}
          {withdrawn && <span class="badge">withdrawn</span>}
          {removed && <span class="badge">{tombstoneLine(removed, zone)}</span>}
        </p>
        {headline && (
          <p class="headline" dir="auto">
            {headline}
          </p>
        )}
        <BodyText body={body} />
        {withdrawn && (
          <p class="note">
            Withdrawn by {withdrawn.by}: {withdrawn.reason}
          </p>
        )}
        {corrections.map((correction) => (
          <p class="note" key={correction.revision}>
            {sorts[correction.sort]} {clock(correction.at, zone)} by {correction.by}: {correction.note}
          </p>
        ))}
        {statements.length > 0 && (
          <ul class="carried">
            {statements.map((statement) => (
              <li key={statement.id} data-withdrawn={statement.withdrawn ? '' : undefined}>
                {statement.subject.name}: {statementLine(statement)}
              </li>
            ))}
          </ul>
        )}
        {!removed && asked === null && (
          <fieldset class="actions" aria-label={`Actions on ${id}`}>
            {!withdrawn && (
              <>
                <button type="button" onClick={() => act('correct')}>
                  Correct
                </button>
                <button type="button" onClick={() => act('clarify')}>
                  Clarify
                </button>
                <button type="button" onClick={() => act('pin')}>
                  {post.pinned ? 'Unpin' : 'Pin'}
                </button>
                <button type="button" onClick={() => act('key-point')}>
                  {post.key ? 'Not a key point' : 'Key point'}
                </button>
                <button type="button" onClick={() => act('ask-withdraw')}>
                  Withdraw
                </button>
              </>
            )}
            <button type="button" onClick={() => act('ask-take-down')}>
              Take down…
            </button>
          </fieldset>
        )}
        {asked === 'take-down' && !removed && (
          <TakeDownForm what={id} beside={besidePost(post)} send={takeDown} cancel={() => act('keep')} />
        )}
        {asked === 'withdraw' && (
          <ReasonForm what={id} send={(reason) => act('withdraw', reason)} cancel={() => act('keep')} />
        )}
        {problem && <ProblemNote problem={problem} />}
      </article>
    </li>
  );
}
