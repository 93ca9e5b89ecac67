import type { Work } from './desk.ts';
export function ReportPane({ work }: { work: Work }) { return work ? <section data-pane="report" class="report" data-keys="report"><h2 tabIndex={-1} data-home>Report</h2></section> : null; }
