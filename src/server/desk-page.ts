import { patterns } from '../page/addresses.ts';
import { html } from '../page/html.ts';
import type { Assets } from './assets.ts';

const linked = (styles: readonly string[]) => styles.map((style) => html`<link rel="stylesheet" href="${style}" />`);

/** The desk's one page, which its app fills. */
export function renderDesk(editor: string, { script, styles }: Assets['desk']): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Desk · Stet</title>
        ${linked(styles)}
        <script type="module" src="${script}"></script>
      </head>
      <body>
        <div id="desk" data-editor="${editor}"></div>
        <noscript>The desk needs JavaScript; readers' pages do not.</noscript>
      </body>
    </html>`.text;
}

/**
 * The page that a one-time link opens: whom it signs in, and the button that does.
 *
 * `asked` are the link's words. Without an editor it says where links come from.
 */
export function renderSignIn(asked: Record<string, string>, editor: string | null, { styles }: Assets['desk']): string {
  const form = html`<form method="post" action="${patterns.signIn}">
    ${['token', 'story', 'report'].map((name) => (name in asked ? html`<input type="hidden" name="${name}" value="${asked[name]!}" />` : ''))}
    <p>This link signs in <strong>${editor}</strong>, once. What you publish is signed with this name.</p>
    <p>If this is not you, close the page, and ask for a link of your own.</p>
    <p><button class="main" autofocus>Go to the desk</button></p>
  </form>`;
  const hint = html`<p>
    ${'token' in asked ? 'This link signs nobody in any more: it was used, or has expired. ' : null}Each editor has one-time
    links of their own. Whoever runs the server makes one with <code>stet link NAME</code>; one for a first editor is
    printed when the server starts.
  </p>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Sign in · Stet</title>
        ${linked(styles)}
      </head>
      <body>
        <main class="sign-in">
          <h1>Sign in to the desk</h1>
          ${editor === null ? hint : form}
        </main>
      </body>
    </html>`.text;
}
