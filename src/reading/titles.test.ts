import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const reading = (text: string, contentType: string | null = null) =>
  read(new TextEncoder().encode(text), { contentType, fileName: null });
const lead = 'Three people have died and more than 5,000 have left their homes, the fire service of the valley said.';

describe('[R275] titles and bylines', () => {
  it('the line without an end before a plain text is its title', () => {
    const { title, blocks } = reading(
      `River bursts banks in Arden\n\nBy Ann Lee in Port Brill\n\n17 May 2031\n\n${lead}`,
    );
    expect(title).toBe('River bursts banks in Arden');
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'byline', 'byline', 'paragraph']);
  });

  it.each(['FOR IMMEDIATE RELEASE', 'Press release', 'URGENT', 'Breaking news:'])('over “%s”', (kicker) => {
    expect(reading(`${kicker}\n\nRiver bursts banks in Arden\n\n${lead}`).title).toBe('River bursts banks in Arden');
  });

  it('a date at its end makes it no caption', () => {
    const { holes, blocks } = reading(`Transcript: the mayor on the storm, 3 November 2031\n\n${lead}`);
    expect(blocks[0]!.kind).toBe('title');
    expect(holes.map(({ code }) => code)).not.toContain('credit-missing');
  });

  it('a greeting, a sentence and a line before nothing are none', () => {
    expect(reading(`Dear all,\n\n${lead}`).title).toBeNull();
    expect(reading(`${lead}\n\n${lead}`).title).toBeNull();
    expect(reading('River bursts banks in Arden').title).toBeNull();
  });

  it('an author is no town, and “By” in text alone is a byline of a page too', () => {
    const page = `<html lang="en"><article><h1>River bursts banks</h1><p>By Ann Lee in Port Brill and Ivo Holm<br>Norland correspondent<p>${lead}<p>${lead}</article></html>`;
    const { authors, blocks } = reading(page, 'text/html');
    expect(authors).toEqual(['Ann Lee', 'Ivo Holm']);
    expect(blocks[1]!.kind).toBe('byline');
    expect(reading(`River bursts banks\n\nBy Ann Lee in Port Brill\n\n${lead}`).authors).toEqual(['Ann Lee']);
  });

  it('the outlet behind the last stop of a caption is its credit', () => {
    const page = (caption: string) =>
      reading(
        `<html lang="en"><article><h1>Storm</h1><p>${lead}<figure><img src=a><figcaption>${caption}</figcaption></figure><p>${lead}</article></html>`,
        'text/html',
      ).holes.map(({ code }) => code);
    expect(page('Rescuers at the bridge. Norland News')).not.toContain('credit-missing');
    expect(page('Rescuers at the bridge of Arden')).toContain('credit-missing');
  });
});
