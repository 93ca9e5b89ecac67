import { attribute, html, type Html } from './html.ts';
import type { Setting } from './setting.ts';

/** Where the script says what is new and not shown yet; empty and without a button until it does. */
export function liveHtml({ words }: Setting): Html {
  const { one, other, show, shown, go, offline, seen, ended, reopened } = words.live;
  const said = Object.entries({ one, other, show, shown, go, offline, seen, ended, reopened });
  return html`<div id="live"${said.map(([name, text]) => attribute(`data-${name}`, text))}>
    <p role="status"></p><button type="button" hidden></button></div>`;
}

/** How new updates come, for the reader to choose; hidden until the script runs. */
export function settingsHtml({ words }: Setting): Html {
  const { settings, auto, key } = words.live;
  return html`<details id="settings" hidden><summary>${settings}</summary>
    <p><label><input type="checkbox" name="auto"> ${auto}</label></p>
    <p><label><input type="checkbox" name="key"> ${key}</label></p></details>`;
}
