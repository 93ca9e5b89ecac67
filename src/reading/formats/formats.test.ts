import { describe, expect, it } from 'vitest';
import { Refusal } from '../../terms/refusal.ts';
import { read } from '../read.ts';
import type { Reading } from '../reading.ts';
import { feedOf } from './read-format.ts';
import { processorTime } from '../../../test/processor-time.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAs = (text: string, contentType: string | null, fileName: string | null = null): Reading =>
  read(bytes(text), { contentType, fileName });
const blocksOf = ({ text, blocks }: Reading) => blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const saysOfItself = ({ title, authors, outlet, published, publishedFrom, language, address }: Reading) => ({
  title,
  authors,
  outlet,
  published,
  publishedFrom,
  language,
  address,
});
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const codes = ({ notes }: Reading) => notes.map(({ code }) => code);
const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Valley Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>River &amp; rain</title><link>https://courier.example/1</link><guid isPermaLink="false">a1</guid>
<pubDate>Tue, 08 Mar 2022 10:00:00 GMT</pubDate><dc:creator>Jane Smith</dc:creator>
<description>&lt;p&gt;The river rose.&lt;/p&gt;</description></item>
<item><title>Bridge shut</title><guid>https://courier.example/2</guid><author>desk@courier.example (Tom Lee)</author>
<description>Short.</description><content:encoded><![CDATA[<p>The bridge is shut.</p><script>x()</script>]]></content:encoded></item>
</channel></rss>`;

describe('the format', () => {
  it('[R60] is that of the type, else of the name, else of the beginning, else plain text', () => {
    expect(readAs('# Head\n\nText.', 'text/markdown').text).toBe('Head\n\nText.');
    expect(readAs('# Head\n\nText.', null, 'a.md').text).toBe('Head\n\nText.');
    expect(readAs('# Head\n\nText.', 'text/plain').text).toBe('# Head\n\nText.');
    expect(readAs('<rss><channel><item><title>One</title></item></channel></rss>', null).text).toBe('One');
    expect(readAs('{"uri": "x", "headlines": [{"value": "One"}]}', null).text).toBe('One');
    expect(readAs('{"what": "ever"}', 'application/json').text).toBe('{"what": "ever"}');
    expect(readAs('<note><p>One</p></note>', 'text/xml').text).toBe('One');
  });

  it('[R60] takes the charset from the XML declaration where nothing else says it', () => {
    const latin = Uint8Array.from([
      ...bytes('<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>caf'),
      0xe9,
      ...bytes('</title></item></channel></rss>'),
    ]);
    expect(read(latin, { contentType: 'text/xml', fileName: null }).text).toBe('café');
  });
});

describe('Markdown', () => {
  it('[R61] loses its marks, and says of itself what stands before it', () => {
    const reading = readAs(
      '---\ntitle: "High water"\nauthor: Jane Smith\ndate: 2024-03-05\nlang: en\n---\n# High *water*\n\n- one [road](https://x.example)\n\n> It “rose”.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>x</script>',
      'text/markdown',
    );
    expect(reading.text).toBe('High water\n\none road\n\nIt “rose”.\n\na\n\nb\n\n1\n\n2');
    expect(reading.blocks[0]?.kind).toBe('title');
    expect(saysOfItself(reading)).toMatchObject({
      title: 'High water',
      authors: ['Jane Smith'],
      published: '2024-03-05',
      publishedFrom: 'markup',
      language: 'en',
    });
  });
});

describe('e-mail', () => {
  const mail = [
    `From: =?utf-8?B?${base64('Ana Ör')}?= =?utf-8?B?${base64('tl')}?= <ana@desk.example>`,
    'Subject: =?iso-8859-1?Q?Caf=E9_flooded?=',
    'Date: Tue, 08 Mar 2022 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    ' boundary="outer"',
    '',
    'Not shown.',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=windows-1252',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'It is =93under=94 =',
    'water.',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64('<p>It is under water.</p>'),
    '--inner--',
    '--outer',
    'Content-Type: application/zip; name="all.zip"',
    'Content-Disposition: attachment; filename="all.zip"',
    'Content-Transfer-Encoding: base64',
    '',
    base64('PK not opened'),
    '--outer--',
  ].join('\r\n');

  it('[R62] is read in its charsets and encodings, with what its headers say', () => {
    const reading = readAs(mail, 'message/rfc822');
    expect(reading.text).toBe('It is “under” water.');
    expect(saysOfItself(reading)).toMatchObject({
      title: 'Café flooded',
      authors: ['Ana Örtl'],
      published: 'Tue, 08 Mar 2022 10:00:00 +0100',
      publishedFrom: 'markup',
      outlet: null,
    });
  });

  it('[R62] is its page where the text beside it says nothing', () => {
    const page = mail.replace('It is =93under=94 =\r\nwater.', 'See page');
    expect(readAs(page, null, 'report.eml').text).toBe('It is under water.');
  });

  it('[R240] tells what it quotes of earlier messages, without its marks, and warns of it', () => {
    const own = 'From: ana@desk.example\n\nAt least 412 people have left.\n\n';
    const earlier =
      '> 351 people have left. "We expect the peak\n> tonight," said Eva Lind.\n>\n> > 90 people have left.\n';
    const { text, blocks, notes } = readAs(`${own}${earlier}`, 'message/rfc822');
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['paragraph', 'At least 412 people have left.'],
      ['quotation', '351 people have left. "We expect the peak tonight," said Eva Lind.'],
      ['quotation', '90 people have left.'],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['earlier-messages']);
    const forwarded = '-------- Forwarded message --------\nFrom: Control\n\n351 people have left.\n';
    expect(readAs(`${own}${forwarded}`, 'message/rfc822').notes.map(({ code }) => code)).toEqual(['earlier-messages']);
    expect(readAs(own, 'message/rfc822').notes).toEqual([]);
  });

  it('[R63] names its attachments and opens none', () => {
    const [note] = readAs(mail, 'message/rfc822').notes;
    expect(note).toEqual({
      code: 'attachments-unopened',
      message: 'Attachments were not opened: “all.zip” (application/zip).',
    });
    const bomb = `Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText.\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'UEsDBBQA'.repeat(600_000)}\r\n--b--`;
    const before = processorTime();
    expect(readAs(bomb, 'message/rfc822').text).toBe('Text.');
    expect(processorTime() - before).toBeLessThan(2000);
  });

  it('[R63] is bounded in depth, parts and headers', () => {
    const nested = Array.from(
      { length: 3000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    expect(refusalOf(() => readAs(`${nested.join('')}\r\n\r\nx`, 'message/rfc822'))).toBe('report-empty');
    const parts = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(100_000)}`;
    expect(readAs(parts, 'message/rfc822').blocks.length).toBe(200);
    const header = `Subject: ${'=?utf-8?Q?a?= '.repeat(100_000)}\r\n\r\nx`;
    expect(refusalOf(() => readAs(header, 'message/rfc822'))).toBe('report-empty');
  });
});

describe('feeds', () => {
  it('[R64] hold entries, each of which is a report of its own', () => {
    const feed = feedOf(bytes(rss), { contentType: 'application/rss+xml', fileName: null })!;
    expect(feed.entries.map(({ id, address, whole }) => [id, address, whole])).toEqual([
      ['a1', 'https://courier.example/1', false],
      ['https://courier.example/2', 'https://courier.example/2', true],
    ]);
    const [first, second] = feed.entries.map(({ alone }) => readAs(alone(), 'application/rss+xml'));
    expect(blocksOf(first!)).toEqual([
      ['title', 'River & rain'],
      ['paragraph', 'The river rose.'],
    ]);
    expect(saysOfItself(first!)).toEqual({
      title: 'River & rain',
      authors: ['Jane Smith'],
      outlet: 'Valley Courier',
      published: 'Tue, 08 Mar 2022 10:00:00 GMT',
      publishedFrom: 'markup',
      language: 'en-gb',
      address: 'https://courier.example/1',
    });
    expect(second!.text).toBe('Bridge shut\n\nThe bridge is shut.');
    expect(second!.authors).toEqual(['Tom Lee']);
    const whole = readAs(rss, 'application/rss+xml');
    expect([codes(whole), whole.text]).toEqual([
      ['feed-entries'],
      'River & rain\n\nThe river rose.\n\nBridge shut\n\nThe bridge is shut.',
    ]);
  });

  it('[R65] are read as Atom, also with a prefix, and as RSS 1.0', () => {
    const atom = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:title>Courier</a:title><a:entry><a:id>urn:1</a:id><a:title type="html">A &amp;lt; B</a:title><a:link rel="self" href="https://c.example/self"/><a:link href="https://c.example/1"/><a:author><a:name>Jane Smith</a:name></a:author><a:updated>2022-03-08T10:00:00Z</a:updated><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rain.</p><p>More.</p></div></a:content></a:entry></a:feed>`;
    const reading = readAs(atom, 'application/atom+xml');
    expect(reading.text).toBe('A < B\n\nRain.\n\nMore.');
    expect(saysOfItself(reading)).toMatchObject({
      authors: ['Jane Smith'],
      outlet: 'Courier',
      published: '2022-03-08T10:00:00Z',
      language: 'en',
      address: 'https://c.example/1',
    });
    expect(codes(reading)).toEqual(['published-is-updated']);
    const rdf =
      '<rdf:RDF xmlns:rdf="x"><channel><title>Courier</title></channel><item rdf:about="urn:1"><title>One</title></item></rdf:RDF>';
    expect(readAs(rdf, 'text/xml').outlet).toBe('Courier');
  });

  it('[R277] addresses are told from that of the feed, titles lose their marks, and what is left out is counted', () => {
    const rssOf = (more: string, items: string) =>
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"${more}><channel><title>Courier</title><link>https://c.example/news/</link>${items}</channel></rss>`;
    const item =
      '<item><title>Rain &amp;amp; &lt;b&gt;wind&lt;/b&gt;</title><link>/2031/rain?a=1</link><description>Rain.</description></item>';
    const entryOf = (feed: string) =>
      feedOf(bytes(feed), { contentType: 'application/rss+xml', fileName: null })!.entries[0]!;
    expect(entryOf(rssOf('', item)).address).toBe('https://c.example/2031/rain?a=1');
    expect(entryOf(rssOf(' xml:base="https://b.example/"', item)).address).toBe('https://b.example/2031/rain?a=1');
    expect(entryOf(rssOf('', item.replace('/2031/', 'javascript:'))).address).toBeNull();
    expect(readAs(rssOf('', item), 'application/rss+xml').title).toBe('Rain & wind');
    expect(readAs(entryOf(rssOf('', item + item)).alone(), 'application/rss+xml').address).toBe(
      'https://c.example/2031/rain?a=1',
    );
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link rel="alternate" href="https://c.example/"/><entry><id>1</id><title type="html">A &lt;i&gt;wet&lt;/i&gt; road</title><link href="a/1"/></entry></feed>`;
    expect(saysOfItself(readAs(atom, 'application/atom+xml'))).toMatchObject({
      title: 'A wet road',
      address: 'https://c.example/a/1',
    });
    const long = readAs(rssOf('', item.repeat(700)), 'application/rss+xml');
    expect(long.notes.map(({ message }) => message)[0]).toContain('700 entries');
    expect(long.notes.map(({ message }) => message)[0]).toContain('500');
  });

  it('[R65] are read as JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Courier',
      language: 'en',
      items: [
        {
          id: 7,
          url: 'https://c.example/1',
          title: 'Rain',
          content_text: 'It <rained>.\n\nMuch.',
          date_published: '2022-03-08T10:00:00Z',
          authors: [{ name: 'Jane Smith' }],
        },
      ],
    };
    const reading = readAs(JSON.stringify(feed), 'application/feed+json');
    expect(reading.text).toBe('Rain\n\nIt <rained>.\n\nMuch.');
    expect(saysOfItself(reading)).toMatchObject({ outlet: 'Courier', authors: ['Jane Smith'], title: 'Rain' });
    const [entry] = feedOf(bytes(JSON.stringify(feed)), { contentType: 'application/json', fileName: null })!.entries;
    expect([entry!.id, readAs(entry!.alone(), 'application/json').text]).toEqual(['7', reading.text]);
  });
});

describe('ninjs', () => {
  it('[R66] is read with what the agency says of the item', () => {
    const item = {
      uri: 'https://agency.example/1',
      type: 'text',
      language: 'en',
      versioncreated: '2022-03-08T10:00:00Z',
      pubstatus: 'withheld',
      ednote: 'Changes figure in paragraph 2.',
      by: 'Jane Smith',
      infosources: [{ name: 'Valley Agency' }],
      headlines: [
        { role: 'short', value: 'Rain' },
        { role: 'main', value: 'Rain falls' },
      ],
      bodies: [{ role: 'main', contenttype: 'text/html', value: '<p>It fell.</p><p>It stopped.</p>' }],
      associations: [{ type: 'picture', descriptions: [{ value: 'A wet road' }] }],
    };
    const reading = readAs(JSON.stringify(item), 'application/json');
    expect(blocksOf(reading)).toEqual([
      ['title', 'Rain falls'],
      ['paragraph', 'It fell.'],
      ['paragraph', 'It stopped.'],
      ['caption', 'A wet road'],
    ]);
    expect(saysOfItself(reading)).toEqual({
      title: 'Rain falls',
      authors: ['Jane Smith'],
      outlet: 'Valley Agency',
      published: '2022-03-08T10:00:00Z',
      publishedFrom: 'markup',
      language: 'en',
      address: 'https://agency.example/1',
    });
    expect(codes(reading)).toEqual(['item-not-usable', 'editors-note']);
    const old = { uri: 'urn:1', headline: 'Rain falls', body_text: 'It fell.', byline: 'By Jane Smith' };
    expect(readAs(JSON.stringify(old), 'application/json').text).toBe('Rain falls\n\nIt fell.');
  });
});

describe('public warnings', () => {
  const alert = (status: string, more = '') =>
    `<?xml version="1.0"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>W1</identifier><sender>warn@water.example</sender><sent>2022-03-08T10:00:00+01:00</sent><status>${status}</status><msgType>Alert</msgType><scope>Public</scope><info><language>en-GB</language><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty><expires>2022-03-09T10:00:00+01:00</expires><senderName>Water Office</senderName><headline>Flood warning</headline><description>The river will rise to 6 metres.</description><instruction>Move uphill.</instruction>${more}<area><areaDesc>Lower valley</areaDesc><polygon>1,1 1,2 2,2 1,1</polygon></area></info></alert>`;

  it('[R67] are read field by field, and as text', () => {
    const reading = readAs(alert('Actual'), 'application/cap+xml');
    expect(reading.alerts).toEqual([
      {
        identifier: 'W1',
        sender: 'warn@water.example',
        sent: '2022-03-08T10:00:00+01:00',
        status: 'Actual',
        type: 'Alert',
        references: [],
        infos: [
          {
            language: 'en-GB',
            headline: 'Flood warning',
            senderName: 'Water Office',
            event: 'Flood',
            urgency: 'Immediate',
            severity: 'Severe',
            certainty: 'Likely',
            effective: null,
            onset: null,
            expires: '2022-03-09T10:00:00+01:00',
            areas: [{ name: 'Lower valley', polygons: ['1,1 1,2 2,2 1,1'], circles: [] }],
          },
        ],
      },
    ]);
    expect(reading.text.split('\n\n').slice(0, 4)).toEqual([
      'Flood warning',
      'The river will rise to 6 metres.',
      'Move uphill.',
      'event: Flood',
    ]);
    expect(saysOfItself(reading)).toMatchObject({
      title: 'Flood warning',
      outlet: 'Water Office',
      published: '2022-03-08T10:00:00+01:00',
      language: 'en-GB',
    });
    expect(codes(reading)).toEqual([]);
  });

  it('[R277] in several languages are read in English where they are, and say what was left out', () => {
    const info = (language: string, words: string) =>
      `<info><language>${language}</language><event>${words}</event><headline>${words}</headline><web>https://w.example/${language}</web><description>${words} und mehr.</description></info>`;
    const both = alert('Actual').replace(
      /<info>.*<\/info>/,
      `${info('de-DE', 'Sturm')}${info('en-GB', 'Storm')}${info('en-GB', 'Flood')}`,
    );
    const reading = readAs(both, 'application/cap+xml');
    expect(reading.alerts[0]!.infos.map(({ language }) => language)).toEqual(['de-DE', 'en-GB', 'en-GB']);
    expect(saysOfItself(reading)).toMatchObject({
      title: 'Storm',
      language: 'en-GB',
      address: 'https://w.example/en-GB',
    });
    expect(reading.text).not.toContain('Sturm');
    expect(reading.text).toContain('Flood und mehr.');
    expect(codes(reading)).toEqual(['languages-left-out']);
    const one = readAs(both.replaceAll('en-GB', 'fr-FR'), 'application/cap+xml');
    expect([one.language, one.title, one.text.includes('Storm')]).toEqual(['de-DE', 'Sturm', false]);
  });

  it('[R67] that are exercises say so', () => {
    expect(codes(readAs(alert('Exercise'), 'text/xml'))).toEqual(['alert-not-actual']);
  });
});

describe('tables', () => {
  it('[R68] are read row by row', () => {
    const reading = readAs('place;people\n"Upper; valley";17\n\nLower valley;"two\nhundred"\n', 'text/csv');
    expect(blocksOf(reading)).toEqual([
      ['cell', 'place | people'],
      ['cell', 'Upper; valley | 17'],
      ['cell', 'Lower valley | two hundred'],
    ]);
    expect(codes(readAs('a,b\n'.repeat(6000), 'text/csv'))).toContain('rows-limited');
  });
});

describe('hostile reports', () => {
  it('[R69] entities of a document type expand to nothing', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>x &b; &f; y</title></item></channel></rss>`;
    expect(readAs(bomb, 'application/rss+xml').text).toBe('x &b; &f; y');
  });

  it('[R69] nesting is refused at once', () => {
    for (const [text, type] of [
      [`<rss><channel>${'<a>'.repeat(200_000)}`, 'application/rss+xml'],
      [`{"items":${'['.repeat(200_000)}`, 'application/json'],
      [`{"items":${'{"a":'.repeat(200_000)}`, 'application/json'],
    ] as const) {
      expect(refusalOf(() => readAs(text, type))).toBe('report-too-deep');
    }
  });

  it.each([
    ['text/markdown', '['.repeat(50_000)],
    ['text/markdown', '*a **b '.repeat(20_000)],
    ['text/markdown', '> '.repeat(20_000)],
    ['text/markdown', '`'.repeat(50_000)],
    ['text/markdown', '- a\n'.repeat(20_000)],
    ['text/markdown', '<a '.repeat(50_000)],
    ['text/csv', '"'.repeat(200_001)],
    ['text/csv', ','.repeat(200_000)],
    ['application/rss+xml', '<rss><channel><item>'.repeat(20) + '<![CDATA['.repeat(50_000)],
    ['application/rss+xml', `<rss><channel>${'<item><title>a</title></item>'.repeat(20_000)}</channel></rss>`],
    ['message/rfc822', `From: ${'"a" <'.repeat(20_000)}\n\nx`],
    ['message/rfc822', `Content-Type: text/plain; ${'a*0=1; '.repeat(10_000)}\n\nx`],
    ['text/plain', 'on '.repeat(100_000)],
    ['text/plain', 'here '.repeat(100_000)],
    ['text/plain', `${'Aa '.repeat(100)}\n\n`.repeat(500)],
  ])(
    '[R69] %s of %.20s takes little time',
    (type, text) => {
      const before = processorTime();
      refusalOf(() => readAs(text, type));
      expect(processorTime() - before).toBeLessThan(10_000);
    },
    60_000,
  );
});
