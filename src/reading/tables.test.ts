import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const reading = (text: string, contentType: string) =>
  read(new TextEncoder().encode(text), { contentType, fileName: null });
const figures = (text: string, contentType: string) =>
  reading(text, contentType).suggestions.map(({ figure, excerpt }) =>
    figure === null
      ? null
      : [figure.words, figure.unit, figure.what, figure.where?.words ?? null, excerpt.exact.replace(/\s+/g, ' ')],
  );
const page = (table: string) =>
  `<html lang="en"><article><h1>Losses</h1><p>The office has published what it knows of the losses.</p><table>${table}</table></article></html>`;

describe('[R272] figures of tables', () => {
  it('say what they count by the heading of their column, and where by that of their row', () => {
    const html = page(
      `<caption>Losses by district</caption><tr><th>District<th>Deaths<th>Homes lost, in %</tr>
       <tr><th>Arden<td>112<td>2.5%<tr><td>Brill<td><td>more than 8,200<tr><td>Total<td>143<td>–<tr><td>No data<td>–<td>n/a`,
    );
    expect(figures(html, 'text/html')).toEqual([
      ['112', null, 'Deaths', 'Arden', 'Arden 112'],
      ['2.5', '%', 'Homes lost, in %', 'Arden', 'Arden 112 2.5%'],
      ['more than 8,200', null, 'Homes lost, in %', 'Brill', 'Brill more than 8,200'],
      ['143', null, 'Deaths, Total', null, 'Total 143'],
    ]);
  });

  it('name their row where it is no place, over cells that span columns', () => {
    const html = page(
      `<tr><th>Day<th colspan="2">Deaths<th>Homes</tr><tr><td>Monday<td>4<td>about half<td>20<tr><td>Tuesday<td>8<td>a few<td>30`,
    );
    expect(figures(html, 'text/html').map((one) => one?.slice(0, 3))).toEqual([
      ['4', null, 'Deaths, Monday'],
      ['20', null, 'Homes, Monday'],
      ['8', null, 'Deaths, Tuesday'],
      ['30', null, 'Homes, Tuesday'],
    ]);
  });

  it('of CSV, of Markdown, of bars in plain text, and of two columns without headings', () => {
    const counted = [['112', null, 'Deaths', 'Arden', expect.any(String)]];
    expect(figures('Province;Deaths;Note\nArden;112;"a ""note"""\n', 'text/csv')).toEqual(counted);
    expect(figures('# Losses\n\n| Town | Deaths |\n|---|---:|\n| Arden | 112 |\n', 'text/markdown')).toEqual(counted);
    expect(figures('Losses of the week\n\n| Town | Deaths |\n|---|---|\n| Arden | 112 |\n', 'text/plain')).toEqual(
      counted,
    );
    expect(figures(page('<tr><th>Deaths<td>112<tr><th>Area<td>30 km2'), 'text/html')).toEqual([
      ['112', null, 'Deaths', null, 'Deaths 112'],
      ['30', 'km2', 'Area', null, 'Area 30 km2'],
    ]);
  });

  it('of the parameters of a warning', () => {
    const cap = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><sender>weather@office.example</sender><sent>2031-05-04T10:00:00+02:00</sent><status>Actual</status><msgType>Alert</msgType>
      <info><language>en</language><event>Storm</event><headline>Storm on the coast</headline><parameter><valueName>gusts</valueName><value>85 km/h</value></parameter></info></alert>`;
    expect(figures(cap, 'application/cap+xml')).toEqual([['85', 'km/h', 'gusts', null, 'gusts: 85 km/h']]);
  });

  it('none where nobody says what is counted, of ranks, years and telephones, and where a stop could part thousands', () => {
    expect(figures(page('<tr><td>1<td>112<td>7<tr><td>2<td>113<td>8'), 'text/html')).toEqual([]);
    expect(
      figures('Town,Rank,Year,Phone,Population\nArden,3,1998,555 100,21.910\nBrill,4,1999,555 200,9.120\n', 'text/csv'),
    ).toEqual([]);
    expect(figures(page('<tr><th>Town<th>Dead<tr><td rowspan="2">Arden<td>3<tr><td>4'), 'text/html')).toEqual([]);
  });

  it('so many at most, with a note of how many are left', () => {
    const rows = Array.from(
      { length: 300 },
      (_, i) => `Place ${'abcdefgh'[i % 8]}${'klmnopqr'[(i >> 3) % 8]}x,${i + 2}`,
    );
    const { suggestions, notes } = reading(`Town,Deaths\n${rows.join('\n')}\n`, 'text/csv');
    expect(suggestions.length).toBeLessThanOrEqual(100);
    expect(notes.find(({ code }) => code === 'table-limited')?.message).toContain('200');
  });

  it('a caption of a table is no picture’s', () => {
    const { holes, blocks } = reading(
      page('<caption>Losses by town</caption><tr><th>Town<th>Dead<tr><td>Arden<td>3'),
      'text/html',
    );
    expect(holes.map(({ code }) => code)).not.toContain('credit-missing');
    expect(blocks.map(({ kind }) => kind)).not.toContain('caption');
  });
});
