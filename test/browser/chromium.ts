import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a Chromium without a window; whoever starts it closes it.
 *
 * It is the one that `STET_CHROMIUM` names, else one of the system's, else the one of the npm package
 * `@sparticuz/chromium`, which is unpacked once into the folder for temporary files (211 MB).
 */
export async function launch(): Promise<Browser> {
  const system = process.env['STET_CHROMIUM'] ?? installed.find((path) => existsSync(path));
  const found = system === undefined ? await unpacked() : { executablePath: system };
  return chromium.launch({ ...found, args, headless: true, chromiumSandbox: false });
}

interface Unpacked {
  executablePath: string;
  env: Record<string, string>;
}

async function unpacked(): Promise<Unpacked> {
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `stet-chromium-${manifest.version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(home)) await unpackTo(home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      // Libraries that a small system may lack.
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    },
  };
}

/** Unpacks beside `home` and then renames, so that nobody ever starts half a browser. */
async function unpackTo(home: string): Promise<void> {
  const fresh = await mkdtemp(`${home}-`);
  try {
    await unpackInto(fresh);
    await writeFile(join(fresh, 'fonts.conf'), fontsConf(home));
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!existsSync(home)) throw error;
  }
}

async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  let pending: Promise<unknown>[];
  // The package unpacks into the folder for temporary files, and looks up that folder before it first waits.
  process.env['TMPDIR'] = folder;
  try {
    pending = [packed.executablePath(), inflate(join(packageFolder, 'bin', 'al2023.tar.br'))];
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await Promise.all(pending);
}

const fontsConf = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
