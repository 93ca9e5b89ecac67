import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import type { Excerpt } from '../terms/excerpt.ts';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { focusBack, focusOn } from './focus.ts';
import { useKeys } from './key-desk.ts';
import { MarkCard } from './mark-card.tsx';
import { MarkLegend } from './mark-legend.tsx';
import { onRecord } from './on-record.ts';
import { deskProblem } from './problem.ts';
import { excerptBetween, standsOnce, touchesAppeal, type KeptReport } from './report.ts';
import { ReportAbout } from './report-about.tsx';
import { ReportText } from './report-text.tsx';
import type { Selected } from './selection.ts';
import { saidIn, type Suggested } from './suggested.ts';
import { SuggestionList, type SuggestionAction } from './suggestion-list.tsx';
import { quotationOf, takenFrom, takenOf, takeStatement } from './take.ts';

/** An open report: its text with all that was found in it, and its exact words taken into the post. */
export function OpenReport({ work, report, open }: { work: Work; report: KeptReport; open: (text: string) => void }) {
  const desk = useDesk();
  const shelf = desk.reports;
  const { marks } = shelf;
  const view = work.story.view.value;
  const { text, blocks, language } = report.reading;
  const selected = useSignal<Selected | null>(null);
  const select = useCallback((now: Selected | null) => (selected.value = now), [selected]);
  // Keys come quicker than the screen: what they act on is looked up when they come.
  const currentNow = () => shelf.waiting.value.find(({ name }) => name === shelf.current.value) ?? null;
  /** Words that are selected, or else what somebody says whose mark is looked at. */
  const wordsNow = (): { excerpt: Excerpt; suggestion: Suggested | null } | null => {
    const excerpt = selected.value && excerptBetween(text, selected.value.start, selected.value.end);
    if (excerpt !== null) return { excerpt, suggestion: null };
    const said = saidIn(report.reading, marks.current.value?.name ?? '');
    return said && { excerpt: said.excerpt, suggestion: said };
  };
  const words = wordsNow();

  /** The words the keys act on: those, or else the current suggestion's. */
  const chosen = (): ReturnType<typeof wordsNow> => {
    const current = currentNow();
    const what = wordsNow() ?? (current && { excerpt: current.excerpt, suggestion: current });
    if (what === null) return null;
    const { excerpt } = what;
    shelf.problem.value = touchesAppeal(blocks, excerpt)
      ? deskProblem(
          'appeal',
          'This is an appeal for money, not a statement.',
          'Payment details are never taken from a report. Select other words.',
        )
      : standsOnce(text, excerpt)
        ? null
        : deskProblem(
            'excerpt-ambiguous',
            'These words stand more than once in the report.',
            'Select a longer passage.',
          );
    return shelf.problem.value === null ? what : null;
  };
  const accept = () => {
    const what = chosen();
    if (what === null || view === null) return;
    work.drafts.toNewPost();
    const taken = what.suggestion && takenFrom(work.drafts.current.value, report, what.suggestion);
    if (taken) return desk.say(`It is statement ${taken.id.slice(1)} of this post already.`);
    const { change, id } = takeStatement(work.drafts.current.value, view, report, what.excerpt, what.suggestion);
    work.drafts.change(change);
    selected.value = null;
    desk.say(
      what.suggestion?.state
        ? 'Taken as a statement, with its subject. It stands under “Write” (D).'
        : 'Taken as a statement. Say under “Write” what it is about (D).',
    );
    if (!desk.singleKeys.value) desk.openStatement.value = id;
  };
  const quote = () => {
    const what = chosen();
    if (what === null) return;
    if (what.suggestion !== null && what.suggestion.sort !== 'quotation')
      return desk.say('These are the outlet’s words: take them as a statement.');
    work.drafts.toNewPost();
    const block = quotationOf(what.excerpt, what.suggestion, language);
    work.drafts.put({ body: [...work.drafts.current.value.body, block] });
    if (what.suggestion !== null) shelf.take([what.suggestion.name]);
    selected.value = null;
    desk.say('Quoted in the text.');
  };
  const hide = () => {
    const current = currentNow();
    if (current === null) return;
    shelf.hide(current);
    marks.choose(null);
    if (shelf.current.value !== null) focusOn(`#${shelf.current.value}`);
  };
  const choose = (name: string) => {
    selected.value = null;
    shelf.current.value = name;
    marks.choose(null);
  };
  const move = (by: 1 | -1) => {
    selected.value = null;
    marks.choose(null);
    const next = shelf.move(by);
    if (next !== null) focusOn(`#${next.name}`);
  };
  const moveMark = (by: 1 | -1) => {
    const mark = marks.move(by, currentNow()?.excerpt.start ?? 0);
    if (mark?.kind === 'state') shelf.current.value = mark.name;
  };
  const does: Record<SuggestionAction, () => void> = { accept, quote, hide };
  useKeys('report', {
    ...does,
    next: () => move(1),
    previous: () => move(-1),
    unhide: () => shelf.unhide(),
    'next-mark': () => moveMark(1),
    'previous-mark': () => moveMark(-1),
    marks: () => focusOn('.mark-legend button'),
  });

  const waiting = shelf.waiting.value;
  const published = useMemo(() => (view === null ? [] : onRecord(view, report.text, waiting)), [view, report, waiting]);
  const taken = new Set([...shelf.taken.value, ...takenOf(work.drafts.current.value, report), ...published]);
  const mark = marks.current.value;
  return (
    <>
      <ReportAbout
        report={report}
        zone={view?.zone ?? 'UTC'}
        setPublished={(date) => void shelf.setPublished(date).then((set) => set && focusBack('report'))}
        open={open}
        show={(hole) => marks.show('hole', hole)}
      />
      <MarkLegend marks={marks} toggle={(kind) => shelf.toggle(kind)} move={moveMark} />
      <ReportText
        key={report.text}
        report={report}
        suggestions={shelf.waiting.value}
        marks={marks.shown.value}
        looked={shelf.looked.value}
        choose={(names) => {
          const suggestion = names.findLast((name) => shelf.waiting.value.some((one) => one.name === name));
          if (suggestion !== undefined) shelf.current.value = suggestion;
          marks.choose(names.findLast((name) => marks.shown.value.some((one) => one.name === name)) ?? null);
        }}
        select={select}
      />
      <MarkCard
        text={text}
        mark={mark}
        place={mark === null ? 0 : marks.shown.value.indexOf(mark) + 1}
        of={marks.shown.value.length}
      />
      {words && (
        <fieldset class="selected" aria-label={words.suggestion === null ? 'Selected words' : 'What is said'}>
          {words.suggestion === null && (
            <p class="exact" dir="auto">
              “{words.excerpt.exact}”
            </p>
          )}
          <button type="button" onClick={accept}>
            {words.suggestion === null ? 'Make a statement' : 'Make a statement of what is said'}
          </button>
          {words.suggestion === null && (
            <button type="button" onClick={quote}>
              Quote
            </button>
          )}
        </fieldset>
      )}
      <SuggestionList
        suggestions={shelf.waiting.value}
        current={shelf.current.value}
        taken={taken}
        hidden={shelf.putAway.value}
        choose={choose}
        act={(suggestion, action) => {
          choose(suggestion.name);
          does[action]();
        }}
        unhide={() => shelf.unhide()}
      />
    </>
  );
}
