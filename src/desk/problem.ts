/** What went wrong, in the words of the server or of the desk: what, why, and what to do next. */
export interface Problem {
  /** A stable name of the problem, for instance `changed-since`. */
  code: string;
  /** The answer's HTTP status; 0 where no answer came. */
  status: number;
  detail: string;
  why: string | null;
  next: string | null;
}

/** A problem that the desk itself found before it sent anything. */
export function deskProblem(code: string, detail: string, next: string): Problem {
  return { code, status: 0, detail, why: null, next };
}

/** The problem in the body of an answer that is not a success. */
export function readProblem(status: number, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof said[name] === 'string' && said[name] !== '' ? said[name] : null);
  return {
    code: text('code') ?? `http-${status}`,
    status,
    detail: text('detail') ?? text('title') ?? `The server answered ${status}.`,
    why: text('why'),
    next: text('next') ?? (status >= 500 ? 'Your text is kept here. Try again in a moment.' : null),
  };
}

/** Whether a problem comes from a session that has ended. */
export function isSignedOut(problem: Problem): boolean {
  return problem.status === 401;
}
