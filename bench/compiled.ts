import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiles a C file into a folder; the name of the program. Throws where there is no compiler. */
export function compiled(source: URL, folder: string): string {
  const file = fileURLToPath(source);
  const program = join(folder, basename(file, '.c'));
  const { status, stderr } = spawnSync('cc', ['-O2', '-o', program, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a C compiler is needed (Debian: apt-get install gcc libc6-dev): ${stderr}`);
  return program;
}
