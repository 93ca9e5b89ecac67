import type { Work } from './desk.ts';
export function StatementList({ work }: { work: Work }) { return work ? null : null; }
