import { Refusal } from '../terms/refusal.ts';
import { commands, helpFor, overview } from './commands.ts';
import { Usage } from './usage.ts';

// The `stet` command: finds the command that is named, runs it, and says in a sentence what went wrong.
const [name = 'help', ...rest] = process.argv.slice(2);
const command = commands[name];

try {
  if (command === undefined || name === 'help' || rest.includes('--help') || rest.includes('-h')) {
    const known = command !== undefined && name !== 'help';
    const asksHelp = known || ['help', '--help', '-h'].includes(name);
    if (!asksHelp) throw new Usage(`there is no command “${name}”`);
    process.stdout.write(known ? helpFor(name) : overview());
  } else {
    process.exitCode = await command.run(rest);
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
