import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tree, attributeOf, wordsOf } from '../../test/page/tree.ts';
import { attribute, html, joined, phrase } from './html.ts';
import { deskLink, foreignLink, linkable } from './links.ts';

describe('html', () => {
  test('[P4] what is put in comes out as the same text, in text and in attributes', () => {
    // What a browser makes of line ends and of characters that are never sent is not compared.
    const outside = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(outside, (text) => {
        const tree = new Tree(html`<!doctype html><body><p title="${text}">${text}</p></body>`.text);
        const paragraph = tree.elements().find(({ tagName }) => tagName === 'p')!;
        const sent = text
          .toWellFormed()
          // oxlint-disable-next-line no-control-regex
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]/g, '');

        expect(wordsOf(paragraph)).toBe(sent);
        expect(attributeOf(paragraph, 'title')).toBe(sent);
        expect(paragraph.childNodes.every(({ nodeName }) => nodeName === '#text')).toBe(true);
      }),
    );
  });

  test('[P4] marks that turn the direction of text around are never sent', () => {
    expect(html`<p>${'abc\u202Egnp.exe\u202C'}</p>`.text).toBe('<p>abcgnp.exe</p>');
  });

  test('[P4] nothing can be put into an attribute without quotes', () => {
    expect(() => html`<a href=${'x'}>`).toThrow(TypeError);
  });

  test('line ends fall away, and become a space between two words only', () => {
    const made = html`<p>one
      two</p>
      <p>three
      ${'four'}</p>`;

    expect(made.text).toBe('<p>one two</p><p>threefour</p>');
  });

  test('lists come one after the other, null as nothing', () => {
    expect(html`${['a', null, [html`<b>b</b>`, 3]]}${joined(['x', 'y'], ', ')}`.text).toBe('a<b>b</b>3x, y');
    expect(attribute('lang', null).text).toBe('');
    expect(attribute('lang', 'a"b').text).toBe(' lang="a&#34;b"');
    expect(phrase('<i>').text).toBe('<bdi>&lt;i&gt;</bdi>');
  });
});

describe('links', () => {
  test.each([
    ['https://example.org/a?b=c#d', true],
    ['HTTP://EXAMPLE.ORG', true],
    ['mailto:desk@example.org', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['java\nscript:alert(1)', false],
    [' https://example.org', false],
    ['https://example.org/\u0000', false],
    ['data:text/html,x', false],
    ['vbscript:x', false],
    ['//example.org', false],
    ['/desk', false],
    ['http://', false],
    ['by post', false],
  ])('[P4] %j is linked: %j', (address, is) => {
    expect(linkable(address)).toBe(is ? address : null);
    expect(deskLink(address, 'words').text.startsWith('<a ')).toBe(is);
    expect(foreignLink(address, 'words').text.includes('rel="noopener noreferrer nofollow ugc"')).toBe(is);
  });
});
