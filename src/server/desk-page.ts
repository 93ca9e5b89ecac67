import { patterns } from '../page/addresses.ts';
import { html } from '../page/html.ts';
import type { Assets } from './assets.ts';

/** The desk's one page, which its app fills. */
export function renderDesk(editor: string, { script, styles }: Assets['desk']): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Desk · Stet</title>
        ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
        <script type="module" src="${script}"></script>
      </head>
      <body>
        <div id="desk" data-editor="${editor}"></div>
        <noscript>The desk needs JavaScript; readers' pages do not.</noscript>
      </body>
    </html>`.text;
}

/** The page that a one-time link opens; without a token it says where links come from. `asked` are the link's words. */
export function renderSignIn(asked: Record<string, string>): string {
  const form = html`<form method="post" action="${patterns.signIn}">
    ${['token', 'story', 'report'].map((name) => (name in asked ? html`<input type="hidden" name="${name}" value="${asked[name]!}" />` : ''))}
    <p>
      <label for="name">Your name, as your publications are signed</label><br />
      <input id="name" name="name" required maxlength="60" autocomplete="name" autofocus />
    </p>
    <p><button>Go to the desk</button></p>
  </form>`;
  const hint = html`<p>
    Open the one-time link that the server printed when it started. For another one run <code>stet link</code> where the
    server runs.
  </p>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Sign in · Stet</title>
      </head>
      <body>
        <main>
          <h1>Sign in to the desk</h1>
          ${'token' in asked ? form : hint}
        </main>
      </body>
    </html>`.text;
}
