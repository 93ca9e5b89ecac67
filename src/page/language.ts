import { attribute, html, type Html } from './html.ts';
import type { Setting } from './setting.ts';

const rightToLeft = new Set('ar arc ckb dv fa he nqo ps sd syr ug ur yi'.split(' '));
const rightToLeftScripts = /-(arab|hebr|syrc|thaa|nkoo|adlm)\b/i;

/** Which way a language is written, from its tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = ''] = language.toLowerCase().split('-');
  if (/-latn\b/i.test(language)) return 'ltr';
  return rightToLeft.has(primary) || rightToLeftScripts.test(language) ? 'rtl' : 'ltr';
}

/**
 * The attributes that say in which language a text from outside is, where that is not the language around it.
 *
 * `null` is a language that nobody knows: the text then finds its direction by itself.
 */
export function languageAttributes(setting: Setting, language: string | null): Html {
  if (language === null) return html` lang="" dir="auto"`;
  const direction = directionOf(language);
  return html`${attribute('lang', language === setting.chrome ? null : language)}
    ${attribute('dir', direction === setting.direction ? null : direction)}`;
}
