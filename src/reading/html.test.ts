import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';
import { read } from './read.ts';
import type { Reading } from './reading.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (html: string): Reading => read(bytes(html), { contentType: 'text/html; charset=utf-8', fileName: null });
const kindsIn = ({ text, blocks }: Reading): string[] =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
const rain = 'The rain fell on the lower town for a third day, and the river was still rising at noon.';
const more = 'Boats brought food to the school on the hill, where four hundred people had slept on the floor.';

describe('the article of a page', () => {
  it('[R40] keeps body, captions, bylines, standfirst and promotion apart', () => {
    const reading = page(
      `<article><h1>Rain</h1><h2 class="dek">A third day</h2><p class="by-line author">Ann Lee</p><p>${rain}</p>
      <figure><img><figcaption>The bridge</figcaption></figure><p>${more}</p><p>The mill (Photo: A. Lee)</p>
      <p><a href="/x">Ten floods that changed the town</a></p><h3>Read more</h3><ul><li><a href="/y">A dry year</a></ul>
      <blockquote>We stay.</blockquote></article>`,
    );
    expect(kindsIn(reading)).toEqual([
      'title: Rain',
      'standfirst: A third day',
      'byline: Ann Lee',
      `paragraph: ${rain}`,
      'caption: The bridge',
      `paragraph: ${more}`,
      'caption: The mill (Photo: A. Lee)',
      'promotion: Ten floods that changed the town',
      'promotion: Read more',
      'promotion: A dry year',
      'quotation: We stay.',
    ]);
  });

  it('[R278] says that a page is not free to read, and takes the request to pay for promotion', () => {
    const lead =
      'Engineers are lowering the lake behind the dam after more than 100mm of rain fell in a day, the council said.';
    const sold = (free: string) =>
      page(
        `<html lang="en"><script type="application/ld+json">{"@type":"NewsArticle"${free}}</script><article><h1>Dam at risk</h1><p>${lead}<p>${lead.replace('100mm', '90mm')}<div class="paywall"><h2>To continue reading, subscribe for £1 a week</h2><p>Join 250,000 subscribers and get unlimited access to all articles for just £1.<p>Already a subscriber? <a href="/in">Log in</a></div></article>`,
      );
    for (const free of [
      ',"isAccessibleForFree":"False"',
      ',"isAccessibleForFree":false',
      ',"hasPart":[{"isAccessibleForFree":"false"}]',
    ])
      expect(sold(free).notes.map(({ code }) => code)).toContain('page-not-free');
    const free = sold(',"isAccessibleForFree":true');
    expect(free.notes.map(({ code }) => code)).not.toContain('page-not-free');
    expect(free.blocks.map(({ kind }) => kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'promotion',
      'promotion',
      'promotion',
    ]);
    expect(free.suggestions.map(({ figure }) => figure?.words)).toEqual(['more than 100', 'more than 90']);
  });

  it('[R41] suggests nothing from promotion and bylines', () => {
    const offer = '<p class="promo">“You will love our 40 recipes,” said Ann Lee.</p>';
    const credit = '<p class="byline">“40 words,” said Ann Lee.</p>';
    expect(page(`<article><p>${rain}</p><p>${more}</p>${offer}${credit}</article>`).suggestions).toHaveLength(1);
  });

  it('[R42] says how much of a page was left out', () => {
    const [note] = page(`<body><nav>Home News</nav><p>${rain}</p><aside>Ads</aside>`).notes;
    expect(note).toEqual({ code: 'page-left-out', message: expect.stringMatching(/^12 characters/) });
    expect(page(`<p>${rain}</p>`).notes).toEqual([]);
  });

  it('[R43] goes down to where the prose stands, past comments, teasers and menus', () => {
    const teasers = `<div class="grid">${`<div><h3><a href="/x">Elsewhere</a></h3><p>${more}</p></div>`.repeat(9)}</div>`;
    const article = `<div class="x7"><p>${rain}</p><p>${more}</p><p>${rain}</p><p>${more}</p></div>`;
    expect(page(`<div id="page">${article}${teasers}</div>`).blocks).toHaveLength(4);
    expect(page(`<div>${article}<div id="comments"><p>${rain.repeat(3)}</p></div></div>`).blocks).toHaveLength(4);
  });

  it('[R44] disregards a name that would leave out the greater part', () => {
    expect(page(`<div class="has-sidebar ad-free sidebar"><p>${rain}</p><p>${more}</p></div>`).blocks).toHaveLength(2);
    expect(page(`<form><p>${rain}</p></form>`).text).toBe(rain);
  });

  it('[R43] reads AMP, pages laid out in tables, and what word processors make', () => {
    const amp = `<html amp><body><amp-sidebar><p>${rain}</p></amp-sidebar><div role="main"><p>${rain}</p><amp-img></amp-img><p>${more}</p></div>`;
    expect(page(amp).text).toBe(`${rain}\n\n${more}`);
    const table = `<table><tr><td><a href="/">News</a></td><td>${rain}<br><br>${more}</td></tr></table>`;
    expect(kindsIn(page(table))).toEqual([`paragraph: ${rain}`, `paragraph: ${more}`]);
    expect(page(`<p>The <st1:place>lower town</st1:place> stood dry<o:p></o:p></p>`).text).toBe(
      'The lower town stood dry',
    );
  });

  it('[R44] reads what page builders call widgets, and posts filed under polls', () => {
    const widget = (text: string) => `<div class="builder-widget builder-widget-text"><p>${text}</p></div>`;
    expect(page(`<div class="post tag-polls category-menu">${widget(rain)}${widget(more)}</div>`).blocks).toHaveLength(
      2,
    );
  });

  it('[R45] lets JSON-LD say where the article is, and shows the words of the page', () => {
    const told = `${rain} ${rain} ${more} ${more}`;
    const data = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${told}"}</script>`;
    const other = `<section><p>${'Something else stood here and went on and on. '.repeat(9)}</p></section>`;
    const article = `<section><p>${rain}</p><p>${rain}</p><p>${more}</p><p>${more.replace('four', '<b>four</b>')}</p></section>`;
    expect(page(`${data}<div>${other}${article}</div>`).text).toBe([rain, rain, more, more].join('\n\n'));
  });

  it('[R52] reads what another format carries as one article', () => {
    const { pieces } = readHtml(`<div class="promo">Hello</div><div>${rain}</div>`, true);
    expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Hello'],
      ['paragraph', rain],
    ]);
  });
});

describe('what a page says of itself', () => {
  const said = (head: string, body = `<p>${rain}</p>`) => {
    const { title, authors, outlet, published, publishedFrom, language, address } = page(
      `<html><head>${head}</head><body>${body}`,
    );
    return { title, authors, outlet, published, publishedFrom, language, address };
  };
  const nothing = {
    title: null,
    authors: [],
    outlet: null,
    published: null,
    publishedFrom: null,
    language: null,
    address: null,
  };

  it('[R46] takes what the markup says, from wherever it says it, and invents nothing', () => {
    expect(said('')).toEqual(nothing);
    expect(
      said(`<meta name="dc.title" content="Rain"><meta name="parsely-author" content="By Ann Lee">
        <meta property="og:site_name" content="The Post"><meta name="parsely-pub-date" content="2031-05-01T10:00:00Z">
        <meta property="og:locale" content="en_GB"><link rel="canonical" href="https://post.example/rain">`),
    ).toEqual({
      title: 'Rain',
      authors: ['Ann Lee'],
      outlet: 'The Post',
      published: '2031-05-01T10:00:00Z',
      publishedFrom: 'markup',
      language: 'en-GB',
      address: 'https://post.example/rain',
    });
    const broken = '<script type="application/ld+json">{"@type":"Article", oops</script>';
    const deep = `<script type="application/ld+json">${'['.repeat(200_000)}</script>`;
    const wrong =
      '<script type="application/ld+json">{"@type":"Article","author":[7,{"name":[]}],"headline":{}}</script>';
    for (const data of [broken, deep, wrong]) expect(said(data)).toEqual(nothing);
    expect(said('<link rel="canonical" href="javascript:alert(1)">').address).toBe(null);
  });

  it('[R47] takes author and day from the line that prints them, where the markup is silent', () => {
    const line = (text: string) => said('', `<p>${text}</p><p>${rain}</p>`);
    expect(line('By Ann Lee and Bo Ray, 4 May 2031')).toMatchObject({
      authors: ['Ann Lee', 'Bo Ray'],
      published: '2031-05-04',
      publishedFrom: 'text',
    });
    expect(line('Published May 4, 2031 at 8:20')).toMatchObject({ published: '2031-05-04' });
    expect(line('04/05/2031 08:20').published).toBe(null);
  });
});
