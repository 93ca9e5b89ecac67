import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * The project's own Node, put there by the npm package `node`, whatever Node the machine has.
 *
 * @param {string} project
 */
export function pinnedNode(project) {
  return join(project, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * With what the server's Node is started. Streams that open by the thousand leave garbage; without a bound V8 answers that with
 * more memory for the young generation, up to 3 KB a reader. And what they keep looks to a small heap like a leak: it is
 * searched from end to end while they open, unless the heap may be 128 MB before that is done for the first time.
 */
export const serverFlags = ['--max-semi-space-size=8', '--initial-old-space-size=128'];

/**
 * The folders programs are looked for in, with or without the project's own in front.
 *
 * @param {string} project
 * @param {boolean} own
 */
export function searchPath(project, own) {
  const bin = join(project, 'node_modules', '.bin');
  const others = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin);
  return (own ? [bin, ...others] : others).join(delimiter);
}

const passable = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end, and passes on to it the signals that this process receives meanwhile.
 *
 * Resolves to `{ code, output }`: its exit code (128 and the signal's number where a signal ended it), and what it
 * wrote, which is '' unless `options.quiet` asks to keep that off the screen.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, options = {}) {
  const { quiet = false, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...rest });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const letGo = passSignalsTo(child);
    child.once('error', (error) => {
      letGo();
      reject(error);
    });
    child.once('close', (code, signal) => {
      letGo();
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), output });
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsTo(child) {
  const passed = passable.map((signal) => {
    const pass = () => {
      // On a terminal, Ctrl+C already reaches every process in front.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, pass);
    return () => process.off(signal, pass);
  });
  return () => {
    for (const end of passed) end();
  };
}
