import type { Command } from '../../src/record/command.ts';
import { fold } from '../../src/record/evolve.ts';
import { revisionOf, type StoryRecord } from '../../src/record/record.ts';
import { revisionBy } from './flood.ts';

/** The record after further commands; whoever sends one has seen all that came before it, whatever it says. */
export function further(record: StoryRecord, ...commands: Command[]): StoryRecord {
  let after = record;
  for (const command of commands) {
    const informed = 'seen' in command ? ({ ...command, seen: revisionOf(after) } as Command) : command;
    after = fold(after, revisionBy(informed, after, undefined));
  }
  return after;
}
