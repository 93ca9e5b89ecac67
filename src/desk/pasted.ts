const inline = '(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)';
const closing = `</${inline}\\s*>`;
// Looked for from the first of several closing tags only: from each of them, a long run would be gone through again and again.
const spaceBetween = new RegExp(`((?<!${closing})(?:${closing})+)\\s+(?=<${inline}[\\s>])`, 'gi');
const tag = /<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * Pasted HTML made ready to be read by the box's schema.
 *
 * A line break ends a paragraph, because a post has none; cells stand apart. Styles become data, and style sheets and
 * scripts are left out: the page's security policy would refuse them one by one, each with a report.
 */
export function cleanPasted(html: string): string {
  return (
    html
      .replace(/<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/(<br\b[^<>]*>\s*)+/gi, '</p><p>')
      // White space alone between two words is taken for layout where blocks stand beside it.
      .replace(spaceBetween, ' $1')
      .replace(/<\/t[dh]\s*>/gi, ' $&')
      .replace(tag, (whole) => whole.replace(/\sstyle(\s*=)/gi, ' data-style$1'))
  );
}
