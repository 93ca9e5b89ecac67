import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Runs oxlint with one house rule on a tree of files, given as path and text.
 *
 * Resolves to the messages by path, without the paths that have none.
 */
export async function lintTree(rule: string, files: Record<string, string>): Promise<Record<string, string[]>> {
  const root = await mkdtemp(join(tmpdir(), 'stet-lint-'));
  try {
    const plugin = join(import.meta.dirname, 'plugin.ts');
    const config = { jsPlugins: [plugin], plugins: [], categories: { correctness: 'off' }, rules: { [rule]: 'error' } };
    for (const [path, text] of Object.entries({ ...files, '.oxlintrc.json': JSON.stringify(config) })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return messages(rule, await oxlint(root));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function oxlint(root: string): Promise<string> {
  const program = join(import.meta.dirname, '..', 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '--format=json'], { cwd: root }, (_failed, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`oxlint did not run: ${stdout}${stderr}`));
    });
  });
}

interface Output {
  number_of_files: number;
  diagnostics: { code: string; filename: string; message: string }[];
}

function messages(rule: string, output: string): Record<string, string[]> {
  const { diagnostics } = JSON.parse(output) as Output;
  const found: Record<string, string[]> = {};
  for (const { code, filename, message } of diagnostics) {
    if (code !== rule.replace(/\/(.*)/, '($1)')) throw new Error(`${filename}: ${message}`);
    (found[filename] ??= []).push(message);
  }
  return found;
}
