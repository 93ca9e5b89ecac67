import { execFile, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../tools/browser-files.mjs';
import { lockMatches, npmFault } from '../tools/packages.mjs';
import { summarize } from '../tools/test-summary.mjs';

const project = join(import.meta.dirname, '..');

describe('the installed packages', () => {
  const locked = {
    '': { version: '1.0.0' },
    'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
    'node_modules/only-on-a-mac': { version: '1.0.0', integrity: 'sha512-mac', optional: true },
  };

  test('match the lock file when all that this system needs is there', () => {
    expect(lockMatches(locked, { 'node_modules/one': locked['node_modules/one'] })).toBe(true);
  });

  test('do not match when one is missing, is another version, or has other bytes', () => {
    expect(lockMatches(locked, {})).toBe(false);
    const one = locked['node_modules/one'];
    expect(lockMatches(locked, { 'node_modules/one': { ...one, version: '1.0.1' } })).toBe(false);
    expect(lockMatches(locked, { 'node_modules/one': { ...one, integrity: 'sha512-other' } })).toBe(false);
  });

  test('do not match when an optional one is there in another version', () => {
    const installed = {
      'node_modules/one': locked['node_modules/one'],
      'node_modules/only-on-a-mac': { version: '0.9.0', integrity: 'sha512-mac' },
    };
    expect(lockMatches(locked, installed)).toBe(false);
  });
});

describe('what npm says when it fails', () => {
  test.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN'])('%s: the registry cannot be reached', (code) => {
    const reason = `FetchError: request to https://registry.npmjs.org/one failed, reason: ${code} registry.npmjs.org`;
    const fault = npmFault(
      `npm error code ${code}\nnpm error ${reason}\nnpm error A complete log of this run: /x.log\n`,
    );
    expect(fault.message).toContain(`The npm registry cannot be reached. npm says: ${reason}`);
    expect(fault.message).toContain('What to do: go online');
  });

  test.each([
    "Error: EACCES: permission denied, mkdir '/srv/stet/node_modules'",
    "Error: EROFS: read-only file system, mkdir '/srv/stet/node_modules'",
  ])('%s: the folder cannot be written to', (line) => {
    const fault = npmFault(`npm error code EACCES\nnpm error syscall mkdir\nnpm error ${line}\n`);
    expect(fault.message).toContain(`The project folder cannot be written to (${line}).`);
  });

  test('the two package files do not agree', () => {
    const fault = npmFault(
      'npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages when …\nnpm error\n' +
        "npm error Invalid: lock file's one@1.0.0 does not satisfy one@1.1.0\nnpm error\nnpm error Usage:\n",
    );
    expect(fault.message).toContain("npm says: Invalid: lock file's one@1.0.0 does not satisfy one@1.1.0");
    expect(fault.message).toContain('run `npm install`');
  });

  test('anything else keeps npm’s own last words', () => {
    const fault = npmFault('npm error code EINTEGRITY\nnpm error sha512-… integrity checksum failed\n');
    expect(fault.message).toContain('npm says: sha512-… integrity checksum failed');
  });
});

describe('the last line of a test run', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  });
  const results = (...files: ReturnType<typeof file>[]) => ({ testResults: files });

  test('all passed', () => {
    expect(summarize(results(file('passed', 'passed', 'passed')), 0)).toEqual({ line: '2 passed, 0 failed', ok: true });
  });

  test('skipped ones are said only where there are some', () => {
    expect(summarize(results(file('passed', 'passed', 'skipped', 'todo')), 0).line).toBe(
      '1 passed, 0 failed, 2 skipped',
    );
  });

  test('failed tests count one each, their file does not count again', () => {
    const { line, ok } = summarize(results(file('failed', 'passed', 'failed', 'failed')), 1);
    expect([line, ok]).toEqual(['1 passed, 2 failed', false]);
  });

  test('a file that could not be collected counts as one failed', () => {
    const { line, ok } = summarize(results(file('failed'), file('passed', 'passed')), 1);
    expect([line, ok]).toEqual(['1 passed, 1 failed', false]);
  });

  test('an error outside any test counts as one failed', () => {
    expect(summarize(results(file('passed', 'passed')), 1)).toEqual({ line: '1 passed, 1 failed', ok: false });
  });

  test('no tests, or no results, is not a success', () => {
    expect(summarize(results(), 0)).toEqual({ line: '0 passed, 0 failed', ok: false });
    expect(summarize(results(file('passed', 'skipped')), 0).ok).toBe(false);
    expect(summarize(null, 1)).toEqual({ line: '0 passed, 1 failed', ok: false });
  });
});

describe('in a copy of the project', () => {
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'stet-copy-'));
    for (const folder of ['tools', 'bin']) cpSync(join(project, folder), join(copy, folder), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(project, file), join(copy, file));
  });

  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  const command = (args: string[], env: Record<string, string> = {}) =>
    new Promise<{ code: unknown; said: string }>((resolve) => {
      execFile(process.execPath, args, { cwd: copy, env: { ...process.env, ...env } }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, said: stdout + stderr }),
      );
    });

  test('a registry that cannot be reached is named as such', async () => {
    const { code, said } = await command(['tools/run.mjs', 'start'], {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(copy, 'npm-cache'),
    });
    expect(said).toContain('Installing packages from the npm registry (first run, about a minute)…');
    expect(said).toContain('The npm registry cannot be reached. npm says: ');
    expect(said).toContain('ECONNREFUSED');
    expect(code).toBe(1);
  });

  test('a machine without npm is told so', async () => {
    const { code, said } = await command(['tools/run.mjs', 'build'], { PATH: copy });
    expect(said).toContain('The program `npm` was not found.');
    expect(code).toBe(1);
  });

  test('a command that does not exist is answered with those that do', async () => {
    const { code, said } = await command(['tools/run.mjs', 'strat']);
    expect(said).toContain('There is no command “strat”.');
    expect(said).toContain('start, test, build, bench, bench:fanout, bench:scale, bench:reading, install');
    expect(code).toBe(1);
  });

  test('`stet` without packages says to install them', async () => {
    const { code, said } = await command(['bin/stet.mjs', 'serve']);
    expect(said).toContain('run `npm install`');
    expect(code).toBe(1);
  });

  test('`stet` runs the program on the pinned Node and passes arguments, signals and the exit code', async () => {
    pretendInstalled();
    writeSource('src/cli/main.ts', [
      'const words: string[] = process.argv.slice(2);',
      "process.on('SIGTERM', () => process.exit(7));",
      "setInterval(() => {}, 1000); console.log(words.join(' '));",
    ]);
    const child = spawn(process.execPath, ['bin/stet.mjs', 'serve', '--port', '8100'], { cwd: copy });
    const said = await new Promise<string>((resolve) => child.stdout.once('data', (bytes) => resolve(String(bytes))));
    expect(said.trim()).toBe('serve --port 8100');
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
  });

  test('the browser files are of other sources when a source changes, but not when the server or a test does', () => {
    for (const file of ['tsconfig.json', 'tsconfig.browser.json', 'vite.config.ts']) writeSource(file, ['']);
    writeSource('src/desk/main.tsx', ['one']);
    const before = fingerprint(copy);
    writeSource('src/server/server.ts', ['one']);
    writeSource('src/desk/main.test.ts', ['one']);
    expect(fingerprint(copy)).toBe(before);
    writeSource('src/desk/main.tsx', ['two']);
    expect(fingerprint(copy)).not.toBe(before);
  });

  function writeSource(path: string, lines: string[]): void {
    mkdirSync(join(copy, path, '..'), { recursive: true });
    writeFileSync(join(copy, path), lines.join('\n'));
  }

  function pretendInstalled(): void {
    mkdirSync(join(copy, 'node_modules', 'node'), { recursive: true });
    symlinkSync(join(project, 'node_modules', 'node', 'bin'), join(copy, 'node_modules', 'node', 'bin'));
  }
});
