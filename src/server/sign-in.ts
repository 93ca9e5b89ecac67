import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { DeskStore, Session } from './desk-port.ts';

/** The name of the cookie that holds an editor's session. */
export const sessionCookie = 'stet-desk';

const linkHours = 24;
const sessionHours = 24 * 14;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const newToken = () => randomBytes(32).toString('base64url');

/** Who may work at the desk: one-time links and the sessions that they open. Tokens are kept as hashes only. */
export class SignIn {
  readonly #desk: DeskStore;
  readonly #now: () => Moment;

  constructor(desk: DeskStore, now: () => Moment) {
    this.#desk = desk;
    this.#now = now;
  }

  /** A new token for a one-time link, valid for a day. */
  async invite(): Promise<string> {
    const token = newToken();
    await this.#desk.keepInvitation(hashOf(token), this.#in(linkHours));
    return token;
  }

  /** Uses a one-time link for an editor and returns the token of a new session. Throws `link-used`. */
  async enter(link: string, editor: string): Promise<string> {
    if (!(await this.#desk.useInvitation(hashOf(link), this.#now()))) throw new Refusal('link-used', {});
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
