import type { Refusal, RefusalSort } from '../terms/refusal.ts';

/** A refusal as it is answered. Source: RFC 9457, with the code, cause and next step as members of our own. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  why: string;
  next: string;
}

const statuses: Record<RefusalSort, { status: number; title: string }> = {
  invalid: { status: 422, title: 'This cannot be taken as it is' },
  unknown: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Something else came first' },
  'too-large': { status: 413, title: 'Too large' },
  forbidden: { status: 403, title: 'Not allowed' },
  'signed-out': { status: 401, title: 'Not signed in' },
  unavailable: { status: 503, title: 'Not possible at the moment' },
};

/** The answer to a refusal. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title } = statuses[refusal.sort];
  return {
    type: `urn:stet:error:${refusal.code}`,
    title,
    status,
    detail: refusal.message,
    code: refusal.code,
    why: refusal.why,
    next: refusal.next,
  };
}
