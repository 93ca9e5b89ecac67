import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Box } from './box.tsx';
import type { PaneName, Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { Header } from './header.tsx';
import { actOn, listen, useKeys } from './key-desk.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { ProblemNote } from './problem-note.tsx';
import { ReportPane } from './report-pane.tsx';
import { StoryChoice } from './story-choice.tsx';
import { StreamPane } from './stream-pane.tsx';
import { Zones } from './zones.tsx';
import { focusOn, focusOnLack, writingPlace } from './focus.ts';

const paneNames: Record<PaneName, string> = { box: 'Write', report: 'Report', stream: 'Stream' };

/** The whole desk. */
export function App() {
  const desk = useDesk();
  const keysShown = useSignal(false);
  const { value: work } = desk.work;
  const { value: signedOut } = desk.signedOut;

  useEffect(() => listen(() => desk.singleKeys.value), [desk]);
  const go = (pane: PaneName) => () => {
    desk.show(pane);
    if (pane !== 'box') actOn(pane);
    const home = pane === 'box' ? writingPlace : `[data-pane=${pane}] [data-home]`;
    const paste = '[data-pane=report] .take-in textarea';
    focusOn(pane === 'report' && document.querySelector(paste) !== null ? paste : home);
  };
  useKeys('everywhere', {
    keys: () => (keysShown.value = true),
    write: go('box'),
    'go-report': go('report'),
    'go-stream': go('stream'),
    details: () => {
      const last = work?.drafts.current.value.statements.at(-1);
      if (last === undefined) return;
      desk.show('box');
      desk.openStatement.value = last.id;
      focusOnLack(`#statement-${last.id}`);
    },
  });

  return (
    <>
      <Header showKeys={() => (keysShown.value = true)} />
      {signedOut !== null && (
        <ProblemNote problem={signedOut}>
          <p>
            Open it in another tab, and then{' '}
            <button type="button" onClick={() => void desk.resume().then(() => focusOn(writingPlace))}>
              go on here
            </button>
          </p>
        </ProblemNote>
      )}
      {work === null ? <StoryChoice /> : <Panes key={work.story.name} work={work} />}
      <Zones />
      {keysShown.value && <KeysDialog close={() => (keysShown.value = false)} />}
    </>
  );
}

function Panes({ work }: { work: Work }) {
  const desk = useDesk();
  return (
    <>
      <nav class="panes-choice" aria-label="Parts of the desk">
        {(Object.keys(paneNames) as PaneName[]).map((name) => (
          <button
            key={name}
            type="button"
            data-choose={name}
            aria-current={desk.pane.value === name ? 'true' : undefined}
            data-beside={desk.beside.value === name ? '' : undefined}
            onClick={() => desk.show(name)}
          >
            {paneNames[name]}
          </button>
        ))}
      </nav>
      <main class="panes" data-pane-shown={desk.pane.value} data-beside-shown={desk.beside.value}>
        <Box work={work} />
        <ReportPane work={work} />
        <StreamPane work={work} />
      </main>
    </>
  );
}
