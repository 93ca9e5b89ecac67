const shared = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

const policy = (own: string) =>
  `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; ${own}`;

/** The headers of a reader's page; `style` is the SHA-256 of its style in base64. */
export function pageHeaders(style: string): Record<string, string> {
  return {
    ...shared,
    'content-security-policy': policy(
      `form-action 'none'; script-src 'self'; style-src 'sha256-${style}'; trusted-types stet`,
    ),
  };
}

/** The headers of the desk. */
export const deskHeaders: Record<string, string> = {
  ...shared,
  'cache-control': 'private, no-store',
  'content-security-policy': policy(
    `form-action 'self'; script-src 'self'; style-src 'self'; trusted-types ProseMirrorClipboard`,
  ),
};

/** The headers of what is not a page. */
export const dataHeaders: Record<string, string> = {
  ...shared,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** How long what changes with each revision may be kept: a second, or longer while the server is away. */
export const untilNext = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

/** The same where payment details stand that can be paid into: once they are withdrawn, minutes count. */
export const untilNextPayable = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=300';

/** The same of a page once coverage has ended: it asks by itself whether it was put right or goes on. */
export const untilNextEnded = 'public, max-age=1, s-maxage=30, stale-while-revalidate=10, stale-if-error=86400';

/** How long what never changes may be kept. */
export const forever = 'public, max-age=31536000, immutable';

/**
 * How long a closed segment may be kept: for ever by who has read it. A cache that many share asks again after five
 * minutes, whether something was taken down.
 */
export const untilTakenDown = 'public, max-age=31536000, s-maxage=300, immutable';

/** How long a page of the past may be kept: it changes only where something is taken down, and then it must go. */
export const aWhile = 'public, max-age=300';
