import { posix, relative, sep } from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';

/** A lint rule, as oxlint takes it. */
export type Rule = Exclude<Parameters<RuleTester['run']>[1], { createOnce: unknown }>;

/** The file a rule looks at, and the way to report on it. */
export type Context = Parameters<Rule['create']>[0];

/** A statement at the top of a file. */
export type Statement = Context['sourceCode']['ast']['body'][number];

/** Any node of a file's syntax tree. */
export type Node = Statement['parent'];

/** A name, wherever it stands. */
export type Identifier = Extract<Node, { type: 'Identifier' }>;

/** Where a file under `src` stands, in the terms of the house rules. */
export interface Place {
  /** The path from the project's root, with `/` between its parts. */
  path: string;
  /** The folder under `src`; `page/script` counts as one of its own, and '' is `src` itself. */
  folder: string;
  /** Whether the file holds tests. */
  isTest: boolean;
}

/** What an import or a re-export names as its source; `null` where the node is none or the source is computed. */
export function sourceName(source: Node | null): string | null {
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : null;
}

/** Where the looked-at file stands, or `null` where it is not under `src`. */
export function placeOf(context: Context): Place | null {
  return placeOfPath(relative(context.cwd, context.filename).split(sep).join('/'));
}

/** Where a path from the project's root stands, or `null` where it is not under `src`. */
export function placeOfPath(path: string): Place | null {
  if (!path.startsWith('src/')) return null;
  const inside = posix.dirname(path.slice('src/'.length));
  const isScript = inside === 'page/script' || inside.startsWith('page/script/');
  const folder = isScript ? 'page/script' : (inside.split('/')[0] ?? '');
  return { path, folder: folder === '.' ? '' : folder, isTest: /\.test\.tsx?$/.test(path) };
}
