import { createHash, randomBytes } from 'node:crypto';
import { personKey, shownName } from '../terms/person.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { DeskStore, Session } from './desk-port.ts';

/** The name of the cookie that holds an editor's session. */
export const sessionCookie = 'stet-desk';

const linkHours = 24;
const sessionHours = 24 * 14;
const longestName = 60;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const newToken = () => randomBytes(32).toString('base64url');

/** An editor's name as it is shown. Throws `editor-name-unfit`. */
export function editorName(name: string): string {
  const shown = shownName(name);
  if (shown === '' || shown.length > longestName) throw new Refusal('editor-name-unfit', { name });
  return shown;
}

/** A one-time link that was made: its token, and the name of the editor whom it signs in. */
export interface Invited {
  token: string;
  editor: string;
}

/** Who may work at the desk: one-time links, each for one editor, and the sessions that they open. Tokens are kept as hashes only. */
export class SignIn {
  readonly #desk: DeskStore;
  readonly #now: () => Moment;

  constructor(desk: DeskStore, now: () => Moment) {
    this.#desk = desk;
    this.#now = now;
  }

  /**
   * A one-time link for an editor, valid for a day; another spelling of a name that is known is that editor.
   *
   * Throws `editor-name-unfit`.
   */
  async invite(name: string): Promise<Invited> {
    const editor = await this.#desk.editorNamed(personKey(name), editorName(name));
    const token = newToken();
    await this.#desk.keepInvitation(hashOf(token), { editor, expires: this.#in(linkHours) });
    return { token, editor };
  }

  /** The name of the editor whom a one-time link signs in, without using it; `null` where it signs nobody in any more. */
  async invited(link: string): Promise<string | null> {
    return (await this.#desk.invitation(hashOf(link), this.#now()))?.editor ?? null;
  }

  /** Uses a one-time link and returns the token of its editor's new session. Throws `link-used`. */
  async enter(link: string): Promise<string> {
    const editor = await this.#desk.useInvitation(hashOf(link), this.#now());
    if (editor === null) throw new Refusal('link-used', {});
    const token = newToken();
    await this.#desk.keepSession(hashOf(token), { editor, expires: this.#in(sessionHours) });
    return token;
  }

  /** The session with a token. Throws `signed-out`. */
  async session(token: string | undefined): Promise<Session> {
    const session = token === undefined ? null : await this.#desk.session(hashOf(token), this.#now());
    if (session === null) throw new Refusal('signed-out', {});
    return session;
  }

  /** Ends the session with a token. */
  async leave(token: string): Promise<void> {
    await this.#desk.dropSession(hashOf(token));
  }

  #in(hours: number): Moment {
    return Temporal.Instant.from(this.#now()).add({ hours }).toString({ smallestUnit: 'millisecond' });
  }
}
