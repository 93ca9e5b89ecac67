import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import type { Suggestion } from '../reading/reading.ts';
import type { Excerpt } from '../terms/excerpt.ts';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { FeedList } from './feed-list.tsx';
import { focusOn } from './focus.ts';
import { Intake } from './intake.tsx';
import { useKeys } from './key-desk.ts';
import { deskProblem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { excerptBetween, standsOnce, touchesAppeal } from './report.ts';
import { ReportAbout } from './report-about.tsx';
import { ReportList } from './report-list.tsx';
import { ReportText } from './report-text.tsx';
import type { Selected } from './selection.ts';
import { SuggestionList, type SuggestionAction } from './suggestion-list.tsx';
import { quotationOf, takenFrom, takeStatement } from './take.ts';

/** The report: taken in, read, and its exact words taken into the post. */
export function ReportPane({ work }: { work: Work }) {
  const desk = useDesk();
  const shelf = desk.reports;
  const report = shelf.open.value;
  const view = work.story.view.value;
  const selected = useSignal<Selected | null>(null);
  const dropping = useSignal(false);
  const select = useCallback((now: Selected | null) => (selected.value = now), [selected]);
  // Keys come quicker than the screen: what they act on is looked up when they come.
  const wordsNow = () =>
    report && selected.value && excerptBetween(report.reading.text, selected.value.start, selected.value.end);
  const currentNow = () => shelf.waiting.value.find(({ number }) => number === shelf.current.value) ?? null;
  const words = wordsNow();

  /** The words the keys act on: those selected, or else the current suggestion's. */
  const chosen = (): { excerpt: Excerpt; suggestion: Suggestion | null } | null => {
    if (report === null) return null;
    const [words, current] = [wordsNow(), currentNow()];
    const excerpt = words ?? current?.excerpt ?? null;
    if (excerpt === null) return null;
    shelf.problem.value = touchesAppeal(report.reading.blocks, excerpt)
      ? deskProblem(
          'appeal',
          'This is an appeal for money, not a statement.',
          'Payment details are never taken from a report. Select other words.',
        )
      : standsOnce(report.reading.text, excerpt)
        ? null
        : deskProblem(
            'excerpt-ambiguous',
            'These words stand more than once in the report.',
            'Select a longer passage.',
          );
    return shelf.problem.value === null ? { excerpt, suggestion: words ? null : current } : null;
  };
  const done = (suggestion: Suggestion | null) => {
    if (suggestion !== null) shelf.take(suggestion);
    selected.value = null;
  };
  const accept = () => {
    const what = chosen();
    if (what === null || report === null || view === null) return;
    work.drafts.toNewPost();
    const taken = what.suggestion && takenFrom(work.drafts.current.value, report, what.suggestion);
    if (taken) return desk.say(`It is statement ${taken.id.slice(1)} of this post already.`);
    const { change, id } = takeStatement(work.drafts.current.value, view, report, what.excerpt, what.suggestion);
    work.drafts.change(change);
    done(what.suggestion);
    desk.say('Taken as a statement. D opens it, to say what it is about.');
    if (!desk.singleKeys.value) desk.openStatement.value = id;
  };
  const quote = () => {
    const what = chosen();
    if (what === null || report === null) return;
    if (what.suggestion?.sort === 'figure')
      return desk.say('The words around a number are the outlet’s: take it as a statement.');
    work.drafts.toNewPost();
    const block = quotationOf(what.excerpt, what.suggestion, report.reading.language);
    work.drafts.put({ body: [...work.drafts.current.value.body, block] });
    done(what.suggestion);
    desk.say('Quoted in the text.');
  };
  const hide = () => {
    const current = currentNow();
    if (current === null) return;
    shelf.hide(current);
    if (shelf.current.value !== null) focusOn(`#suggestion-${shelf.current.value}`);
  };
  const move = (by: 1 | -1) => {
    selected.value = null;
    const next = shelf.move(by);
    if (next !== null) focusOn(`#suggestion-${next.number}`);
  };
  const does: Record<SuggestionAction, () => void> = { accept, quote, hide };
  useKeys('report', { ...does, next: () => move(1), previous: () => move(-1), unhide: () => shelf.unhide() });

  const opened = () => focusOn('[data-pane=report] [data-home]');
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
          <FeedList shelf={desk.feeds} zone={view?.zone ?? 'UTC'} open={openOne} />
          <ReportList reports={shelf.list.value} zone={view?.zone ?? 'UTC'} open={openOne} />
        </>
      ) : (
        <>
          <ReportAbout
            report={report}
            zone={view?.zone ?? 'UTC'}
            setPublished={(date) => void shelf.setPublished(date)}
            open={openOne}
          />
          <ReportText
            key={report.text}
            report={report}
            suggestions={shelf.waiting.value}
            current={shelf.current.value}
            choose={(number) => (shelf.current.value = number)}
            select={select}
          />
          {words && (
            <fieldset class="selected" aria-label="Selected words">
              <p class="exact" dir="auto">
                “{words.exact}”
              </p>
              <button type="button" onClick={accept}>
                Make a statement
              </button>
              <button type="button" onClick={quote}>
                Quote
              </button>
            </fieldset>
          )}
          <SuggestionList
            suggestions={shelf.waiting.value}
            current={shelf.current.value}
            taken={shelf.taken.value}
            hidden={report.reading.suggestions.length - shelf.waiting.value.length}
            choose={(number) => (shelf.current.value = number)}
            act={(suggestion, action) => {
              shelf.current.value = suggestion.number;
              selected.value = null;
              does[action]();
            }}
            unhide={() => shelf.unhide()}
          />
        </>
      )}
    </section>
  );
}
