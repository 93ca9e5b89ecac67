import { postAddress } from '../page/addresses.ts';
import type { PostView } from '../views/post-view.ts';
import { BodyText } from './body-text.tsx';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import { statementLine } from './statement-line.ts';
import { clock } from './times.ts';

/** What can be done with a post in the stream. */
export type PostAction = 'correct' | 'ask-withdraw' | 'withdraw' | 'keep' | 'pin' | 'key-point';

interface PostCardProps {
  post: PostView;
  story: string;
  zone: string;
  chosen: boolean;
  withdrawing: boolean;
  problem: Problem | null;
  act: (action: PostAction, reason?: string) => void;
  choose: () => void;
}

/** A post in the stream, with what can be done with it. */
export function PostCard({ post, story, zone, chosen, withdrawing, problem, act, choose }: PostCardProps) {
  const { id, headline, body, published, corrections, withdrawn, statements } = post;
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
          {corrections.length > 0 && <span class="badge">corrected</span>}
          {withdrawn && <span class="badge">withdrawn</span>}
        </p>
        {headline && <p class="headline">{headline}</p>}
        <BodyText body={body} />
        {withdrawn && (
          <p class="note">
            Withdrawn by {withdrawn.by}: {withdrawn.reason}
          </p>
        )}
        {corrections.map((correction) => (
          <p class="note" key={correction.revision}>
            Corrected {clock(correction.at, zone)} by {correction.by}: {correction.note}
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
        {!withdrawn && !withdrawing && (
          <fieldset class="actions" aria-label={`Actions on ${id}`}>
            <button type="button" onClick={() => act('correct')}>
              Correct
            </button>
            <button type="button" onClick={() => act('pin')}>
              {post.pinned ? 'Unpin' : 'Pin'}
            </button>
            <button type="button" onClick={() => act('key-point')}>
              {post.key ? 'No key point' : 'Key point'}
            </button>
            <button type="button" onClick={() => act('ask-withdraw')}>
              Withdraw
            </button>
          </fieldset>
        )}
        {withdrawing && <ReasonForm what={id} send={(reason) => act('withdraw', reason)} cancel={() => act('keep')} />}
        {problem && <ProblemNote problem={problem} />}
      </article>
    </li>
  );
}
