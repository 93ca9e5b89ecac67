/** Where a key works: everywhere, or in the part of the desk that was used last. */
export type KeyPlace = 'everywhere' | 'report' | 'stream';

/** What a key does. */
export type Action =
  | 'keys'
  | 'write'
  | 'go-report'
  | 'go-stream'
  | 'details'
  | 'next'
  | 'previous'
  | 'accept'
  | 'hide'
  | 'quote'
  | 'unhide'
  | 'next-mark'
  | 'previous-mark'
  | 'marks'
  | 'other-list'
  | 'correct'
  | 'clarify'
  | 'merge'
  | 'withdraw'
  | 'pin'
  | 'key-point';

/** A key of the desk. */
export interface Key {
  /** The keys, as `KeyboardEvent.key` says them; letters in lower case. */
  keys: readonly string[];
  place: KeyPlace;
  action: Action;
  does: string;
}

/** Every single-key shortcut; they work where nothing is being typed, and can be switched off. */
export const singleKeys: readonly Key[] = [
  { keys: ['?'], place: 'everywhere', action: 'keys', does: 'This list' },
  { keys: ['n'], place: 'everywhere', action: 'write', does: 'Write: go to the box' },
  { keys: ['r'], place: 'everywhere', action: 'go-report', does: 'Go to the report' },
  { keys: ['s'], place: 'everywhere', action: 'go-stream', does: 'Go to the stream' },
  { keys: ['d'], place: 'everywhere', action: 'details', does: 'Details of the statement taken last' },
  { keys: ['j'], place: 'report', action: 'next', does: 'Next suggestion' },
  { keys: ['k'], place: 'report', action: 'previous', does: 'Previous suggestion' },
  {
    keys: ['a', 'Enter'],
    place: 'report',
    action: 'accept',
    does: 'Take the selected words, what is said at the mark, or else the suggestion, as a statement',
  },
  {
    keys: ['q'],
    place: 'report',
    action: 'quote',
    does: 'Take the selected words, or else the quotation, into the text',
  },
  { keys: ['x'], place: 'report', action: 'hide', does: 'Put the suggestion away' },
  { keys: ['u'], place: 'report', action: 'unhide', does: 'Bring back what was put away' },
  { keys: ['l'], place: 'report', action: 'next-mark', does: 'Next mark, and what it was understood to be' },
  { keys: ['h'], place: 'report', action: 'previous-mark', does: 'Previous mark' },
  { keys: ['v'], place: 'report', action: 'marks', does: 'Choose which marks are shown' },
  {
    keys: ['j'],
    place: 'stream',
    action: 'next',
    does: 'Next post, statement, payment details, party or thing that is due',
  },
  {
    keys: ['k'],
    place: 'stream',
    action: 'previous',
    does: 'Previous post, statement, payment details, party or thing that is due',
  },
  {
    keys: ['b'],
    place: 'stream',
    action: 'other-list',
    does: 'Show the posts, the board, the parties or what is due, in turn',
  },
  { keys: ['e', 'c'], place: 'stream', action: 'correct', does: 'Correct the post or statement: something was wrong' },
  { keys: ['l'], place: 'stream', action: 'clarify', does: 'Clarify the post: nothing was wrong' },
  { keys: ['w'], place: 'stream', action: 'withdraw', does: 'Withdraw the post or statement' },
  { keys: ['p'], place: 'stream', action: 'pin', does: 'Pin the post, or unpin it' },
  { keys: ['y'], place: 'stream', action: 'key-point', does: 'Make the post a key point, or no longer' },
  { keys: ['m'], place: 'stream', action: 'merge', does: 'Merge the party into another' },
];

/** The keys that work while something is being typed, as they are shown in the list. */
export const typingKeys: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl+Enter', does: 'Publish' },
  { keys: 'Ctrl+S', does: 'Save now (it is saved by itself, too)' },
  { keys: 'Escape', does: 'Leave the box, so that single keys work' },
  { keys: 'Ctrl+B', does: 'Strong' },
  { keys: 'Ctrl+I', does: 'Emphasis' },
  { keys: 'Ctrl+K', does: 'Link' },
  { keys: 'Ctrl+Z, Ctrl+Shift+Z', does: 'Undo, redo' },
  { keys: '“- ” or “1. ” at the start of a line', does: 'List' },
  { keys: '“> ” at the start of a line', does: 'Quotation' },
];

/** What a key does again and again while it is held down; anything else it does once. */
export const walking: ReadonlySet<Action> = new Set(['next', 'previous', 'next-mark', 'previous-mark']);

/** The action of a key in a part of the desk, or `null`. */
export function actionOf(key: string, place: KeyPlace): Action | null {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const found = singleKeys.find(
    ({ keys, place: where }) => keys.includes(name) && (where === 'everywhere' || where === place),
  );
  return found?.action ?? null;
}
