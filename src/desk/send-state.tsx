import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { BodyText } from './body-text.tsx';
import { wordsOf } from './body.ts';
import type { Draft } from './draft.ts';
import { focusOn } from './focus.ts';
import { isSignedOut } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { statementLine } from './statement-line.ts';
import { toldIn } from './told.ts';

/** What came of publishing, where it did not come to pass; the text stays in the box. */
export function SendState({ work }: { work: Work }) {
  const desk = useDesk();
  const { drafts } = work;
  const state = drafts.sending.value;
  const draft = drafts.current.value;
  if (state.kind === 'idle' || state.kind === 'sending') return null;
  if (state.kind === 'conflict') return <Conflict work={work} />;
  const { code } = state.problem;
  if (isSignedOut(state.problem)) return <p class="unsure">Not published: you are signed out. The text is kept.</p>;
  return (
    <ProblemNote problem={state.problem} still={code === 'statement-incomplete'}>
      {state.kind === 'unsure' && code === 'no-connection' && <p class="unsure">Not published: no connection.</p>}
      {code === 'statement-incomplete' && draft.purpose.kind === 'new' && (
        <p>
          <button
            type="button"
            onClick={() => {
              drafts.leaveOut(desk.openStatement.value ?? '');
              desk.openStatement.value = null;
              focusOn('.undo button');
            }}
          >
            Remove this statement
          </button>
        </p>
      )}
      {draft.purpose.kind !== 'new' && code === 'already-withdrawn' && <MakeNew work={work} />}
    </ProblemNote>
  );
}

function MakeNew({ work: { drafts } }: { work: Work }) {
  const what = drafts.current.value.purpose.kind === 'correct-statement' ? 'statement' : 'post';
  return (
    <p>
      <button type="button" onClick={() => drafts.put({ purpose: { kind: 'new' }, note: '' })}>
        Make it a new {what}
      </button>
    </p>
  );
}

/** Both versions of what somebody changed meanwhile: what stands now, and what is in the box. */
function Conflict({ work }: { work: Work }) {
  const desk = useDesk();
  const { drafts, story } = work;
  const draft = drafts.current.value;
  const state = drafts.sending.value;
  const { purpose } = draft;
  if (state.kind !== 'conflict' || purpose.kind === 'new') return null;
  if (purpose.kind === 'correct-statement') {
    const now = story.view.value && toldIn(story.view.value, purpose.statement);
    return (
      <ProblemNote problem={state.problem}>
        {now && (
          <section class="theirs" aria-label="What stands now">
            <p>{statementLine(now)}</p>
          </section>
        )}
        <p>Yours is in the box above.</p>
        {now?.withdrawn && <MakeNew work={work} />}
      </ProblemNote>
    );
  }
  const { post: id } = purpose;
  const theirs = story.view.value?.posts.find((post) => post.id === id);
  return (
    <ProblemNote problem={state.problem}>
      {theirs === undefined ? (
        <p>It is no longer among the newest posts: look at its page.</p>
      ) : (
        <section class="theirs" aria-label="What stands now">
          <h3>
            What stands now, by {theirs.changed.by} in revision {theirs.changed.revision}
          </h3>
          {theirs.withdrawn && <p>Withdrawn: {theirs.withdrawn.reason}</p>}
          {theirs.headline && (
            <p class="headline" dir="auto">
              {theirs.headline}
            </p>
          )}
          <BodyText body={theirs.body} />
        </section>
      )}
      <p>Yours is in the box above.</p>
      <p class="choices">
        <button
          type="button"
          onClick={() => {
            drafts.change({ purpose: { ...purpose, seen: story.revision.value } });
            void desk.publish();
          }}
        >
          Send mine over it
        </button>
        <button type="button" onClick={() => void copy(draft).then((words) => desk.say(words))}>
          Copy mine
        </button>
        {theirs && (
          <button
            type="button"
            onClick={() => {
              const body = [...theirs.body, ...draft.body];
              drafts.put({ body, purpose: { ...purpose, seen: story.revision.value } });
              drafts.sending.value = { kind: 'idle' };
            }}
          >
            Put theirs above mine in the box
          </button>
        )}
      </p>
    </ProblemNote>
  );
}

async function copy(draft: Draft): Promise<string> {
  try {
    await navigator.clipboard.writeText(
      [draft.headline, wordsOf(draft.body), draft.note].filter((part) => part !== '').join('\n\n'),
    );
    return 'Copied.';
  } catch {
    return 'The browser does not allow copying here: select the text and copy it.';
  }
}
