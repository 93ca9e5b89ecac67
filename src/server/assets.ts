import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ReadyBytes } from './ready-bytes.ts';
import { Refusal } from '../terms/refusal.ts';

interface ManifestEntry {
  file: string;
  css?: string[];
  isEntry?: boolean;
}

/** The browser's files as Vite built them, by address. */
export interface Assets {
  /** The addresses of the page's script and of the desk's script and styles. */
  page: { script: string };
  desk: { script: string; styles: string[] };
  /** What stands at an address. */
  files: ReadonlyMap<string, ReadyBytes>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Reads the built files from `dist/`. Throws `assets-missing` where they were not built. */
export function readAssets(dist: string): Assets {
  const files = new Map<string, ReadyBytes>();
  const take = (name: string) => {
    const folder = join(dist, name);
    const manifest = readManifest(folder);
    const address = (file: string) => `/assets/${name}/${file}`;
    for (const { file, css = [] } of Object.values(manifest)) {
      for (const one of [file, ...css]) {
        const type = types[extname(one)] ?? 'application/octet-stream';
        files.set(address(one), new ReadyBytes(readFileSync(join(folder, one), 'utf8'), type));
      }
    }
    const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
    if (entry === undefined) throw new Refusal('assets-missing', { folder });
    return { script: address(entry.file), styles: (entry.css ?? []).map(address) };
  };
  const page = take('page');
  // What every reader fetches is worth it; until it is done, or should it fail, the quick bytes are sent.
  files
    .get(page.script)
    ?.tightened()
    .catch(() => {});
  return { page, desk: take('desk'), files };
}

function readManifest(folder: string): Record<string, ManifestEntry> {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, ManifestEntry>;
  } catch {
    throw new Refusal('assets-missing', { folder });
  }
}
