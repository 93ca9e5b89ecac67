import { Refusal } from '../terms/refusal.ts';
import { commands, helpFor, overview } from './commands.ts';
import { Usage } from './usage.ts';

// The `stet` command: finds the command that is named, runs it, and says in a sentence what went wrong.
const [name = 'help', ...rest] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;

// Whoever reads the output may stop reading: `stet export STORY | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  if (load !== undefined) {
    const command = await load();
    const asksHelp = rest.includes('--help') || rest.includes('-h');
    if (asksHelp) process.stdout.write(helpFor(name, command));
    else process.exitCode = await command.run(rest);
  } else {
    if (!['help', '--help', '-h'].includes(name)) throw new Usage(`there is no command “${name}”`);
    process.stdout.write(await overview());
  }
} catch (reason) {
  process.exitCode = explain(reason);
}

function explain(reason: unknown): number {
  if (reason instanceof Usage) {
    process.stderr.write(`stet: ${reason.message}\nRun stet help to see what there is.\n`);
    return 2;
  }
  if (reason instanceof Refusal) {
    process.stderr.write(`stet: ${reason.message}\n${reason.why} ${reason.next} (${reason.code})\n`);
    return 1;
  }
  throw reason;
}
