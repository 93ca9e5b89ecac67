import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { html } from '../../src/page/html.ts';
import { pagesOf, readSample, samplesFolder } from './samples.ts';

const folder = fileURLToPath(new URL('../../dist/gallery', import.meta.url));
const widths = { phone: 390, desk: 1280 };

/** Every page of every sample, in a frame as wide as a phone and in one as wide as a desk. */
function galleryHtml(): string {
  const samples = readdirSync(samplesFolder).map((name) => {
    const sample = readSample(name);
    const frames = Object.entries(pagesOf(sample))
      .filter(([file]) => file !== 'frame.html')
      .flatMap(([file, page]) =>
        page === null
          ? []
          : Object.entries(widths).map(
              ([width, pixels]) => html`<figure><figcaption>${file}, ${width}</figcaption>
            <iframe loading="lazy" title="${name}/${file}, ${width}" width="${pixels}" height="800" srcdoc="${page}"></iframe></figure>`,
            ),
      );
    return html`<section id="${name}"><h2>${name}</h2><p>${sample.shows}</p><div>${frames}</div></section>`;
  });
  const links = readdirSync(samplesFolder).map((name) => html`<a href="#${name}">${name}</a> `);
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Samples</title>
    <meta name="color-scheme" content="light dark">
    <style>body{font:1rem/1.5 system-ui,sans-serif}div{display:flex;gap:1rem;overflow-x:auto}figure{margin:0}iframe{border:1px solid}</style>
    </head><body><h1>Samples</h1><p>${links}</p>${samples}</body></html>`.text;
}

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/index.html`, galleryHtml());
console.log(`${folder}/index.html (${Math.round(readFileSync(`${folder}/index.html`).length / 1024)} KB)`);
