import { html, phrase } from '../html.ts';
import type { Rendering } from './kind.ts';

/** A position: what a party demands, offers, accepts or refuses, as printed, and on what condition. */
export const position: Rendering<'position'> = {
  deed({ words }, { mode, speaker, value }) {
    const { stand, what, condition } = value;
    const { stands, conditionUnknown, condition: on } = words.position;
    const hole = stand === 'accepts-if' ? conditionUnknown : null;
    const given = condition === null ? hole : on(phrase(condition));
    return html`${words.takes(mode, stands[stand], speaker !== null)}: <b>${phrase(what)}</b>${given && html`; ${given}`}`;
  },
  line: () => null,
  about: () => null,
  past: () => null,
};
