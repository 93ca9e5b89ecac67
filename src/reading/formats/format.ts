import type { About } from '../read.ts';

/** The formats that a report can have. */
export type Format = 'html' | 'plain' | 'markdown' | 'mail' | 'xml' | 'json' | 'csv';

const types: [RegExp, Format][] = [
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^text\/(x-)?markdown$/, 'markdown'],
  [/^message\/rfc822$/, 'mail'],
  [/^text\/(csv|tab-separated-values)$/, 'csv'],
  [/[/+]xml$/, 'xml'],
  [/[/+]json$/, 'json'],
];
const extensions: [RegExp, Format][] = [
  [/\.x?html?$/i, 'html'],
  [/\.(md|markdown)$/i, 'markdown'],
  [/\.eml$/i, 'mail'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.(xml|rss|atom|cap|rdf)$/i, 'xml'],
  [/\.(json|ninjs)$/i, 'json'],
  [/\.(txt|text)$/i, 'plain'],
];
/** How a report of a format begins. */
const beginnings: [RegExp, Format][] = [
  [/^\s*(<!doctype html|<(html|head|body|article|main|div|p)[\s>])/i, 'html'],
  [/^\s*<(\?xml|rss|feed|rdf:RDF|(\w+:)?alert)[\s>]/, 'xml'],
  [/^\s*\{\s*"/, 'json'],
  [/^(received|return-path|delivered-to|message-id|mime-version): /i, 'mail'],
];

/** The format of a report: as its type says, else its name, else its beginning, else plain text. */
export function formatOf(beginning: string, { contentType, fileName }: About): Format {
  const type = contentType?.split(';')[0]!.trim().toLowerCase() ?? '';
  const among = (table: [RegExp, Format][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1];
  const said = among(types, type) ?? among(extensions, fileName ?? '');
  if (said !== undefined) return said;
  // Many servers call a feed plain text; whoever pastes text means text.
  return (type === 'text/plain' ? undefined : among(beginnings, beginning.slice(0, 1000))) ?? 'plain';
}

/** The content type with the charset that an XML declaration names, where the type itself names none. */
export function declaredCharset(beginning: string, contentType: string | null): string | null {
  const declared = /^\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(beginning)?.[1];
  return declared === undefined || /charset\s*=/i.test(contentType ?? '') || /^utf-?16/i.test(declared)
    ? contentType
    : `${contentType ?? ''}; charset=${declared}`;
}
