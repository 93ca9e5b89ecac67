import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../docs/figures.md', import.meta.url));

const written = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '# Figures\n');

/** What `docs/figures.md` holds under a heading of the second level; empty where there is no such heading. */
export function readFigures(heading: string): string {
  return sectionsOf(written()).get(heading) ?? '';
}

/** Puts text under a heading of `docs/figures.md`, in place of what stood there; the other sections stay as they are. */
export function writeFigures(heading: string, text: string): void {
  const before = written();
  const title = before.split(/^## /m)[0]!.trimEnd();
  const sections = sectionsOf(before).set(heading, text.trim());
  const parts = [...sections].map(([name, body]) => `## ${name}\n\n${body}\n`);
  writeFileSync(file, `${title}\n\n${parts.join('\n')}`);
}

/** What the figures of this run were measured on, in a line. */
export function machine(): string {
  return `Machine: ${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}, ${Temporal.Now.plainDateISO().toString()}.`;
}

function sectionsOf(markdown: string): Map<string, string> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]));
}
