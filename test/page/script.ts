import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

let made: Promise<string> | undefined;

/** The page's script as it is served: one file, made small. */
export function pageScript(): Promise<string> {
  return (made ??= make());
}

async function make(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, modulePreload: false, rolldownOptions: { input: `${root}/src/page/script/main.ts` } },
  });
  const [chunk] = (Array.isArray(result) ? result[0]! : (result as { output: { code?: string }[] })).output;
  return (chunk as { code: string }).code;
}
