import { useSignal } from '@preact/signals';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { FeedList } from './feed-list.tsx';
import { focusBack } from './focus.ts';
import { Intake } from './intake.tsx';
import { OpenReport } from './open-report.tsx';
import { ProblemNote } from './problem-note.tsx';
import { ReportList } from './report-list.tsx';
import { UnreadList } from './unread-list.tsx';

/** The reports: taken in, listed, and one of them open. */
export function ReportPane({ work }: { work: Work }) {
  const desk = useDesk();
  const shelf = desk.reports;
  const report = shelf.open.value;
  const zone = work.story.view.value?.zone ?? 'UTC';
  const dropping = useSignal(false);
  const opened = () => focusBack('report');
  const openOne = (text: string) => void shelf.openOne(text).then((came) => came && opened());
  return (
    // Files are dropped anywhere on it; the same is done by key in the form below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      class={dropping.value ? 'report drop-here' : 'report'}
      data-pane="report"
      data-keys="report"
      data-open={report === null ? undefined : ''}
      aria-labelledby="report-title"
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        dropping.value = true;
      }}
      onDragLeave={() => (dropping.value = false)}
      onDrop={(event) => {
        dropping.value = false;
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) void shelf.takeIn({ file }).then((taken) => taken && opened());
      }}
    >
      <div class="pane-head">
        <h2 id="report-title" tabIndex={-1} data-home dir="auto">
          {report === null ? 'Reports' : report.line}
        </h2>
        {report !== null && (
          <button type="button" class="quiet" onClick={() => shelf.close()}>
            All reports
          </button>
        )}
      </div>
      {shelf.problem.value && <ProblemNote problem={shelf.problem.value} />}
      {report === null ? (
        <>
          <Intake shelf={shelf} taken={opened} />
          <FeedList shelf={desk.feeds} zone={zone} open={openOne} />
          <UnreadList shelf={desk.unread} reports={shelf} zone={zone} opened={opened} />
          <ReportList reports={shelf.list.value} zone={zone} open={openOne} />
        </>
      ) : (
        <OpenReport key={report.text} work={work} report={report} open={openOne} />
      )}
    </section>
  );
}
